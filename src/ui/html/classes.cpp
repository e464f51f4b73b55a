#include "ui/html/classes.h"

#include "ui/html/scales.h"
#include "ui/text_measure.h"

#include <algorithm>
#include <numeric>

namespace loggia::ui::html {

namespace {

class Names {
public:
    void add(std::string_view name) {
        if (!m_text.empty()) m_text += ' ';
        m_text += name;
    }
    void add(std::string_view prefix, int number) {
        add(prefix);
        m_text += std::to_string(number);
    }
    void add(std::string_view prefix, Colour colour) {
        if (colour != Colour::none) add(prefix, static_cast<int>(colour));
    }
    // Nothing is said about a distance of nothing.
    void distance(std::string_view prefix, float value) {
        if (value > 0) add(prefix, nearest(distances, value));
    }
    void size(std::string_view prefix, float value) {
        if (value > 0) add(prefix, nearest(sizes, value));
    }
    std::string take() { return std::move(m_text); }

private:
    std::string m_text;
};

bool lies_in_line(const Node& parent) {
    const Flow flow = parent.layout.flow;
    return flow == Flow::row || flow == Flow::wrap;
}

// The share of a column in twenty-fourths of its row.
int share_of(const Page& page, const Node& parent, NodeIndex index) {
    const Layout& layout = parent.layout;
    if (layout.weights == 0) return 1;
    std::size_t column = 0;
    for (NodeIndex i = parent.first_child; i != index && i != no_node; i = page.nodes()[i].next) ++column;
    float whole = 0;
    for (std::uint16_t i = 0; i < layout.weights; ++i) whole += page.weights()[layout.first_weight + i];
    const float mine = page.weights()[layout.first_weight + column % layout.weights];
    return std::clamp(static_cast<int>(24 * mine / whole + 0.5f), 1, 24);
}

void add_flow(Names& names, const Layout& layout, const Look& look) {
    if (look.mark == Mark::text) return;
    switch (layout.flow) {
    case Flow::column: names.add("c"); break;
    case Flow::row: names.add("r"); break;
    case Flow::wrap: names.add("w"); break;
    case Flow::layers: names.add("l"); break;
    case Flow::grid:
        if (layout.columns > 0 && layout.weights == 0) {
            names.add("g", std::min<int>(layout.columns, most_columns));
        } else {
            names.add("q");
        }
        break;
    }
    if (layout.align == Align::stretch && (layout.flow == Flow::row || layout.flow == Flow::wrap)) names.add("ax");
    if (layout.align == Align::start) names.add("as");
    if (layout.align == Align::center) names.add("ac");
    if (layout.align == Align::end) names.add("ae");
    if (layout.justify == Justify::center) names.add("jc");
    if (layout.justify == Justify::end) names.add("je");
    if (layout.justify == Justify::between) names.add("jb");
    names.distance("gap", layout.gap);
    if (layout.line_gap != layout.gap && layout.flow != Flow::column && layout.flow != Flow::row)
        names.distance("lg", layout.line_gap);
}

void add_padding(Names& names, const Edges& edges) {
    const bool even_x = edges.left == edges.right, even_y = edges.top == edges.bottom;
    if (even_x && even_y && edges.left == edges.top) return names.distance("p", edges.left);
    if (even_x) {
        names.distance("px", edges.left);
    } else {
        names.distance("ps", edges.left);
        names.distance("pe", edges.right);
    }
    if (even_y) return names.distance("py", edges.top);
    names.distance("pt", edges.top);
    names.distance("pb", edges.bottom);
}

void add_extent(Names& names, const Page& page, const Node& parent, NodeIndex index) {
    const Layout& layout = page.nodes()[index].layout;
    const bool in_line = lies_in_line(parent);
    if (parent.layout.flow == Flow::grid && (parent.layout.columns == 0 || parent.layout.weights > 0)) {
        names.add("s", share_of(page, parent, index));
    } else if (layout.width.kind == Extent::Kind::fill) {
        names.add(in_line ? "f" : "fw");
    } else if (layout.width.kind == Extent::Kind::fixed) {
        names.size("wd", layout.width.value);
    } else if (layout.hug && !in_line && parent.layout.align == Align::stretch) {
        names.add("hug");
    }
    if (layout.height.kind == Extent::Kind::fill && !in_line) names.add("fh");
    // What is higher is a drawing by minutes; in normal flow it is as high as what it holds.
    const bool is_drawing = layout.height.value > tallest;
    if (layout.height.kind == Extent::Kind::fixed && !is_drawing) names.size("ht", layout.height.value);
    names.size("nh", layout.min_height);
    names.size("nw", layout.min_width);
    names.size("mw", layout.max_width);
}

void add_look(Names& names, const Look& look) {
    names.add("b", look.fill);
    names.add("h", look.hover_fill);
    names.add("e", look.edge);
    if (look.border != Colour::none) {
        names.add("o", look.border);
        if (look.border_width > 1) names.add("ow");
    }
    if (look.radius > 0) names.add("rd", nearest(radii, look.radius));
    if (look.shadow > 0) names.add("sh", std::min<int>(look.shadow, 3));
    if (look.line_above) names.add("la");
    if (look.line_below) names.add("lb");
    if (look.line_left) names.add("ll");
    if (look.line_right) names.add("lr");
}

void add_text(Names& names, const Node& node) {
    names.add("t", static_cast<int>(node.look.text));
    if (node.layout.align == Align::center) names.add("tc");
    if (node.layout.align == Align::end) names.add("te");
    if (has(node.flags, Flag::one_line)) names.add("n");
    names.add("i", node.look.ink);
}

void add_anchor(Names& names, Anchor anchor) {
    constexpr std::array<std::string_view, 7> anchors{"", "xl", "xr", "xb", "xc", "xs", "xt"};
    if (anchor != Anchor::flow) names.add(anchors[static_cast<std::size_t>(anchor)]);
}

}  // namespace

std::string classes_of(const Page& page, NodeIndex index) {
    Names names;
    const Node& node = page.nodes()[index];
    const Node& parent = page.nodes()[node.parent];
    const bool is_run = parent.role == Role::paragraph;
    if (has(node.flags, Flag::hidden)) return "hid";
    if (!is_run) {
        add_flow(names, node.layout, node.look);
        add_padding(names, node.layout.padding);
        add_extent(names, page, parent, index);
        add_anchor(names, node.layout.anchor);
    }
    add_look(names, node.look);
    if (node.look.mark == Mark::text || is_run) add_text(names, node);
    if (node.look.mark == Mark::icon || node.look.mark == Mark::dots || node.look.mark == Mark::dot ||
        node.look.mark == Mark::avatar)
        names.add("i", node.look.ink);
    if (node.look.mark == Mark::icon || node.look.mark == Mark::avatar) {
        names.add(node.look.mark == Mark::icon ? "ic" : "av");
        names.add("z", nearest(glyphs, node.look.amount));
    }
    if (node.look.mark == Mark::dots || node.look.mark == Mark::dot) names.add("dots");
    if (node.look.mark == Mark::skeleton) names.add("wait");
    if (node.look.mark == Mark::radio) names.add(node.look.amount > 0 ? "mark on" : "mark");
    if (has(node.flags, Flag::busy)) names.add("wait");
    return names.take();
}

}  // namespace loggia::ui::html
