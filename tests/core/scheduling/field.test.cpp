// Where the field fails, by the name of the failure.

#include "core/scheduling/free_times.h"

#include "core/base/civil.h"
#include "scheduling/scenario.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace loggia;
using namespace loggia::scheduling;

TEST_CASE("overlap with a different length, service, room or member") {
    struct Row {
        const char* scenario;
        const char* start;
        const char* answer;
    };
    const Row rows[]{
        // a longer visit over a shorter one, a shorter one inside of a longer one, and by a buffer alone
        {"working 09-17 visit 120 busy 10:00-10:15",         "09:00", "person_busy"},
        {"working 09-17 visit 15 busy 09:00-12:00",          "10:00", "person_busy"},
        {"working 09-17 visit 60 after 15 busy 10:05-11:00", "09:00", "person_busy"},
        {"working 09-17 visit 60 busy 10:00-11:00",          "09:00", "free"       },
        // taken by another service: a claim has no service
        {"working 09-17 visit 45 grid 45 busy 09:30-10:30",  "09:00", "person_busy"},
        // the same room under another member, and the same member in another room
        {"working 09-17 working 09-17 room busy 09-10",      "09:30", "room_busy"  },
        {"working 09-17 busy 09-10 room room",               "09:30", "person_busy"},
        {"working 09-17 busy 09-10 working 09-17 room room", "09:30", "free"       },
    };
    for (const auto& [scenario, start, answer] : rows) {
        CAPTURE(scenario);
        CHECK(Scenario{scenario}.check(start) == answer);
    }
}

TEST_CASE("any staff under contention, equal load tie: the service's order decides, every time") {
    Scenario morning{"working 09:00-12:00 working 09:00-12:00 working 09:00-12:00 grid 60"};
    for (const int expected : {1, 2, 3}) {
        const auto time = check_start(morning.snapshot, morning.query, morning.at("09:00"));
        REQUIRE(time);
        CHECK(time->person == PersonId{expected});
        CHECK(time == check_start(morning.snapshot, morning.query, morning.at("09:00")));
        morning.snapshot.people[static_cast<std::size_t>(expected) - 1].busy.push_back(
            {time->starts_at, time->starts_at + hours{1}});
    }
    CHECK(morning.check("09:00") == "person_busy");
    // All have one each now, so the order decides again.
    CHECK(check_start(morning.snapshot, morning.query, morning.at("10:00"))->person == PersonId{1});
}

namespace {

/// What the clocks of a zone do in the five years from 2026 on: the days on which they change, and by how much.
std::map<Date, seconds> transition_days(const Zone& zone) {
    std::map<Date, seconds> found;
    const auto first = std::chrono::local_days{std::chrono::year{2026} / 1 / 1};
    const int days_of_five_years = 5 * 365 + 1;
    for (int day = 0; day < days_of_five_years; day += 5) {
        const Instant noon{(first + days{day}).time_since_epoch()};
        if (zone.offset_at(noon) == zone.offset_at(noon + days{5})) continue;
        for (int each = day - 1; each <= day + 6; ++each) {
            const Date date = date_of(first + days{each});
            const TimeRange range = zone.day(date);
            const seconds change = zone.offset_at(range.to) - zone.offset_at(range.from);
            if (change != seconds{0}) found.emplace(date, change);
        }
    }
    return found;
}

/// Empty if all is well.
std::string wrong_on(const Zone& zone, Scenario& all_day, Date date) {
    all_day.snapshot.zone = &zone;
    all_day.query.from = all_day.query.to = date;
    all_day.query.now = zone.day(date).from - days{1};
    const auto listed = free_times(all_day.snapshot, all_day.query);
    // Every quarter of an hour that the clock shows, once, from which an hour goes by before the end of work.
    std::vector<Instant> expected;
    const Instant end_of_work = zone.to_instant(day_of(date) + hours{23} + minutes{55});
    for (minutes shown{0}; shown < days{1}; shown += minutes{15}) {
        const Instant start = zone.to_instant(day_of(date) + shown);
        if (zone.to_civil(start) == day_of(date) + shown && start + hours{1} <= end_of_work)
            expected.push_back(start);
    }
    if (!std::ranges::equal(listed, expected, {}, &FreeTime::starts_at)) return "listed is not what the clock shows";
    const TimeRange day = zone.day(date);
    for (Instant moment = day.from; moment < day.to; moment += minutes{15}) {
        const bool is_near = zone.offset_at(moment - hours{2}) != zone.offset_at(moment + hours{2});
        if (!is_near && unix_seconds(moment) % (6 * 3600) != 0) continue;
        const bool is_listed = std::ranges::binary_search(listed, moment, {}, &FreeTime::starts_at);
        if (is_listed != check_start(all_day.snapshot, all_day.query, moment).has_value())
            return "listed and bookable differ";
    }
    return {};
}

}  // namespace

TEST_CASE("every transition day of every zone for 5 years: listed slot is bookable and no other, duration preserved, "
          "no slot in a gap, both halves of a fold distinct") {
    // Not into the next day, so that the length of the day shows.
    Scenario all_day{"working 00:00-23:55 opening 00:00-24:00 visit 60 grid 15"};
    std::set<std::pair<seconds, std::map<Date, seconds>>> seen;  // names of the same rules need no second look
    std::size_t count = 0;
    for (const std::string_view name : Zone::names()) {
        const Zone& zone = *Zone::find(name);
        const auto transitions = transition_days(zone);
        if (!seen.emplace(zone.offset_at(instant_of(1'767'225'600)), transitions).second) continue;
        for (const auto& [date, change] : transitions) {
            CAPTURE(name, to_text(date));
            const std::string wrong = wrong_on(zone, all_day, date);
            if (!wrong.empty()) FAIL(wrong);
            ++count;
        }
    }
    CHECK(count > 150);
}

TEST_CASE("organizer zone, client zone and server zone all different: half-hour and 45-minute offsets, zone changed "
          "after booking") {
    // The server's zone and the client's are not asked: times are instants, and hours the location's.
    for (const char* zone :
         {"Asia/Kolkata", "Asia/Kathmandu", "Australia/Eucla", "America/St_Johns", "Pacific/Chatham"}) {
        CAPTURE(zone);
        const std::string where = std::string{"zone "} + zone;
        CHECK(Scenario{where + " working 09:00-11:00 busy 09:00-10:00"}.free_times() == "10:00");
        CHECK(Scenario{where + " working 09:07-11:00 grid 5 visit 105 opening 09:00-12:00"}.free_times() ==
              "09:10 09:15");
    }
    // The business moves its location from Ljubljana to Kathmandu (4 h 45 min east in November): what is taken stays
    // taken at the same instants, and the hours follow the new wall.
    Scenario moved{"working 09:00-18:00 busy 10:00-11:00 grid 15 visit 30"};
    const TimeRange taken = moved.snapshot.people[0].busy.front();
    moved.snapshot.zone = Zone::find("Asia/Kathmandu");
    const auto times = free_times(moved.snapshot, moved.query);
    REQUIRE_FALSE(times.empty());
    CHECK(clock_text(moved.snapshot.zone->to_civil(times.front().starts_at)) == "09:00");
    for (const FreeTime& time : times) CHECK_FALSE(taken.overlaps({time.starts_at, time.starts_at + minutes{30}}));
    CHECK(moved.check("14:45") == "person_busy");
    CHECK(moved.check("15:45") == "free");
}

TEST_CASE("12 h vs 24 h, midnight-crossing hours, 23:59") {
    struct Row {
        const char* scenario;
        const char* free;
    };
    const Row rows[]{
        // noon and midnight are not the same, nor are morning and evening
        {"working 00:00-01:30",                                  "00:00 00:30"                              },
        {"working 12:00-13:30",                                  "12:00 12:30"                              },
        {"working 08:00-09:00 and 20:00-21:00",                  "08:00 20:00"                              },
        // the night belongs to the day it begins on; what begins after midnight to the day after
        {"working 22:00-26:00",                                  "00:00 00:30 01:00 22:00 22:30 23:00 23:30"},
        {"working instead 22:00-26:00",                          "22:00 22:30 23:00 23:30"                  },
        {"working 22:00-26:00 instead 22:00-24:00",              "00:00 00:30 01:00 22:00 22:30 23:00"      },
        {"working 22:00-24:00 and 00:00-02:00",                  "00:00 00:30 01:00 22:00 22:30 23:00 23:30"},
        {"working 22:00-26:00 opening 20:00-25:00",              "00:00 22:00 22:30 23:00 23:30"            },
        {"working instead 22:00-26:00 visit 240",                "22:00"                                    },
        {"working 00:00-24:00 visit 1500 grid 240",              "00:00 04:00 08:00 12:00 16:00 20:00"      },
        {"working instead 22:00-26:00 busy 24:30-25:00",         "22:00 22:30 23:00 23:30"                  },
        {"working instead 22:00-26:00 busy 24:00-25:00",         "22:00 22:30 23:00"                        },
        // midnight is 24:00, and a minute before it is not
        {"working 22:00-23:59",                                  "22:00 22:30"                              },
        {"working 22:00-24:00",                                  "22:00 22:30 23:00"                        },
        {"working 22:00-23:59 and 00:00-02:00",                  "00:00 00:30 01:00 22:00 22:30"            },
        // a night with a change of clocks has an hour less, or one more
        {"day 2026-03-28 working instead 22:00-28:00 visit 300", "22:00"                                    },
        {"day 2026-03-28 working instead 22:00-28:00 visit 330", ""                                         },
        {"day 2026-10-24 working instead 22:00-28:00 visit 420", "22:00"                                    },
    };
    for (const auto& [scenario, free] : rows) {
        CAPTURE(scenario);
        CHECK(Scenario{scenario}.free_times() == free);
    }
}
