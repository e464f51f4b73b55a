#pragma once

#include "server/storage/bookings.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What became of each booking. Only ever added to.
namespace loggia::storage {

struct BookingVersion {
    std::int64_t version = 0;
    std::string operation;  ///< "book", or a name of booking::operations
    domain::BookingStatus status = domain::BookingStatus::confirmed;
    PersonId staff;
    std::optional<ResourceId> room;
    TimeRange visit;
    std::optional<PersonId> author;  ///< nothing: it is not known who
    std::string author_name;
    Instant made_at;
    std::string reason;  ///< may be empty
};

/// Who changed a booking, how and why.
struct BookingChange {
    std::string_view operation;
    std::optional<PersonId> author;
    Instant made_at;
    std::string reason;
};

/// What the booking is from now on, under its version.
Outcome<void> add_booking_version(BusinessWriter& business, const StoredBooking& booking,
                                  const BookingChange& change);

/// Oldest first. A booking that was never changed may have none.
[[nodiscard]] Outcome<std::vector<BookingVersion>> versions_of(const BusinessReader& business, BookingId booking);

}  // namespace loggia::storage
