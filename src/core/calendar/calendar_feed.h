#pragma once

#include "core/base/id.h"
#include "core/base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace loggia::calendar {

enum class Method : std::uint8_t {
    publish,  ///< a feed, or a file to keep: whoever reads it does not answer
    request,  ///< a mail: the event is new or has changed
    cancel,   ///< a mail: the event does not take place
};

enum class EventStatus : std::uint8_t { tentative, confirmed, cancelled };

/// Whether the event takes up the time of whoever has it in their calendar.
enum class Occupies : std::uint8_t { its_time, nothing };

/// What somebody said to an invitation.
enum class Answer : std::uint8_t { accepted, awaited };

/// Somebody who is named in a mail. Feeds name nobody.
struct Participant {
    std::string name;
    std::string email;
};

struct Attendee {
    Participant who;
    Answer answer = Answer::accepted;  ///< who has booked has accepted
};

/// One booking as other calendars see it, and no more of it than belongs there.
struct FeedEvent {
    std::string uid;            ///< event_uid
    std::int64_t sequence = 0;  ///< grows with each change of the booking
    Instant changed_at;
    TimeRange time;
    std::string summary;
    std::string location;
    std::string description;
    std::string url;  ///< of the booking's own page
    EventStatus status = EventStatus::confirmed;
    Occupies occupies = Occupies::its_time;
    std::optional<Participant> organizer;
    std::vector<Attendee> attendees;
    std::optional<minutes> reminder;  ///< before the start; a cancelled event reminds of nothing
};

struct Feed {
    Method method = Method::publish;
    std::string name;         ///< of the calendar; empty: it has none
    minutes refresh_after{};  ///< how often to ask again; zero: it does not say
    std::vector<FeedEvent> events;
};

/// The same for a booking as long as it lives, and another for each booking of each business.
[[nodiscard]] std::string event_uid(BusinessId business, BookingId booking);

/// The feed as iCalendar text (RFC 5545, 7986; methods as in RFC 5546). The same feed gives the same bytes. Events
/// stand in the order given; cancelled ones stay, with STATUS:CANCELLED, so that readers take them out. No text of a
/// field can begin a line of its own. A `request` or `cancel` names an organizer in every event.
[[nodiscard]] std::string to_icalendar(const Feed& feed);

}  // namespace loggia::calendar
