// Bars, lines and maps of heat. Each series has a pattern or marker of its own besides its colour.
#include "ui/paint/painter.h"

#include <algorithm>
#include <cmath>

namespace loggia::ui {

void Painter::chart(const Node& node, const Box& box) {
    switch (node.look.mark) {
    case Mark::pattern: return pattern(node, box);
    case Mark::marker: return marker(box.x + box.w / 2, box.y + box.h / 2, node.look.amount, colour(node.look.ink));
    case Mark::line_chart: return line_chart(node, box);
    case Mark::heat_map: return heat_map(node, box);
    default: return;
    }
}

// The first series is plain; the others are striped one way, the other way, and across.
void Painter::pattern(const Node& node, const Box& box) {
    const int kind = node.look.amount % 4;
    if (kind == 0) return;
    const ImU32 stripe = (colour(Colour::surface) & ~IM_COL32_A_MASK) | (120u << IM_COL32_A_SHIFT);
    list().PushClipRect({box.x + 1, box.y + 1}, {box.x + box.w - 1, box.y + box.h - 1}, true);
    if (kind == 3) {
        for (float y = box.y + 3; y < box.y + box.h; y += 6)
            list().AddRectFilled({box.x, y}, {box.x + box.w, y + 2}, stripe);
    } else {
        for (float x = box.x - box.h; x < box.x + box.w; x += 8) {
            const float low = kind == 1 ? box.y + box.h : box.y, high = kind == 1 ? box.y : box.y + box.h;
            list().AddLine({x, low}, {x + box.h, high}, stripe, 2.5f);
        }
    }
    list().PopClipRect();
}

void Painter::marker(float x, float y, int series, ImU32 ink) {
    constexpr float r = 4.5f;
    switch (series % 4) {
    case 0: return list().AddCircleFilled({x, y}, r, ink);
    case 1: return list().AddRectFilled({x - r, y - r}, {x + r, y + r}, ink);
    case 2: return list().AddTriangleFilled({x, y - r - 1}, {x + r + 1, y + r}, {x - r - 1, y + r}, ink);
    default: return list().AddQuadFilled({x, y - r - 1}, {x + r + 1, y}, {x, y + r + 1}, {x - r - 1, y}, ink);
    }
}

void Painter::line_chart(const Node& node, const Box& box) {
    const std::size_t count = node.layout.weights;
    if (count == 0) return;
    const ImU32 ink = colour(node.look.ink);
    const auto at = [&](std::size_t i) {
        const float step = box.w / static_cast<float>(count);
        const float share = m_page.weights()[node.layout.first_weight + i];
        return ImVec2{box.x + step * (static_cast<float>(i) + 0.5f), box.y + box.h * share};
    };
    for (std::size_t i = 0; i < count; ++i) list().PathLineTo(at(i));
    list().PathStroke(ink, 0, 2.5f);
    for (std::size_t i = 0; i < count; ++i) marker(at(i).x, at(i).y, node.look.amount, ink);
}

void Painter::heat_map(const Node& node, const Box& box) {
    const std::size_t columns = std::max<std::size_t>(1, node.layout.columns);
    Heat heat{};
    heat.x = box.x, heat.y = box.y, heat.w = box.w, heat.h = box.h;
    heat.columns = static_cast<int>(std::min<std::size_t>(columns, Heat::most));
    heat.rows = static_cast<int>(std::min(node.value.size(), Heat::most) / columns);
    heat.low = colour(node.look.fill), heat.high = colour(node.look.ink), heat.closed = colour(Colour::line);
    std::copy_n(node.value.begin(), static_cast<std::size_t>(heat.columns * heat.rows), heat.percent.begin());
    m_canvas.heat(heat);
}

}  // namespace loggia::ui
