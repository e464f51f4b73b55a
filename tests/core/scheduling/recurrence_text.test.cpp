#include "core/scheduling/recurrence_text.h"

#include "support/world.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace loggia;
using namespace loggia::scheduling;

namespace {

std::string repeated(std::string_view what, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text.append(i == 0 ? "" : ",").append(what);
    return text;
}

Recurrence read(std::string_view text) {
    const auto parsed = parse_recurrence(text, world::zone());
    INFO(text << ": " << (parsed ? "" : parsed.error().message));
    REQUIRE(parsed);
    return *parsed;
}

}  // namespace

TEST_CASE("every part of a rule is read") {
    const Recurrence found = read("RRULE:FREQ=YEARLY;INTERVAL=2;BYMONTH=3,12;BYMONTHDAY=-1,+15;BYDAY=MO,2TU,-1SU;"
                                  "UNTIL=20301231T101500;WKST=SU\r\nEXDATE:20270331T100000\r\nRDATE:20270401T100000,"
                                  "20270402T103059\r\n");
    const Recurrence expected{
        .frequency = Frequency::yearly,
        .interval = 2,
        .weekdays = {{std::chrono::Monday}, {std::chrono::Tuesday, 2}, {std::chrono::Sunday, -1}},
        .month_days = {-1, 15},
        .months = {std::chrono::March, std::chrono::December},
        .until = world::wall_time("2030-12-31 10:15"),
        .week_start = std::chrono::Sunday,
        .left_out = {world::wall_time("2027-03-31 10:00")},
        .added = {world::wall_time("2027-04-01 10:00"), world::wall_time("2027-04-02 10:30") + seconds{59}}
    };
    CHECK(found == expected);
    CHECK(read("rdate:20270401t100000\n\nfreq=daily;count=3") ==
          Recurrence{.frequency = Frequency::daily, .count = 3, .added = {world::wall_time("2027-04-01 10:00")}});
}

TEST_CASE("a rule that ends on a day has that day in it, and an end in UTC is what the wall shows then") {
    CHECK(read("FREQ=DAILY;UNTIL=20261231").until == world::wall_time("2026-12-31 23:59") + seconds{59});
    CHECK(read("FREQ=DAILY;UNTIL=20261231T230000Z").until == world::wall_time("2027-01-01 00:00"));
    CHECK(read("FREQ=DAILY;UNTIL=20260701T100000Z").until == world::wall_time("2026-07-01 12:00"));
    CHECK(read("FREQ=DAILY\nEXDATE:20260701T100000Z").left_out == std::vector{world::wall_time("2026-07-01 12:00")});
}

TEST_CASE("what cannot be read or kept is refused, and the failure says where") {
    struct Row {
        std::string text;
        std::string_view field;
        std::string_view part;  ///< that the message names
    };
    const std::string time = "20261103T100000";
    const Row rows[]{
        {"", "recurrence", "no rule"},
        {"\r\n\n", "recurrence", "no rule"},
        {"EXDATE:" + time, "recurrence", "no rule"},
        {"RRULE:", "recurrence", "RRULE"},
        {"FREQ", "frequency", "FREQ"},
        {"FREQ=", "frequency", "FREQ"},
        {"INTERVAL=2", "frequency", "FREQ is missing"},
        {"FREQ=HOURLY", "frequency", "\"HOURLY\""},
        {"FREQ=DAILY;FREQ=WEEKLY", "frequency", "second time"},
        {"FREQ=DAILY;", "recurrence", "\"\""},
        {";FREQ=DAILY", "recurrence", "\"\""},
        {"FREQ=DAILY;BYSETPOS=1", "recurrence", "\"BYSETPOS\""},
        {"FREQ=DAILY;BYHOUR=9", "recurrence", "\"BYHOUR\""},
        {"FREQ=YEARLY;BYWEEKNO=20", "recurrence", "\"BYWEEKNO\""},
        {"FREQ=DAILY;X-SECRET=\x01\xff", "recurrence", "\"X-SECRET\""},
        {"FREQ=DAILY;INTERVAL=0", "interval", "1 to 1000"},
        {"FREQ=DAILY;INTERVAL=-1", "interval", "1 to 1000"},
        {"FREQ=DAILY;INTERVAL=99999999999999999999", "interval", "INTERVAL"},
        {"FREQ=DAILY;INTERVAL=1.5", "interval", "\"1.5\""},
        {"FREQ=DAILY;INTERVAL= 1", "interval", "\" 1\""},
        {"FREQ=DAILY;INTERVAL=-", "interval", "\"-\""},
        {"FREQ=DAILY;COUNT=1001", "count", "1 to 1000"},
        {"FREQ=DAILY;COUNT=x", "count", "\"X\""},
        {"FREQ=DAILY;COUNT=1;UNTIL=20261231", "until", "not both"},
        {"FREQ=DAILY;UNTIL=2026-12-31", "until", "\"2026-12-31\""},
        {"FREQ=DAILY;UNTIL=20260230", "until", "\"20260230\""},
        {"FREQ=DAILY;UNTIL=20261231T240000", "until", "UNTIL"},
        {"FREQ=DAILY;UNTIL=20261231T10000", "until", "UNTIL"},
        {"FREQ=DAILY;UNTIL=20261231T-1-1-1", "until", "UNTIL"},
        {"FREQ=DAILY;UNTIL=00010101", "until", "1970"},
        {"FREQ=DAILY;UNTIL=99991231T235959Z", "until", "1970"},
        {"FREQ=MONTHLY;BYDAY=XX", "weekdays", "\"XX\""},
        {"FREQ=MONTHLY;BYDAY=M", "weekdays", "\"M\""},
        {"FREQ=MONTHLY;BYDAY=0MO", "weekdays", "\"0MO\""},
        {"FREQ=MONTHLY;BYDAY=MO,,TU", "weekdays", "\"\""},
        {"FREQ=MONTHLY;BYDAY=MO,", "weekdays", "\"\""},
        {"FREQ=WEEKLY;BYDAY=2MO", "weekdays", "month or a year"},
        {"FREQ=MONTHLY;BYDAY=6MO", "weekdays", "more than 5"},
        {"FREQ=MONTHLY;BYDAY=" + repeated("MO", longest_list + 1), "weekdays", "more than 62"},
        {"FREQ=MONTHLY;BYMONTHDAY=0", "month_days", "1 to 31"},
        {"FREQ=MONTHLY;BYMONTHDAY=32", "month_days", "1 to 31"},
        {"FREQ=WEEKLY;BYMONTHDAY=1", "month_days", "weekly"},
        {"FREQ=YEARLY;BYMONTH=13", "months", "\"13\""},
        {"FREQ=YEARLY;BYMONTH=-1", "months", "\"-1\""},
        {"FREQ=DAILY;WKST=XX", "week_start", "\"XX\""},
        {"FREQ=DAILY\nRRULE:FREQ=DAILY", "recurrence", "second time"},
        {"FREQ=DAILY\nEXRULE:FREQ=DAILY", "recurrence", "\"EXRULE\""},
        {"FREQ=DAILY\nEXDATE;TZID=Europe/Paris:" + time, "recurrence", "EXDATE;TZID"},
        {"FREQ=DAILY\nEXDATE:20261103", "left_out", "\"20261103\""},
        {"FREQ=DAILY\nEXDATE:" + repeated(time, most_single_dates + 1), "left_out", "more than 366"},
        {"FREQ=DAILY\nRDATE:", "added", "RDATE"},
        {"FREQ=DAILY\nRDATE:" + time + "," + time + "X", "added", "RDATE"},
        {"FREQ=DAILY\nRDATE:00000101T000000", "added", "1970"},
        {"FREQ=DAILY;INTERVAL=" + std::string(longest_recurrence_text, '1'), "recurrence", "longer than 16384"},
        {"FREQ=DAILY;COUNT=" + std::string(1000, '1'), "count", "11..."},
    };
    for (const auto& [text, field, part] : rows) {
        const auto parsed = parse_recurrence(text, world::zone());
        CAPTURE(text);
        REQUIRE_FALSE(parsed);
        CHECK(parsed.error().code == ErrorCode::invalid_input);
        CHECK(parsed.error().field == field);
        CAPTURE(parsed.error().message);
        CHECK(parsed.error().message.contains(part));
        CHECK(parsed.error().message.size() < 160);
        CHECK(std::ranges::all_of(parsed.error().message, [](char c) { return c >= ' ' && c <= '~'; }));
    }
}

TEST_CASE("what is written is read again as it was, and fits however full it is") {
    for (const std::string_view text : {
             "RRULE:FREQ=DAILY",
             "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SA;COUNT=10;WKST=SU",
             "RRULE:FREQ=MONTHLY;BYMONTH=1,12;BYMONTHDAY=-1,15;BYDAY=MO,-1FR;UNTIL=20261231",
             "RRULE:FREQ=YEARLY;UNTIL=20261231T100000\nEXDATE:20261103T100000,20261110T100000\nRDATE:20270101T093000",
         }) {
        CHECK(to_text(read(text)) == text);
        const auto elsewhere = parse_recurrence(text, Zone::utc());
        REQUIRE(elsewhere);
        CHECK(*elsewhere == read(text));
    }
    const CivilTime time = world::wall_time("2026-12-31 10:00");
    Recurrence full{.frequency = Frequency::yearly, .interval = longest_interval, .until = time};
    full.weekdays.assign(longest_list, {std::chrono::Monday, -53});
    full.month_days.assign(longest_list, -31);
    full.months = {};
    full.left_out.assign(most_single_dates, time);
    full.added.assign(most_single_dates, time);
    CHECK(read(to_text(full)) == full);
}

TEST_CASE("whatever is sent is read or refused, and what is read can be expanded and written") {
    // Pieces of rules in any order, with letters changed and left out: near enough to the grammar to get far into it.
    const std::vector<std::string> pieces{"RRULE:",      "EXDATE:",   "RDATE:",
                                          "FREQ=",       "DAILY",     "WEEKLY",
                                          "MONTHLY",     "YEARLY",    ";",
                                          ";",           "=",         ",",
                                          "\n",          "INTERVAL=", "COUNT=",
                                          "UNTIL=",      "BYDAY=",    "BYMONTH=",
                                          "BYMONTHDAY=", "WKST=",     "-",
                                          "+",           "1",         "2",
                                          "53",          "9999",      "MO",
                                          "-1SU",        "2TU",       "20261231",
                                          "T100000",     "Z",         "20261103T103000",
                                          ":",           "\r\n",      "\xff"};
    std::mt19937 random{20261122};
    const auto any = [&](std::size_t to) { return random() % to; };
    std::size_t read_count = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string text = any(4) == 0 ? "" : "FREQ=" + pieces[4 + any(4)] + ";";
        for (std::size_t i = any(8); i > 0; --i) text += pieces[any(pieces.size())];
        if (!text.empty() && any(3) == 0) text[any(text.size())] = static_cast<char>(any(256));
        if (!text.empty() && any(3) == 0) text.pop_back();
        const auto parsed = parse_recurrence(text, world::zone());
        if (!parsed) {
            CHECK_FALSE(parsed.error().field.empty());
            CHECK_FALSE(parsed.error().message.empty());
            continue;
        }
        ++read_count;
        CHECK(parse_recurrence(to_text(*parsed), Zone::utc()) == *parsed);
        const auto found = occurrences(*parsed, world::wall_time("2026-10-27 10:00"));
        CHECK(found.times.size() <= static_cast<std::size_t>(most_occurrences));
    }
    CHECK(read_count > 300);
}
