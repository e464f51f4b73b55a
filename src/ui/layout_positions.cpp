// How high everything is, leaves first; then where it stands, root first.
#include "ui/placer.h"

#include "ui/text_lines.h"

#include <algorithm>
#include <cmath>

namespace loggia::ui {

void Placer::find_height(NodeIndex index) {
    const Edges padding = at(index).layout.padding;
    float height = 0;
    if (is_text(at(index))) {
        height = break_lines(m_page, index, at(index).rect.w - across(padding), m_measure);
    } else {
        for (NodeIndex child = at(index).first_child; child != no_node; child = at(child).next) {
            if (!has(at(child).flags, Flag::anchored | Flag::floating | Flag::absent)) find_height(child);
        }
        height = height_of_children(at(index));
    }
    Node& node = at(index);
    height += along(padding);
    if (node.layout.height.kind == Extent::Kind::fixed) height = node.layout.height.value;
    if (node.role == Role::scroll && node.layout.height.kind == Extent::Kind::fill) height = 160;
    node.rect.h = std::max(height, node.layout.min_height);
    if (node.layout.placed && node.place.height > 0) node.rect.h = node.place.height;
}

float Placer::height_of_children(const Node& node) {
    float sum = 0, tallest = 0;
    int count = 0;
    each(node, [&](NodeIndex child) {
        sum += at(child).rect.h;
        tallest = std::max(tallest, at(child).rect.h);
        ++count;
    });
    const float inner = node.rect.w - across(node.layout.padding);
    switch (node.layout.flow) {
    case Flow::column: return sum + node.layout.gap * static_cast<float>(std::max(0, count - 1));
    case Flow::row:
    case Flow::layers: return tallest;
    case Flow::wrap: {
        float height = -node.layout.line_gap;
        each_wrapped_line(node, inner, [&](const Line& line) {
            float line_height = 0;
            each_of_line(line, [&](NodeIndex child) { line_height = std::max(line_height, at(child).rect.h); });
            height += line_height + node.layout.line_gap;
        });
        return std::max(0.f, height);
    }
    case Flow::grid: {
        const std::size_t columns = grid_columns(node, inner).count;
        float height = 0, row = 0;
        std::size_t cell = 0;
        each(node, [&](NodeIndex child) {
            if (cell > 0 && cell % columns == 0) height += row + node.layout.line_gap, row = 0;
            row = std::max(row, at(child).rect.h);
            ++cell;
        });
        return height + row;
    }
    }
    return 0;
}

void Placer::place(NodeIndex index, float x, float y, float height, NodeIndex space) {
    Node& node = at(index);
    const float right = std::round(x + node.rect.w);
    node.rect.x = std::round(x), node.rect.y = std::round(y);
    if (!is_text(node)) node.rect.w = right - node.rect.x;
    node.rect.h = std::round(height);
    node.space = space;
    if (is_text(node)) {
        for (NodeIndex run = node.first_child; run != no_node; run = at(run).next) at(run).space = space;
        return;
    }
    if (node.role == Role::scroll) space = index, x = 0, y = 0;
    const Edges& padding = node.layout.padding;
    const float left = (node.role == Role::scroll ? 0 : node.rect.x) + padding.left;
    const float top = (node.role == Role::scroll ? 0 : node.rect.y) + padding.top;
    const float inner = height - along(padding);
    switch (node.layout.flow) {
    case Flow::column:
    case Flow::layers: place_in_column(index, left, top, inner, space); break;
    case Flow::row: place_in_row(index, left, top, inner, space); break;
    case Flow::wrap: place_in_wrap(index, left, top, space); break;
    case Flow::grid: place_in_grid(index, left, top, space); break;
    }
    for (NodeIndex child = at(index).first_child; child != no_node; child = at(child).next) {
        if (!at(child).layout.placed) continue;
        const Place& share = at(child).place;
        place(child, at(index).rect.x + share.left * at(index).rect.w, at(index).rect.y + share.top, at(child).rect.h,
              space);
    }
}

void Placer::place_in_column(NodeIndex index, float x, float y, float height, NodeIndex space) {
    const Node& node = at(index);
    const bool layers = node.layout.flow == Flow::layers;
    const float inner = node.rect.w - across(node.layout.padding);
    float used = 0, weights = 0;
    int count = 0;
    each(node, [&](NodeIndex child) {
        used += at(child).rect.h;
        if (at(child).layout.height.kind == Extent::Kind::fill) weights += at(child).layout.height.value;
        ++count;
    });
    used += node.layout.gap * static_cast<float>(std::max(0, count - 1));
    const float left = layers ? 0 : height - used;
    if (weights <= 0 && left > 0 && node.layout.justify == Justify::center) y += left / 2;
    if (weights <= 0 && left > 0 && node.layout.justify == Justify::end) y += left;
    each(node, [&](NodeIndex child) {
        Node& one = at(child);
        float own = one.rect.h;
        if (left > 0 && one.layout.height.kind == Extent::Kind::fill) own += left * one.layout.height.value / weights;
        if (left < 0 && one.role == Role::scroll && node.role != Role::scroll) own = std::max(40.f, own + left);
        const float free = inner - one.rect.w;
        const float shift = node.layout.align == Align::center ? free / 2
                            : node.layout.align == Align::end  ? free
                                                               : 0;
        place(child, x + std::max(0.f, shift), y, own, space);
        if (!layers) y += own + at(index).layout.gap;
    });
}

float Placer::aligned_height(const Node& parent, const Node& child, float height) const {
    const bool stretched = parent.layout.align == Align::stretch || child.layout.height.kind == Extent::Kind::fill;
    return stretched && child.layout.height.kind != Extent::Kind::fixed ? height : child.rect.h;
}

void Placer::place_in_row(NodeIndex index, float x, float y, float height, NodeIndex space) {
    const Node& node = at(index);
    float used = 0;
    int count = 0;
    each(node, [&](NodeIndex child) { used += at(child).rect.w, ++count; });
    float gap = node.layout.gap;
    const float left = std::max(0.f, node.rect.w - across(node.layout.padding) - used -
                                         gap * static_cast<float>(std::max(0, count - 1)));
    if (node.layout.justify == Justify::center) x += left / 2;
    if (node.layout.justify == Justify::end) x += left;
    if (node.layout.justify == Justify::between && count > 1) gap += left / static_cast<float>(count - 1);
    const Align align = node.layout.align;
    each(node, [&](NodeIndex child) {
        const float own = aligned_height(node, at(child), height);
        const float width = at(child).rect.w;
        const float free = height - own;
        place(child, x, y + (align == Align::center ? free / 2 : align == Align::end ? free : 0), own, space);
        x += width + gap;
    });
}

void Placer::place_in_wrap(NodeIndex index, float x, float y, NodeIndex space) {
    const Node& node = at(index);
    const float inner = node.rect.w - across(node.layout.padding);
    each_wrapped_line(node, inner, [&](const Line& line) {
        float height = 0;
        each_of_line(line, [&](NodeIndex child) { height = std::max(height, at(child).rect.h); });
        const float over = inner - line.used;
        float left = x + (node.layout.justify == Justify::center ? over / 2
                          : node.layout.justify == Justify::end  ? over
                                                                 : 0);
        const bool between = node.layout.justify == Justify::between && line.count > 1;
        const float gap = node.layout.gap + (between ? std::max(0.f, over) / static_cast<float>(line.count - 1) : 0);
        each_of_line(line, [&](NodeIndex child) {
            const float width = at(child).rect.w, own = at(child).rect.h;
            place(child, left, y + (node.layout.align == Align::center ? (height - own) / 2 : 0), own, space);
            left += width + gap;
        });
        y += height + node.layout.line_gap;
    });
}

void Placer::place_in_grid(NodeIndex index, float x, float y, NodeIndex space) {
    const Node& node = at(index);
    const Columns columns = grid_columns(node, node.rect.w - across(node.layout.padding));
    Line row{no_node, 0, 0};
    const auto place_row = [&] {
        float height = 0, left = x;
        std::size_t column = 0;
        each_of_line(row, [&](NodeIndex child) { height = std::max(height, at(child).rect.h); });
        each_of_line(row, [&](NodeIndex child) {
            const bool stretched = node.layout.align == Align::stretch;
            place(child, left, y, stretched ? height : at(child).rect.h, space);
            left += columns.width(column++) + node.layout.gap;
        });
        y += height + node.layout.line_gap;
        row.count = 0;
    };
    each(node, [&](NodeIndex child) {
        if (row.count++ == 0) row.first = child;
        if (static_cast<std::size_t>(row.count) == columns.count) place_row();
    });
    if (row.count > 0) place_row();
}

}  // namespace loggia::ui
