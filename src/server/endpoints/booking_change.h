#pragma once

#include "core/booking/operation.h"

#include "server/endpoints/booking_views.h"
#include "server/storage/bookings.h"

#include <optional>
#include <string>

/// One change of one booking, from looking it up to writing it with all that is kept of it.
namespace loggia::endpoints {

/// On whose behalf changes are made, and what they see.
struct Changer {
    const policy::Actor& actor;
    Instant now;
    const BookingViews& views;
};

/// A booking that the changer sees and may change.
struct BookingChange {
    booking::Operation operation{};
    storage::StoredBooking before;  ///< with its equipment
    policy::Decision decision;      ///< that allows it
    std::string reason;             ///< may be empty
    bool is_freed = false;          ///< its claims are deleted already
};

/// Looks the booking up and asks whether this may be done with it now. `version` is the one that was looked at.
[[nodiscard]] Result<BookingChange> begin_change(const storage::BusinessReader& business, const Changer& changer,
                                                 booking::Operation operation, BookingId id,
                                                 std::optional<std::int64_t> version,
                                                 const std::optional<std::string>& reason);

/// What the policy, the status and the time say of it.
[[nodiscard]] Result<policy::Decision> check_operation(const Changer& changer, booking::Operation operation,
                                                       const storage::StoredBooking& booking);

/// Takes what the booking itself takes out of the snapshot.
void leave_out(scheduling::Snapshot& snapshot, const storage::StoredBooking& booking);

/// The rules of booking that do not bind the changer.
[[nodiscard]] scheduling::RefusalSet waived_by(const Changer& changer, const BookingChange& change);

/// The service, if it is offered still.
[[nodiscard]] Result<const domain::Service*> service_of(const Changer& changer, const BookingChange& change);

/// The booking at another time or with another performer, if the rules of booking have it. Holds that ran out are
/// released first, as for whoever books.
[[nodiscard]] Result<storage::StoredBooking> moved(storage::BusinessWriter& business, const Changer& changer,
                                                   const BookingChange& change, PersonId performer,
                                                   Instant starts_at);

/// Writes the booking as it is to be; conflict if its time was taken.
[[nodiscard]] Result<api::BookingView> write_change(storage::BusinessWriter& business, const Changer& changer,
                                                    const BookingChange& change, storage::StoredBooking after);

}  // namespace loggia::endpoints
