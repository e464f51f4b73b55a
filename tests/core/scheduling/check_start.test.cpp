#include "scheduling/scenario.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace loggia::scheduling;

TEST_CASE("a start that cannot be booked names the first rule against it") {
    struct Row {
        const char* scenario;
        const char* start;
        const char* answer;
    };
    const Row rows[]{
        {"working 09:00-12:00",                                        "09:30", "free"            },
        {"working 09:00-12:00 clock 09:00 notice 60",                  "09:30", "too_soon"        },
        {"working 09:00-12:00 clock 09:00 notice 60",                  "10:00", "free"            },
        {"working 09:00-12:00 clock 09:00 notice 60",                  "09:37", "too_soon"        },
        {"working 09:00-12:00 horizon 0",                              "09:30", "too_far"         },
        {"working 09:00-12:00",                                        "09:15", "off_grid"        },
        {"working 09:00-12:00",                                        "09:31", "off_grid"        },
        {"working 09:00-12:00 person 2",                               "09:30", "does_not_perform"},
        {"visit 60",                                                   "09:30", "does_not_perform"},
        {"working 09:00-12:00",                                        "08:30", "not_working"     },
        {"working 09:00-12:00",                                        "11:30", "not_working"     },
        {"working 09:00-12:00 busy 10:00-10:30",                       "09:30", "person_busy"     },
        {"working 09:00-12:00 busy 10:00-10:30 working 09:00-10:00",   "09:30", "person_busy"     },
        {"working 09:00-12:00 busy 10:00-10:30 working 09:00-12:00",   "09:30", "free"            },
        {"working 09:00-12:00 room busy 10:00-10:30",                  "09:30", "room_busy"       },
        {"working 09:00-12:00 room open 10:00-12:00",                  "09:30", "room_not_open"   },
        {"working 09:00-12:00 room busy 10:00-10:30 room",             "09:30", "free"            },
        {"working 09:00-12:00 busy 10:00-10:30 room busy 10:00-10:30", "09:30", "person_busy"     },
        {"day 2026-10-25 working 01:00-04:00",                         "02:30", "free"            },
        // 02:30 means 03:00 when there is no 02:30
        {"day 2026-03-29 working 01:00-04:00",                         "02:30", "free"            },
    };
    for (const auto& [scenario, start, answer] : rows) {
        CAPTURE(scenario, start);
        CHECK(Scenario{scenario}.check(start) == answer);
    }
}

TEST_CASE("the second showing of a repeated time cannot be booked") {
    const Scenario night{"day 2026-10-25 working 01:00-04:00"};
    const auto first = night.snapshot.zone->to_instant(loggia::day_of(night.query.from) + loggia::hours{2});
    CHECK(check_start(night.snapshot, night.query, first));
    CHECK(check_start(night.snapshot, night.query, first + loggia::hours{1}) == std::unexpected(Refusal::off_grid));
}

TEST_CASE("every refusal has a name and a sentence that says what to do, and none says why somebody is not there") {
    std::set<std::string_view> names;
    std::set<std::string_view> sentences;
    for (int number = 0; number < refusal_count; ++number) {
        const auto refusal = static_cast<Refusal>(number);
        CAPTURE(name_of(refusal));
        CHECK(explain(refusal).contains("Please choose"));
        CHECK(refusal_named(name_of(refusal)) == refusal);
        names.insert(name_of(refusal));
        sentences.insert(explain(refusal));
    }
    CHECK(names.size() == refusal_count);
    CHECK_FALSE(refusal_named("busy"));
    // A client learns neither whether somebody is away or has worked enough, nor what is the matter with a room.
    using enum Refusal;
    const Refusal about_people[]{on_leave, person_day_limit, person_week_limit, person_day_work, person_week_work};
    for (const Refusal refusal : about_people) CHECK(explain(refusal) == explain(not_working));
    for (const Refusal refusal : {room_not_open, room_busy}) CHECK(explain(refusal) == explain(no_room));
    CHECK(sentences.size() == refusal_count - 7);
}

TEST_CASE("what is taken, over or not there cannot be waived") {
    using enum Refusal;
    const std::set facts{past, does_not_perform, person_busy, no_room, room_busy, equipment_busy};
    for (int number = 0; number < refusal_count; ++number) {
        const auto refusal = static_cast<Refusal>(number);
        CAPTURE(name_of(refusal));
        CHECK(may_be_waived(refusal) != facts.contains(refusal));
    }
}
