#pragma once

#include "core/base/money.h"
#include "core/domain/booking.h"
#include "core/domain/business.h"
#include "core/scheduling/free_times.h"
#include "server/storage/row_scope.h"
#include "server/storage/store.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace loggia::storage {

/// The person a booking is for, as stored. What of it may leave the server is decided in
/// core/api/field_mask.h.
struct BookedClient {
    PersonId id;
    std::string name;
    std::string email;  ///< the account manager's for a dependent, as is the phone
    std::string phone;
    std::optional<Date> born;
    std::optional<PersonId> account_manager;
    std::string account_manager_name;
};

struct StoredBooking {
    BookingId id;
    std::int64_t version = 1;  ///< grows with each change of it
    Instant made_at;
    domain::BookingStatus status = domain::BookingStatus::held;
    ServiceId service;
    PersonId staff;
    std::optional<ResourceId> room;
    std::vector<domain::Need> equipment;  ///< of a new booking; what a stored one has is in its own rows
    TimeRange visit;
    scheduling::CellRange cells;  ///< what it claims of each resource
    Money price;
    std::string secret_hash;             ///< of the hold it began as; empty if it did not
    std::optional<Instant> expires_at;   ///< of a hold
    std::optional<BookedClient> client;  ///< nothing while held
    std::optional<SeriesId> series;      ///< that it was booked with

    [[nodiscard]] TimeRange claimed() const;  ///< the same, as a stretch of time
    /// The person, the room and the equipment, with so many units of each.
    [[nodiscard]] std::vector<domain::Need> needs() const;
};

[[nodiscard]] Outcome<std::optional<StoredBooking>> find_booking(const BusinessReader& business, BookingId id);

/// Bookings of a client (so no holds) that begin within `range` and lie within `scope`, by start; cancelled
/// ones not.
[[nodiscard]] Outcome<std::vector<StoredBooking>> bookings_between(const BusinessReader& business, TimeRange range,
                                                                   const RowScope& scope);

/// Bookings of the client and of those whose account the client manages, from `from` on, by start; cancelled
/// ones too.
[[nodiscard]] Outcome<std::vector<StoredBooking>> bookings_of_client(const BusinessReader& business, PersonId client,
                                                                     Instant from);

/// For each client whom `staff` served or will serve on a day within the policy's window around `today` or
/// one day beyond it: the signed distance to the nearest such day. Cancelled services and holds do not count.
[[nodiscard]] Outcome<std::map<PersonId, int>> nearest_service_days(const BusinessReader& business, PersonId staff,
                                                                    const scheduling::Zone& zone, Date today);

/// A new booking with its claims; the client's `id` is all of them that counts.
/// FailureKind::unique: one of the times is taken, or (with `id_is_taken`) the id.
Outcome<void> insert_booking(BusinessWriter& business, const StoredBooking& booking, Instant now);
[[nodiscard]] Outcome<bool> id_is_taken(const BusinessReader& business, BookingId id);

/// A hold becomes the client's.
Outcome<void> book_hold(BusinessWriter& business, BookingId id, PersonId client, domain::BookingStatus status);

/// Makes it what `after` says of status, performer, room and time, and its claims with it, in place of `before`; the
/// next version. FailureKind::unique: a time it would take is taken, and the caller's savepoint undoes the rest.
Outcome<void> change_booking(BusinessWriter& business, const StoredBooking& before, const StoredBooking& after);

/// Sets a status that occupies no time, and frees the time.
Outcome<void> free_booking(BusinessWriter& business, const StoredBooking& booking, domain::BookingStatus status);

/// What the booking claims of equipment.
[[nodiscard]] Outcome<std::vector<domain::Need>> equipment_of(const BusinessReader& business, BookingId booking);

/// What the limits of these people count: their bookings and holds that start within the range.
struct ServedVisit {
    PersonId staff;
    Instant starts_at;
    minutes duration{};
    std::optional<Instant> expires_at;  ///< of a hold: counts no more from then on
};
[[nodiscard]] Outcome<std::vector<ServedVisit>> visits_between(const BusinessReader& business, TimeRange range);
[[nodiscard]] Outcome<std::vector<ServedVisit>> visits_of_staff(const BusinessReader& business, PersonId staff,
                                                                TimeRange range);

/// What the limits of a client count: bookings that start at `from` or later, or have not ended by `now`.
[[nodiscard]] Outcome<std::vector<scheduling::Visit>> visits_of_client(const BusinessReader& business,
                                                                       PersonId client, Instant from, Instant now);

/// Holds that expired by `now` lose their time, each with a change; how many.
Outcome<std::int64_t> release_expired_holds(BusinessWriter& business, const scheduling::Zone& zone, Instant now);

}  // namespace loggia::storage
