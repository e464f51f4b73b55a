#include "core/scheduling/recurrence.h"

#include "core/base/civil.h"
#include "core/base/text.h"
#include "core/scheduling/recurrence_text.h"
#include "support/world.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace loggia;
using namespace loggia::scheduling;
using world::wall_time;

namespace {

/// "20261103T100000"
CivilTime time_of(std::string_view text) {
    const std::string digits{text};
    return wall_time(digits.substr(0, 4) + '-' + digits.substr(4, 2) + '-' + digits.substr(6, 2) + ' ' +
                     digits.substr(9, 2) + ':' + digits.substr(11, 2));
}

Recurrence recurrence_of(std::string_view text) {
    const auto parsed = parse_recurrence(text, Zone::utc());
    INFO(text << ": " << (parsed ? "" : parsed.error().message));
    REQUIRE(parsed);
    return *parsed;
}

std::string dates(const std::vector<CivilTime>& times) {
    std::string text;
    for (const CivilTime time : times)
        text.append(text.empty() ? "" : " ").append(to_text(date_of(std::chrono::floor<days>(time))));
    return text;
}

}  // namespace

TEST_CASE("a recurrence is every day that its rule names, from the first time on") {
    struct Row {
        std::string_view rule;
        std::string_view first;
        std::string_view expected;
    };
    // 2026-10-27 is a Tuesday.
    constexpr std::string_view tuesday = "20261027T100000";
    // clang-format off
    const Row rows[]{
        {"FREQ=DAILY;COUNT=3", tuesday, "2026-10-27 2026-10-28 2026-10-29"},
        {"FREQ=DAILY;INTERVAL=10;UNTIL=20261116", tuesday, "2026-10-27 2026-11-06 2026-11-16"},
        {"FREQ=DAILY;INTERVAL=10;UNTIL=20261116T095959", tuesday, "2026-10-27 2026-11-06"},
        {"FREQ=DAILY;INTERVAL=10;UNTIL=20261116T100000", tuesday, "2026-10-27 2026-11-06 2026-11-16"},
        {"FREQ=WEEKLY;COUNT=3", tuesday, "2026-10-27 2026-11-03 2026-11-10"},
        {"FREQ=WEEKLY;BYDAY=MO,TH;COUNT=3", tuesday, "2026-10-29 2026-11-02 2026-11-05"},
        {"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=4", tuesday, "2026-10-27 2026-11-01 2026-11-10 2026-11-15"},
        {"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=4;WKST=SU", tuesday, "2026-10-27 2026-11-08 2026-11-10 2026-11-22"},
        {"FREQ=WEEKLY;BYMONTH=12;COUNT=2", tuesday, "2026-12-01 2026-12-08"},
        {"FREQ=MONTHLY;COUNT=3", tuesday, "2026-10-27 2026-11-27 2026-12-27"},
        {"FREQ=MONTHLY;COUNT=4", "20261031T100000", "2026-10-31 2026-12-31 2027-01-31 2027-03-31"},
        {"FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=5", "20261031T100000", "2026-10-31 2026-11-30 2026-12-31 2027-01-31 2027-02-28"},
        {"FREQ=MONTHLY;BYDAY=2TU;COUNT=3", tuesday, "2026-11-10 2026-12-08 2027-01-12"},
        {"FREQ=MONTHLY;BYDAY=-1TU;COUNT=3", tuesday, "2026-10-27 2026-11-24 2026-12-29"},
        {"FREQ=MONTHLY;BYDAY=WE,2TU;COUNT=4", tuesday, "2026-10-28 2026-11-04 2026-11-10 2026-11-11"},
        {"FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", tuesday, "2026-11-13 2027-08-13 2028-10-13"},
        {"FREQ=YEARLY;COUNT=2", tuesday, "2026-10-27 2027-10-27"},
        {"FREQ=YEARLY;COUNT=2", "20280229T100000", "2028-02-29"},
        {"FREQ=YEARLY;BYMONTH=3;BYDAY=MO;BYMONTHDAY=1,2,3,4,5,6,7;COUNT=2", tuesday, "2027-03-01 2028-03-06"},
        {"FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;COUNT=2", tuesday, "2027-03-28 2028-03-26"},
        {"FREQ=YEARLY;BYDAY=1MO,-1MO;COUNT=3", tuesday, "2026-12-28 2027-01-04 2027-12-27"},
        {"FREQ=YEARLY;BYMONTHDAY=1;COUNT=3", tuesday, "2026-11-01 2026-12-01 2027-01-01"},
        {"FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", tuesday, ""},
        {"FREQ=WEEKLY;COUNT=3\nEXDATE:20261103T100000", tuesday, "2026-10-27 2026-11-10"},
        {"FREQ=WEEKLY;COUNT=3\nEXDATE:20261103T110000", tuesday, "2026-10-27 2026-11-03 2026-11-10"},
        {"FREQ=WEEKLY;COUNT=2\nRDATE:20261101T100000,20261027T100000", tuesday, "2026-10-27 2026-11-01 2026-11-03"},
        {"FREQ=WEEKLY;COUNT=2\nRDATE:20261026T100000", tuesday, "2026-10-27 2026-11-03"},
        {"FREQ=WEEKLY;COUNT=2\nRDATE:20261101T100000\nEXDATE:20261101T100000", tuesday, "2026-10-27 2026-11-03"},
    };
    // clang-format on
    for (const auto& [rule, first, expected] : rows) {
        CAPTURE(rule, first);
        CHECK(dates(occurrences(recurrence_of(rule), time_of(first)).times) == expected);
    }
}

TEST_CASE("times are those of the first, and dates that were added have their own") {
    const auto found =
        occurrences(recurrence_of("FREQ=WEEKLY;COUNT=2\nRDATE:20261028T173000"), wall_time("2026-10-27 10:05"));
    CHECK(found.times ==
          std::vector{wall_time("2026-10-27 10:05"), wall_time("2026-10-28 17:30"), wall_time("2026-11-03 10:05")});
}

TEST_CASE("a recurrence that would go on is cut after two years and a thousand times, and says so") {
    const CivilTime first = wall_time("2026-10-27 10:00");
    struct Row {
        std::string_view rule;
        std::size_t count;
        bool is_cut;
    };
    const Row rows[]{
        {"FREQ=DAILY",                                732, true },
        {"FREQ=DAILY;COUNT=732",                      732, false},
        {"FREQ=DAILY;COUNT=733",                      732, true },
        {"FREQ=DAILY;UNTIL=20281027T100000",          732, false},
        {"FREQ=DAILY;UNTIL=20281027T100001",          732, true },
        {"FREQ=WEEKLY",                               105, true },
        {"FREQ=WEEKLY;COUNT=1000",                    105, true },
        {"FREQ=YEARLY;INTERVAL=1000;COUNT=2",         1,   true },
        {"FREQ=DAILY;COUNT=2\nRDATE:20281027T100000", 3,   false},
        {"FREQ=DAILY;COUNT=2\nRDATE:20281027T100001", 2,   true },
    };
    for (const auto& [rule, count, is_cut] : rows) {
        CAPTURE(rule);
        const auto found = occurrences(recurrence_of(rule), first);
        CHECK(found.times.size() == count);
        CHECK(found.is_cut == is_cut);
    }

    auto everything = recurrence_of("FREQ=DAILY");
    for (int day = 0; day < static_cast<int>(most_single_dates); ++day)
        everything.added.push_back(first + days{day} + hours{1});
    const auto found = occurrences(everything, first);
    CHECK(found.times.size() == static_cast<std::size_t>(most_occurrences));
    CHECK(found.is_cut);
    CHECK(std::ranges::is_sorted(found.times));
}

TEST_CASE("a recurrence that makes no sense is refused by the name of what is wrong") {
    struct Row {
        std::string_view field;
        void (*spoil)(Recurrence&);
    };
    using R = Recurrence;
    const auto monday = std::chrono::Monday;
    static constexpr CivilTime too_early = std::chrono::local_days{std::chrono::year{1969} / 12 / 31};
    static constexpr CivilTime too_late = std::chrono::local_days{std::chrono::year{2101} / 1 / 1};
    // clang-format off
    const Row rows[]{
        {"interval", [](R& it) { it.interval = 0; }},
        {"interval", [](R& it) { it.interval = -1; }},
        {"interval", [](R& it) { it.interval = longest_interval + 1; }},
        {"count", [](R& it) { it.count = 0; }},
        {"count", [](R& it) { it.count = most_occurrences + 1; }},
        {"until", [](R& it) { it.count = 1, it.until = too_late - days{1}; }},
        {"until", [](R& it) { it.until = too_early; }},
        {"until", [](R& it) { it.until = CivilTime::max(); }},
        {"months", [](R& it) { it.months = {std::chrono::month{0}}; }},
        {"months", [](R& it) { it.months = {std::chrono::month{13}}; }},
        {"months", [](R& it) { it.months.assign(longest_list + 1, std::chrono::May); }},
        {"weekdays", [](R& it) { it.weekdays = {{std::chrono::weekday{8}}}; }},
        {"weekdays", [](R& it) { it.weekdays = {{std::chrono::Monday, 6}}; }},
        {"weekdays", [](R& it) { it.weekdays = {{std::chrono::Monday, -6}}; }},
        {"weekdays", [](R& it) { it.weekdays = {{std::chrono::Monday, 1}}, it.frequency = Frequency::weekly; }},
        {"weekdays", [](R& it) { it.weekdays = {{std::chrono::Monday, 1}}, it.frequency = Frequency::daily; }},
        {"weekdays", [](R& it) { it.weekdays = {{std::chrono::Monday, 54}}, it.frequency = Frequency::yearly; }},
        {"weekdays", [](R& it) { it.weekdays.assign(longest_list + 1, {std::chrono::Monday}); }},
        {"month_days", [](R& it) { it.month_days = {0}; }},
        {"month_days", [](R& it) { it.month_days = {32}; }},
        {"month_days", [](R& it) { it.month_days = {-32}; }},
        {"month_days", [](R& it) { it.month_days = {1}, it.weekdays = {}, it.frequency = Frequency::weekly; }},
        {"month_days", [](R& it) { it.month_days.assign(longest_list + 1, 1); }},
        {"week_start", [](R& it) { it.week_start = std::chrono::weekday{9}; }},
        {"left_out", [](R& it) { it.left_out = {too_early}; }},
        {"left_out", [](R& it) { it.left_out.assign(most_single_dates + 1, too_late - days{1}); }},
        {"added", [](R& it) { it.added = {too_late}; }},
        {"added", [](R& it) { it.added.assign(most_single_dates + 1, too_late - days{1}); }},
    };
    // clang-format on
    const Recurrence sound{
        .frequency = Frequency::monthly, .weekdays = {{monday, 5}, {monday, -5}}
    };
    REQUIRE(check(sound));
    for (const auto& row : rows) {
        const auto& [field, spoil] = row;
        Recurrence spoilt = sound;
        spoil(spoilt);
        const auto checked = check(spoilt);
        CAPTURE(field, &row - rows);
        REQUIRE_FALSE(checked);
        CHECK(checked.error().code == ErrorCode::invalid_input);
        CHECK(checked.error().field == field);
    }
    CHECK(check({
        .frequency = Frequency::yearly, .weekdays = {{monday, 53}, {monday, -53}}
    }));
    CHECK(check({.interval = longest_interval, .count = most_occurrences}));
}

TEST_CASE("made-up recurrences are the times that npm's rrule finds") {
    std::ifstream file{LOGGIA_RECURRENCE_ORACLE};
    std::size_t lines = 0;
    std::size_t times = 0;
    std::size_t wrong = 0;
    for (std::string line; std::getline(file, line); ++lines) {
        const auto parts = text::split(line, '|');
        REQUIRE(parts.size() == 3);
        std::string rule{parts[1]};
        std::ranges::replace(rule, ' ', '\n');
        const CivilTime first = time_of(parts[0]);
        std::vector<CivilTime> expected;
        std::istringstream after{std::string{parts[2]}};
        for (std::int64_t count = 0; after >> count;) expected.push_back(first + minutes{count});
        times += expected.size();
        const auto found = occurrences(recurrence_of(rule), first).times;
        if (found == expected) continue;
        UNSCOPED_INFO(line.substr(0, line.rfind('|'))
                      << "\n  expected " << dates(expected) << "\n  found    " << dates(found));
        if (++wrong == 10) break;
    }
    CHECK(wrong == 0);
    CHECK(lines == 2000);
    CHECK(times > 50'000);
}

TEST_CASE("a weekly lesson stays at its time on the wall over every change of clocks") {
    struct Row {
        const char* zone;
        const char* first;
        const char* change;  ///< the date of the third lesson
        const char* shown;   ///< then: in a gap the first time after it
        int longer_before;   ///< minutes more than a week between the second lesson and the third
        int longer_after;    ///< between the third and the fourth
    };
    const Row rows[]{
        {"Europe/Ljubljana",    "2026-03-15 02:30", "2026-03-29", "03:00", -30, -30},
        {"Europe/Ljubljana",    "2026-10-11 02:30", "2026-10-25", "02:30", 0,   60 },
        {"Europe/Ljubljana",    "2026-10-11 10:00", "2026-10-25", "10:00", 60,  0  },
        {"America/New_York",    "2026-02-22 02:30", "2026-03-08", "03:00", -30, -30},
        {"America/New_York",    "2026-10-18 01:30", "2026-11-01", "01:30", 0,   60 },
        {"Australia/Sydney",    "2026-09-20 02:30", "2026-10-04", "03:00", -30, -30},
        {"Australia/Sydney",    "2026-03-22 02:30", "2026-04-05", "02:30", 0,   60 },
        {"Australia/Lord_Howe", "2026-09-20 02:15", "2026-10-04", "02:30", -15, -15},
        {"America/Santiago",    "2026-08-23 00:00", "2026-09-06", "01:00", 0,   -60},
        {"Asia/Kathmandu",      "2026-03-15 02:30", "2026-03-29", "02:30", 0,   0  },
    };
    for (const auto& [name, first, change, shown, longer_before, longer_after] : rows) {
        CAPTURE(name, change);
        const Zone& zone = *Zone::find(name);
        const auto times = occurrences({.frequency = Frequency::weekly, .count = 5}, wall_time(first)).times;
        const auto instants = instants_of(times, zone);
        REQUIRE(instants.size() == 5);
        CHECK(zone.date_at(instants[2]) == parse_date(change));
        for (std::size_t i = 0; i < 5; ++i)
            CHECK(clock_text(zone.to_civil(instants[i])) == (i == 2 ? shown : clock_text(times[i])));
        CHECK(instants[2] - instants[1] == days{7} + minutes{longer_before});
        CHECK(instants[3] - instants[2] == days{7} + minutes{longer_after});
    }
}

TEST_CASE("two times that a gap makes one are one visit") {
    const CivilTime times[]{wall_time("2026-03-29 02:00"), wall_time("2026-03-29 02:30"),
                            wall_time("2026-03-29 03:30")};
    CHECK(instants_of(times, world::zone()) ==
          std::vector{world::at("2026-03-29 03:00"), world::at("2026-03-29 03:30")});
}
