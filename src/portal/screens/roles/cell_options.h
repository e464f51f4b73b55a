#pragma once

#include "core/policy/decide.h"

#include <optional>
#include <vector>

namespace loggia::portal {

/// What the author can let a role of their own making do with this permission: nothing, or what it is in one of the
/// model's roles, from least to most, where the author may as much.
[[nodiscard]] std::vector<policy::Cell> cells_to_give(const policy::Actor& author, policy::Permission permission);

/// The least of them that allows something as the switches are now.
[[nodiscard]] std::optional<policy::Cell> least_to_give(const policy::Actor& author, policy::Permission permission);

}  // namespace loggia::portal
