#include "portal/screens/roles/roles_screen.h"

#include "icons.generated.h"
#include "portal/screens/roles/cell_words.h"
#include "portal/screens/roles/permission_drawer.h"

namespace loggia::portal {

void RolesScreen::build(ui::Page& page, Context& context) {
    Intent intent;
    const MatrixView view = view_of(context);
    if (page.desktop()) {
        intent.frame = draw_side_nav(page, context, Section::roles);
    } else {
        intent.frame = draw_top_bar(page, context, Section::roles);
    }
    {
        const auto main = page.main(ui::Width::wide);
        page.heading(1, context.words.roles_and_access(), "title");
        // On a small screen what is opened covers everything.
        if (page.desktop() || !view.opened) draw_tools(page, context, *view.model, intent);
        draw_matrix(page, context, view);
    }
    draw_tabs(page, context, Section::roles);
    if (view.opened) intent.closes = draw_permission(page, context, *view.model, *view.opened);
    act_on(intent, page, context);
}

MatrixView RolesScreen::view_of(const Context& context) const {
    const policy::Model& model = *context.session.actor().model;
    MatrixView view{&model, {}, {}, policy::permission_named(context.address.text("permission"))};
    for (std::size_t i = 0; i < model.columns().size(); ++i)
        if (!is_hidden(model.columns()[i].role)) view.columns.push_back(i);
    view.permissions = rows_of(model, view.columns, m_looked_for, m_rows);
    return view;
}

/// What is looked for, and which roles stand side by side.
void RolesScreen::draw_tools(ui::Page& page, const Context& context, const policy::Model& model, Intent& intent) {
    const auto form = page.form("search");
    page.text_field("find", context.words.find_permission(), m_looked_for,
                    {.type = ui::FieldType::search, .autocomplete = "off", .enter_key = "search", .max_length = 60});
    const auto chips = page.wrap({.gap = ui::Space::small});
    for (const policy::Column& column : model.columns()) {
        const auto title = title_of(context.words, column.role);
        if (page.chip(policy::name_of(column.role), title, {.selected = !is_hidden(column.role)}))
            intent.toggled = column.role;
    }
    intent.toggles_rows = page.chip("differing", context.words.only_differences(),
                                    {.selected = m_rows == Rows::differing, .icon = ui::icon::filter});
}

void RolesScreen::act_on(const Intent& intent, ui::Page& page, Context& context) {
    if (intent.toggled) m_hidden.flip(*intent.toggled);
    if (intent.toggles_rows) m_rows = m_rows == Rows::all ? Rows::differing : Rows::all;
    if (intent.closes) {
        page.focus(context.address.text("permission"));
        context.navigator.go(url_of(Place::roles), Step::back);
    }
    act(intent.frame, page, context);
}

}  // namespace loggia::portal
