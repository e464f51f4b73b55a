#include "core/calendar/busy_times.h"

#include "core/base/civil.h"
#include "core/calendar/outside_zone.h"
#include "support/world.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

using namespace loggia;
using namespace loggia::calendar;

namespace {

/// October and November 2026, by the school's clock.
const TimeRange window{world::at("2026-10-01 00:00"), world::at("2026-12-01 00:00")};

std::string calendar_of(std::string_view body) { return "BEGIN:VCALENDAR\n" + std::string{body} + "END:VCALENDAR\n"; }
std::string event_of(std::string_view body) {
    return calendar_of("BEGIN:VEVENT\nUID:u\n" + std::string{body} + "END:VEVENT\n");
}

std::string clock(Instant moment) {
    const CivilTime shown = world::zone().to_civil(moment);
    return to_text(date_of(std::chrono::floor<days>(shown))).substr(5) + ' ' + clock_text(shown);
}

/// "10-24 10:30-11:15, 10-25 09:00-10-26 09:00"
std::string ranges_text(const BusyTimes& times) {
    std::string text;
    for (const auto& range : times.ranges) {
        const std::string from = clock(range.from);
        const std::string to = clock(range.to);
        text += (text.empty() ? "" : ", ") + from + '-' + (to.starts_with(from.substr(0, 5)) ? to.substr(6) : to);
    }
    return text;
}

BusyTimes busy(const std::string& text) {
    const auto read = read_busy_times(text, window, world::zone());
    if (!read) FAIL(read.error().message);
    return *read;
}

struct Row {
    const char* what;
    const char* event;
    const char* expected;
};

template <std::size_t Count> void check_events(const Row (&rows)[Count]) {
    for (const auto& row : rows) {
        CAPTURE(row.what);
        const BusyTimes read = busy(event_of(row.event));
        CHECK(ranges_text(read) == row.expected);
        CHECK(read.remarks.all().empty());
        CHECK(read.damaged_events == 0);
    }
}

}  // namespace

TEST_CASE("an event is busy from its start to its end, in whatever way they are written") {
    // clang-format off
    const Row rows[]{
        {"UTC", "DTSTART:20261024T083000Z\nDTEND:20261024T091500Z\n", "10-24 10:30-11:15"},
        {"floating", "DTSTART:20261024T103000\nDTEND:20261024T111500\n", "10-24 10:30-11:15"},
        {"zone",
         "DTSTART;TZID=Europe/London:20261024T093000\nDTEND;TZID=Europe/London:20261024T101500\n",
         "10-24 10:30-11:15"},
        {"quoted zone", "DTSTART;TZID=\"Europe/London\":20261024T093000\nDURATION:PT45M\n", "10-24 10:30-11:15"},
        {"two zones",
         "DTSTART;TZID=Europe/London:20261024T093000\nDTEND;TZID=Asia/Tokyo:20261024T181500\n",
         "10-24 10:30-11:15"},
        {"zone of UTC is UTC", "DTSTART;TZID=Asia/Tokyo:20261024T083000Z\nDURATION:PT45M\n", "10-24 10:30-11:15"},
        {"Windows zone", "DTSTART;TZID=GMT Standard Time:20261024T093000\nDURATION:PT45M\n", "10-24 10:30-11:15"},
        {"prefixed zone",
         "DTSTART;TZID=/mozilla.org/20050126_1/Europe/London:20261024T093000\nDURATION:PT45M\n",
         "10-24 10:30-11:15"},
        {"lower case", "dtstart:20261024T083000Z\ndtend:20261024T091500Z\n", "10-24 10:30-11:15"},
        {"folded", "DTST\n ART:2026\n\t1024T083000Z\nDURATION:PT45M\n", "10-24 10:30-11:15"},
        {"all day", "DTSTART;VALUE=DATE:20261024\nDTEND;VALUE=DATE:20261025\n", "10-24 00:00-10-25 00:00"},
        {"all of the longest day", "DTSTART;VALUE=DATE:20261025\n", "10-25 00:00-10-26 00:00"},
        {"the same day twice", "DTSTART;VALUE=DATE:20261024\nDTEND;VALUE=DATE:20261024\n", "10-24 00:00-10-25 00:00"},
        {"three days", "DTSTART;VALUE=DATE:20261024\nDURATION:P3D\n", "10-24 00:00-10-27 00:00"},
        {"a week", "DTSTART;VALUE=DATE:20261024\nDURATION:P1W\n", "10-24 00:00-10-31 00:00"},
        {"a date without saying so", "DTSTART:20261024\n", "10-24 00:00-10-25 00:00"},
        {"a day of the clock over the change", "DTSTART:20261024T120000\nDURATION:P1D\n", "10-24 12:00-10-25 12:00"},
        {"24 hours over the change", "DTSTART:20261024T120000\nDURATION:PT24H\n", "10-24 12:00-10-25 11:00"},
        {"no time at all", "DTSTART:20261024T120000\n", ""},
        {"ends as it starts", "DTSTART:20261024T120000\nDTEND:20261024T120000\n", ""},
        {"into the window", "DTSTART;VALUE=DATE:20260901\nDTEND;VALUE=DATE:20261003\n", "10-01 00:00-10-03 00:00"},
        {"out of the window", "DTSTART:20261130T220000\nDTEND:20271201T220000\n", "11-30 22:00-12-01 00:00"},
        {"before it", "DTSTART:20260930T220000\nDTEND:20261001T000000\n", ""},
        {"after it", "DTSTART:20261201T000000\nDTEND:20261201T220000\n", ""},
        {"tentative", "DTSTART:20261024T083000Z\nDURATION:PT45M\nSTATUS:TENTATIVE\n", "10-24 10:30-11:15"},
        {"cancelled", "DTSTART:20261024T083000Z\nDURATION:PT45M\nSTATUS:CANCELLED\n", ""},
        {"transparent", "DTSTART:20261024T083000Z\nDURATION:PT45M\nTRANSP:transparent\n", ""},
        {"opaque", "DTSTART:20261024T083000Z\nDURATION:PT45M\nTRANSP:OPAQUE\n", "10-24 10:30-11:15"},
        {"an alarm with times of its own",
         "DTSTART:20261024T083000Z\nDURATION:PT45M\nBEGIN:VALARM\n"
         "TRIGGER:-PT5M\nDURATION:PT9H\nSTATUS:CANCELLED\nEND:VALARM\n",
         "10-24 10:30-11:15"},
    };
    // clang-format on
    check_events(rows);
}

TEST_CASE("a series is busy each time, by the clock of its zone, but for what is left out of it") {
    // clang-format off
    const Row rows[]{
        {"over the change of the clocks",
         "DTSTART;TZID=Europe/Ljubljana:20261018T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3\n",
         "10-18 10:00-11:00, 10-25 10:00-11:00, 11-01 10:00-11:00"},
        {"by another zone's clock",
         "DTSTART;TZID=America/New_York:20261025T040000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=2\n",
         "10-25 09:00-10:00, 11-01 10:00-11:00"},
        {"by UTC",
         "DTSTART:20261018T080000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=2\n",
         "10-18 10:00-11:00, 10-25 09:00-10:00"},
        {"since years",
         "DTSTART:20150105T100000\nDURATION:PT1H\nRRULE:FREQ=MONTHLY;BYDAY=1MO\n",
         "10-05 10:00-11:00, 11-02 10:00-11:00"},
        {"since a birthday without a year",
         "DTSTART;VALUE=DATE:16041024\nRRULE:FREQ=YEARLY\n",
         "10-24 00:00-10-25 00:00"},
        {"counted out before", "DTSTART:20200101T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=100\n", ""},
        {"counted out within",
         "DTSTART:20260901T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=32\n",
         "10-01 10:00-11:00, 10-02 10:00-11:00"},
        {"until a day",
         "DTSTART:20261024T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY;UNTIL=20261025\n",
         "10-24 10:00-11:00, 10-25 10:00-11:00"},
        {"until a time of the clock",
         "DTSTART:20261024T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY;UNTIL=20261025T095959\n",
         "10-24 10:00-11:00"},
        {"until a moment",
         "DTSTART:20261025T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY;UNTIL=20261026T090000Z\n",
         "10-25 10:00-11:00, 10-26 10:00-11:00"},
        {"until just before",
         "DTSTART:20261025T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY;UNTIL=20261026T085959Z\n",
         "10-25 10:00-11:00"},
        {"last working day",
         "DTSTART:20260930T100000\nDURATION:PT1H\nRRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1\n",
         "10-30 10:00-11:00, 11-30 10:00-11:00"},
        {"the 31st", "DTSTART:20260831T100000\nDURATION:PT1H\nRRULE:FREQ=MONTHLY\n", "10-31 10:00-11:00"},
        {"every other week from Sunday",
         "DTSTART:20261018T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU\n",
         "10-18 10:00-11:00, 10-20 10:00-11:00, 11-01 10:00-11:00, 11-03 10:00-11:00"},
        {"first time off the rule",
         "DTSTART:20261024T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=2\n",
         "10-24 10:00-11:00, 10-26 10:00-11:00"},
        {"over midnight into the window",
         "DTSTART:20260901T220000\nDURATION:PT4H\nRRULE:FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20261002\n",
         "10-01 00:00-02:00"},
        {"two rules",
         "DTSTART:20261024T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=2\nRRULE:FREQ=WEEKLY;COUNT=2\n",
         "10-24 10:00-11:00, 10-25 10:00-11:00, 10-31 10:00-11:00"},
        {"left out",
         "DTSTART:20261024T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=4\nEXDATE:20261025T100000,20261026T090000Z\n",
         "10-24 10:00-11:00, 10-27 10:00-11:00"},
        {"left out in another zone",
         "DTSTART:20261024T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=2\n"
         "EXDATE;TZID=Europe/London:20261024T090000\n",
         "10-25 10:00-11:00"},
        {"left out as a day",
         "DTSTART:20261024T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=2\nEXDATE;VALUE=DATE:20261024\n",
         "10-25 10:00-11:00"},
        {"day left out",
         "DTSTART;VALUE=DATE:20261024\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE;VALUE=DATE:20261025\n",
         "10-24 00:00-10-25 00:00, 10-26 00:00-10-27 00:00"},
        {"day left out as its midnight",
         "DTSTART;VALUE=DATE:20261024\nRRULE:FREQ=DAILY;COUNT=2\nEXDATE:20261024T000000\n",
         "10-25 00:00-10-26 00:00"},
        {"added",
         "DTSTART:20261024T100000\nDURATION:PT1H\nRDATE:20261026T120000,20261027T120000\nEXDATE:20261026T120000\n",
         "10-24 10:00-11:00, 10-27 12:00-13:00"},
        {"added with their own length",
         "DTSTART:20261024T100000\nDURATION:PT1H\n"
         "RDATE;VALUE=PERIOD:20261026T120000/PT2H,20261027T110000Z/20261027T113000Z\n",
         "10-24 10:00-11:00, 10-26 12:00-14:00, 10-27 12:00-12:30"},
        {"one that overlaps itself",
         "DTSTART:20261024T100000\nDURATION:PT30H\nRRULE:FREQ=DAILY;COUNT=3\n",
         "10-24 10:00-10-27 16:00"},
    };
    // clang-format on
    check_events(rows);
}

TEST_CASE("what stands for one time of a series takes that time out of it") {
    const std::string series = "BEGIN:VEVENT\nUID:s\nDTSTART;TZID=Europe/"
                               "Ljubljana:20261024T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=3\nEND:VEVENT\n";
    // clang-format off
    const Row rows[]{
        {"moved",
         "UID:s\nRECURRENCE-ID:20261025T090000Z\nDTSTART:20261025T150000\nDURATION:PT2H\n",
         "10-24 10:00-11:00, 10-25 15:00-17:00, 10-26 10:00-11:00"},
        {"moved, named in its zone",
         "UID:s\nRECURRENCE-ID;TZID=Europe/Ljubljana:20261025T100000\nDTSTART:20261125T150000\nDURATION:PT2H\n",
         "10-24 10:00-11:00, 10-26 10:00-11:00, 11-25 15:00-17:00"},
        {"moved, named by its day",
         "UID:s\nRECURRENCE-ID;VALUE=DATE:20261025\nDTSTART:20261025T150000\nDURATION:PT2H\n",
         "10-24 10:00-11:00, 10-25 15:00-17:00, 10-26 10:00-11:00"},
        {"cancelled",
         "UID:s\nRECURRENCE-ID:20261025T090000Z\nDTSTART:20261025T090000Z\nDURATION:PT1H\nSTATUS:CANCELLED\n",
         "10-24 10:00-11:00, 10-26 10:00-11:00"},
        {"transparent",
         "UID:s\nRECURRENCE-ID:20261025T090000Z\nDTSTART:20261025T090000Z\nDURATION:PT1H\nTRANSP:TRANSPARENT\n",
         "10-24 10:00-11:00, 10-26 10:00-11:00"},
        {"of another series",
         "UID:t\nRECURRENCE-ID:20261025T090000Z\nDTSTART:20261025T150000\nDURATION:PT2H\n",
         "10-24 10:00-11:00, 10-25 10:00-11:00, 10-25 15:00-17:00, 10-26 10:00-11:00"},
    };
    // clang-format on
    for (const auto& row : rows) {
        CAPTURE(row.what);
        const std::string exception = "BEGIN:VEVENT\n" + std::string{row.event} + "END:VEVENT\n";
        CHECK(ranges_text(busy(calendar_of(series + exception))) == row.expected);
        CHECK(ranges_text(busy(calendar_of(exception + series))) == row.expected);
    }
}

TEST_CASE("events that touch or overlap are one busy time, and nothing but events is busy") {
    const std::string text =
        calendar_of("PRODID:x\nX-WR-CALNAME:y\n"
                    "BEGIN:VEVENT\nDTSTART:20261024T100000\nDURATION:PT1H\nEND:VEVENT\n"
                    "BEGIN:VTODO\nDTSTART:20261025T100000\nDUE:20261025T110000\nEND:VTODO\n"
                    "BEGIN:X-BOX\nBEGIN:VEVENT\nDTSTART:20261026T100000\nDURATION:PT1H\nEND:VEVENT\nEND:X-BOX\n"
                    "BEGIN:VEVENT\nDTSTART:20261024T110000\nDURATION:PT1H\nEND:VEVENT\n"
                    "BEGIN:VEVENT\nDTSTART:20261024T103000\nDURATION:PT10M\nEND:VEVENT\n");
    CHECK(ranges_text(busy(text)) == "10-24 10:00-12:00");
    CHECK(busy(text).events == 3);
    CHECK(ranges_text(busy(text + text)) == "10-24 10:00-12:00");
}

TEST_CASE("busy periods are read, free ones are not") {
    CHECK(ranges_text(busy(calendar_of("BEGIN:VFREEBUSY\nDTSTART:20261001T000000Z\n"
                                       "FREEBUSY:20261024T083000Z/20261024T091500Z,20261024T100000Z/PT30M\n"
                                       "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261025T100000Z/PT30M\n"
                                       "FREEBUSY;FBTYPE=FREE:20261026T100000Z/PT30M\nEND:VFREEBUSY\n"))) ==
          "10-24 10:30-11:15, 10-24 12:00-12:30, 10-25 11:00-11:30");
}

TEST_CASE("a zone that nobody knows is the one its VTIMEZONE names, else the default with a remark") {
    const std::string events = "BEGIN:VEVENT\nDTSTART;TZID=Home:20261024T093000\nDURATION:PT45M\nEND:VEVENT\n"
                               "BEGIN:VEVENT\nDTSTART;TZID=Home:20261026T093000\nDURATION:PT45M\nEND:VEVENT\n";
    const std::string zone = "BEGIN:VTIMEZONE\nTZID:Home\nX-LIC-LOCATION:Europe/"
                             "London\nBEGIN:STANDARD\nTZID:Other\nEND:STANDARD\nEND:VTIMEZONE\n";
    for (const std::string& text : {calendar_of(zone + events), calendar_of(events + zone)}) {
        CHECK(ranges_text(busy(text)) == "10-24 10:30-11:15, 10-26 10:30-11:15");
        CHECK(busy(text).remarks.all().empty());
    }
    const BusyTimes unknown = busy(calendar_of(events));
    CHECK(ranges_text(unknown) == "10-24 09:30-10:15, 10-26 09:30-10:15");
    REQUIRE(unknown.remarks.all().size() == 1);
    CHECK(unknown.remarks.all().front().line == 3);
    CHECK(unknown.remarks.all().front().text ==
          "Nobody knows the time zone Home; its times are read as those of Europe/Ljubljana.");
}

TEST_CASE("every zone of Windows is one of ours") {
    CHECK(windows_zones().size() > 130);
    for (const auto& [name, zone] : windows_zones()) {
        CAPTURE(name);
        const scheduling::Zone* found = find_outside_zone(name);
        REQUIRE(found != nullptr);
        CHECK(found == scheduling::Zone::find(name == "UTC" ? name : zone));
    }
    CHECK(find_outside_zone("W. Europe Standard Time")->name() == "Europe/Berlin");
    for (const auto* unknown :
         {"", "/", "//", "/x/", "w. europe standard time", "Mars Standard Time", "x/Europe/Berlin"}) {
        CAPTURE(unknown);
        CHECK(find_outside_zone(unknown) == nullptr);
    }
}

TEST_CASE("a rule that is not followed leaves the first time, with a remark") {
    for (const auto* rule : {"FREQ=HOURLY",
                             "FREQ=DAILY;BYHOUR=9",
                             "FREQ=YEARLY;BYWEEKNO=20",
                             "FREQ=YEARLY;BYYEARDAY=100",
                             "",
                             "COUNT=2",
                             "FREQ=DAILY;COUNT=0",
                             "FREQ=DAILY;COUNT=x",
                             "FREQ=DAILY;INTERVAL=0",
                             "FREQ=DAILY;INTERVAL=-1",
                             "FREQ=DAILY;UNTIL=soon",
                             "FREQ=WEEKLY;BYDAY=XX",
                             "FREQ=MONTHLY;BYDAY=0MO",
                             "FREQ=MONTHLY;BYDAY=54MO",
                             "FREQ=MONTHLY;BYMONTHDAY=32",
                             "FREQ=MONTHLY;BYMONTHDAY=0",
                             "FREQ=YEARLY;BYMONTH=13",
                             "FREQ=WEEKLY;BYDAY=",
                             "FREQ=WEEKLY;WKST=X",
                             "FREQ",
                             "=",
                             "\x01\xFF"}) {
        CAPTURE(rule);
        const BusyTimes read =
            busy(event_of("DTSTART:20261024T100000\nDURATION:PT1H\nRRULE:" + std::string{rule} + "\n"));
        CHECK(ranges_text(read) == "10-24 10:00-11:00");
        REQUIRE(read.remarks.all().size() == 1);
        CHECK(read.remarks.all().front().line == 2);
        CHECK(read.remarks.all().front().text.ends_with("Only the event's first time is known."));
    }
}
