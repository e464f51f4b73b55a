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
    GrantView view{adjustment.permission, adjustment.cell.reach, adjustment.cell.condition, {}};
    for (const policy::Role role : policy::all_roles)
        if (adjustment.cell.may_touch.has(role)) view.may_touch.push_back(role);
    return view;
}

policy::Cell cell_of(const GrantView& view) {
    policy::RoleSet may_touch;
    for (const policy::Role role : view.may_touch) may_touch.add(role);
    return {view.reach, view.condition, may_touch};
}

}  // namespace loggia::api
