#include "portal/screens/roles/ways.h"

#include "portal/screens/roles/cell_options.h"
#include "portal/screens/roles/cell_words.h"
#include "portal/screens/roles/role_words.h"

#include <algorithm>
#include <optional>

namespace loggia::portal {

namespace {

struct Way {
    std::string_view key;
    std::string title, text, action, href;
};

void draw_way(ui::Page& page, const Way& way) {
    const auto card = page.card({.key = way.key, .gap = ui::Space::small});
    page.text(way.title, ui::Text::strong);
    page.text(way.text, ui::Text::small_muted);
    const auto line = page.row();
    page.link(way.key, way.action, way.href, {.look = ui::LinkLook::button});
}

/// The greatest of their roles, which another would be made from.
policy::Role leading_role(const policy::Model& model, policy::RoleSet roles) {
    auto leading = model.entry_role();
    for (const policy::Column& column : model.columns())
        if (roles.has(column.role)) leading = column.role;
    return leading;
}

std::optional<Way> way_by_switch(const Context& context, const policy::Decision& decision) {
    const policy::Switch which = decision.reason.condition;
    if (decision.reason.kind != policy::ReasonKind::switched_off || which == policy::Switch::plan_grow ||
        !context.session.may_any(policy::Permission::set_access_rights))
        return std::nullopt;
    const auto name = context.words.switches(static_cast<std::size_t>(which));
    return Way{
        "switch", context.words.switch_is_off(name), std::string(context.words.switch_for_all()),
        std::string(context.words.switch_on()),
        url_of(Place::roles, {{"switch", std::string(policy::name_of(which))}}
         )
    };
}

std::optional<Way> way_by_custom_role(const Context& context, const TeamMember& member,
                                      policy::Permission permission) {
    const auto& author = context.session.actor();
    if (!context.session.may_any(policy::Permission::customise_roles)) return std::nullopt;
    const auto from = leading_role(*author.model, member.held().roles);
    const auto cell = least_to_give(author, permission);
    if (!cell) return std::nullopt;
    return Way{
        "custom", std::string(context.words.custom_role()),
        context.words.copy_and_add(title_of(context.words, from), title_of(context.words, permission),
                                   words_of(context.words, *author.model, *cell)),
        std::string(context.words.create_role()),
        url_of(Place::custom_role,
               {{"from", std::string(policy::name_of(from))}, {"add", std::string(policy::name_of(permission))}}
               )
    };
}

std::optional<Way> way_by_promotion(const Context& context, const TeamMember& member,
                                    const policy::Decision& decision) {
    const auto& author = context.session.actor();
    for (const policy::Column& column : author.model->columns()) {
        policy::RoleChange change{member.held(), member.held()};
        if (!decision.reason.roles_with_it.has(column.role) || change.before.roles.has(column.role)) continue;
        change.after.roles.add(column.role);
        if (!policy::check_role_change(author, change, member.team.headcount())) continue;
        return Way{
            "promote", context.words.promote_to(title_of(context.words, column.role)),
            additions_in_words(context.words, policy::permissions_added(*author.model, change)),
            std::string(context.words.change_roles()),
            url_of(Place::people, {{"person", url_text(member.person.id)},
                                   {"part", "roles"},
                                   {"add", std::string(policy::name_of(column.role))}}
             )
        };
    }
    return std::nullopt;
}

}  // namespace

void draw_ways(ui::Page& page, const Context& context, const TeamMember& member, policy::Permission permission) {
    const auto decision =
        policy::decide_any(member.team.actor_of(member.person, context.session.actor()), permission);
    const auto ways = {way_by_switch(context, decision), way_by_custom_role(context, member, permission),
                       way_by_promotion(context, member, decision)};
    const bool has_way = std::ranges::any_of(ways, [](const auto& way) { return way.has_value(); });
    const std::string who =
        context.words.listed(decision.reason.roles_that_change_it, *context.session.actor().model);
    if (!has_way && who.empty()) return;
    page.heading(3, context.words.ways_to_allow());
    for (const auto& way : ways)
        if (way) draw_way(page, *way);
    if (!has_way) page.text(context.words.can_allow(who), ui::Text::small);
}

}  // namespace loggia::portal
