#pragma once

#include "portal/screens/screen.h"

namespace loggia::portal {

/// What concerns every screen: that there is no network and since when what is shown is known, that a new version of
/// the portal is ready, that something kept here could not be read. Nothing is drawn when there is nothing to say.
void draw_notices(ui::Page& page, const Context& context);

/// Before signing out: that changes wait, or that it needs a network.
enum class LeaveAnswer : std::uint8_t { none, stay, leave };
[[nodiscard]] LeaveAnswer draw_leave_dialog(ui::Page& page, const Context& context);

}  // namespace loggia::portal
