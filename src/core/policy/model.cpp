#include "core/policy/model.h"

#include <algorithm>
#include <array>

namespace loggia::policy {

std::optional<std::size_t> Model::column_of(Role role) const {
    const auto found = std::ranges::find(m_columns, role, &Column::role);
    if (found == m_columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - m_columns.begin());
}

Cell Model::cell(Permission permission, Role role) const {
    const auto column = column_of(role);
    return column ? cell(permission, *column) : Cell{};
}

RoleSet Model::roles() const {
    RoleSet roles;
    for (const Column& column : m_columns) roles.add(column.role);
    return roles;
}

RoleSet Model::staff_roles() const {
    RoleSet roles;
    for (const Column& column : m_columns.subspan(2)) roles.add(column.role);
    return roles;
}

Role Model::leading(RoleSet roles) const {
    Role leading = m_columns.front().role;
    for (const Column& column : m_columns)
        if (roles.has(column.role)) leading = column.role;
    return leading;
}

std::span<const Model* const> all_models() {
    static const std::array models{&operator_model(), &workspace_model(), &petcare_model(), &studio_model()};
    return models;
}

const Model* model_named(std::string_view name) {
    for (const Model* model : all_models())
        if (model->name() == name) return model;
    return nullptr;
}

std::vector<Grant> grants_of(const Model& model) {
    std::vector<Grant> grants;
    for (std::size_t row = 0; row < permission_count; ++row)
        for (std::size_t column = 0; column < model.columns().size(); ++column) {
            const auto permission = static_cast<Permission>(row);
            const Cell& cell = model.cell(permission, column);
            if (cell.reach != Reach::none) grants.push_back({permission, model.columns()[column].role, cell});
        }
    return grants;
}

}  // namespace loggia::policy
