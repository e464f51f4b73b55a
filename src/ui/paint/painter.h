// Draws a laid out page: walks its nodes and fills the canvas's draw list with what is inside the window.
#pragma once

#include "ui/page.h"
#include "ui/paint/canvas.h"
#include "ui/paint/motion.h"
#include "ui/theme.h"

namespace loggia::ui {

class Painter {
public:
    Painter(const Page& page, Canvas& canvas, const Palette& palette, Motion& motion)
        : m_page(page), m_canvas(canvas), m_palette(palette), m_motion(motion) {}
    void paint();

private:
    struct Box {
        float x, y, w, h;
    };

    ImU32 colour(Colour colour) const;
    Box on_screen(const Node& node);
    bool overflows(const Node& node) const;
    Box origin_of(NodeIndex space) const;
    void walk(NodeIndex index, bool anchored);
    void paint_anchored();
    void paint_entering(NodeIndex index);
    void body(const Node& node, const Box& box);
    void edge(const Look& look, const Box& box);
    void lines(const Node& node, const Box& box);
    void outline(const Box& box, float radius, float width, ImU32 colour);
    void mark(const Node& node, const Box& box);
    void text(const Node& node, const Box& box);
    void field(const Node& node, const Box& box);
    void check(const Node& node, const Box& box);
    void dots(const Node& node, const Box& box);
    void hatch(const Box& box, float radius);
    void hour_lines(const Node& node, const Box& box);
    void avatar(const Node& node, const Box& box);
    void chart(const Node& node, const Box& box);
    void pattern(const Node& node, const Box& box);
    void marker(float x, float y, int series, ImU32 ink);
    void line_chart(const Node& node, const Box& box);
    void heat_map(const Node& node, const Box& box);
    ImDrawList& list() { return m_canvas.list(); }

    const Page& m_page;
    Canvas& m_canvas;
    const Palette& m_palette;
    Motion& m_motion;
    NodeIndex m_space = no_node;  // of m_origin
    Box m_origin{};
};

}  // namespace loggia::ui
