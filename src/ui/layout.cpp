#include "ui/layout.h"

#include "ui/placer.h"

#include <algorithm>

namespace loggia::ui {

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
    case Anchor::bottom_sheet: width = view.width, x = 0; break;
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
    case Anchor::bottom_sheet:
        height = std::min(sized.rect.h, view.height - 48);
        y = view.height - height;
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
    place_popups();
    if (m_page.runs_right_to_left()) read_from_the_right();
    return height + insets.bottom;
}

float layout(Page& page, const TextMeasure& measure) { return Placer{page, measure}.run(); }

}  // namespace loggia::ui
