#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/policy/model.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace loggia::policy {

struct Actor;

/// A role that a business made for itself: a copy of a role of its model with grants added or taken away. Changing
/// one makes its next version; the versions before are kept with who made them and why.
struct CustomRole {
    CustomRoleId id;
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

/// One permission in which a custom role differs from the role it was made from.
struct Adjustment {
    Permission permission{};
    Cell cell;
    bool operator==(const Adjustment&) const = default;
};

/// In the order of the permissions.
[[nodiscard]] std::vector<Adjustment> adjustments_of(const CustomRole& role, const Model& model);

/// One line of a log: "edit_team_member: all, if messaging, of limited_staff staff".
[[nodiscard]] std::string line_of(const Adjustment& adjustment);
/// None if it is not such a line.
[[nodiscard]] std::optional<Adjustment> adjustment_in(std::string_view line);

/// Whether the author may give this grant to a role: one grant of their own covers it.
[[nodiscard]] bool may_give(const Actor& author, Permission permission, const Cell& wanted);

/// Refuses a role that allows more than its author may: nobody gives what they do not have. The message names the
/// first permission that is too much.
[[nodiscard]] Result<void> check_author(const Actor& author, const CustomRole& wanted);

}  // namespace loggia::policy
