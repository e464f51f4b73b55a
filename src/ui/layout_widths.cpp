// How wide everything wants to be, leaves first; then how wide it gets, root first.
#include "ui/placer.h"

#include "ui/text_lines.h"

#include <algorithm>
#include <cmath>

namespace loggia::ui {

void Placer::want_width(NodeIndex index) {
    float wanted = 0, least = 0;
    if (is_text(at(index))) {
        const TextWidth width = width_of_text(m_page, index, m_measure);
        wanted = std::ceil(width.whole), least = std::ceil(width.longest_word);
        at(index).text_width = width.whole;
        if (width.foreign && !m_measure.shapes()) leave_to_browser(index);
    } else {
        for (NodeIndex child = at(index).first_child; child != no_node; child = at(child).next) want_width(child);
        want_of_children(at(index), wanted, least);
    }
    Node& node = at(index);
    const Layout& layout = node.layout;
    wanted += across(layout.padding), least += across(layout.padding);
    if (layout.width.kind == Extent::Kind::fixed) wanted = least = layout.width.value;
    wanted = std::max(wanted, layout.min_width), least = std::max(least, layout.min_width);
    if (layout.max_width > 0) wanted = std::min(wanted, layout.max_width), least = std::min(least, layout.max_width);
    if (layout.may_shrink) least = std::min(least, layout.min_width);
    node.wanted_width = wanted, node.least_width = std::min(least, wanted);
}

// A text with characters that the font lacks is shown by the browser, which has them all.
void Placer::leave_to_browser(NodeIndex index) {
    at(index).flags |= Flag::dom_painted;
    for (NodeIndex run = at(index).first_child; run != no_node; run = at(run).next)
        at(run).flags |= Flag::dom_painted;
}

void Placer::want_of_children(const Node& node, float& wanted, float& least) {
    float widest = 0, widest_least = 0, sum = 0, sum_least = 0;
    int count = 0;
    each(node, [&](NodeIndex child) {
        widest = std::max(widest, at(child).wanted_width),
        widest_least = std::max(widest_least, at(child).least_width);
        sum += at(child).wanted_width, sum_least += at(child).least_width;
        ++count;
    });
    const float gaps = node.layout.gap * static_cast<float>(std::max(0, count - 1));
    switch (node.layout.flow) {
    case Flow::column:
    case Flow::layers: wanted = widest, least = widest_least; return;
    case Flow::row: wanted = sum + gaps, least = sum_least + gaps; return;
    case Flow::wrap: wanted = sum + gaps, least = widest_least; return;
    case Flow::grid: {
        const auto columns = static_cast<float>(node.layout.columns == 0 ? count : node.layout.columns);
        const float space = node.layout.gap * std::max(0.f, columns - 1);
        wanted = widest * columns + space, least = widest_least * columns + space;
    }
    }
}

void Placer::give_width(NodeIndex index, float width) {
    at(index).rect.w = width;
    if (is_text(at(index))) return;
    const Node& node = at(index);
    const float inner = std::max(0.f, width - across(node.layout.padding));
    switch (node.layout.flow) {
    case Flow::column:
    case Flow::layers: widths_in_column(node, inner); break;
    case Flow::row: widths_in_row(node, inner); break;
    case Flow::wrap: widths_in_wrap(node, inner); break;
    case Flow::grid: widths_in_grid(node, inner); break;
    }
    for (NodeIndex child = node.first_child; child != no_node; child = at(child).next) {
        if (at(child).layout.placed)
            give_width(child, std::max(0.f, width * at(child).place.width - at(child).layout.margin_right));
    }
}

float Placer::width_in_column(const Node& parent, const Node& child, float inner) const {
    const Layout& layout = child.layout;
    if (layout.width.kind == Extent::Kind::fixed) return std::min(layout.width.value, inner);
    const bool stretched =
        layout.width.kind == Extent::Kind::fill || (parent.layout.align == Align::stretch && !layout.hug);
    const float width = stretched ? inner : std::min(child.wanted_width, inner);
    return layout.max_width > 0 ? std::min(width, layout.max_width) : width;
}

void Placer::widths_in_column(const Node& node, float inner) {
    each(node, [&](NodeIndex child) { give_width(child, width_in_column(node, at(child), inner)); });
}

void Placer::widths_in_row(const Node& node, float inner) {
    float taken = 0, weights = 0, shrinkable = 0;
    int count = 0;
    each(node, [&](NodeIndex child) {
        const Node& one = at(child);
        ++count;
        if (one.layout.width.kind == Extent::Kind::fill) {
            weights += one.layout.width.value;
        } else {
            taken += one.wanted_width;
            shrinkable += one.wanted_width - one.least_width;
        }
    });
    const float space = inner - node.layout.gap * static_cast<float>(std::max(0, count - 1));
    float least_of_fills = 0;
    each(node, [&](NodeIndex child) {
        if (at(child).layout.width.kind == Extent::Kind::fill) least_of_fills += at(child).least_width;
    });
    const float over = std::max(0.f, taken + least_of_fills - space);
    const float shrink = shrinkable > 0 ? std::min(1.f, over / shrinkable) : 0;
    float left = std::max(0.f, space - taken + shrink * shrinkable);
    // Fills that need more than their share take what they need; the others share the rest.
    float share = weights > 0 ? left / weights : 0;
    each(node, [&](NodeIndex child) {
        const Node& one = at(child);
        if (one.layout.width.kind != Extent::Kind::fill || one.least_width <= share * one.layout.width.value) return;
        left -= one.least_width, weights -= one.layout.width.value;
    });
    const float rest = weights > 0 ? std::max(0.f, left / weights) : 0;
    each(node, [&](NodeIndex child) {
        const Node& one = at(child);
        if (one.layout.width.kind != Extent::Kind::fill)
            return give_width(child, one.wanted_width - shrink * (one.wanted_width - one.least_width));
        const bool needy = one.least_width > share * one.layout.width.value;
        const float width = needy ? one.least_width : rest * one.layout.width.value;
        give_width(child, one.layout.max_width > 0 ? std::min(width, one.layout.max_width) : width);
    });
}

void Placer::widths_in_wrap(const Node& node, float inner) {
    each(node, [&](NodeIndex child) {
        Node& one = at(child);
        const bool fills = one.layout.width.kind == Extent::Kind::fill;
        one.rect.w = std::min(fills ? std::max(one.layout.min_width, one.least_width) : one.wanted_width, inner);
    });
    each_wrapped_line(node, inner, [&](const Line& line) {
        int fills = 0;
        each_of_line(line,
                     [&](NodeIndex child) { fills += at(child).layout.width.kind == Extent::Kind::fill ? 1 : 0; });
        const float more = fills > 0 ? (inner - line.used) / static_cast<float>(fills) : 0;
        each_of_line(line, [&](NodeIndex child) {
            const bool grows = at(child).layout.width.kind == Extent::Kind::fill;
            give_width(child, at(child).rect.w + (grows ? more : 0));
        });
    });
}

Placer::Columns Placer::grid_columns(const Node& node, float inner) {
    std::size_t count = node.layout.columns;
    if (count == 0) each(node, [&](NodeIndex) { ++count; });
    count = std::max<std::size_t>(count, 1);
    const std::size_t weighed = std::min<std::size_t>(count, node.layout.weights);
    Columns columns{count, {}, inner - node.layout.gap * static_cast<float>(count - 1), 0};
    if (weighed > 0) columns.weights = std::span(m_page.weights()).subspan(node.layout.first_weight, weighed);
    columns.sum = static_cast<float>(count - weighed);
    for (const float weight : columns.weights) columns.sum += weight;
    return columns;
}

void Placer::widths_in_grid(const Node& node, float inner) {
    const Columns columns = grid_columns(node, inner);
    std::size_t column = 0;
    each(node, [&](NodeIndex child) { give_width(child, columns.width(column++ % columns.count)); });
}

}  // namespace loggia::ui
