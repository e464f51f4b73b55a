#include "portal/screens/roles/custom_roles_card.h"

#include "portal/screens/roles/cell_words.h"
#include "ui/widgets/accordion.h"

namespace loggia::portal {

void draw_custom_roles(ui::Page& page, const Context& context) {
    const auto* team = here(context.store.team.want());
    if (!team || team->custom_roles().empty()) return;
    const bool may_change = context.session.may_any(policy::Permission::customise_roles).allowed;
    const auto card = page.card({.key = "custom-roles", .gap = ui::Space::none, .padding = ui::Space::none});
    const std::string count = context.words.number(static_cast<std::int64_t>(team->custom_roles().size()));
    const auto part =
        ui::accordion(page, "custom-roles-list", context.words.custom_roles(), {.level = 2, .trailing = count});
    if (!part) return;
    const auto list = page.list(context.words.custom_roles());
    for (const auto& role : team->custom_roles()) {
        const std::string words = joined({context.words.made_from_role(title_of(context.words, role->made_from)),
                                          context.words.people_count(team->count_of(role->id))});
        const auto row = page.list_row(
            "role-" + url_text(role->id),
            {.title = role->name, .subtitle = words, .line_above = role != team->custom_roles().front()});
        if (may_change)
            page.link("edit", context.words.edit_role(),
                      url_of(Place::custom_role,
                             {
                                 {"role", url_text(role->id)}
            }),
                      {.look = ui::LinkLook::button,
                       .small = true,
                       .name = context.words.role_may(context.words.edit_role(), role->name)});
    }
}

}  // namespace loggia::portal
