#include "core/calendar/calendar_feed.h"

#include "core/calendar/content_line.h"
#include "core/calendar/written_time.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <string_view>
#include <utility>

namespace loggia::calendar {
namespace {

std::string_view name_of(Method method) {
    switch (method) {
    case Method::publish: return "PUBLISH";
    case Method::request: return "REQUEST";
    case Method::cancel: return "CANCEL";
    }
    std::unreachable();
}

std::string_view name_of(EventStatus status) {
    switch (status) {
    case EventStatus::tentative: return "TENTATIVE";
    case EventStatus::confirmed: return "CONFIRMED";
    case EventStatus::cancelled: return "CANCELLED";
    }
    std::unreachable();
}

/// Writes properties, each on a line of its own.
class PropertyWriter {
public:
    /// `value` is what belongs on the line, escaped where it has to be.
    void put(std::string_view name, std::string_view value) {
        std::string line{name};
        append_folded(m_text, line.append(":").append(value));
    }
    void put_text(std::string_view name, std::string_view text) {
        if (!text.empty()) put(name, escaped(text));
    }
    /// `property` may have parameters.
    void put_participant(std::string property, const Participant& participant) {
        if (!participant.name.empty()) property.append(";CN=").append(quoted(participant.name));
        put(property, as_mail_uri(participant.email));
    }
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    std::string m_text;
};

std::string duration_text(minutes length) { return "PT" + std::to_string(length.count()) + 'M'; }

void put_header(PropertyWriter& writer, const Feed& feed) {
    writer.put("VERSION", "2.0");
    writer.put("PRODID", "-//Loggia//Loggia//EN");
    writer.put("CALSCALE", "GREGORIAN");
    writer.put("METHOD", name_of(feed.method));
    writer.put_text("NAME", feed.name);
    writer.put_text("X-WR-CALNAME", feed.name);
    if (feed.refresh_after > minutes{0}) {
        writer.put("REFRESH-INTERVAL;VALUE=DURATION", duration_text(feed.refresh_after));
        writer.put("X-PUBLISHED-TTL", duration_text(feed.refresh_after));
    }
}

void put_reminder(PropertyWriter& writer, const FeedEvent& event) {
    writer.put("BEGIN", "VALARM");
    writer.put("ACTION", "DISPLAY");
    writer.put("TRIGGER", '-' + duration_text(*event.reminder));
    writer.put("DESCRIPTION", escaped(event.summary));
    writer.put("END", "VALARM");
}

void put_event(PropertyWriter& writer, const FeedEvent& event) {
    constexpr std::int64_t greatest = std::numeric_limits<std::int32_t>::max();
    const bool is_cancelled = event.status == EventStatus::cancelled;
    writer.put("BEGIN", "VEVENT");
    writer.put("UID", escaped(event.uid));
    writer.put("SEQUENCE", std::to_string(std::clamp<std::int64_t>(event.sequence, 0, greatest)));
    writer.put("DTSTAMP", to_written_text(event.changed_at));
    writer.put("LAST-MODIFIED", to_written_text(event.changed_at));
    writer.put("DTSTART", to_written_text(event.time.from));
    writer.put("DTEND", to_written_text(event.time.to));
    writer.put_text("SUMMARY", event.summary);
    writer.put_text("LOCATION", event.location);
    writer.put_text("DESCRIPTION", event.description);
    if (!event.url.empty()) writer.put("URL", as_uri(event.url));
    writer.put("STATUS", name_of(event.status));
    writer.put("TRANSP", is_cancelled || event.occupies == Occupies::nothing ? "TRANSPARENT" : "OPAQUE");
    if (event.organizer) writer.put_participant("ORGANIZER", *event.organizer);
    for (const auto& attendee : event.attendees) {
        const bool is_awaited = attendee.answer == Answer::awaited;
        writer.put_participant(is_awaited ? "ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE" : "ATTENDEE;PARTSTAT=ACCEPTED",
                               attendee.who);
    }
    if (event.reminder && !is_cancelled) put_reminder(writer, event);
    writer.put("END", "VEVENT");
}

}  // namespace

std::string event_uid(BusinessId business, BookingId booking) {
    return std::to_string(business.value) + '-' + std::to_string(booking.value) + "@bookings.loggia";
}

std::string to_icalendar(const Feed& feed) {
    PropertyWriter writer;
    writer.put("BEGIN", "VCALENDAR");
    put_header(writer, feed);
    for (const auto& event : feed.events) {
        assert(feed.method == Method::publish || event.organizer);
        put_event(writer, event);
    }
    writer.put("END", "VCALENDAR");
    return writer.take();
}

}  // namespace loggia::calendar
