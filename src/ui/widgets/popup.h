// What lies above the page for a moment: lists, menus. The browser paints it in its top layer, so no field shows
// through and no scroller cuts it.
#pragma once

#include "ui/page.h"

namespace loggia::ui {

struct PopupSpec {
    Justify side = Justify::start;  // which side of the opener it is flush with
    bool as_wide = false;           // at least as wide as its opener
    NodeIndex opener = no_node;     // its parent when there is none
};

Scope popup(Page& page, Role role, std::string_view key, const PopupSpec& spec = {});

// Whether a popup is open, kept in page.memory(): it is opened before the focus is inside and closes once the focus
// has left.
class PopupState {
public:
    PopupState(Page& page, NodeId id) : m_state(&page.memory(id)) {}
    bool is_open() const { return *m_state != closed; }
    void open() { *m_state = opening; }
    void close() { *m_state = closed; }
    void follow_focus(bool inside);  // call in each build

private:
    static constexpr std::int32_t closed = 0, opening = 1, entered = 2;
    std::int32_t* m_state;
};

}  // namespace loggia::ui
