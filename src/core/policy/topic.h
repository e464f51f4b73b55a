#pragma once

#include "core/policy/permission.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace loggia::policy {

/// What a run of neighbouring permissions is about, so that people find their way in the vocabulary.
struct Topic {
    std::string_view name;  ///< "bookings"
    Permission first;       ///< of the run; it ends where the next topic begins
};

/// In the order of the permissions; the first begins with the first of them.
[[nodiscard]] std::span<const Topic> topics();

/// Its place in `topics()`.
[[nodiscard]] std::size_t topic_of(Permission permission);

}  // namespace loggia::policy
