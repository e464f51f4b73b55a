#include "portal/screens/roles/who_can_screen.h"

#include "core/base/text.h"
#include "icons.generated.h"
#include "portal/screens/faces.h"
#include "portal/screens/roles/cell_words.h"
#include "portal/screens/roles/permission_select.h"
#include "portal/screens/roles/role_words.h"
#include "portal/screens/roles/roles_frame.h"

namespace loggia::portal {

namespace {

struct Answer {
    const api::TeamMemberView* member;
    policy::Decision decision;
};

/// "Assigned · Limited staff": how far, and by which role.
std::string reach_in_words(const Context& context, const Team& team, const policy::Decision& decision) {
    const auto role = team.custom_role(decision.custom_role);
    return joined({words_of(context.words, *context.session.actor().model, decision.grant->cell),
                   role ? std::string_view(role->name) : title_of(context.words, decision.grant->role)});
}

/// Why not: the switch that is off, else the roles that are not enough.
std::string lack_in_words(const Context& context, const api::TeamMemberView& member, const policy::Reason& reason) {
    if (reason.kind == policy::ReasonKind::switched_off)
        return context.words.switch_is_off(context.words.switches(static_cast<std::size_t>(reason.condition)));
    return roles_in_words(context.words, *context.session.actor().model, member);
}

void draw_answer(ui::Page& page, const Context& context, const Team& team, const Answer& answer, bool is_first) {
    const auto& member = *answer.member;
    const std::string initials = text::initials(member.name);
    const std::string words = answer.decision ? reach_in_words(context, team, answer.decision)
                                              : lack_in_words(context, member, answer.decision.reason);
    const std::string href = url_of(Place::people, {
                                                       {"person", url_text(member.id)                            },
                                                       {"why",    std::string(context.address.text("permission"))}
    });
    const auto row = page.list_row(url_text(member.id), {.title = member.name,
                                                         .subtitle = words,
                                                         .initials = initials,
                                                         .hue = hue_of(context, member),
                                                         .href = href,
                                                         .line_above = !is_first});
}

void draw_list(ui::Page& page, const Context& context, const Team& team, std::string_view title,
               const std::vector<Answer>& answers) {
    if (answers.empty()) return;
    const auto card = page.card({.key = title, .gap = ui::Space::small});
    page.heading(2, title);
    const auto list = page.list(title);
    for (const auto& answer : answers) draw_answer(page, context, team, answer, &answer == &answers.front());
}

void draw_people(ui::Page& page, const Context& context, const Team& team, policy::Permission permission) {
    std::vector<Answer> can, cannot;
    for (const auto& member : team.members()) {
        const auto decision = policy::decide_any(team.actor_of(member, context.session.actor()), permission);
        (decision ? can : cannot).push_back({&member, decision});
    }
    if (can.empty()) page.text(context.words.nobody_may(), ui::Text::muted);
    draw_list(page, context, team, context.words.these_can(), can);
    draw_list(page, context, team, context.words.these_cannot(), cannot);
    const auto& model = *context.session.actor().model;
    const std::string clients = words_of(context.words, model, model.cell(permission, policy::Role::client));
    if (!clients.empty())
        page.text(context.words.role_may(title_of(context.words, policy::Role::client), clients),
                  ui::Text::small_muted);
}

}  // namespace

void WhoCanScreen::build(ui::Page& page, Context& context) {
    const auto& team = context.store.team.want();
    auto frame = draw_roles_frame(page, context);
    std::string asked(context.address.text("permission"));
    bool asks = false, tries_again = false;
    {
        const auto main = page.main(ui::Width::wide);
        draw_roles_head(page, context);
        {
            const auto form = page.form("who-can-form");
            asks = draw_permission_select(page, context, context.words.who_can_what(), asked);
            page.submit("who-can-go", context.words.show(), {.look = ui::ButtonLook::secondary});
            asks = asks || form.submitted();
        }
        const auto permission = policy::permission_named(context.address.text("permission"));
        tries_again = draw_remote(page, context, "failed", team, 6, [&](const Team& here) {
            if (permission) draw_people(page, context, here, *permission);
        });
    }
    draw_tabs(page, context, Section::roles);
    if (asks)
        context.navigator.go(url_of(Place::who_can,
                                    {
                                        {"permission", asked}
        }),
                             Step::replace);
    if (tries_again) context.store.team.try_again();
    act(frame, page, context);
}

}  // namespace loggia::portal
