#pragma once

#include "core/base/result.h"
#include "core/policy/decide.h"
#include "core/scheduling/rules.h"
#include "server/storage/bookings.h"
#include "server/storage/catalog.h"

#include <optional>

/// Whom something is booked for, and what that alone decides.
namespace loggia::endpoints {

struct BookingClient {
    PersonId person;
    policy::Subject subject;
    policy::Decision decision;  ///< that lets the caller book for them
};

/// The caller, a dependent of theirs, or whomever the policy lets them book for; else not_found at `for_person_id`.
/// `admission` is what the router asked the policy.
[[nodiscard]] Result<BookingClient> find_booking_client(const storage::BusinessReader& business,
                                                        const policy::Actor& actor, const policy::Decision& admission,
                                                        std::optional<PersonId> for_person);

/// The limit of clients that one more visit at `starts_at` would break: conflict at `starts_at`. Those who book for
/// others at work are not bound by them.
[[nodiscard]] Result<void> check_client_limits(const storage::BusinessReader& business,
                                               const storage::Catalog& catalog, const policy::Actor& actor,
                                               const BookingClient& client, const domain::Service& service,
                                               Instant starts_at, Instant now);

/// By which right it was booked: in the audit log, and as the first version of the booking.
[[nodiscard]] Result<void> record_booking(storage::BusinessWriter& business, const storage::Catalog& catalog,
                                          const policy::Actor& actor, const BookingClient& client,
                                          const storage::StoredBooking& booking, Instant now);

}  // namespace loggia::endpoints
