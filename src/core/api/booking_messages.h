#pragma once

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/domain/booking.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The part of the messages that is about what becomes of a booking after it was made. See messages.h for the form on
/// the wire.
namespace loggia::api {

/// A change that names nothing but the booking: cancel, complete, mark as no-show, reopen, reactivate.
struct BookingStep {
    BookingId booking_id;
    std::optional<std::int64_t> version;  ///< that was looked at; absent: whichever it is
    std::optional<std::string> reason;
    bool operator==(const BookingStep&) const = default;
};

/// To another time, and where `person_id` names another, to another performer.
struct BookingMove {
    BookingId booking_id;
    std::int64_t version = 0;
    Instant starts_at;
    std::optional<PersonId> person_id;  ///< absent: who serves it now
    std::optional<std::string> reason;
    bool operator==(const BookingMove&) const = default;
};

/// To another performer at the same time.
struct BookingReassignment {
    BookingId booking_id;
    std::int64_t version = 0;
    PersonId person_id;
    std::optional<std::string> reason;
    bool operator==(const BookingReassignment&) const = default;
};

struct BookingRoomChange {
    BookingId booking_id;
    std::int64_t version = 0;
    ResourceId room_id;
    std::optional<std::string> reason;
    bool operator==(const BookingRoomChange&) const = default;
};

/// The times that a booking could be moved to, as if it were not there itself.
struct OtherTimesRequest {
    BookingId booking_id;
    std::optional<PersonId> person_id;  ///< absent: any who performs the service
    Date from;
    Date to;  ///< included; at most 62 days after `from`
    bool operator==(const OtherTimesRequest&) const = default;
};

/// What a booking was from one change to the next.
struct BookingVersionView {
    std::int64_t version = 0;
    std::string operation;  ///< "book", or a name of booking::operations
    domain::BookingStatus status = domain::BookingStatus::confirmed;
    PersonId person_id;
    std::string room_name;
    Instant starts_at;
    Instant made_at;
    std::optional<std::string> author_name;  ///< absent where the asker may not know, or nobody does
    std::optional<std::string> reason;       ///< as above
    bool operator==(const BookingVersionView&) const = default;
};

struct BookingHistory {
    std::vector<BookingVersionView> versions;  ///< oldest first
    bool operator==(const BookingHistory&) const = default;
};

}  // namespace loggia::api
