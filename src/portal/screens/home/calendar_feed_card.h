#pragma once

#include "portal/screens/screen.h"

namespace loggia::portal {

struct CalendarFeedIntent {
    bool renew = false;
    bool end = false;
    bool try_again = false;
};

/// How the reader's visits come into the calendar of their phone: by a secret address that can be taken back.
[[nodiscard]] CalendarFeedIntent draw_calendar_feed(ui::Page& page, const Context& context);
void act(const CalendarFeedIntent& intent, const Context& context);

}  // namespace loggia::portal
