// Boxes that hold other things: stacks, rows, grids, cards, lists, scrollers.
#include "ui/page.h"

namespace loggia::ui {

namespace {

float distance(Space space) { return static_cast<float>(space); }

void widen(Layout& layout, Width width) {
    switch (width) {
    case Width::automatic: return;
    case Width::fit: layout.hug = true; return;
    case Width::fill: layout.width = fill(); return;
    case Width::narrow:
        layout.width = fill();
        layout.max_width = 320;
        return;
    case Width::reading:
        layout.width = fill();
        layout.max_width = 560;
        return;
    case Width::half:
        layout.width = fill();
        layout.max_width = 760;
        return;
    case Width::page:
        layout.width = fill();
        layout.max_width = 1140;
        return;
    case Width::wide:
        layout.width = fill();
        layout.max_width = 1240;
        return;
    }
}

void as_card(Node& node, const CardSpec& spec) {
    node.layout.gap = distance(spec.gap);
    node.layout.padding = all(distance(spec.padding));
    node.look.fill = spec.sunken ? Colour::ground : Colour::surface;
    node.look.border = spec.selected ? Colour::brand : Colour::line;
    node.look.border_width = spec.selected ? 2 : 1;
    node.look.radius = 12;
    node.look.shadow = spec.sunken ? 0 : 1;
    widen(node.layout, spec.width);
    if (spec.grow) node.layout.width = fill();
}

}  // namespace

void Page::fold(Layout& layout, const Box& box, Flow flow) const {
    layout.flow = flow;
    layout.gap = distance(box.gap);
    layout.line_gap = layout.gap;
    layout.padding = all(distance(box.padding));
    layout.align = flow != Flow::column && box.align == Align::stretch ? Align::center : box.align;
    layout.justify = box.justify;
    widen(layout, box.width);
    if (box.grow) layout.width = fill();
}

Scope Page::stack(const Box& box) {
    Scope scope = open(Role::none, box.key);
    fold(here().layout, box, Flow::column);
    if (box.grow) here().layout.height = {};  // grows along the row it stands in
    return scope;
}

Scope Page::row(const Box& box) {
    Scope scope = open(Role::none, box.key);
    fold(here().layout, box, Flow::row);
    return scope;
}

Scope Page::wrap(const Box& box) {
    Scope scope = open(Role::none, box.key);
    fold(here().layout, box, Flow::wrap);
    return scope;
}

Scope Page::columns(const ColumnsSpec& spec) {
    Scope scope = open(Role::none, spec.key);
    Layout& layout = here().layout;
    layout.gap = layout.line_gap = distance(spec.gap);
    layout.align = spec.align;
    if (size_class() <= spec.stack_up_to) {
        layout.align = Align::stretch;  // under each other every column has the whole width
        return scope;
    }
    layout.flow = Flow::grid;
    layout.first_weight = add_weights(spec.weights);
    layout.weights = static_cast<std::uint16_t>(spec.weights.size());
    layout.columns = layout.weights;  // 0: as many as children
    return scope;
}

Scope Page::tiles(int columns, Space gap) {
    Scope scope = open(Role::none);
    Layout& layout = here().layout;
    layout.flow = Flow::grid;
    layout.columns = static_cast<std::uint16_t>(columns);
    layout.gap = layout.line_gap = distance(gap);
    return scope;
}

Scope Page::card(const CardSpec& spec) {
    Scope scope = open(Role::none, spec.key);
    as_card(here(), spec);
    return scope;
}

Scope Page::link_box(std::string_view key, std::string_view href, const CardSpec& spec) {
    Scope scope = open(Role::link, key);
    attribute(Attribute::href, href);
    as_card(here(), spec);
    here().look.hover_fill = Colour::hover;
    return scope;
}

Scope Page::button_box(std::string_view key, const CardSpec& spec) {
    Scope scope = open(Role::button, key);
    as_card(here(), spec);
    here().look.hover_fill = Colour::hover;
    return scope;
}

Scope Page::region(std::string_view key, std::string_view name) {
    Scope scope = open(Role::region, key);
    attribute(Attribute::label, name);
    return scope;
}

Scope Page::scroll_area(std::string_view key, std::string_view name) {
    Scope scope = open(Role::scroll, key);
    attribute(Attribute::label, name);
    here().flags |= Flag::tabbable;
    here().layout.width = fill();
    here().layout.height = fill();
    return scope;
}

Scope Page::list(std::string_view name) {
    Scope scope = open(Role::list);
    if (!name.empty()) attribute(Attribute::label, name);
    return scope;
}

Scope Page::keyed(std::string_view key) { return open(Role::none, key); }

Scope Page::form(std::string_view key) {
    Scope scope = open(Role::form, key);
    here().layout.gap = distance(Space::medium);
    return scope;
}

void Page::spacer() {
    Node& node = add(Role::none);
    node.layout.width = fill();
    node.layout.height = fill();
}

void Page::space(Space space) {
    Node& node = add(Role::none);
    node.layout.width = node.layout.height = px(distance(space));
}

void Page::divider() {
    Node& node = add(Role::none);
    node.layout.height = px(1);
    node.look.fill = Colour::line;
}

Scope Page::list_row(std::string_view key, const RowSpec& spec) {
    const int depth = static_cast<int>(m_ids.size());
    Scope item = open(Role::list_item, key);
    const NodeIndex index = item.node();
    item.detach();
    here().look.line_above = spec.line_above;
    here().layout.flow = phone() ? Flow::wrap : Flow::row;
    here().layout.gap = here().layout.line_gap = 12;
    here().layout.align = Align::center;
    here().layout.padding = sides(0, 12);
    {
        Scope lead = spec.href.empty() ? row() : open(Role::link, "open");
        if (!spec.href.empty()) {
            attribute(Attribute::href, spec.href);
            here().look.hover_fill = Colour::hover;
            here().look.radius = 8;
            here().layout.flow = Flow::row;
            here().layout.align = Align::center;
            here().layout.min_height = 44;
        }
        here().layout.gap = 12;
        here().layout.width = fill();
        if (phone()) here().layout.min_width = 200;
        row_lead(spec);
    }
    return {this, index, depth};
}

void Page::row_lead(const RowSpec& spec) {
    if (!spec.date_line.empty()) {
        Scope date = stack();
        here().layout.width = px(68);
        here().layout.padding = {8, 0, 0, 0};
        here().look.edge = strong(spec.hue);
        text(spec.date_line, {.style = Text::strong, .align = Align::center, .one_line = true});
        text(spec.date_below, {.style = Text::caption, .align = Align::center, .one_line = true});
    }
    if (!spec.initials.empty()) avatar(spec.initials, spec.hue);
    if (spec.icon != no_icon) icon(spec.icon);
    {
        Scope words = stack({.grow = true});
        text(spec.title, Text::strong);
        if (!spec.subtitle.empty()) text(spec.subtitle, Text::small_muted);
    }
    if (!spec.trailing.empty()) text(spec.trailing, {.style = Text::price, .one_line = true});
}

}  // namespace loggia::ui
