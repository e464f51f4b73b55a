#include "portal/screens/roles/role_columns.h"

#include "portal/screens/roles/cell_words.h"

namespace loggia::portal {

std::vector<RoleColumn> role_columns(const Context& context) {
    std::vector<RoleColumn> columns;
    const auto& model = *context.session.actor().model;
    const auto* team = here(context.store.team.want());
    const auto headcount = team ? team->headcount() : policy::Headcount{};
    for (const policy::Column& column : model.columns()) {
        const bool is_counted = team && model.staff_roles().has(column.role);
        columns.push_back({std::string(policy::name_of(column.role)),
                           std::string(title_of(context.words, column.role)),
                           is_counted ? context.words.people_count(headcount.of(column.role)) : std::string{},
                           column.role,
                           {}});
    }
    if (!team) return columns;
    for (const auto& role : team->custom_roles())
        columns.push_back({"custom-" + url_text(role->id), role->name,
                           context.words.people_count(team->count_of(role->id)), role->made_from, role});
    return columns;
}

}  // namespace loggia::portal
