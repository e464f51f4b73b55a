#include "core/policy/custom_role.h"

#include "core/policy/decide.h"

#include <algorithm>

namespace loggia::policy {

CustomRole copy_of(const Model& model, Role role) {
    CustomRole copy;
    copy.made_from = role;
    for (std::size_t row = 0; row < permission_count; ++row)
        copy.cells[row] = model.cell(static_cast<Permission>(row), role);
    return copy;
}

std::vector<Adjustment> adjustments_of(const CustomRole& role, const Model& model) {
    std::vector<Adjustment> adjustments;
    for (std::size_t row = 0; row < permission_count; ++row) {
        const auto permission = static_cast<Permission>(row);
        if (role.cells[row] != model.cell(permission, role.made_from))
            adjustments.push_back({permission, role.cells[row]});
    }
    return adjustments;
}

bool may_give(const Actor& author, Permission permission, const Cell& wanted) {
    // Two grants that cover it only together would each be too little.
    const RoleSet roles = roles_in_force(author);
    const auto columns = author.model->columns();
    for (std::size_t column = 0; column < columns.size(); ++column)
        if (roles.has(columns[column].role) && covers(author.model->cell(permission, column), wanted)) return true;
    return !author.acting_as && std::ranges::any_of(author.custom_roles, [&](const auto& role) {
        return covers(role->cell(permission), wanted);
    });
}

Result<void> check_author(const Actor& author, const CustomRole& wanted) {
    for (std::size_t row = 0; row < permission_count; ++row) {
        const auto permission = static_cast<Permission>(row);
        if (!may_give(author, permission, wanted.cells[row]))
            return fail(ErrorCode::forbidden,
                        "You cannot give a role more than you may yourself: it would let people " +
                            std::string(phrase_of(permission)) + ".");
    }
    return {};
}

}  // namespace loggia::policy
