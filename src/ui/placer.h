// The four walks of layout, as one object for the length of a call. Private to layout*.cpp.
#pragma once

#include "ui/page.h"
#include "ui/text_measure.h"

#include <vector>

namespace loggia::ui {

inline float across(const Edges& edges) { return edges.left + edges.right; }
inline float along(const Edges& edges) { return edges.top + edges.bottom; }

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

}  // namespace loggia::ui
