#include "portal/screens/roles/why_panel.h"

#include "icons.generated.h"
#include "portal/screens/roles/cell_words.h"
#include "portal/screens/roles/role_words.h"
#include "portal/screens/roles/ways.h"

namespace loggia::portal {

namespace {

/// One role of theirs.
struct Held {
    std::string title;
    policy::Cell cell;
};

std::vector<Held> roles_of(const Context& context, const TeamMember& member, policy::Permission permission) {
    std::vector<Held> all;
    const auto& model = *context.session.actor().model;
    const auto held = member.held();
    for (const policy::Column& column : model.columns())
        if (held.roles.has(column.role))
            all.push_back({std::string(title_of(context.words, column.role)), model.cell(permission, column.role)});
    for (const auto& role : held.custom_roles) all.push_back({role->name, role->cell(permission)});
    const auto client = policy::Role::client;
    all.push_back({std::string(title_of(context.words, client)), model.cell(permission, client)});
    return all;
}

std::string line_about(const Context& context, const Held& held, policy::Permission permission, bool is_first) {
    const auto& words = context.words;
    const std::string may = words_of(words, *context.session.actor().model, held.cell);
    if (!may.empty()) return words.role_may(held.title, may);
    return is_first ? words.role_lacks(held.title, title_of(words, permission)) : words.role_lacks_too(held.title);
}

}  // namespace

std::string why_title(const Context& context, const TeamMember& member, policy::Permission permission) {
    const auto decision =
        policy::decide_any(member.team.actor_of(member.person, context.session.actor()), permission);
    const auto name = first_name(member.person.name);
    const auto phrase = phrase_of(context.words, permission);
    return decision ? context.words.somebody_can(name, phrase) : context.words.why_cannot_do(name, phrase);
}

void draw_why(ui::Page& page, const Context& context, const TeamMember& member, policy::Permission permission) {
    const auto actor = member.team.actor_of(member.person, context.session.actor());
    const auto decision = policy::decide_any(actor, permission);
    {
        const auto lines = page.stack({.gap = ui::Space::small});
        bool is_first = true;
        for (const auto& held : roles_of(context, member, permission)) {
            const bool may = held.cell.reach != policy::Reach::none && actor.switches.is_on(held.cell.condition);
            page.icon_line(may ? ui::icon::circle_check : ui::icon::circle_x,
                           line_about(context, held, permission, is_first));
            is_first = is_first && held.cell.reach != policy::Reach::none;
        }
        const std::string who = context.words.listed(decision.reason.roles_with_it, *actor.model);
        if (!decision && !who.empty()) page.icon_line(ui::icon::circle_check, context.words.roles_do(who));
    }
    if (!decision) draw_ways(page, context, member, permission);
}

}  // namespace loggia::portal
