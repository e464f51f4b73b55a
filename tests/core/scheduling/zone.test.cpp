#include "core/scheduling/zone.h"

#include "core/base/civil.h"
#include "support/world.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <vector>

using namespace loggia;
using namespace loggia::scheduling;

namespace {

/// What Python says about a zone (zone_oracle.py).
struct Expected {
    struct Change {
        std::int64_t at = 0;
        std::int64_t offset = 0;
    };
    std::string name;
    std::int64_t first_offset = 0;
    std::vector<Change> changes;
};

std::vector<Expected> oracle() {
    std::vector<Expected> zones;
    std::ifstream file{LOGGIA_ZONE_ORACLE};
    for (std::string line; std::getline(file, line);) {
        std::istringstream words{line};
        Expected zone;
        words >> zone.name >> zone.first_offset;
        for (Expected::Change change; words >> change.at >> change.offset;) zone.changes.push_back(change);
        zones.push_back(std::move(zone));
    }
    return zones;
}

const Zone& zone_named(std::string_view name) {
    const Zone* found = Zone::find(name);
    REQUIRE(found != nullptr);
    return *found;
}

std::string text(CivilTime time) { return to_text(date_of(std::chrono::floor<days>(time))) + ' ' + clock_text(time); }

CivilTime civil(std::int64_t seconds_shown) { return CivilTime{seconds{seconds_shown}}; }

}  // namespace

TEST_CASE("the table has every zone and link of tzdata, and no other") {
    const auto zones = oracle();
    REQUIRE(zones.size() > 500);
    CHECK(zones.size() == Zone::names().size());
    for (const auto& expected : zones) {
        CAPTURE(expected.name);
        const Zone* zone = Zone::find(expected.name);
        REQUIRE(zone != nullptr);
        CHECK(zone->name() == expected.name);
    }
    for (const auto* wrong : {"", "europe/berlin", "Europe/Berlin ", "Europe", "Factory", "Zzz", "Local"})
        CHECK(Zone::find(wrong) == nullptr);
}

TEST_CASE("every zone shows what the oracle shows, to the second, from 2024 to 2037") {
    std::size_t changes = 0;
    for (const auto& expected : oracle()) {
        CAPTURE(expected.name);
        const Zone& zone = zone_named(expected.name);
        constexpr std::int64_t start_of_2024 = 1'704'067'200;
        constexpr std::int64_t end_of_2037 = 2'145'916'799;
        auto wrong = [&](std::int64_t moment, std::int64_t offset) {
            return zone.offset_at(instant_of(moment)).count() != offset;
        };
        std::int64_t before = expected.first_offset;
        std::int64_t since = start_of_2024;
        for (const auto& [at, offset] : expected.changes) {
            CAPTURE(at);
            if (wrong(since, before) || wrong(since + (at - since) / 2, before) || wrong(at - 1, before) ||
                wrong(at, offset))
                FAIL("the offset differs around this change");
            before = offset;
            since = at;
            ++changes;
        }
        if (wrong(end_of_2037, before) || wrong(since + (end_of_2037 - since) / 2, before))
            FAIL("the offset differs after the last change");
    }
    CHECK(changes > 4000);
}

TEST_CASE("in every zone a skipped time is the first instant after, a repeated one the first showing") {
    for (const auto& expected : oracle()) {
        const Zone& zone = zone_named(expected.name);
        std::int64_t before = expected.first_offset;
        for (const auto& [at, after] : expected.changes) {
            CAPTURE(expected.name, at, before, after);
            const std::int64_t low = at + std::min(before, after);
            const std::int64_t high = at + std::max(before, after);
            const bool is_gap = after > before;
            for (std::int64_t shown : {low, low + 1, (low + high) / 2, high - 1}) {
                const Instant expected_instant = instant_of(is_gap ? at : shown - before);
                if (zone.to_instant(civil(shown)) != expected_instant) FAIL("inside the change " << shown);
            }
            if (zone.to_instant(civil(low - 1)) != instant_of(low - 1 - before)) FAIL("before the change");
            if (zone.to_instant(civil(high)) != instant_of(high - after)) FAIL("after the change");
            before = after;
        }
    }
}

TEST_CASE("days follow each other without a gap, in every zone over a whole year") {
    for (std::string_view name : Zone::names()) {
        const Zone& zone = zone_named(name);
        auto date = day_of(std::chrono::year{2026} / 1 / 1);
        for (Instant next = zone.day(date_of(date)).from; date < day_of(std::chrono::year{2027} / 1 / 1);
             date += days{1}) {
            const TimeRange day = zone.day(date_of(date));
            const bool follows = day.from == next && day.from < day.to;
            const bool is_its_own =
                zone.date_at(day.from) == date_of(date) && zone.date_at(day.to - seconds{1}) == date_of(date);
            if (!follows || !is_its_own) FAIL(name << " " << to_text(date_of(date)));
            next = day.to;
        }
    }
}

TEST_CASE("civil time and back is the same instant, but for the second showing of a repeated hour") {
    const Zone& zone = world::zone();
    for (Instant moment = world::at("2026-10-24 00:00"); moment < world::at("2026-10-27 00:00");
         moment += minutes{7}) {
        const Instant back = zone.to_instant(zone.to_civil(moment));
        const bool is_second_showing = back != moment;
        CHECK((is_second_showing ? moment - back == hours{1} : back == moment));
    }
}

TEST_CASE("days on which the clocks change are 23 and 25 hours long") {
    struct Row {
        const char* zone;
        const char* date;
        int length_minutes;
        const char* first_shown;
    };
    const Row rows[]{
        {"Europe/Ljubljana",    "2026-10-24", 24 * 60,      "2026-10-24 00:00"},
        {"Europe/Ljubljana",    "2026-10-25", 25 * 60,      "2026-10-25 00:00"},
        {"Europe/Ljubljana",    "2027-03-28", 23 * 60,      "2027-03-28 00:00"},
        {"Australia/Lord_Howe", "2026-04-05", 24 * 60 + 30, "2026-04-05 00:00"},
        {"Antarctica/Troll",    "2026-03-29", 22 * 60,      "2026-03-29 00:00"},
        {"Africa/Cairo",        "2026-04-24", 23 * 60,      "2026-04-24 01:00"}, // midnight is skipped
        {"Africa/Cairo",        "2026-10-29", 25 * 60,      "2026-10-29 00:00"}, // 23:00 to 24:00 twice
        {"Asia/Kathmandu",      "2026-10-25", 24 * 60,      "2026-10-25 00:00"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.zone, row.date);
        const Zone& zone = zone_named(row.zone);
        const TimeRange day = zone.day(*parse_date(row.date));
        CHECK(day.to - day.from == minutes{row.length_minutes});
        CHECK(text(zone.to_civil(day.from)) == row.first_shown);
    }
}

TEST_CASE("UTC is UTC") {
    CHECK(Zone::utc().name() == "UTC");
    CHECK(Zone::utc().offset_at(instant_of(1'800'000'000)) == seconds{0});
    CHECK(Zone::utc().to_instant(civil(1'800'000'000)) == instant_of(1'800'000'000));
}

TEST_CASE("a day long before the table begins is a day of every zone") {
    for (const auto name : Zone::names()) {
        INFO(name);
        const Zone& zone = *Zone::find(name);
        const Date date{std::chrono::year{1900} / 1 / 1};
        const TimeRange day = zone.day(date);
        CHECK(day.to - day.from == hours{24});
        CHECK(zone.date_at(day.from) == date);
        CHECK(zone.date_at(day.to - seconds{1}) == date);
    }
}
