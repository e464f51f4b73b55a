#include "portal/screens/roles/person_drawer.h"

#include "core/base/text.h"
#include "icons.generated.h"
#include "portal/screens/roles/cell_words.h"
#include "portal/screens/roles/permission_select.h"
#include "portal/screens/roles/role_words.h"
#include "portal/screens/roles/roles_frame.h"
#include "portal/screens/roles/why_panel.h"

namespace loggia::portal {

namespace {

std::string part_url(PersonId person, std::string part) {
    return url_of(Place::people, {
                                     {"person", url_text(person)},
                                     {"part",   std::move(part) }
    });
}

std::string why_url(PersonId person, std::string permission) {
    return url_of(Place::people, {
                                     {"person", url_text(person)     },
                                     {"why",    std::move(permission)}
    });
}

void draw_card(ui::Page& page, const Context& context, const TeamMember& member) {
    const auto card = page.card({.key = "card", .padding = ui::Space::regular});
    const auto line = page.row({.gap = ui::Space::regular});
    page.avatar(text::initials(member.person.name), hue_of(context, member.person), 44);
    const auto words = page.stack({.grow = true});
    page.text(member.person.name, ui::Text::strong);
    page.text(roles_in_words(context.words, *context.session.actor().model, member.person), ui::Text::small_muted);
    const auto badges = page.wrap({.gap = ui::Space::small});
    for (const auto& role : member.held().custom_roles) page.badge(role->name, {.tone = ui::Tone::brand});
}

/// Whether there is any role of theirs that the reader may change; where not, why the one that comes first stays.
void draw_ways_on(ui::Page& page, const Context& context, const TeamMember& member) {
    const auto& author = context.session.actor();
    const auto held = member.held();
    const auto decision =
        policy::decide(author, policy::Permission::assign_roles, {.target_roles = policy::touched_by({held, held})});
    const auto line = page.wrap({.gap = ui::Space::small});
    if (decision) {
        page.link("change-roles", context.words.change_roles(), part_url(member.person.id, "roles"),
                  {.look = ui::LinkLook::button, .icon = ui::icon::shield_check});
    } else {
        const std::string reason = context.words.refusal(decision, author);
        static_cast<void>(
            page.button("change-roles", context.words.change_roles(),
                        {.icon = ui::icon::shield_check, .disabled_reason = reason, .wide = true, .start = true}));
    }
    page.link("history", context.words.access_history(),
              url_of(Place::access_history,
                     {
                         {"person", url_text(member.person.id)}
    }),
              {.look = ui::LinkLook::button, .icon = ui::icon::history});
}

void draw_unused(ui::Page& page, const Context& context, const TeamMember& member) {
    const auto part = page.stack({.gap = ui::Space::small});
    page.heading(3, context.words.unused_rights());
    if (member.person.unused.empty()) return page.text(context.words.nothing_unused(), ui::Text::small_muted);
    page.text(context.words.unused_hint(api::unused_after_days), ui::Text::small_muted);
    const auto list = page.list(context.words.unused_rights());
    for (const auto permission : member.person.unused) {
        const std::string title = title_of(context.words, permission);
        const auto row = page.list_row("unused-" + std::string(policy::name_of(permission)), {.title = title});
    }
}

/// Asks about one permission; the answer has its own address.
void draw_question(ui::Page& page, const Context& context, const TeamMember& member, PersonIntent& intent) {
    const auto form = page.form("why-form");
    std::string asked(context.address.text("why"));
    const bool is_chosen =
        draw_permission_select(page, context, context.words.why_cannot(first_name(member.person.name)), asked);
    page.submit("why-go", context.words.explain(), {.look = ui::ButtonLook::secondary});
    if ((is_chosen || form.submitted()) && policy::permission_named(asked))
        intent.goes_to = why_url(member.person.id, asked);
}

}  // namespace

PersonIntent draw_person(ui::Page& page, const Context& context, const TeamMember& member, RoleForm& form) {
    PersonIntent intent;
    const auto asked = policy::permission_named(context.address.text("why"));
    const std::string title = asked ? why_title(context, member, *asked) : std::string(member.person.name);
    const auto drawer = page.drawer("person", title);
    draw_card(page, context, member);
    if (context.address.text("part") == "roles") {
        intent.changes_roles = form.draw(page, context, member);
    } else {
        if (asked) {
            draw_why(page, context, member, *asked);
        } else {
            draw_ways_on(page, context, member);
        }
        draw_question(page, context, member, intent);
        if (!asked) draw_unused(page, context, member);
    }
    intent.closes = drawer.closed();
    return intent;
}

}  // namespace loggia::portal
