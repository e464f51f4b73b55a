// How a node looks in normal flow, as classes of one style sheet. No inline style is ever needed: every distance,
// size and colour is one of a fixed scale, and what lies between two steps takes the nearer one.
#pragma once

#include "ui/page.h"

#include <string>

namespace loggia::ui::html {

// The classes of a node as the kit laid it out, separated by spaces.
std::string classes_of(const Page& page, NodeIndex index);

// Every class there is, and what the business's colour, as in Page::brand, changes of the theme.
std::string style_sheet(std::uint32_t brand);

}  // namespace loggia::ui::html
