// Views of one thing, one of them shown.
//
//     tab_list(page, "client", "Client", m_tab, tabs);
//     const Scope panel = tab_panel(page, "client", m_tab);
//     if (m_tab == "notes") …
//
// Arrow keys, Home and End choose; the list is one tab stop.
#pragma once

#include "ui/page.h"

namespace loggia::ui {

struct Tab {
    std::string_view key, label;
    Icon icon = no_icon;
    std::string_view badge{};
};

// Returns true in the build in which another tab was chosen.
bool tab_list(Page& page, std::string_view key, std::string_view name, std::string& selected,
              std::span<const Tab> tabs);

// What the selected tab of that list shows; right after the list.
Scope tab_panel(Page& page, std::string_view key, std::string_view selected);

}  // namespace loggia::ui
