// Where popups stand: beside their opener, inside the window as it is scrolled now.
#include "ui/placer.h"

#include <algorithm>

namespace loggia::ui {

namespace {

constexpr float margin = 8, gap = 6, least_height = 120;

}  // namespace

// Of a scroller, of what is fixed to the window, or of the document.
Placer::Origin Placer::origin_of(NodeIndex space) {
    const Node& node = at(space);
    if (space == 0) return {0, 0, false};
    if (node.role != Role::scroll) return {0, 0, has(node.flags, Flag::anchored)};
    const Origin outer = origin_of(node.space);
    const auto [x, y] = m_page.events().scrolled(node.id);
    return {outer.x + node.rect.x - x, outer.y + node.rect.y - y, outer.fixed};
}

void Placer::place_popups() {
    const std::size_t count = m_page.nodes().size();
    for (NodeIndex i = 0; i < count; ++i) {
        if (has(at(i).flags, Flag::floating) && !has(at(i).flags, Flag::absent)) place_popup(i);
    }
}

// Below its opener when it fits there or above is even less space; never beyond the window's sides.
void Placer::place_popup(NodeIndex index) {
    const Viewport& view = m_page.viewport();
    Node& node = at(index);
    const Node& opener = at(node.layout.opener == no_node ? node.parent : node.layout.opener);
    const Origin origin = origin_of(opener.space);
    const float scrolled = origin.fixed ? 0 : m_page.events().scrolled(0).second;
    const float left = origin.x + opener.rect.x, top = origin.y + opener.rect.y - scrolled;
    if (origin.fixed) node.flags |= Flag::anchored;

    const bool as_wide = node.layout.width.kind == Extent::Kind::fill;
    const float width = std::min(std::max(node.wanted_width, as_wide ? opener.rect.w : 0), view.width - 2 * margin);
    const float opener_width = opener.rect.w;
    float x = left;
    if (node.layout.justify == Justify::center) x += (opener_width - width) / 2;
    if (node.layout.justify == Justify::end) x += opener_width - width;
    x = std::clamp(x, margin, std::max(margin, view.width - margin - width));

    const float below = view.height - margin - (top + opener.rect.h + gap), above = top - gap - margin;
    give_width(index, width);
    find_height(index);
    const float wanted = at(index).rect.h;
    const bool upwards = wanted > below && above > below;
    const float height = std::min(wanted, std::max(least_height, upwards ? above : below));
    const float y = upwards ? top - gap - height : view.height - margin - below;
    place(index, x, y + scrolled, height, index);
}

}  // namespace loggia::ui
