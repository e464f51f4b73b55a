#include "portal/screens/roles/roles_screen.h"

#include "icons.generated.h"
#include "portal/screens/roles/custom_roles_card.h"
#include "portal/screens/roles/permission_drawer.h"
#include "portal/screens/roles/roles_frame.h"

#include <algorithm>

namespace loggia::portal {

void RolesScreen::build(ui::Page& page, Context& context) {
    Intent intent;
    const MatrixView view = view_of(context);
    intent.frame = draw_roles_frame(page, context);
    {
        const auto main = page.main(ui::Width::wide);
        draw_roles_head(page, context);
        draw_custom_roles(page, context);
        draw_switches(page, context);
        // On a small screen what is opened covers everything.
        if (page.desktop() || (!view.opened && !m_switch.is_opened(context))) draw_tools(page, context, intent);
        draw_matrix(page, context, view);
    }
    draw_tabs(page, context, Section::roles);
    if (view.opened) {
        intent.closes = draw_permission(page, context, *view.model, *view.opened);
    } else {
        intent.turned = m_switch.draw(page, context);
    }
    act_on(intent, page, context);
}

MatrixView RolesScreen::view_of(const Context& context) const {
    const policy::Model& model = *context.session.actor().model;
    MatrixView view{&model, role_columns(context), {}, policy::permission_named(context.address.text("permission"))};
    std::erase_if(view.columns, [&](const RoleColumn& column) { return is_hidden(column.key); });
    view.permissions = rows_of(context.words, model, view.columns, m_looked_for, m_rows);
    return view;
}

bool RolesScreen::is_hidden(std::string_view key) const { return std::ranges::find(m_hidden, key) != m_hidden.end(); }

/// What is looked for, and which roles stand side by side.
void RolesScreen::draw_tools(ui::Page& page, const Context& context, Intent& intent) {
    const auto form = page.form("search");
    page.text_field("find", context.words.find_permission(), m_looked_for,
                    {.type = ui::FieldType::search, .autocomplete = "off", .enter_key = "search", .max_length = 60});
    const auto chips = page.wrap({.gap = ui::Space::small});
    for (const RoleColumn& column : role_columns(context))
        if (page.chip(column.key, column.title, {.selected = !is_hidden(column.key)})) intent.toggled = column.key;
    intent.toggles_rows = page.chip("differing", context.words.only_differences(),
                                    {.selected = m_rows == Rows::differing, .icon = ui::icon::filter});
}

void RolesScreen::act_on(const Intent& intent, ui::Page& page, Context& context) {
    if (is_hidden(intent.toggled)) {
        std::erase(m_hidden, intent.toggled);
    } else if (!intent.toggled.empty()) {
        m_hidden.push_back(intent.toggled);
    }
    if (intent.toggles_rows) m_rows = m_rows == Rows::all ? Rows::differing : Rows::all;
    if (intent.turned.turns) m_switch.send(page, context);
    if (intent.turned.closes) context.store.team.forget_attempts();
    if (intent.closes || intent.turned.closes || m_switch.take_success(context)) {
        page.focus(context.address.text("permission"));
        context.navigator.go(url_of(Place::roles), Step::back);
    }
    act(intent.frame, page, context);
}

}  // namespace loggia::portal
