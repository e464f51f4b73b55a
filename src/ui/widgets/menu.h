// A button that opens a list of things to do.
//
// Arrow keys, Home and End walk, letters jump to what begins with them, Escape closes and gives the button the focus
// back, a press elsewhere closes.
#pragma once

#include "ui/page.h"

namespace loggia::ui {

enum class MenuMark : std::uint8_t {
    none,
    unchecked,
    checked
};  // items that are choices say whether they are chosen

struct MenuItem {
    std::string_view key, label;
    Icon icon = no_icon;
    std::string_view href{};  // a link instead of an action
    std::string_view disabled_reason{};
    MenuMark mark = MenuMark::none;
    bool danger = false;
    bool line_above = false;
};

struct MenuSpec {
    ButtonLook look = ButtonLook::secondary;
    Icon icon = no_icon;
    std::string_view name{};  // spoken, when it differs from the label
    bool small = false;
    Justify side = Justify::start;  // of the button that the list is flush with
};

// Returns the key of the item chosen in this build, or nothing.
std::string_view menu_button(Page& page, std::string_view key, std::string_view label,
                             std::span<const MenuItem> items, const MenuSpec& spec = {});

}  // namespace loggia::ui
