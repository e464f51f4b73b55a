#include "portal/screens/roles/permission_drawer.h"

#include "core/policy/decide.h"
#include "icons.generated.h"
#include "portal/screens/roles/cell_words.h"
#include "portal/screens/roles/role_columns.h"

namespace loggia::portal {

namespace {

policy::Actor somebody_with(const policy::Model& model, policy::Role role, const policy::SwitchSet& switches) {
    policy::Actor actor;
    actor.model = &model;
    if (role != policy::Role::visitor) actor.person = PersonId{1};
    actor.roles = {role};
    actor.switches = switches;
    return actor;
}

void draw_roles(ui::Page& page, const Context& context, const policy::Model& model, policy::Permission permission) {
    const auto part = page.stack({.gap = ui::Space::small});
    page.heading(3, context.words.who_may_do_this());
    const auto list = page.list(context.words.who_may_do_this());
    for (const RoleColumn& column : role_columns(context)) {
        const std::string may = words_of(context.words, model, column.cell(model, permission));
        const std::string line = context.words.role_may(column.title, may.empty() ? context.words.may_not() : may);
        const auto row = page.list_row(
            column.key, {.title = line, .icon = may.empty() ? ui::icon::circle_x : ui::icon::circle_check});
    }
}

/// The switches that its cells wait for, and how they stand.
void draw_switches(ui::Page& page, const Context& context, const policy::Model& model,
                   policy::Permission permission) {
    policy::SwitchSet said;
    for (const policy::Column& column : model.columns()) {
        const policy::Switch condition = model.cell(permission, column.role).condition;
        if (condition == policy::Switch::none || said.is_on(condition)) continue;
        said.turn_on(condition);
        const auto name = context.words.switches(static_cast<std::size_t>(condition));
        const bool is_on = context.session.actor().switches.is_on(condition);
        page.text(is_on ? context.words.switch_is_on(name) : context.words.switch_is_off(name), ui::Text::small);
    }
}

/// Who can change that a role may not.
void draw_ways(ui::Page& page, const Context& context, const policy::Model& model, policy::Permission permission) {
    policy::RoleSet who;
    for (const policy::Column& column : model.columns()) {
        const auto decision =
            policy::decide_any(somebody_with(model, column.role, context.session.actor().switches), permission);
        for (const policy::Column& other : model.columns())
            if (!decision && decision.reason.roles_that_change_it.has(other.role)) who.add(other.role);
    }
    if (who.empty()) return;
    page.heading(3, context.words.ways_to_allow());
    page.text(context.words.can_allow(context.words.listed(who, model)), ui::Text::small);
}

}  // namespace

bool draw_permission(ui::Page& page, const Context& context, const policy::Model& model,
                     policy::Permission permission) {
    const auto drawer = page.drawer("permission", title_of(context.words, permission));
    const auto mine = context.session.may_any(permission);
    const std::string why_not = mine ? std::string{} : context.words.refusal(mine, context.session.actor());
    page.text(mine ? context.words.you_may() : std::string_view(why_not), ui::Text::small_muted);
    draw_roles(page, context, model, permission);
    draw_switches(page, context, model, permission);
    draw_ways(page, context, model, permission);
    return drawer.closed();
}

}  // namespace loggia::portal
