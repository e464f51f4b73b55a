#pragma once

#include "core/calendar/calendar_feed.h"
#include "core/policy/decide.h"
#include "server/storage/store.h"

#include <string>

/// Bookings as other calendars see them: what is booked, when and where, and first names at most.
namespace loggia::endpoints {

/// What somebody is booked for and what they serve, as far as they may see it now: from a month back to a year
/// ahead, cancelled bookings of a client too.
[[nodiscard]] Result<calendar::Feed> feed_of(const storage::BusinessReader& business, const policy::Actor& actor,
                                             Instant now);

/// One booking as a file to keep; not_found where the actor may not see it.
[[nodiscard]] Result<calendar::Feed> event_file(const storage::BusinessReader& business, const policy::Actor& actor,
                                                BookingId booking, Instant now);

}  // namespace loggia::endpoints
