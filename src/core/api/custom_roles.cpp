#include "core/api/custom_roles.h"

namespace loggia::api {

CustomRoleView view_of(const policy::CustomRole& role, const policy::Model& model) {
    CustomRoleView view{role.id, role.version, role.name, role.made_from, {}};
    for (const auto& adjustment : policy::adjustments_of(role, model))
        view.adjustments.push_back(view_of(adjustment));
    return view;
}

policy::CustomRole role_of(const CustomRoleView& view, const policy::Model& model) {
    policy::CustomRole role = policy::copy_of(model, view.made_from);
    role.id = view.id;
    role.version = view.version;
    role.name = view.name;
    for (const auto& adjustment : view.adjustments)
        role.cells[static_cast<std::size_t>(adjustment.permission)] = cell_of(adjustment);
    return role;
}

GrantView view_of(const policy::Adjustment& adjustment) {
    const auto& [permission, cell] = adjustment;
    return {permission, cell.reach, cell.condition, policy::list_of(cell.may_touch)};
}

policy::Cell cell_of(const GrantView& view) { return {view.reach, view.condition, policy::set_of(view.may_touch)}; }

}  // namespace loggia::api
