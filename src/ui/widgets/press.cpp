// What is pressed or followed: buttons, links, chips. Each is the native element; its content is drawn inside it.
#include "ui/page.h"
#include "ui/text_measure.h"
#include "ui/widgets/tooltip.h"

#include "icons.generated.h"

#include <string>

namespace loggia::ui {

namespace {

// Ground, border and ink of a button, and returns its ink.
Colour dress(Node& node, ButtonLook look, bool disabled, bool pressed) {
    Look& paint = node.look;
    paint.radius = 10;
    if (disabled) {
        if (look != ButtonLook::plain && look != ButtonLook::ghost)
            paint.fill = Colour::ground, paint.border = Colour::line;
        return Colour::faint;
    }
    switch (look) {
    case ButtonLook::primary:
        paint.fill = Colour::brand, paint.hover_fill = Colour::brand_hover;
        return Colour::on_brand;
    case ButtonLook::danger: paint.fill = Colour::red, paint.hover_fill = Colour::red_hover; return Colour::on_red;
    case ButtonLook::secondary:
        paint.fill = pressed ? Colour::brand_soft : Colour::surface;
        paint.border = pressed ? Colour::brand : Colour::line;
        paint.hover_fill = pressed ? Colour::brand_soft : Colour::hover;
        return pressed ? Colour::brand_ink : Colour::ink;
    case ButtonLook::ghost: paint.hover_fill = Colour::sunken; return Colour::ink;
    case ButtonLook::plain: paint.hover_fill = Colour::brand_soft; return Colour::brand_ink;
    }
    return Colour::ink;
}

void box_of_button(Node& node, bool small, bool wide, bool start, bool plain) {
    Layout& layout = node.layout;
    layout.flow = Flow::row;
    layout.align = Align::center;
    layout.justify = start ? Justify::start : Justify::center;
    layout.gap = 8;
    layout.padding = plain ? sides(small ? 8 : 0, small ? 6 : 11) : sides(small ? 12 : 18, small ? 7 : 11);
    if (start && !plain) layout.padding = sides(14, 11), layout.gap = 12;
    layout.min_height = small ? 36 : 44;
    if (wide) {
        layout.width = fill();
    } else {
        layout.hug = true;
    }
}

void tell_of_popup(Page& page, const ButtonSpec& spec) {
    page.attribute(Attribute::has_popup, spec.opens);
    page.attribute(Attribute::expanded, spec.expanded ? "true" : "false");
    page.attribute(Attribute::keys, spec.expanded ? "ve" : "v");
    if (spec.expanded) page.attribute(Attribute::controls, page.keep_number(spec.controls));
}

}  // namespace

void Page::button_content(std::string_view label, const ButtonSpec& spec, Colour ink) {
    if (spec.busy) {
        Node& spinner = add(Role::none);
        spinner.look.mark = Mark::spinner;
        spinner.look.icon = icon::loader_circle;
        spinner.look.ink = ink;
        spinner.look.amount = 18;
        spinner.layout.width = spinner.layout.height = px(18);
    } else if (spec.icon != no_icon) {
        icon(spec.icon, ink, spec.small ? 16 : 18);
    }
    const bool quiet = spec.start && spec.look == ButtonLook::secondary;
    const Text style = spec.small ? Text::small_strong : quiet ? Text::body : Text::strong;
    if (spec.disabled_reason.empty()) {
        if (label.empty()) return;
        text(label, {.style = style, .one_line = !spec.wide, .key = "label"});
        last().look.ink = ink;
        if (spec.start) last().layout.width = fill();
    } else {
        const Scope words = stack({.grow = spec.start});
        text(label, {.style = style, .align = spec.start ? Align::start : Align::center, .key = "label"});
        last().look.ink = Colour::muted;
        const Scope line = row(
            {.gap = Space::tight, .align = Align::start, .justify = spec.start ? Justify::start : Justify::center});
        here().layout.align = Align::start;
        {
            const Scope lock = stack();
            here().layout.padding = {0, 3, 0, 0};
            icon(icon::lock, Colour::muted, 12);
        }
        text(spec.disabled_reason, {.style = Text::caption, .key = "reason"});
        if (spec.start) last().layout.width = fill();
    }
    if (spec.trailing_icon != no_icon) icon(spec.trailing_icon, ink, 18);
}

bool Page::button(std::string_view key, std::string_view label, const ButtonSpec& spec) {
    const bool disabled = spec.disabled || !spec.disabled_reason.empty();
    const std::string tip_key = spec.tooltip.empty() ? std::string{} : std::string{key} + "-tip";
    const NodeId tip = id_of(tip_key);
    Scope scope = open(Role::button, key);
    const NodeIndex index = scope.node();
    Node& node = here();
    const NodeId id = node.id;
    node.flags |= when(disabled, Flag::disabled) | when(spec.busy, Flag::busy) | when(spec.toggle, Flag::toggle) |
                  when(spec.toggle && spec.pressed, Flag::selected);
    box_of_button(node, spec.small, spec.wide, spec.start, spec.look == ButtonLook::plain);
    const Colour ink = dress(node, spec.look, disabled, spec.pressed);
    if (!spec.name.empty()) {
        attribute(Attribute::label, spec.name);
    } else if (!spec.disabled_reason.empty()) {
        attribute(Attribute::label, label);
    }
    if (!spec.disabled_reason.empty()) attribute(Attribute::described_by, keep_number(id_of("reason")));
    if (!spec.opens.empty()) tell_of_popup(*this, spec);
    if (!spec.tooltip.empty()) tell_of_tooltip(*this, tip, spec.tooltip == spec.name);
    button_content(label, spec, ink);
    scope.close();
    if (!spec.tooltip.empty()) tooltip(*this, tip_key, spec.tooltip, index);
    return !disabled && !spec.busy && m_events.clicked(id);
}

bool Page::icon_button(std::string_view key, Icon glyph, std::string_view name, const ButtonSpec& given) {
    ButtonSpec spec = given;
    spec.icon = glyph;
    spec.name = name;
    if (given.look == ButtonLook::primary || given.look == ButtonLook::danger) return button(key, {}, spec);
    const auto index = static_cast<NodeIndex>(m_nodes.size());
    const bool pressed = button(key, {}, spec);
    Layout& layout = m_nodes[index].layout;
    layout.padding = {};
    layout.width = layout.height = px(given.small ? 36 : 44);
    layout.hug = true;
    return pressed;
}

void Page::submit(std::string_view key, std::string_view label, ButtonSpec spec) {
    const auto index = static_cast<NodeIndex>(m_nodes.size());
    button(key, label, spec);
    m_nodes[index].flags |= Flag::submit;
}

void Page::link(std::string_view key, std::string_view label, std::string_view href, const LinkSpec& spec) {
    if (spec.look == LinkLook::nav) return nav_item(key, label, href, spec.icon, spec.current, spec.badge);
    if (spec.look == LinkLook::chip) {
        chip(key, label, {.selected = spec.current, .icon = spec.icon, .href = href});
        return;
    }
    const Scope scope = open(Role::link, key);
    Node& node = here();
    node.flags |= when(spec.current, Flag::current);
    const ButtonLook look = spec.look == LinkLook::button    ? ButtonLook::secondary
                            : spec.look == LinkLook::primary ? ButtonLook::primary
                            : spec.look == LinkLook::ghost   ? ButtonLook::ghost
                                                             : ButtonLook::plain;
    box_of_button(node, spec.small, spec.wide, false, look == ButtonLook::plain);
    const Colour ink = dress(node, look, false, spec.current);
    if (look == ButtonLook::plain) node.look.hover_fill = Colour::none;
    attribute(Attribute::href, href);
    if (!spec.name.empty()) attribute(Attribute::label, spec.name);
    if (spec.new_tab) attribute(Attribute::target, "_blank");
    if (spec.download) attribute(Attribute::download, "");
    button_content(label, {.icon = spec.icon, .trailing_icon = spec.trailing_icon, .small = spec.small}, ink);
}

void Page::nav_item(std::string_view key, std::string_view label, std::string_view href, Icon glyph, bool current,
                    std::string_view badge_text) {
    const bool tabs = m_nav_tabs, bar = m_nav_bar;
    const Scope scope = open(Role::link, key);
    Node& node = here();
    node.flags |= when(current, Flag::current);
    node.layout.align = Align::center;
    node.layout.flow = tabs ? Flow::column : Flow::row;
    node.layout.gap = tabs ? 2 : 12;
    node.layout.padding = tabs ? sides(4, 8) : bar ? sides(10, 8) : sides(12, 10);
    node.layout.min_height = tabs ? 56 : bar ? 36 : 44;
    if (tabs) node.layout.width = fill(), node.layout.justify = Justify::center;
    node.look.radius = bar ? 18 : 10;
    if (!tabs) node.look.fill = current ? Colour::brand_soft : Colour::none;
    if (!current) node.look.hover_fill = Colour::hover;
    attribute(Attribute::href, href);
    const Colour ink = current ? Colour::brand_ink : Colour::ink_soft;
    if (glyph != no_icon && !bar) icon(glyph, ink, 20);
    const Text style = tabs ? Text::caption : bar ? Text::small : current ? Text::strong : Text::body;
    text(label, {.style = style, .align = tabs ? Align::center : Align::start, .one_line = true});
    last().look.ink = ink;
    if (badge_text.empty()) return;
    if (!tabs) spacer();
    badge(badge_text);
}

bool Page::chip(std::string_view key, std::string_view label, const ChipSpec& spec) {
    const Scope scope = open(spec.href.empty() ? Role::button : Role::link, key);
    Node& node = here();
    const NodeId id = node.id;
    const bool coloured = spec.dot && spec.selected;
    node.flags |=
        spec.href.empty() ? Flag::toggle | when(spec.selected, Flag::selected) : when(spec.selected, Flag::current);
    node.layout.flow = Flow::row;
    node.layout.align = Align::center;
    node.layout.gap = 6;
    node.layout.padding = spec.initials.empty() ? sides(12, 6) : Edges{5, 5, 12, 5};
    node.layout.min_height = spec.initials.empty() ? 32 : 38;
    node.layout.hug = true;
    node.look.radius = 19;
    node.look.fill = coloured ? soft(spec.hue) : spec.selected ? Colour::brand_soft : Colour::sunken;
    node.look.hover_fill = spec.selected ? Colour::none : Colour::line;
    if (!spec.href.empty()) attribute(Attribute::href, spec.href);
    const Colour ink_colour = coloured ? ink(spec.hue) : spec.selected ? Colour::brand_ink : Colour::ink_soft;
    if (!spec.initials.empty()) avatar(spec.initials, spec.hue, 28);
    if (spec.icon != no_icon) icon(spec.icon, ink_colour, 16);
    if (spec.dot) {
        Node& dot = add(Role::none);
        dot.look.mark = Mark::dot;
        dot.look.ink = spec.selected ? strong(spec.hue) : Colour::faint;
        dot.layout.width = dot.layout.height = px(10);
    }
    text(label, {.style = Text::small, .one_line = true});
    last().look.ink = ink_colour;
    return m_events.clicked(id);
}

bool Page::option_tile(std::string_view key, std::string_view label, bool selected, std::string_view spoken,
                       bool disabled) {
    const Scope scope = open(Role::button, key);
    Node& node = here();
    const NodeId id = node.id;
    node.flags |= Flag::toggle | when(selected, Flag::selected) | when(disabled, Flag::disabled);
    box_of_button(node, false, true, false, false);
    node.layout.padding = sides(4, 11);
    node.look.radius = 10;
    node.look.fill = selected ? Colour::brand : Colour::surface;
    node.look.border = selected ? Colour::brand : Colour::line;
    node.look.hover_fill = selected ? Colour::brand_hover : Colour::brand_soft;
    if (!spoken.empty()) attribute(Attribute::label, spoken);
    text(label, {.style = Text::strong, .one_line = true});
    last().look.ink = disabled ? Colour::faint : selected ? Colour::on_brand : Colour::ink;
    return !disabled && m_events.clicked(id);
}

}  // namespace loggia::ui
