#include "core/calendar/calendar_feed.h"

#include "calendar/made_feed.h"
#include "core/calendar/busy_times.h"
#include "core/calendar/content_line.h"
#include "support/world.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>
#include <string>

using namespace loggia;
using namespace loggia::calendar;

namespace {

FeedEvent lesson() {
    return {
        .uid = event_uid(BusinessId{1},
          BookingId{9001}
          ),
        .sequence = 3,
        .changed_at = world::at("2026-10-20 09:00"),
        .time = {world::at("2026-10-24 10:30"), world::at("2026-10-24 11:15")},
        .summary = "Piano lesson",
        .location = "Room 1, Stari trg 5",
        .url = "https://harbour.example/bookings/9001"
    };
}

std::string text_of(FeedEvent event, Method method = Method::publish) {
    return to_icalendar(
        {.method = method, .name = "Harbour", .refresh_after = hours{1}, .events = {std::move(event)}});
}

}  // namespace

TEST_CASE("a feed is written as RFC 5545 says") {
    CHECK(text_of(lesson()) == "BEGIN:VCALENDAR\r\n"
                               "VERSION:2.0\r\n"
                               "PRODID:-//Loggia//Loggia//EN\r\n"
                               "CALSCALE:GREGORIAN\r\n"
                               "METHOD:PUBLISH\r\n"
                               "NAME:Harbour\r\n"
                               "X-WR-CALNAME:Harbour\r\n"
                               "REFRESH-INTERVAL;VALUE=DURATION:PT60M\r\n"
                               "X-PUBLISHED-TTL:PT60M\r\n"
                               "BEGIN:VEVENT\r\n"
                               "UID:1-9001@bookings.loggia\r\n"
                               "SEQUENCE:3\r\n"
                               "DTSTAMP:20261020T070000Z\r\n"
                               "LAST-MODIFIED:20261020T070000Z\r\n"
                               "DTSTART:20261024T083000Z\r\n"
                               "DTEND:20261024T091500Z\r\n"
                               "SUMMARY:Piano lesson\r\n"
                               "LOCATION:Room 1\\, Stari trg 5\r\n"
                               "URL:https://harbour.example/bookings/9001\r\n"
                               "STATUS:CONFIRMED\r\n"
                               "TRANSP:OPAQUE\r\n"
                               "END:VEVENT\r\n"
                               "END:VCALENDAR\r\n");
}

TEST_CASE("an invitation names who asks whom, and reminds") {
    FeedEvent event = lesson();
    event.organizer = Participant{"Harbour \"Music\" School", "desk@harbour.example"};
    event.attendees = {
        {{"Mara Kovač", "mara@example.org"}, Answer::accepted},
        {{"", "jon@example.org"},            Answer::awaited }
    };
    event.reminder = minutes{90};
    const std::string text = text_of(event, Method::request);
    for (const auto* line :
         {"\r\nMETHOD:REQUEST\r\n", "\r\nORGANIZER;CN=\"Harbour 'Music' School\":mailto:desk@harbour.example\r\n",
          "\r\nATTENDEE;PARTSTAT=ACCEPTED;CN=\"Mara Kovač\":mailto:mara@example.org\r\n",
          "\r\nATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:jon@example.org\r\n",
          "\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT90M\r\nDESCRIPTION:Piano lesson\r\nEND:VALARM\r\n"}) {
        CAPTURE(line);
        CHECK(text.contains(line));
    }
}

TEST_CASE("a cancelled booking stays, takes up no time and reminds of nothing") {
    FeedEvent event = lesson();
    event.status = EventStatus::cancelled;
    event.reminder = minutes{30};
    const std::string text = text_of(event);
    CHECK(text.contains("\r\nUID:1-9001@bookings.loggia\r\n"));
    CHECK(text.contains("\r\nSTATUS:CANCELLED\r\nTRANSP:TRANSPARENT\r\n"));
    CHECK_FALSE(text.contains("VALARM"));
}

TEST_CASE("the same feed gives the same bytes, and what says nothing is left out") {
    CHECK(text_of(lesson()) == text_of(lesson()));
    const std::string bare = to_icalendar({.events = {{.uid = "a"}}});
    for (const auto* name :
         {"NAME", "REFRESH", "TTL", "SUMMARY", "LOCATION", "DESCRIPTION", "URL", "ORGANIZER", "ATTENDEE"}) {
        CAPTURE(name);
        CHECK_FALSE(bare.contains(name));
    }
    CHECK(to_icalendar({}).ends_with("METHOD:PUBLISH\r\nEND:VCALENDAR\r\n"));
}

TEST_CASE("every booking of every business has an identifier of its own") {
    std::set<std::string> uids;
    for (const std::int64_t business : {1, 11, 111, 2})
        for (const std::int64_t booking : {1, 11, 111, 2})
            uids.insert(event_uid(BusinessId{business}, BookingId{booking}));
    CHECK(uids.size() == 16);
    CHECK(event_uid(BusinessId{1}, BookingId{2}) == event_uid(BusinessId{1}, BookingId{2}));
}

TEST_CASE("a sequence stays within what an INTEGER is") {
    FeedEvent event = lesson();
    event.sequence = 5'000'000'000;
    CHECK(text_of(event).contains("\r\nSEQUENCE:2147483647\r\n"));
    event.sequence = -1;
    CHECK(text_of(event).contains("\r\nSEQUENCE:0\r\n"));
}

TEST_CASE("no text can begin a line of its own, whichever field it is in") {
    const std::string evil = "x\r\nEND:VEVENT\nATTENDEE:mailto:a@b\rBEGIN:VALARM\xE2\x80\xA8"
                             "X:\xC2\x85Y:\"\r\n Z:1";
    FeedEvent event = lesson();
    event.uid = event.summary = event.location = event.description = event.url = evil;
    event.organizer = Participant{evil, evil};
    event.attendees = {{{evil, evil}}};
    event.reminder = minutes{10};
    const std::string text =
        to_icalendar({.method = Method::request, .name = evil, .refresh_after = hours{1}, .events = {event}});

    const std::set<std::string_view> known{"BEGIN",           "VERSION",     "PRODID",       "CALSCALE",
                                           "METHOD",          "NAME",        "X-WR-CALNAME", "REFRESH-INTERVAL",
                                           "X-PUBLISHED-TTL", "UID",         "SEQUENCE",     "DTSTAMP",
                                           "LAST-MODIFIED",   "DTSTART",     "DTEND",        "SUMMARY",
                                           "LOCATION",        "DESCRIPTION", "URL",          "STATUS",
                                           "TRANSP",          "ORGANIZER",   "ATTENDEE",     "ACTION",
                                           "TRIGGER",         "END"};
    std::size_t lines = 0;
    LineReader reader{text};
    for (; reader.next(); ++lines) {
        const auto line = parse_content_line(reader.line());
        CAPTURE(reader.line());
        REQUIRE(line);
        CHECK(known.contains(line->name));
        CHECK(std::ranges::none_of(reader.line(), [](char byte) { return byte == '\r' || byte == '\n'; }));
    }
    CHECK(lines == 31);
    CHECK(std::ranges::count(text, '\n') == std::ranges::count(text, '\r'));
    CHECK_FALSE(text.contains("\xE2\x80\xA8"));
    CHECK_FALSE(text.contains("\xC2\x85"));
}

TEST_CASE("what we write, we read: whoever imports a feed is busy when its bookings are") {
    const TimeRange window{world::at("2026-01-01 00:00"), world::at("2028-01-01 00:00")};
    for (unsigned seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        const MadeFeed made = make_feed(seed);
        std::vector<TimeRange> expected;
        for (const auto& event : made.feed.events)
            if (event.status != EventStatus::cancelled && event.occupies == Occupies::its_time &&
                event.time.from < event.time.to)
                expected.push_back(event.time);
        std::ranges::sort(expected, {}, &TimeRange::from);

        const auto read = read_busy_times(to_icalendar(made.feed), window, scheduling::Zone::utc());
        REQUIRE(read);
        CHECK(read->events == made.feed.events.size());
        CHECK(read->damaged_events == 0);
        CHECK(read->remarks.all().empty());
        CHECK(read->ranges == expected);
    }
}
