#include "ui/widgets/tabs.h"

#include <algorithm>

namespace loggia::ui {

namespace {

std::string panel_key(std::string_view list) { return std::string{list} + "-panel"; }

// The tab that a key leads to.
std::size_t target_of(Key key, std::size_t from, std::size_t count) {
    switch (key) {
    case Key::left: return (from + count - 1) % count;
    case Key::right: return (from + 1) % count;
    case Key::home: return 0;
    case Key::end: return count - 1;
    default: return from;
    }
}

void walk(Page& page, std::span<const Tab> tabs, std::string& selected) {
    for (const KeyPress& press : page.events().keys()) {
        for (std::size_t i = 0; i < tabs.size(); ++i) {
            if (page.id_of(tabs[i].key) != press.id) continue;
            selected = tabs[target_of(press.key, i, tabs.size())].key;
            page.focus_id(page.id_of(selected));
            break;
        }
    }
}

void tab(Page& page, const Tab& tab, bool selected, NodeId panel) {
    const Scope scope = page.open(Role::tab, tab.key);
    Node& node = page.here();
    node.flags |= when(selected, Flag::selected) | when(!selected, Flag::untabbable);
    node.look.radius = 8;
    if (!selected) node.look.hover_fill = Colour::hover;
    if (selected) page.attribute(Attribute::controls, page.keep_number(panel));
    {
        const Scope line = page.row({.gap = Space::small, .justify = Justify::center});
        page.here().layout.padding = sides(14, 0);
        page.here().layout.height = px(46);
        const Colour ink = selected ? Colour::brand_ink : Colour::ink_soft;
        if (tab.icon != no_icon && !page.phone()) page.icon(tab.icon, ink, 18);
        page.text(tab.label, {.style = selected ? Text::strong : Text::body, .one_line = true});
        page.last().look.ink = ink;
        if (!tab.badge.empty()) page.badge(tab.badge);
    }
    Node& line = page.add(Role::none);
    line.layout.height = px(3);
    line.look.radius = 1;
    line.look.fill = selected ? Colour::brand : Colour::none;
}

}  // namespace

bool tab_list(Page& page, std::string_view key, std::string_view name, std::string& selected,
              std::span<const Tab> tabs) {
    const NodeId panel = page.id_of(panel_key(key));
    const Scope list = page.open(Role::tab_list, key);
    page.attribute(Attribute::label, name);
    page.attribute(Attribute::keys, "h");
    page.here().layout.flow = Flow::wrap;
    page.here().layout.gap = 4;
    page.here().look.line_below = true;
    const std::string before = selected;
    walk(page, tabs, selected);
    for (const Tab& one : tabs) {
        if (page.events().clicked(page.id_of(one.key))) selected = one.key;
    }
    for (const Tab& one : tabs) tab(page, one, one.key == selected, panel);
    return selected != before;
}

Scope tab_panel(Page& page, std::string_view key, std::string_view selected) {
    const NodeId tab = page.id_of(key, selected);
    Scope panel = page.open(Role::tab_panel, panel_key(key));
    page.attribute(Attribute::labelled_by, page.keep_number(tab));
    page.here().flags |= Flag::tabbable;
    page.here().layout.gap = 12;
    page.here().layout.padding = {0, 16, 0, 0};
    return panel;
}

}  // namespace loggia::ui
