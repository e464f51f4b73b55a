#pragma once

#include "portal/screens/screen.h"

namespace loggia::portal {

/// What became of a booking: by whom, when and why, the newest first.
void draw_booking_history(ui::Page& page, const Context& context, const api::BookingView& booking);

}  // namespace loggia::portal
