#include "ui/paint/painter.h"

#include <algorithm>
#include <cmath>

namespace loggia::ui {

namespace {

constexpr float shadow_reach = 24;
constexpr float entrance = 16;  // pixels that a box slides in; style.css says the same

}  // namespace

ImU32 Painter::colour(Colour colour) const {
    const Rgba& rgba = m_palette[static_cast<std::size_t>(colour)];
    return IM_COL32(rgba.r, rgba.g, rgba.b, rgba.a);
}

// Where the content of a scroller, a bar or the document begins in the window.
Painter::Box Painter::origin_of(NodeIndex space) const {
    const Node& node = m_page.nodes()[space];
    if (space == 0) {
        const auto [x, y] = m_page.events().scrolled(0);
        return {-x, -y, 0, 0};
    }
    if (node.role != Role::scroll) return {0, 0, 0, 0};
    const Box outer = origin_of(node.space);
    const auto [x, y] = m_page.events().scrolled(node.id);
    return {outer.x + node.rect.x - x, outer.y + node.rect.y - y, 0, 0};
}

Painter::Box Painter::on_screen(const Node& node) {
    if (node.space != m_space) m_space = node.space, m_origin = origin_of(m_space);
    const Box& origin = m_origin;
    return {origin.x + node.rect.x, origin.y + node.rect.y, node.rect.w, node.rect.h};
}

void Painter::paint() {
    walk(0, false);
    paint_anchored();
}

void Painter::paint_anchored() {
    const std::vector<Node>& nodes = m_page.nodes();
    for (const bool modal : {false, true}) {
        for (NodeIndex i = 1; i < nodes.size(); ++i) {
            const Node& node = nodes[i];
            if (!has(node.flags, Flag::anchored) || has(node.flags, Flag::absent) ||
                has(node.flags, Flag::dom_painted))
                continue;
            if ((node.role == Role::dialog) != modal) continue;
            paint_entering(i);
        }
    }
}

void Painter::paint_entering(NodeIndex index) {
    const Node& node = m_page.nodes()[index];
    const float arrived = m_motion.arrived(node.id);
    const int first = list().VtxBuffer.Size;
    if (node.role == Role::dialog)
        list().AddRectFilled({0, 0}, {m_page.viewport().width, m_page.viewport().height}, colour(Colour::scrim));
    const int own = list().VtxBuffer.Size;
    m_canvas.fade(arrived);
    walk(index, true);
    m_canvas.fade(1);
    if (arrived >= 1) return;
    const ImVec2 away = node.layout.anchor == Anchor::right ? ImVec2{entrance * (1 - arrived), 0}
                                                            : ImVec2{0, entrance * (1 - arrived)};
    for (int i = first; i < list().VtxBuffer.Size; ++i) {
        ImDrawVert& vertex = list().VtxBuffer[i];
        if (i >= own) vertex.pos.x += away.x, vertex.pos.y += away.y;
        const auto alpha = static_cast<ImU32>(static_cast<float>(vertex.col >> IM_COL32_A_SHIFT) * arrived);
        vertex.col = (vertex.col & ~IM_COL32_A_MASK) | alpha << IM_COL32_A_SHIFT;
    }
}

void Painter::walk(NodeIndex index, bool anchored) {
    const Node& node = m_page.nodes()[index];
    constexpr Flag unseen = Flag::absent | Flag::hidden | Flag::dom_painted;
    if ((static_cast<std::uint32_t>(node.flags) & static_cast<std::uint32_t>(unseen)) != 0) return;
    if (has(node.flags, Flag::anchored) && !anchored) return;
    const Box box = on_screen(node);
    const Viewport& view = m_page.viewport();
    const bool outside = box.y > view.height + shadow_reach || box.y + box.h < -shadow_reach;
    if (outside && index != 0) return;
    const bool clips =
        node.role == Role::scroll || (has(node.flags, Flag::clips) && (node.role == Role::none || overflows(node)));
    body(node, box);
    const bool is_round = clips && node.look.radius > 0;
    if (is_round)
        m_canvas.clip({box.x, box.y, box.w, box.h, static_cast<float>(node.look.radius)});
    else if (clips)
        list().PushClipRect({box.x, box.y}, {box.x + box.w, box.y + box.h}, true);
    if (node.look.mark != Mark::none) mark(node, box);
    if (node.look.mark != Mark::text) {
        for (NodeIndex child = node.first_child; child != no_node; child = m_page.nodes()[child].next)
            walk(child, false);
    }
    if (is_round)
        m_canvas.unclip();
    else if (clips)
        list().PopClipRect();
}

// Every clip is a draw call of its own; what fits needs none, unless it is a card whose corners its rows would fill.
// Words end in time by themselves.
bool Painter::overflows(const Node& node) const {
    for (NodeIndex child = node.first_child; child != no_node; child = m_page.nodes()[child].next) {
        const Rect& rect = m_page.nodes()[child].rect;
        if (rect.y + rect.h > node.rect.y + node.rect.h || rect.x + rect.w > node.rect.x + node.rect.w + 1)
            return true;
    }
    return false;
}

void Painter::body(const Node& node, const Box& box) {
    const Look& look = node.look;
    if (node.role == Role::field || node.role == Role::text_area || node.role == Role::select ||
        node.role == Role::combo_box || node.role == Role::spin_button)
        return field(node, box);
    const ImVec2 from{box.x, box.y}, to{box.x + box.w, box.y + box.h};
    const auto radius = static_cast<float>(look.radius);
    if (look.shadow == 1) m_canvas.shadow({box.x, box.y + 1, box.w, box.h, radius, 3, 0.05f});
    if (look.shadow == 2) m_canvas.shadow({box.x, box.y + 3, box.w, box.h, radius, 10, 0.14f});
    if (look.shadow == 3) m_canvas.shadow({box.x, box.y + 8, box.w, box.h, radius, 32, 0.22f});
    const bool hovered = node.id != 0 && node.id == m_page.events().hovered && look.hover_fill != Colour::none &&
                         !has(node.flags, Flag::disabled);
    const Colour fill = hovered ? look.hover_fill : look.fill;
    const bool drawn_by_mark = look.mark == Mark::progress || look.mark == Mark::radio || look.mark == Mark::checkbox;
    if (fill != Colour::none && !drawn_by_mark) m_canvas.box(box.x, box.y, box.w, box.h, radius, colour(fill));
    if (look.edge != Colour::none) edge(look, box);
    if (look.border != Colour::none && !drawn_by_mark) {
        const auto width = static_cast<float>(look.border_width);
        outline(box, radius, width, colour(look.border));
    }
    lines(node, box);
}

// Inside the box. ImGui draws along the middle of the outermost pixels, whatever the width.
void Painter::outline(const Box& box, float radius, float width, ImU32 colour) {
    const float inset = (width - 1) / 2;
    list().AddRect({box.x + inset, box.y + inset}, {box.x + box.w - inset, box.y + box.h - inset}, colour,
                   std::max(0.f, radius - width / 2), 0, width);
}

void Painter::edge(const Look& look, const Box& box) {
    constexpr float width = 4;
    const auto radius = static_cast<float>(look.radius);
    if (!m_page.runs_right_to_left()) return m_canvas.edge(box.x, box.y, box.h, radius, width, colour(look.edge));
    list().PushClipRect({box.x + box.w - width, box.y}, {box.x + box.w, box.y + box.h}, true);
    m_canvas.box(box.x, box.y, box.w, box.h, radius, colour(look.edge));
    list().PopClipRect();
}

void Painter::lines(const Node& node, const Box& box) {
    const ImU32 line = colour(Colour::line);
    const float right = box.x + box.w, bottom = box.y + box.h;
    if (node.look.line_above) list().AddRectFilled({box.x, box.y}, {right, box.y + 1}, line);
    if (node.look.line_below) list().AddRectFilled({box.x, bottom - 1}, {right, bottom}, line);
    if (node.look.line_left) list().AddRectFilled({box.x, box.y}, {box.x + 1, bottom}, line);
    if (node.look.line_right) list().AddRectFilled({right - 1, box.y}, {right, bottom}, line);
}

// The browser shows fields; one that a dialog veils is drawn as it looked.
void Painter::field(const Node& node, const Box& box) {
    if (!has(node.flags, Flag::veiled)) return;
    const ImVec2 from{box.x, box.y}, to{box.x + box.w, box.y + box.h};
    list().AddRectFilled(from, to, colour(node.look.fill), 10);
    outline(box, 10, 1, colour(node.look.border));
    std::string_view shown = node.value;
    for (NodeIndex option = node.first_child; option != no_node; option = m_page.nodes()[option].next) {
        if (has(m_page.nodes()[option].flags, Flag::selected)) shown = m_page.nodes()[option].name;
    }
    if (has(node.flags, Flag::reveals)) shown = {};
    list().PushClipRect({from.x + 12, from.y}, {to.x - 12, to.y}, true);
    const TextShape& shape = shape_of(Text::field);
    const float width = m_page.runs_right_to_left() ? m_canvas.width(shown, shape.size, shape.semibold) : 0;
    m_canvas.text(width > 0 ? to.x - 14 - width : box.x + 14, box.y + 12, shown, shape, colour(Colour::ink));
    list().PopClipRect();
}

void Painter::text(const Node& node, const Box& box) {
    const std::vector<Node>& nodes = m_page.nodes();
    for (std::uint32_t i = 0; i < node.lines; ++i) {
        const TextLine& line = m_page.lines()[node.first_line + i];
        const Look& look = nodes[line.run].look;
        const TextShape shape = shape_of(look.text);
        const bool hovered_link = nodes[line.run].role == Role::link;
        const ImU32 ink = colour(look.ink == Colour::none ? shape.colour : look.ink);
        const float x = box.x + node.layout.padding.left + line.x, y = box.y + node.layout.padding.top + line.y;
        const float limit = node.rect.w - across(node.layout.padding);
        if (line.width > limit + 1 && has(node.flags, Flag::one_line))
            m_canvas.text_within(x, y, limit, line.text, shape, ink);
        else
            m_canvas.text(x, y, line.text, shape, ink);
        if (hovered_link) list().AddRectFilled({x, y + shape.line - 3}, {x + line.width, y + shape.line - 2}, ink);
    }
}

void Painter::mark(const Node& node, const Box& box) {
    const Look& look = node.look;
    const float x = box.x + box.w / 2, y = box.y + box.h / 2;
    switch (look.mark) {
    case Mark::none: return;
    case Mark::text: return text(node, box);
    case Mark::icon: return m_canvas.icon(x, y, look.icon, look.amount, colour(look.ink));
    case Mark::avatar: return avatar(node, box);
    case Mark::radio:
    case Mark::checkbox: return check(node, box);
    case Mark::dots: return dots(node, box);
    case Mark::progress: {
        list().AddRectFilled({box.x, box.y}, {box.x + box.w, box.y + box.h}, colour(look.fill));
        const float done = box.w * static_cast<float>(look.amount) / 100;
        const float from = m_page.runs_right_to_left() ? box.x + box.w - done : box.x;
        list().AddRectFilled({from, box.y}, {from + done, box.y + box.h}, colour(look.ink));
        return;
    }
    case Mark::hatch: return hatch(box, look.radius);
    case Mark::now_line: {
        list().AddRectFilled({box.x, box.y}, {box.x + box.w, box.y + 2}, colour(look.ink));
        list().AddCircleFilled({m_page.runs_right_to_left() ? box.x + box.w : box.x, box.y + 1}, 4, colour(look.ink));
        return;
    }
    case Mark::dot: return list().AddCircleFilled({x, y}, box.w / 2, colour(look.ink));
    case Mark::hour_lines: return hour_lines(node, box);
    case Mark::pattern:
    case Mark::marker:
    case Mark::line_chart:
    case Mark::heat_map: return chart(node, box);
    case Mark::chevron:
    case Mark::skeleton: return;
    case Mark::spinner: return m_canvas.icon(x, y, look.icon, look.amount, colour(look.ink), m_motion.turned());
    }
}

void Painter::avatar(const Node& node, const Box& box) {
    const TextShape shape{static_cast<float>(node.look.amount), box.h, true, Colour::on_brand};
    const float width = m_canvas.width(node.name, shape.size, true);
    m_canvas.text(box.x + (box.w - width) / 2, box.y, node.name, shape, colour(node.look.ink));
}

void Painter::check(const Node& node, const Box& box) {
    const Look& look = node.look;
    const ImVec2 center{box.x + box.w / 2, box.y + box.h / 2};
    const bool on = look.amount != 0;
    if (look.mark == Mark::radio) {
        list().AddCircleFilled(center, box.w / 2, colour(Colour::surface));
        list().AddCircle(center, box.w / 2 - 1, colour(look.border), 0, 2);
        if (on) list().AddCircleFilled(center, box.w / 2 - 5.5f, colour(Colour::brand));
        return;
    }
    const ImVec2 from{box.x, box.y}, to{box.x + box.w, box.y + box.h};
    list().AddRectFilled(from, to, colour(look.fill), look.radius);
    if (!on) outline(box, look.radius, 2, colour(look.border));
    if (on) m_canvas.icon(center.x, center.y, look.icon, 14, colour(look.ink));
}

void Painter::dots(const Node& node, const Box& box) {
    const float x = box.x + box.w / 2, y = box.y + box.h / 2;
    const ImU32 full = colour(node.look.ink), pale = (full & ~IM_COL32_A_MASK) | (70u << IM_COL32_A_SHIFT);
    for (int i = 0; i < 3; ++i)
        list().AddCircleFilled({x + static_cast<float>(i - 1) * 6, y}, 2, i < node.look.amount ? full : pale);
}

void Painter::hatch(const Box& box, float radius) {
    const ImU32 stripe = colour(Colour::line);
    list().PushClipRect({box.x + 4, box.y + radius / 4}, {box.x + box.w - radius / 4, box.y + box.h - radius / 4},
                        true);
    for (float x = box.x - box.h; x < box.x + box.w; x += 14)
        list().AddLine({x, box.y + box.h}, {x + box.h, box.y}, stripe, 5);
    list().PopClipRect();
}

void Painter::hour_lines(const Node& node, const Box& box) {
    const float step = std::max(8.f, node.layout.gap);
    for (float y = box.y + node.layout.padding.top; y < box.y + box.h; y += step) {
        list().AddRectFilled({box.x, std::round(y)}, {box.x + box.w, std::round(y) + 1}, colour(Colour::line));
    }
}

}  // namespace loggia::ui
