#pragma once

#include "portal/screens/screen.h"

#include <optional>
#include <string>

namespace loggia::portal {

/// What a person may do about a change that has not been sent.
struct WaitingIntent {
    std::optional<std::string> retry, discard;
};

/// "Waiting to be sent": each change, how it stands, and what can be done about it. Nothing is drawn when none waits.
[[nodiscard]] WaitingIntent draw_waiting_list(ui::Page& page, const Context& context);

void act(const WaitingIntent& intent, Context& context);

/// "Cancellation waiting", for the booking it is about; false if none waits.
bool draw_waiting_badge(ui::Page& page, const Context& context, BookingId booking);

}  // namespace loggia::portal
