#pragma once

#include "portal/screens/screen.h"

namespace loggia::portal {

struct DrawerIntent {
    bool close = false;
    bool ask_to_cancel = false;
    bool try_again = false;
};

/// One booking beside the calendar: as much of it as the asker may see, and what they may do with it.
[[nodiscard]] DrawerIntent draw_booking_drawer(ui::Page& page, const Context& context,
                                               const Remote<api::BookingView>& booking);

}  // namespace loggia::portal
