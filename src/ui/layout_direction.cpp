// The page as it is read from the right: everything laid out is mirrored within the space it lies in.
#include "ui/placer.h"

#include "icons.generated.h"

#include <algorithm>
#include <array>
#include <utility>

namespace loggia::ui {

namespace {

// Icons that point along the line they stand in, with those that point the other way.
constexpr std::array<std::pair<Icon, Icon>, 2> pointing{
    {{icon::chevron_left, icon::chevron_right}, {icon::arrow_left, icon::arrow_right}}
};

Icon turned(Icon icon) {
    for (const auto& [left, right] : pointing) {
        if (icon == left) return right;
        if (icon == right) return left;
    }
    return icon;
}

void mirror_lines(Page& page, const Node& node) {
    const float inner = node.rect.w - across(node.layout.padding);
    for (std::uint32_t i = 0; i < node.lines; ++i) {
        TextLine& line = page.lines()[node.first_line + i];
        // A line that is too wide ends at the far side, so it begins at the near one.
        line.x = std::max(0.f, inner - line.x - line.width);
    }
}

}  // namespace

float Placer::width_of_space(NodeIndex index) const {
    const NodeIndex space = m_page.nodes()[index].space;
    const bool scrolls = space != 0 && space != index && m_page.nodes()[space].role == Role::scroll;
    return scrolls ? m_page.nodes()[space].rect.w : m_page.viewport().width;
}

void Placer::read_from_the_right() {
    for (NodeIndex i = 0; i < m_page.nodes().size(); ++i) {
        Node& node = at(i);
        node.rect.x = width_of_space(i) - node.rect.x - node.rect.w;
        std::swap(node.look.line_left, node.look.line_right);
        std::swap(node.layout.padding.left, node.layout.padding.right);
        node.look.icon = turned(node.look.icon);
        if (is_text(node)) mirror_lines(m_page, node);
    }
}

}  // namespace loggia::ui
