#include "ui/events.h"

#include <algorithm>

namespace loggia::ui {

bool Events::clicked(NodeId id) const { return std::ranges::find(m_clicks, id) != m_clicks.end(); }
bool Events::submitted(NodeId form) const { return std::ranges::find(m_submits, form) != m_submits.end(); }
bool Events::closed(NodeId dialog) const { return std::ranges::find(m_closes, dialog) != m_closes.end(); }

const std::string* Events::text(NodeId field) const {
    const std::string* newest = nullptr;
    for (const auto& [id, text] : m_inputs) {
        if (id == field) newest = &text;
    }
    return newest;
}

bool Events::empty() const {
    return m_clicks.empty() && m_submits.empty() && m_closes.empty() && m_inputs.empty() && m_keys.empty() &&
           m_pointers.empty() && m_files.empty();
}

void Events::clear() {
    m_clicks.clear();
    m_submits.clear();
    m_closes.clear();
    m_inputs.clear();
    m_keys.clear();
    m_pointers.clear();
    shifted = false;
    m_files.clear();
}

void Events::scroll(NodeId id, float x, float y) {
    for (Scrolled& scrolled : m_scrolls) {
        if (scrolled.id == id) {
            scrolled = {id, x, y};
            return;
        }
    }
    m_scrolls.push_back({id, x, y});
}

std::pair<float, float> Events::scrolled(NodeId id) const {
    for (const Scrolled& scrolled : m_scrolls) {
        if (scrolled.id == id) return {scrolled.x, scrolled.y};
    }
    return {0, 0};
}

}  // namespace loggia::ui
