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
        {"working 09:00-12:00 room busy 10:00-10:30",                  "09:30", "no_room"         },
        {"working 09:00-12:00 room open 10:00-12:00",                  "09:30", "no_room"         },
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

TEST_CASE("every refusal is a sentence of its own that says what to do") {
    std::set<std::string_view> sentences;
    for (Refusal refusal : {Refusal::too_soon, Refusal::too_far, Refusal::off_grid, Refusal::does_not_perform,
                            Refusal::not_working, Refusal::person_busy, Refusal::no_room}) {
        CHECK(explain(refusal).contains("Please choose"));
        sentences.insert(explain(refusal));
    }
    CHECK(sentences.size() == 7);
}
