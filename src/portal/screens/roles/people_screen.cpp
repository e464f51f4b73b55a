#include "portal/screens/roles/people_screen.h"

#include "core/base/text.h"
#include "icons.generated.h"
#include "portal/screens/faces.h"
#include "portal/screens/roles/role_words.h"
#include "portal/screens/roles/roles_frame.h"

namespace loggia::portal {

namespace {

constexpr std::string_view newcomer = "new";

void draw_member(ui::Page& page, const Context& context, const Team& team, const api::TeamMemberView& member,
                 bool is_first) {
    const std::string initials = text::initials(member.name);
    const std::string roles = roles_in_words(context.words, *context.session.actor().model, member);
    const std::string href = person_url(member.id);
    const auto row = page.list_row(url_text(member.id), {.title = member.name,
                                                         .subtitle = roles,
                                                         .initials = initials,
                                                         .hue = hue_of(context, member),
                                                         .href = href,
                                                         .line_above = !is_first});
    for (const auto& role : team.held_by(member).custom_roles) page.badge(role->name, {.tone = ui::Tone::brand});
    if (!member.unused.empty() && !page.phone())
        page.badge(context.words.unused_count(static_cast<std::int64_t>(member.unused.size())));
}

void draw_people(ui::Page& page, const Context& context, const Team& team) {
    const auto& model = *context.session.actor().model;
    if (policy::has_too_many_owners(model, team.headcount()))
        page.banner("owners", context.words.too_many_owners(), {.tone = ui::Tone::amber});
    {
        const auto card = page.card({.key = "people", .padding = ui::Space::small});
        const auto list = page.list(context.words.people());
        for (const auto& member : team.members())
            draw_member(page, context, team, member, &member == &team.members().front());
    }
    if (!context.session.may_any(policy::Permission::create_staff)) return;
    const auto line = page.row();
    page.link("add-member", context.words.add_team_member(),
              url_of(Place::people,
                     {
                         {"part", std::string(newcomer)}
    }),
              {.look = ui::LinkLook::button, .icon = ui::icon::user_plus});
}

}  // namespace

void PeopleScreen::build(ui::Page& page, Context& context) {
    Intent intent;
    const auto& team = context.store.team.want();
    intent.frame = draw_roles_frame(page, context);
    {
        const auto main = page.main(ui::Width::wide);
        draw_roles_head(page, context);
        if (!m_news.empty()) page.banner("news", m_news);
        intent.tries_again = draw_remote(page, context, "failed", team, 6,
                                         [&](const Team& here) { draw_people(page, context, here); });
    }
    draw_tabs(page, context, Section::roles);
    if (const auto* known = here(team)) draw_opened(page, context, *known, intent);
    act_on(intent, page, context);
}

void PeopleScreen::draw_opened(ui::Page& page, const Context& context, const Team& team, Intent& intent) {
    if (context.address.text("part") == newcomer) {
        const auto drawer = page.drawer("newcomer", context.words.add_team_member());
        intent.adds = m_newcomer.draw(page, context, team);
        intent.closes = drawer.closed();
    } else if (const auto id = context.address.id<PersonId>("person")) {
        if (const auto* member = team.member(*id)) {
            intent.person = draw_person(page, context, {team, *member}, m_roles);
            intent.closes = intent.person.closes;
        }
    }
}

void PeopleScreen::act_on(const Intent& intent, ui::Page& page, Context& context) {
    const auto* team = here(context.store.team.want());
    const auto id = context.address.id<PersonId>("person");
    if (intent.closes || !context.address.text("part").empty()) m_news.clear();
    if (intent.closes) {
        if (id) page.focus(url_text(*id));
        context.store.team.forget_attempts();
        context.navigator.go(url_of(Place::people), Step::back);
    }
    if (!intent.person.goes_to.empty()) context.navigator.go(intent.person.goes_to, Step::replace);
    if (intent.person.changes_roles && team && id)
        if (const auto* member = team->member(*id)) m_roles.send(page, context, {*team, *member});
    if (intent.adds) m_newcomer.send(page, context);
    if (intent.tries_again) context.store.team.try_again();
    follow_answer(page, context);
    act(intent.frame, page, context);
}

void PeopleScreen::follow_answer(ui::Page& page, Context& context) {
    const auto* made = here(context.store.team.changing());
    if (!made) return;
    m_newcomer = {};
    m_roles = {};
    m_news = context.words.roles_changed(made->member.name);
    page.announce(m_news);
    const auto& member = made->member;
    const bool works_here = !member.roles.empty() || !member.custom_roles.empty();
    context.navigator.go(works_here ? person_url(member.id) : url_of(Place::people), Step::replace);
    context.store.team.forget_attempts();
}

}  // namespace loggia::portal
