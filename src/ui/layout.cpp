#include "ui/layout.h"

#include "ui/text_lines.h"

#include <algorithm>
#include <cmath>

namespace loggia::ui {

namespace {

float across(const Edges& edges) { return edges.left + edges.right; }
float along(const Edges& edges) { return edges.top + edges.bottom; }

class Placer {
public:
    Placer(Page& page, const TextMeasure& measure) : m_page(page), m_measure(measure) {}
    float run();

private:
    struct Insets {
        float left = 0, right = 0, bottom = 0;
    };

    Node& at(NodeIndex index) { return m_page.node(index); }
    template <class Visit> void each(const Node& parent, Visit visit);
    bool is_text(const Node& node) const { return node.look.mark == Mark::text; }

    void want_width(NodeIndex index);
    void leave_to_browser(NodeIndex index);
    void want_of_children(const Node& node, float& wanted, float& least);
    void give_width(NodeIndex index, float width);
    void widths_in_column(const Node& node, float inner);
    void widths_in_row(const Node& node, float inner);
    void widths_in_wrap(const Node& node, float inner);
    void widths_in_grid(const Node& node, float inner);
    float width_in_column(const Node& parent, const Node& child, float inner) const;
    std::vector<float> grid_columns(const Node& node, float inner);
    template <class Line> void each_wrapped_line(const Node& node, float inner, Line line);

    void find_height(NodeIndex index);
    float height_of_children(const Node& node);

    void place(NodeIndex index, float x, float y, float height, NodeIndex space);
    void place_in_column(NodeIndex index, float x, float y, float height, NodeIndex space);
    void place_in_row(NodeIndex index, float x, float y, float height, NodeIndex space);
    void place_in_wrap(NodeIndex index, float x, float y, NodeIndex space);
    void place_in_grid(NodeIndex index, float x, float y, NodeIndex space);
    float aligned_height(const Node& parent, const Node& child, float height) const;

    Insets place_anchored();
    void place_at_edge(NodeIndex index, Insets& insets);

    Page& m_page;
    const TextMeasure& m_measure;
};

template <class Visit> void Placer::each(const Node& parent, Visit visit) {
    for (NodeIndex child = parent.first_child; child != no_node; child = at(child).next) {
        const Node& node = at(child);
        if (has(node.flags, Flag::anchored) || has(node.flags, Flag::absent) || has(node.flags, Flag::hidden))
            continue;
        if (node.role == Role::option || node.layout.placed) continue;
        visit(child);
    }
}

// -- widths wanted, leaves first
// --------------------------------------------------------------------------------------

void Placer::want_width(NodeIndex index) {
    float wanted = 0, least = 0;
    if (is_text(at(index))) {
        const TextWidth width = width_of_text(m_page, index, m_measure);
        wanted = std::ceil(width.whole), least = std::ceil(width.longest_word);
        if (width.foreign) leave_to_browser(index);
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

// -- widths given, root first
// -----------------------------------------------------------------------------------------

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

// Calls line(first, last, used width, count) for each line; the widths are those given, or wanted before they are.
template <class Line> void Placer::each_wrapped_line(const Node& node, float inner, Line line) {
    std::vector<NodeIndex> current;
    float used = 0;
    each(node, [&](NodeIndex child) {
        const float width = at(child).rect.w;
        const float added = (current.empty() ? 0 : node.layout.gap) + width;
        if (!current.empty() && used + added > inner + 0.5f) {
            line(current, used);
            current.clear();
            used = width;
        } else {
            used += added;
        }
        current.push_back(child);
    });
    if (!current.empty()) line(current, used);
}

void Placer::widths_in_wrap(const Node& node, float inner) {
    each(node, [&](NodeIndex child) {
        Node& one = at(child);
        const bool fills = one.layout.width.kind == Extent::Kind::fill;
        one.rect.w = std::min(fills ? std::max(one.layout.min_width, one.least_width) : one.wanted_width, inner);
    });
    std::vector<std::pair<NodeIndex, float>> widths;
    each_wrapped_line(node, inner, [&](const std::vector<NodeIndex>& line, float used) {
        const auto fills = std::ranges::count_if(
            line, [&](NodeIndex child) { return at(child).layout.width.kind == Extent::Kind::fill; });
        const float more = fills > 0 ? (inner - used) / static_cast<float>(fills) : 0;
        for (const NodeIndex child : line) {
            widths.emplace_back(child,
                                at(child).rect.w + (at(child).layout.width.kind == Extent::Kind::fill ? more : 0));
        }
    });
    for (const auto& [child, width] : widths) give_width(child, width);
}

std::vector<float> Placer::grid_columns(const Node& node, float inner) {
    std::size_t count = node.layout.columns;
    if (count == 0) each(node, [&](NodeIndex) { ++count; });
    std::vector<float> columns(std::max<std::size_t>(count, 1), 1);
    for (std::size_t i = 0; i < std::min<std::size_t>(columns.size(), node.layout.weights); ++i) {
        columns[i] = m_page.weights()[node.layout.first_weight + i];
    }
    float weights = 0;
    for (const float weight : columns) weights += weight;
    const float space = inner - node.layout.gap * static_cast<float>(columns.size() - 1);
    for (float& column : columns) column = std::max(0.f, space * column / weights);
    return columns;
}

void Placer::widths_in_grid(const Node& node, float inner) {
    const std::vector<float> columns = grid_columns(node, inner);
    std::size_t column = 0;
    each(node, [&](NodeIndex child) { give_width(child, columns[column++ % columns.size()]); });
}

// -- heights, leaves first
// ---------------------------------------------------------------------------------------------

void Placer::find_height(NodeIndex index) {
    const Edges padding = at(index).layout.padding;
    float height = 0;
    if (is_text(at(index))) {
        height = break_lines(m_page, index, at(index).rect.w - across(padding), m_measure);
    } else {
        for (NodeIndex child = at(index).first_child; child != no_node; child = at(child).next) {
            if (!has(at(child).flags, Flag::anchored) && !has(at(child).flags, Flag::absent)) find_height(child);
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
        each_wrapped_line(node, inner, [&](const std::vector<NodeIndex>& line, float) {
            float line_height = 0;
            for (const NodeIndex child : line) line_height = std::max(line_height, at(child).rect.h);
            height += line_height + node.layout.line_gap;
        });
        return std::max(0.f, height);
    }
    case Flow::grid: {
        const std::size_t columns = grid_columns(node, inner).size();
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

// -- positions, root first
// -----------------------------------------------------------------------------------------------

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
    each_wrapped_line(node, inner, [&](const std::vector<NodeIndex>& line, float used) {
        float height = 0;
        for (const NodeIndex child : line) height = std::max(height, at(child).rect.h);
        float left = x + (node.layout.justify == Justify::center ? (inner - used) / 2
                          : node.layout.justify == Justify::end  ? inner - used
                                                                 : 0);
        for (const NodeIndex child : line) {
            const float width = at(child).rect.w, own = at(child).rect.h;
            place(child, left, y + (node.layout.align == Align::center ? (height - own) / 2 : 0), own, space);
            left += width + node.layout.gap;
        }
        y += height + node.layout.line_gap;
    });
}

void Placer::place_in_grid(NodeIndex index, float x, float y, NodeIndex space) {
    const Node& node = at(index);
    const std::vector<float> columns = grid_columns(node, node.rect.w - across(node.layout.padding));
    std::vector<NodeIndex> row;
    const auto place_row = [&] {
        float height = 0, left = x;
        for (const NodeIndex child : row) height = std::max(height, at(child).rect.h);
        for (std::size_t i = 0; i < row.size(); ++i) {
            const bool stretched = node.layout.align == Align::stretch;
            place(row[i], left, y, stretched ? height : at(row[i]).rect.h, space);
            left += columns[i] + node.layout.gap;
        }
        y += height + node.layout.line_gap;
        row.clear();
    };
    each(node, [&](NodeIndex child) {
        row.push_back(child);
        if (row.size() == columns.size()) place_row();
    });
    if (!row.empty()) place_row();
}

// -- the window
// -----------------------------------------------------------------------------------------------------------

void Placer::place_at_edge(NodeIndex index, Insets& insets) {
    const Viewport& view = m_page.viewport();
    const float between = view.width - insets.left - insets.right;
    Node& node = at(index);
    float width = between, x = insets.left, y = 0, height = view.height;
    switch (node.layout.anchor) {
    case Anchor::left:
        width = node.layout.width.value, x = 0;
        insets.left += width;
        break;
    case Anchor::right:
        width = node.layout.width.value, x = view.width - width;
        insets.right += width;
        break;
    case Anchor::sheet:
        width = node.layout.width.value > 0 ? std::min(node.layout.width.value, view.width) : view.width;
        x = view.width - width;
        break;
    case Anchor::center: width = std::min(node.layout.width.value, view.width - 32); break;
    case Anchor::toast: width = std::min(std::max(node.wanted_width, 160.f), view.width - 32); break;
    case Anchor::bottom:
    case Anchor::flow: break;
    }
    give_width(index, width);
    find_height(index);
    Node& sized = at(index);
    switch (sized.layout.anchor) {
    case Anchor::bottom:
        height = sized.rect.h, y = view.height - height - insets.bottom;
        insets.bottom += height;
        break;
    case Anchor::center:
        height = std::min(sized.rect.h, view.height - 32);
        x = (view.width - width) / 2, y = (view.height - height) / 2;
        break;
    case Anchor::toast:
        height = sized.rect.h;
        x = (view.width - width) / 2, y = view.height - height - insets.bottom - 24;
        break;
    default: break;
    }
    place(index, x, y, height, index);
}

Placer::Insets Placer::place_anchored() {
    Insets insets;
    const std::size_t count = m_page.nodes().size();
    // Sides before what stands between them, toasts above all bars.
    for (const int round : {0, 1, 2}) {
        for (NodeIndex i = 0; i < count; ++i) {
            const Node& node = at(i);
            if (!has(node.flags, Flag::anchored) || has(node.flags, Flag::absent)) continue;
            const Anchor anchor = node.layout.anchor;
            const int when = anchor == Anchor::left || anchor == Anchor::right ? 0 : anchor == Anchor::bottom ? 1 : 2;
            if (when == round) place_at_edge(i, insets);
        }
    }
    return insets;
}

float Placer::run() {
    m_page.lines().clear();
    want_width(0);
    const Insets insets = place_anchored();
    const Viewport& view = m_page.viewport();
    give_width(0, view.width - insets.left - insets.right);
    find_height(0);
    const float height = std::max(at(0).rect.h, view.height - insets.bottom);
    place(0, insets.left, 0, height, 0);
    return height + insets.bottom;
}

}  // namespace

float layout(Page& page, const TextMeasure& measure) { return Placer{page, measure}.run(); }

}  // namespace loggia::ui
