#include "core/calendar/outside_calendar.h"

#include "core/base/text.h"
#include "core/calendar/busy_times.h"
#include "support/world.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <random>
#include <string>

using namespace loggia;
using namespace loggia::calendar;

namespace {

const TimeRange window{world::at("2026-10-01 00:00"), world::at("2026-12-01 00:00")};

Result<BusyTimes> read(std::string_view text) { return read_busy_times(text, window, world::zone()); }

std::string times(std::size_t count, std::string_view text) {
    std::string made;
    made.reserve(count * text.size());
    for (std::size_t i = 0; i < count; ++i) made += text;
    return made;
}

std::string calendar_of(std::string_view body) { return "BEGIN:VCALENDAR\n" + std::string{body} + "END:VCALENDAR\n"; }

constexpr std::string_view good_event = "BEGIN:VEVENT\nDTSTART:20261024T100000\nDURATION:PT1H\nEND:VEVENT\n";

}  // namespace

TEST_CASE("what is no calendar or none that ends is refused, naming the line") {
    struct Row {
        std::string text;
        std::string_view message;
    };
    const Row rows[]{
        {"", "Line 1: this is no calendar, it is empty."},
        {"\r\n\n", "Line 1: this is no calendar, it is empty."},
        {"<!doctype html>\n<html>", "Line 1: this is no calendar, it would begin with BEGIN:VCALENDAR."},
        {"\n\nBEGIN:VEVENT\n", "Line 3: this is no calendar, it would begin with BEGIN:VCALENDAR."},
        {"BEGIN:VCALENDAR\n", "Line 1: the calendar breaks off before END:VCALENDAR."},
        {"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:2026", "Line 3: the calendar breaks off before END:VEVENT."},
        {"BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n", "Line 3: END:VEVENT is expected before any other end."},
        {"BEGIN:VCALENDAR\nEND:VEVENT\n", "Line 2: END:VCALENDAR is expected before any other end."},
        {"BEGIN:VCALENDAR\nEND:VCALENDAR\nX:y\n", "Line 3: this is outside of the calendar."},
        {"BEGIN:VCALENDAR\nBEGIN:" + times(100, "x\x1B") + "\nEND:Y\n",
         "Line 3: END:x?x?x?x?x?x?x?x?x?x?x?x?x?x?x?x?x?x?x?x?... is expected before any other end."},
        {times(9, "BEGIN:VCALENDAR\n"), "Line 9: components are nested too deeply here."},
        {calendar_of(times(10'001, "BEGIN:VEVENT\nEND:VEVENT\n")), "Line 20002: there are more than 10000 events."},
        {calendar_of(times(100'000, "X:\n")), "Line 100001: there are more than 100000 lines."},
        {times(1024 * 1024 + 1, " "), "The calendar is larger than 1024 KB."},
        {calendar_of(
             times(3'000, "BEGIN:VEVENT\nDTSTART:20261001T000000\nDURATION:PT1H\nRRULE:FREQ=DAILY\nEND:VEVENT\n")),
         "Line 4097: there are more than 50000 busy times."},
        {calendar_of(times(
             9'000, "BEGIN:VEVENT\nDTSTART:19000101T000000\nDURATION:PT1H\nRRULE:FREQ=YEARLY;COUNT=999\nEND:VEVENT\n")),
         "Line 537: the events up to this one repeat too often to be followed."},
    };
    for (const auto& [text, message] : rows) {
        CAPTURE(text.substr(0, 80));
        const auto outcome = read(text);
        REQUIRE_FALSE(outcome);
        CHECK(outcome.error().code == ErrorCode::invalid_input);
        CHECK(outcome.error().message == message);
    }
}

TEST_CASE("what is as large as may be is read") {
    CHECK(read(calendar_of(times(10'000, "BEGIN:VEVENT\nDTSTART:20261024T100000\nDURATION:PT1H\nEND:VEVENT\n")))
              ->events == 10'000);
    CHECK(read(calendar_of(times(99'998, "X:\n"))));
    CHECK(read(times(7, "BEGIN:VCALENDAR\n") + times(7, "END:VCALENDAR\n")));
    std::string left_out = "BEGIN:VEVENT\nDTSTART:20260101T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY\n";
    for (int i = 0; i < 30; ++i) left_out += "EXDATE:" + times(1'000, "20261024T100000,") + "20261025T100000\n";
    CHECK(read(calendar_of(left_out + "END:VEVENT\n"))->ranges.size() == 59);
}

TEST_CASE("what is wrong in one event costs that event alone, is counted and remarked") {
    struct Row {
        std::string wrong;
        std::size_t line;
        std::string_view remark;
    };
    const Row rows[]{
        {"", 6, "The event has no DTSTART. It is left out."},
        {"DTSTART:tomorrow\n", 7, "The event's DTSTART cannot be understood. It is left out."},
        {"DTSTART:20260230\n", 7, "The event's DTSTART cannot be understood. It is left out."},
        {"DTSTART:20261024\nDTSTART:20261025\n", 8, "The event's DTSTART cannot be understood. It is left out."},
        {"DTSTART:20261024\nDTEND:\n", 8, "The event's DTEND cannot be understood. It is left out."},
        {"DTSTART:20261024\nDURATION:P1Y\n", 8, "The event's DURATION cannot be understood. It is left out."},
        {"DTSTART:20261024\nDURATION:P1D\nDURATION:P1D\n", 9,
         "The event's DURATION cannot be understood. It is left out."},
        {"DTSTART:20261024\nEXDATE:20261024,x\n", 8, "The event's EXDATE cannot be understood. It is left out."},
        {"DTSTART:20261024\nRDATE:20261024/x\n", 8, "The event's RDATE cannot be understood. It is left out."},
        {"DTSTART:20261024\nRECURRENCE-ID:x\n", 8, "The event's RECURRENCE-ID cannot be understood. It is left out."},
        {"DTSTART:20261024\nRRULE:FREQ=DAILY;" + std::string(70'000, 'x') + "\n", 8,
         "The event's RRULE cannot be understood. It is left out."},
        {"DTSTART:20261025T100000\nDTEND:20261025T090000\n", 6, "The event ends before it begins. It is left out."},
        {"DTSTART:20261025T100000\nDURATION:-PT1H\n", 6, "The event ends before it begins. It is left out."},
        {"DTSTART;VALUE=DATE:20261025\nDTEND;VALUE=DATE:20261024\n", 6,
         "The event ends before it begins. It is left out."},
    };
    for (const auto& row : rows) {
        CAPTURE(row.wrong.substr(0, 80));
        const auto outcome = read(calendar_of(std::string{good_event} + "BEGIN:VEVENT\n" + row.wrong +
                                              "END:VEVENT\n" + std::string{good_event}));
        REQUIRE(outcome);
        CHECK(outcome->ranges == std::vector{
                                     TimeRange{world::at("2026-10-24 10:00"), world::at("2026-10-24 11:00")}
        });
        CHECK(outcome->damaged_events == 1);
        REQUIRE(outcome->remarks.all().size() == 1);
        CHECK(outcome->remarks.all().front().line == row.line);
        CHECK(outcome->remarks.all().front().text == row.remark);
    }
}

TEST_CASE("lines that mean nothing to us cost nothing, long, broken or odd as they are") {
    const std::string odd = "no property\n:\nX-A;B=\"open:c\nATTACH:" + std::string(100'000, 'A') +
                            "\nSUMMARY:\xFF\xFE\nÄ:ö\nDTSTARTX:x\n";
    const auto outcome = read(calendar_of(odd + "BEGIN:VEVENT\n" + odd + "DTSTART:20261024T100000\nDURATION:PT1H\n" +
                                          odd + "END:VEVENT\n"));
    REQUIRE(outcome);
    CHECK(outcome->ranges.size() == 1);
    CHECK(outcome->damaged_events == 0);
}

TEST_CASE("remarks are few, however much there is to remark") {
    const auto outcome = read(calendar_of(times(5'000, "BEGIN:VEVENT\nEND:VEVENT\n")));
    REQUIRE(outcome);
    CHECK(outcome->damaged_events == 5'000);
    CHECK(outcome->remarks.all().size() == most_remarks);
}

TEST_CASE("a damaged exception leaves the series as it is") {
    const auto outcome =
        read(calendar_of("BEGIN:VEVENT\nUID:s\nDTSTART:20261024T100000\nDURATION:PT1H\nEND:VEVENT\n"
                         "BEGIN:VEVENT\nUID:s\nRECURRENCE-ID:20261024T100000\nDTSTART:x\nEND:VEVENT\n"));
    REQUIRE(outcome);
    CHECK(outcome->ranges.size() == 1);
    CHECK(outcome->damaged_events == 1);
}

namespace {

/// Somebody's calendar with everything in it that is read.
constexpr std::string_view seed_text =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTIMEZONE\r\nTZID:Home\r\nX-LIC-LOCATION:Europe/"
    "London\r\nEND:VTIMEZONE\r\n"
    "BEGIN:VEVENT\r\nUID:a\r\nDTSTART;TZID=Home:20261005T100000\r\nDTEND;TZID=\"Home\":20261005T110000\r\n"
    "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,-1FR;UNTIL=20271005T100000Z;WKST=SU\r\nEXDATE;TZID=Home:20261019T100000,"
    "20261102T100000\r\n"
    "RDATE;VALUE=PERIOD:20261020T100000Z/PT2H\r\nBEGIN:VALARM\r\nTRIGGER:-PT15M\r\nEND:VALARM\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID;TZID=Home:20261116T100000\r\nDTSTART:20261117T100000Z\r\nDURATION:"
    "P1DT2H\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:b\r\nDTSTART;VALUE=DATE:16041024\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=-8,24;BYSETPOS="
    "1;COUNT=900\r\nTRANSP:OPAQUE\r\n"
    "STATUS:TENTATIVE\r\nSUMMARY:Grandmot\r\n her\r\nEND:VEVENT\r\n"
    "BEGIN:VFREEBUSY\r\nFREEBUSY;FBTYPE=BUSY:20261024T083000Z/20261024T091500Z,20261024T100000Z/"
    "PT30M\r\nEND:VFREEBUSY\r\nEND:VCALENDAR\r\n";

constexpr std::string_view bits[]{"\r\n",
                                  "\n ",
                                  ";",
                                  ":",
                                  "=",
                                  "\"",
                                  ",",
                                  "/",
                                  "-",
                                  "9",
                                  "0",
                                  "T",
                                  "Z",
                                  "P",
                                  "99999999",
                                  "BEGIN:VEVENT\r\n",
                                  "END:VEVENT\r\n",
                                  "BEGIN:VCALENDAR\r\n",
                                  "END:VCALENDAR\r\n",
                                  "99991231T235959Z",
                                  "00010101",
                                  "FREQ=YEARLY",
                                  "FREQ=DAILY",
                                  "COUNT=1000000",
                                  "INTERVAL=10000",
                                  "BYSETPOS=-366",
                                  "DURATION:P36525D\r\n",
                                  "TZID=Asia/Tokyo",
                                  "\x80",
                                  "\xFF",
                                  "\xEF\xBB\xBF"};

class Mutation {
public:
    explicit Mutation(unsigned seed) : m_random(seed) {}

    std::string mutated(std::string text) {
        for (std::size_t steps = 1 + below(8); steps > 0 && !text.empty(); --steps) mutate(text);
        return text;
    }

private:
    std::size_t below(std::size_t end) { return static_cast<std::size_t>(m_random() % end); }

    void mutate(std::string& text) {
        const std::size_t at = below(text.size());
        const std::size_t length = 1 + below(below(2) == 0 ? 4 : 200);
        switch (below(6)) {
        case 0: text[at] = static_cast<char>(below(256)); break;
        case 1: text.erase(at, length); break;
        case 2: text.insert(at, bits[below(std::size(bits))]); break;
        case 3: text.insert(at, text.substr(below(text.size()), length)); break;
        case 4: text.replace(at, length, bits[below(std::size(bits))]); break;
        case 5: text.resize(below(16) == 0 ? at : text.size()); break;
        }
    }

    std::mt19937_64 m_random;
};

}  // namespace

TEST_CASE("whatever is done to a calendar, it is read or refused, and what is read is in order") {
    REQUIRE(read(seed_text)->ranges.size() == 9);
    int refused = 0;
    for (unsigned seed = 0; seed < 600; ++seed) {
        const std::string text = Mutation{seed}.mutated(std::string{seed_text});
        const auto outcome = read(text);
        bool is_sound =
            outcome || (outcome.error().code == ErrorCode::invalid_input && text::is_utf8(outcome.error().message));
        refused += outcome ? 0 : 1;
        for (std::size_t i = 0; outcome && i < outcome->ranges.size(); ++i) {
            const TimeRange& range = outcome->ranges[i];
            is_sound = is_sound && window.from <= range.from && range.from < range.to && range.to <= window.to;
            is_sound = is_sound && (i == 0 || outcome->ranges[i - 1].to < range.from);
        }
        for (std::size_t i = 0; outcome && i < outcome->remarks.all().size(); ++i)
            is_sound = is_sound && text::is_utf8(outcome->remarks.all()[i].text);
        if (!is_sound) FAIL("seed " << seed << ":\n" << text);
    }
    CHECK(refused > 60);
    CHECK(refused < 540);
}
