#pragma once

#include "core/api/role_messages.h"
#include "core/policy/custom_role.h"

/// Custom roles as they travel: what they add to and take away from the role they were made from.
namespace loggia::api {

[[nodiscard]] CustomRoleView view_of(const policy::CustomRole& role, const policy::Model& model);

/// The role of the view, whole. Of an adjustment given twice the last counts; what the view may hold is checked where
/// it is received.
[[nodiscard]] policy::CustomRole role_of(const CustomRoleView& view, const policy::Model& model);

[[nodiscard]] GrantView view_of(const policy::Adjustment& adjustment);
[[nodiscard]] policy::Cell cell_of(const GrantView& view);

}  // namespace loggia::api
