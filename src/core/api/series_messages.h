#pragma once

#include "core/api/booking_messages.h"
#include "core/base/id.h"
#include "core/base/time.h"

#include <optional>
#include <string>
#include <vector>

/// The part of the messages that is about several visits booked as one. See messages.h for the form on the wire.
namespace loggia::api {

/// A time to be chosen, and who would serve it.
struct SeriesTime {
    Instant starts_at;
    PersonId person_id;
    std::string room_name;  ///< empty if the service needs none
    bool operator==(const SeriesTime&) const = default;
};

struct SeriesPlanRequest {
    ServiceId service_id;
    std::optional<PersonId> person_id;  ///< absent: any who performs the service, one for all visits if possible
    Instant starts_at;                  ///< of the first visit
    std::string rule;                   ///< RFC 5545 RRULE: "FREQ=WEEKLY;COUNT=10"
    std::optional<PersonId> for_person_id;
    bool operator==(const SeriesPlanRequest&) const = default;
};

/// One visit of the series as it was asked for, and what to do about it.
struct SeriesVisitView {
    Instant starts_at;
    std::optional<SeriesTime> proposed;    ///< then, or the nearest other time; absent: there is none
    std::optional<std::string> refusal;    ///< why not then; absent: it is possible
    std::vector<SeriesTime> alternatives;  ///< nearest first
    bool operator==(const SeriesVisitView&) const = default;
};

/// All that is proposed can be booked together.
struct SeriesPlanView {
    std::int64_t seq = 0;  ///< of the business when this was true
    std::vector<SeriesVisitView> visits;
    bool operator==(const SeriesPlanView&) const = default;
};

/// What was accepted of a plan.
struct SeriesVisit {
    Instant starts_at;
    PersonId person_id;
    bool operator==(const SeriesVisit&) const = default;
};

/// All of it or nothing.
struct SeriesRequest {
    ServiceId service_id;
    std::vector<SeriesVisit> visits;
    std::optional<PersonId> for_person_id;  ///< a dependent of mine; absent: for me
    bool operator==(const SeriesRequest&) const = default;
};

// ---- other calendars ----------------------------------------------------------------------------------------------

struct CalendarFeedView {
    std::optional<Instant> made_at;  ///< absent: there is none
    bool operator==(const CalendarFeedView&) const = default;
};

/// Shown once; the address before it is none any more.
struct CalendarFeedAddress {
    std::string path;  ///< "/calendar/….ics"
    bool operator==(const CalendarFeedAddress&) const = default;
};

}  // namespace loggia::api
