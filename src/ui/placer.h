// The four walks of layout, as one object for the length of a call. Private to layout*.cpp.
#pragma once

#include "ui/page.h"
#include "ui/text_measure.h"

#include <span>

namespace loggia::ui {

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
    struct Columns {
        std::size_t count;
        std::span<const float> weights;  // of the first columns; the others weigh 1
        float space, sum;

        float width(std::size_t column) const {
            return space <= 0 ? 0 : space * (column < weights.size() ? weights[column] : 1) / sum;
        }
    };
    struct Line {
        NodeIndex first;
        int count;
        float used;
    };
    Columns grid_columns(const Node& node, float inner);
    template <class Visit> void each_wrapped_line(const Node& node, float inner, Visit visit);
    template <class Visit> void each_of_line(const Line& line, Visit visit);
    bool flows(const Node& child) const;

    void find_height(NodeIndex index);
    float height_of_children(const Node& node);

    void place(NodeIndex index, float x, float y, float height, NodeIndex space);
    void place_in_column(NodeIndex index, float x, float y, float height, NodeIndex space);
    void place_in_row(NodeIndex index, float x, float y, float height, NodeIndex space);
    void place_in_wrap(NodeIndex index, float x, float y, NodeIndex space);
    void place_in_grid(NodeIndex index, float x, float y, NodeIndex space);
    void read_from_the_right();
    float width_of_space(NodeIndex index) const;
    float aligned_height(const Node& parent, const Node& child, float height) const;

    Insets place_anchored();
    void place_at_edge(NodeIndex index, Insets& insets);

    struct Origin {
        float x, y;
        bool fixed;  // counted from the window, not from the document
    };
    Origin origin_of(NodeIndex space);
    void place_popups();
    void place_popup(NodeIndex index);

    Page& m_page;
    const TextMeasure& m_measure;
};

inline bool Placer::flows(const Node& child) const {
    if (has(child.flags, Flag::anchored | Flag::floating | Flag::absent | Flag::hidden)) return false;
    return !is_in_select(child.role) && !child.layout.placed;
}

template <class Visit> void Placer::each(const Node& parent, Visit visit) {
    for (NodeIndex child = parent.first_child; child != no_node; child = at(child).next) {
        if (flows(at(child))) visit(child);
    }
}

// Visits the lines; the widths are those given, or wanted before they are.
template <class Visit> void Placer::each_wrapped_line(const Node& node, float inner, Visit visit) {
    Line line{no_node, 0, 0};
    each(node, [&](NodeIndex child) {
        const float width = at(child).rect.w;
        const float added = (line.count == 0 ? 0 : node.layout.gap) + width;
        if (line.count > 0 && line.used + added > inner + 0.5f) {
            visit(line);
            line = {child, 1, width};
            return;
        }
        if (line.count == 0) line.first = child;
        ++line.count;
        line.used += added;
    });
    if (line.count > 0) visit(line);
}

template <class Visit> void Placer::each_of_line(const Line& line, Visit visit) {
    int left = line.count;
    for (NodeIndex child = line.first; left > 0; child = at(child).next) {
        if (!flows(at(child))) continue;
        --left;
        visit(child);
    }
}

}  // namespace loggia::ui
