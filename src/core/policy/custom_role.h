#pragma once

#include "core/base/result.h"
#include "core/policy/model.h"

#include <array>
#include <cstdint>
#include <string>

namespace loggia::policy {

struct Actor;

/// A role that a business made for itself: a copy of a role of its model with grants added or taken away. Changing
/// one makes its next version; the versions before are kept with who made them and why.
struct CustomRole {
    std::int64_t id = 0;
    std::int64_t version = 0;
    std::string name;
    Role made_from = Role::client;
    std::array<Cell, permission_count> cells{};

    [[nodiscard]] const Cell& cell(Permission permission) const {
        return cells[static_cast<std::size_t>(permission)];
    }
};

/// A copy of the model's role, to begin from.
[[nodiscard]] CustomRole copy_of(const Model& model, Role role);

/// Refuses a role that allows more than its author may: nobody gives what they do not have. The message names the
/// first permission that is too much.
[[nodiscard]] Result<void> check_author(const Actor& author, const CustomRole& wanted);

}  // namespace loggia::policy
