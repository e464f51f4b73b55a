// A few words about what the pointer or the focus is on. The browser shows and hides them by itself: no frame is
// drawn, Escape dismisses them, and the pointer may move onto them.
#pragma once

#include "ui/page.h"

namespace loggia::ui {

// On the button or link just opened. A tooltip that only repeats its name is not read out again.
void tell_of_tooltip(Page& page, NodeId tooltip, bool repeats_the_name);

// Beside it, after it was closed.
void tooltip(Page& page, std::string_view key, std::string_view words, NodeIndex opener);

}  // namespace loggia::ui
