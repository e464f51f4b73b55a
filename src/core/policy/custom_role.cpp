#include "core/policy/custom_role.h"

#include "core/policy/decide.h"

#include <algorithm>

namespace loggia::policy {
namespace {

constexpr std::string_view reach_mark = ": ", condition_mark = ", if ", touch_mark = ", of ";

/// Takes what follows the mark off the end of the line; empty if the mark is not there.
std::string_view cut_from(std::string_view& line, std::string_view mark) {
    const auto start = line.find(mark);
    if (start == std::string_view::npos) return {};
    const auto cut = line.substr(start + mark.size());
    line = line.substr(0, start);
    return cut;
}

}  // namespace

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

std::string line_of(const Adjustment& adjustment) {
    const auto& [permission, cell] = adjustment;
    std::string line{name_of(permission)};
    line.append(reach_mark).append(name_of(cell.reach));
    if (cell.condition != Switch::none) line.append(condition_mark).append(name_of(cell.condition));
    if (!cell.may_touch.empty()) line.append(touch_mark).append(names_of(cell.may_touch));
    return line;
}

std::optional<Adjustment> adjustment_in(std::string_view line) {
    const std::string_view touched = cut_from(line, touch_mark);
    const std::string_view condition = cut_from(line, condition_mark);
    const std::string_view reach = cut_from(line, reach_mark);
    const auto permission = permission_named(line);
    const auto how_far = reach_named(reach);
    const auto which = condition.empty() ? std::optional(Switch::none) : switch_named(condition);
    if (!permission || !how_far || !which) return std::nullopt;
    return Adjustment{
        *permission, {*how_far, *which, roles_in(touched)}
    };
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
