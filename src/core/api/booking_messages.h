#pragma once

#include "core/base/id.h"
#include "core/base/money.h"
#include "core/base/time.h"
#include "core/domain/booking.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The part of the messages that is about bookings and what becomes of them. See messages.h for the form on the wire.
namespace loggia::api {

struct BookingRequest {
    BookingId hold_id;
    std::string secret;
    std::optional<PersonId> for_person_id;  ///< a dependent of mine; absent: for me
    bool operator==(const BookingRequest&) const = default;
};

struct BookingQuery {
    BookingId booking_id;
    bool operator==(const BookingQuery&) const = default;
};

/// A booking as its asker may see it. Every optional is revealed by a permission of its own (field_mask.h) and is
/// absent, in the JSON too, where the asker lacks it.
struct BookingView {
    BookingId id;
    std::int64_t version = 1;  ///< grows with each change of it
    ServiceId service_id;
    PersonId person_id;  ///< who serves it
    std::string room_name;
    std::optional<ResourceId> room_id;  ///< for those who may move it to another
    Instant starts_at;
    Instant ends_at;
    domain::BookingStatus status = domain::BookingStatus::confirmed;
    std::optional<std::string> client_name;
    std::optional<std::int64_t> client_age;
    std::optional<bool> client_is_dependent;
    std::optional<PersonId> client_id;
    std::optional<std::string> client_email;  ///< of the account manager for a dependent
    std::optional<std::string> client_phone;
    std::optional<std::string> account_manager_name;
    std::optional<Money> price;
    std::optional<SeriesId> series_id;  ///< that it was booked with
    bool operator==(const BookingView&) const = default;
};

struct BookingList {
    std::int64_t seq = 0;
    std::vector<BookingView> bookings;
    bool operator==(const BookingList&) const = default;
};

struct CalendarRequest {
    Date from;
    Date to;  ///< included; at most 62 days after `from`
    bool operator==(const CalendarRequest&) const = default;
};

// ---- changing one -------------------------------------------------------------------------------------------------

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

// ---- changing several together ------------------------------------------------------------------------------------

/// The visits of somebody who cannot serve them.
struct CoverageRequest {
    PersonId person_id;
    Date from;
    Date to;  ///< included; at most 62 days after `from`
    bool operator==(const CoverageRequest&) const = default;
};

/// One of them, and what could become of it.
struct CoverageItem {
    BookingView booking;
    std::vector<PersonId> colleagues;            ///< free at its time
    std::optional<PersonId> proposed_person_id;  ///< all that is proposed can be done together
    bool operator==(const CoverageItem&) const = default;
};

struct CoverageView {
    std::int64_t seq = 0;             ///< of the business when this was true
    std::vector<CoverageItem> items;  ///< by start
    bool operator==(const CoverageView&) const = default;
};

/// What is to become of one booking: another time, another performer, both, or neither: then it is cancelled.
struct PlannedChange {
    BookingId booking_id;
    std::int64_t version = 0;  ///< that was looked at
    std::optional<Instant> starts_at;
    std::optional<PersonId> person_id;
    bool operator==(const PlannedChange&) const = default;
};

/// All of it or nothing.
struct BookingBatch {
    std::vector<PlannedChange> changes;
    std::string reason;
    bool operator==(const BookingBatch&) const = default;
};

}  // namespace loggia::api
