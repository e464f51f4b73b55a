#pragma once

#include "core/base/result.h"
#include "core/scheduling/free_times.h"

#include <string_view>

namespace loggia::endpoints {

inline constexpr const char* time_is_taken = "That time was taken a moment ago. Please choose another one.";

/// What somebody hears who asked for a start that cannot be booked, with the field at fault: conflict where it was
/// free or may become so, invalid_input where it never is.
[[nodiscard]] Error refusal_of(scheduling::Refusal refusal);

}  // namespace loggia::endpoints
