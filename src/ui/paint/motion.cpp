#include "ui/paint/motion.h"

#include <algorithm>

namespace loggia::ui {

namespace {

bool enters(const Node& node) {
    const Anchor anchor = node.layout.anchor;
    return has(node.flags, Flag::anchored) && !has(node.flags, Flag::absent) &&
           (anchor == Anchor::center || anchor == Anchor::sheet || anchor == Anchor::right);
}

}  // namespace

void Motion::built(const Page& page, std::int64_t now) {
    std::vector<Entrance> present;
    for (const Node& node : page.nodes()) {
        if (!enters(node)) continue;
        const auto known = std::ranges::find(m_entrances, node.id, &Entrance::box);
        // What the first page already shows was not called up by anybody.
        present.push_back({node.id, known != m_entrances.end() ? known->since : m_has_begun ? now : now - length});
    }
    m_has_begun = true;
    m_entrances.swap(present);
}

void Motion::begin(const Page& page, std::int64_t now) {
    m_now = now;
    m_still = page.media().reduced_motion;
    m_running = false;
}

float Motion::arrived(NodeId box) {
    const auto entrance = std::ranges::find(m_entrances, box, &Entrance::box);
    if (m_still || entrance == m_entrances.end() || m_now < entrance->since) return 1;
    const float share = static_cast<float>(m_now - entrance->since) / static_cast<float>(length);
    if (share >= 1) return 1;
    m_running = true;
    const float left = 1 - share;
    return 1 - left * left * left;
}

float Motion::turned() {
    if (m_still) return 0;
    m_running = true;
    constexpr std::int64_t once = 1000;
    return 6.2831853f * static_cast<float>(m_now % once) / static_cast<float>(once);
}

}  // namespace loggia::ui
