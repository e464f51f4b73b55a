// The frame of a screen: bars, navigation, main part, drawer, dialog, toast.
#include "ui/page.h"

#include "icons.generated.h"

namespace loggia::ui {

namespace {

constexpr float side_nav_width = 216, drawer_width = 320;

}  // namespace

Scope Page::top_bar(const TopBarSpec& spec) {
    const int depth = static_cast<int>(m_ids.size());
    Scope banner = open(Role::banner, "top");
    const NodeIndex index = banner.node();
    banner.detach();
    m_nav_bar = true, m_nav_tabs = false;
    here().look.fill = Colour::surface;
    here().look.line_below = spec.percent < 0;
    if (spec.percent >= 0) {
        here().layout.min_height = 60;
        const auto at = static_cast<NodeIndex>(m_nodes.size());
        progress(spec.step.empty() ? spec.title : spec.step, spec.percent);
        m_nodes[at].place = {0, 1, 56, 4};
        m_nodes[at].layout.placed = true;
    }
    Scope bar = row({.gap = Space::small});
    bar.detach();
    here().layout.padding = sides(phone() ? 8 : desktop() ? 40 : 24, phone() ? 6 : 10);
    here().layout.min_height = phone() ? 56 : 67;
    if (!spec.back_href.empty()) {
        {
            const Scope back = open(Role::link, "back");
            attribute(Attribute::href, spec.back_href);
            attribute(Attribute::label, spec.back_name.empty() ? m_words.back : spec.back_name);
            here().look.hover_fill = Colour::hover;
            here().look.radius = 10;
            here().layout.width = here().layout.height = px(44);
            here().layout.flow = Flow::row;
            here().layout.align = Align::center;
            here().layout.justify = Justify::center;
            icon(icon::arrow_left, Colour::ink, 20);
        }
        heading(1, spec.title, "screen-title");
        last().look.text = Text::title;
        last().flags |= Flag::one_line;
    } else {
        const Scope home = open(Role::link, "home");
        attribute(Attribute::href, spec.home_href);
        here().layout.flow = Flow::row;
        here().layout.gap = 12;
        here().layout.align = Align::center;
        here().layout.min_height = 44;
        here().layout.padding = sides(phone() ? 8 : 0, 0);
        here().look.radius = 10;
        if (spec.emblem != no_icon) emblem(spec.emblem);
        text(spec.title, {.style = Text::title, .one_line = true});
    }
    spacer();
    if (!spec.step.empty()) {
        text(spec.step, {.style = Text::muted, .one_line = true});
        space(Space::tight);
    }
    return {this, index, depth};
}

Scope Page::bar_nav(std::string_view name) {
    m_nav_bar = true, m_nav_tabs = false;
    Scope nav = open(Role::navigation, "bar-nav");
    attribute(Attribute::label, name.empty() ? m_words.main_navigation : name);
    here().layout.flow = Flow::row;
    here().layout.align = Align::center;
    here().layout.gap = 8;
    return nav;
}

Scope Page::side_nav(const SideNavSpec& spec) {
    m_nav_bar = m_nav_tabs = false;
    Scope nav = open(Role::navigation, "side");
    attribute(Attribute::label, spec.name.empty() ? m_words.main_navigation : spec.name);
    Layout& layout = here().layout;
    layout.anchor = Anchor::left;
    layout.width = px(desktop() ? side_nav_width : 0);
    layout.padding = {12, 16, 12, 16};
    layout.gap = 2;
    here().flags |= Flag::anchored | when(!desktop(), Flag::absent);
    here().look.fill = Colour::surface;
    here().look.line_right = true;
    {
        const Scope home = open(Role::link, "home");
        attribute(Attribute::href, spec.home_href);
        here().layout.flow = Flow::row;
        here().layout.gap = 12;
        here().layout.align = Align::center;
        here().layout.padding = sides(8, 0);
        here().layout.min_height = 44;
        here().look.radius = 10;
        if (spec.emblem != no_icon) emblem(spec.emblem);
        text(spec.title, {.style = Text::strong});
        last().layout.width = fill();
    }
    space(Space::small);
    return nav;
}

Scope Page::main(Width width) {
    m_nav_bar = m_nav_tabs = false;
    const int depth = static_cast<int>(m_ids.size());
    Scope outer = open(Role::main, "main");
    const NodeIndex index = outer.node();
    outer.detach();
    here().layout.align = Align::center;
    here().layout.padding = phone()     ? Edges{16, 16, 16, 24}
                            : desktop() ? Edges{32, 32, 32, 48}
                                        : Edges{24, 24, 24, 40};
    Scope inner = stack({.gap = Space::medium, .width = width == Width::automatic ? Width::page : width});
    inner.detach();
    return {this, index, depth};
}

Scope Page::full_main() {
    m_nav_bar = m_nav_tabs = false;
    Scope scope = open(Role::main, "main");
    here().layout.height = fill();
    here().look.fill = Colour::surface;
    return scope;
}

Scope Page::bottom_bar(std::string_view name) {
    m_nav_bar = m_nav_tabs = false;
    Scope bar = open(Role::region, "bottom-bar");
    attribute(Attribute::label, name.empty() ? m_words.summary : name);
    here().flags |= Flag::anchored | Flag::dom_painted;
    here().layout.anchor = Anchor::bottom;
    here().layout.padding = sides(16, 12);
    here().layout.gap = 12;
    here().look.fill = Colour::surface;
    here().look.line_above = true;
    return bar;
}

Scope Page::bottom_nav(std::string_view name) {
    m_nav_bar = false, m_nav_tabs = true;
    Scope nav = open(Role::navigation, "tabs");
    attribute(Attribute::label, name.empty() ? m_words.main_navigation : name);
    here().flags |= Flag::anchored | Flag::dom_painted | when(desktop(), Flag::absent);
    here().layout.anchor = Anchor::bottom;
    here().layout.flow = Flow::row;
    here().layout.align = Align::center;
    here().layout.padding = sides(4, 0);
    here().look.fill = Colour::surface;
    here().look.line_above = true;
    return nav;
}

Scope Page::drawer(std::string_view key, std::string_view title) {
    m_nav_bar = m_nav_tabs = false;
    const int depth = static_cast<int>(m_ids.size());
    const bool covers = !desktop();
    Scope panel = open(covers ? Role::dialog : Role::complementary, key);
    const NodeIndex index = panel.node();
    panel.detach();
    attribute(Attribute::label, title);
    Node& node = here();
    const NodeId id = node.id;
    node.flags |= Flag::anchored | when(covers, Flag::open);
    node.layout.anchor = covers ? Anchor::sheet : Anchor::right;
    node.layout.width = px(phone() ? 0 : covers ? 400 : drawer_width);
    node.look.fill = Colour::surface;
    node.look.line_left = true;
    node.look.shadow = covers ? 3 : 0;
    if (covers) m_modal = index;
    {
        const Scope head = row({.gap = Space::small});
        here().layout.padding = {20, 10, 10, 6};
        heading(2, title);
        last().layout.width = fill();
        if (icon_button("close", icon::x, m_words.close, {.look = ButtonLook::ghost})) m_events.close(id);
        // Whoever opened it gets the focus back. Only a modal drawer has the browser do that.
        std::int32_t& opener = memory(id);
        if (opener == 0) opener = static_cast<std::int32_t>(m_events.focused);
        if (!covers && m_events.closed(id)) focus_id(static_cast<NodeId>(std::exchange(opener, 0)));
    }
    Scope body = scroll_area("body", title);
    body.detach();
    here().layout.padding = {20, 4, 20, 24};
    here().layout.gap = 12;
    return {this, index, depth};
}

Scope Page::dialog(std::string_view key, const DialogSpec& spec) {
    m_nav_bar = m_nav_tabs = false;
    const int depth = static_cast<int>(m_ids.size());
    Scope panel = open(Role::dialog, key);
    const NodeIndex index = panel.node();
    panel.detach();
    attribute(Attribute::label, spec.title);
    Node& node = here();
    const NodeId id = node.id;
    node.flags |= Flag::anchored | Flag::open;
    node.layout.anchor = spec.sheet && phone() ? Anchor::bottom_sheet : Anchor::center;
    node.layout.width = px(spec.wide ? 640 : 480);
    node.look.fill = Colour::surface;
    node.look.radius = 14;
    node.look.shadow = 3;
    m_modal = index;
    {
        const Scope head = row({.gap = Space::small});
        here().layout.padding = {24, 14, 12, 4};
        heading(2, spec.title);
        last().layout.width = fill();
        if (icon_button("close", icon::x, m_words.close, {.look = ButtonLook::ghost})) m_events.close(id);
    }
    Scope body = scroll_area("body", spec.title);
    body.detach();
    here().layout.height = fit();
    here().layout.padding = {24, 4, 24, 24};
    here().layout.gap = 16;
    return {this, index, depth};
}

void Page::toast(std::string_view words, Tone tone) {
    const Scope box = open(Role::status, {});
    here().flags |= Flag::anchored | Flag::dom_painted;
    here().layout.anchor = Anchor::toast;
    here().layout.flow = Flow::row;
    here().layout.gap = 10;
    here().layout.align = Align::center;
    here().layout.padding = sides(16, 12);
    here().look.fill = Colour::emblem;
    here().look.radius = 12;
    here().look.shadow = 2;
    const Icon glyph = tone == Tone::red     ? icon::circle_alert
                       : tone == Tone::amber ? icon::triangle_alert
                                             : icon::circle_check;
    icon(glyph, Colour::on_emblem, 20);
    text(words, Text::small);
    last().look.ink = Colour::on_emblem;
}

}  // namespace loggia::ui
