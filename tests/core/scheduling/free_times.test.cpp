#include "core/scheduling/free_times.h"

#include "scheduling/scenario.h"
#include "support/world.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace loggia;
using namespace loggia::scheduling;

namespace {

struct Row {
    const char* scenario;
    const char* free;
};

void check(std::initializer_list<Row> rows) {
    for (const auto& [scenario, free] : rows) {
        CAPTURE(scenario);
        CHECK(Scenario{scenario}.free_times() == free);
    }
}

}  // namespace

TEST_CASE("a time is free only if the whole visit fits into working hours") {
    check({
        {"working 09:00-12:00 visit 60",                 "09:00 09:30 10:00 10:30 11:00"      },
        {"working 09:00-12:00 visit 45",                 "09:00 09:30 10:00 10:30 11:00"      },
        {"working 09:00-12:00 visit 30",                 "09:00 09:30 10:00 10:30 11:00 11:30"},
        {"working 09:00-12:00 visit 180",                "09:00"                              },
        {"working 09:00-12:00 visit 181",                ""                                   },
        {"working 09:10-12:00 visit 60",                 "09:30 10:00 10:30 11:00"            },
        // hours that meet are one
        {"working 09:00-10:00 and 10:00-11:00 visit 90", "09:00 09:30"                        },
        // a pause of one cell is a pause
        {"working 09:00-10:00 and 10:05-11:00 visit 60", "09:00"                              },
        {"working 09:00-10:30 and 10:00-11:00 visit 60", "09:00 09:30 10:00"                  },
        // hours are rounded inwards
        {"working 09:02-10:03 visit 30",                 "09:30"                              },
        // and never reach into the next day
        {"working 22:00-24:00 visit 60",                 "22:00 22:30 23:00"                  },
        {"working 00:00-01:00 visit 60",                 "00:00"                              },
        {"working 12:00-09:00 visit 30",                 ""                                   },
        {"visit 60",                                     ""                                   },
    });
}

TEST_CASE("a time is free only if nothing is taken from buffer to buffer") {
    check({
        {"working 09:00-12:00 busy 09:30-10:00 visit 60",             "10:00 10:30 11:00"            },
        {"working 09:00-12:00 busy 09:30-10:00 visit 30",             "09:00 10:00 10:30 11:00 11:30"},
        {"working 09:00-12:00 busy 09:58-10:02 visit 30",             "09:00 10:30 11:00 11:30"      },
        {"working 09:00-12:00 busy 10:00-10:30 visit 30 after 10",    "09:00 10:30 11:00 11:30"      },
        {"working 09:00-12:00 busy 10:00-10:30 visit 30 before 10",   "09:00 09:30 11:00 11:30"      },
        {"working 09:00-12:00 busy 10:00-10:30 visit 20 after 10",    "09:00 09:30 10:30 11:00 11:30"},
        // buffers may lie outside of hours
        {"working 09:00-10:00 visit 60 before 30 after 30",           "09:00"                        },
        {"working 09:00-12:00 busy 10:00-11:00 10:30-11:30 visit 30", "09:00 09:30 11:30"            },
        {"working 09:00-12:00 busy 11:00-11:30 09:00-09:30 visit 30", "09:30 10:00 10:30 11:30"      },
        // an empty claim takes nothing
        {"working 09:00-12:00 busy 10:00-10:00 visit 60 grid 60",     "09:00 10:00 11:00"            },
        {"working 09:00-12:00 busy 10:02-10:02 visit 60 grid 60",     "09:00 10:00 11:00"            },
        {"working 09:00-12:00 busy -05:00-30:00 visit 30",            ""                             },
        {"working 00:00-02:00 busy -01:00-00:00 visit 30",            "00:00 00:30 01:00 01:30"      },
        {"working 00:00-02:00 busy -01:00-00:00 visit 30 before 5",   "00:30 01:00 01:30"            },
        {"working 22:00-24:00 busy 24:00-25:00 visit 30 after 5",     "22:00 22:30 23:00"            },
        {"working 09:00-12:00 visit 7 grid 60 busy 10:00-11:00",      "09:00 11:00"                  },
    });
}

TEST_CASE("starts lie on the grid, counted from local midnight") {
    check({
        {"working 09:00-12:00 visit 45 grid 45",  "09:00 09:45 10:30 11:15"                  },
        {"working 10:00-12:00 visit 45 grid 45",  "10:30 11:15"                              },
        {"working 09:00-10:00 visit 30 grid 5",   "09:00 09:05 09:10 09:15 09:20 09:25 09:30"},
        {"working 09:00-12:00 visit 30 grid 25",  "09:10 09:35 10:00 10:25 10:50 11:15"      },
        {"working 09:00-18:00 visit 60 grid 240", "12:00 16:00"                              },
    });
}

TEST_CASE("notice and horizon cut the ends") {
    check({
        {"working 09:00-12:00 clock 09:30 notice 60",    "10:30 11:00"      },
        {"working 09:00-12:00 clock 09:31 notice 60",    "11:00"            },
        // now is not too late
        {"working 09:00-12:00 clock 10:00",              "10:00 10:30 11:00"},
        {"working 09:00-12:00 clock 12:00",              ""                 },
        {"working 09:00-12:00 clock -24:00 notice 2040", "10:00 10:30 11:00"},
        // today
        {"working 09:00-10:00 clock 00:00 horizon 0",    "09:00"            },
        // today is the day before
        {"working 09:00-10:00 clock -00:05 horizon 0",   ""                 },
        {"working 09:00-10:00 clock -00:05 horizon 1",   "09:00"            },
    });
}

TEST_CASE("any of several people: the one with the fewest bookings that day, then the service's order") {
    check({
        {"working 09:00-11:00 working 09:00-11:00",                          "09:00/1 09:30/1 10:00/1"},
        {"working 09:00-11:00 busy 15:00-16:00 working 09:00-11:00",         "09:00/2 09:30/2 10:00/2"},
        {"working 09:00-11:00 busy 30:00-31:00 working 09:00-11:00",         "09:00/1 09:30/1 10:00/1"},
        {"working 09:00-10:00 working 10:00-11:00",                          "09:00/1 10:00/2"        },
        {"working 09:00-11:00 working 09:00-11:00 busy 09:00-10:00",         "09:00/1 09:30/1 10:00/1"},
        {"working 09-11 busy 09-09:30 working 09-11 busy 10-10:15 10:30-11", "09:00/2 09:30/1 10:00/1"},
        {"working 09:00-11:00 working 09:00-11:00 person 2",                 "09:00/2 09:30/2 10:00/2"},
        {"working 09:00-11:00 working 09:00-11:00 person 3",                 ""                       },
    });
}

TEST_CASE("a room as well: the first free one in the service's order") {
    check({
        {"working 09:00-11:00 room",                                        "09:00@1 09:30@1 10:00@1"},
        {"working 09:00-11:00 room busy 09:00-11:00",                       ""                       },
        {"working 09:00-11:00 room busy 09:00-10:00 room",                  "09:00@2 09:30@2 10:00@1"},
        {"working 09:00-11:00 room busy 09:00-10:00 room busy 10:00-11:00", "09:00@2 10:00@1"        },
        {"working 09:00-11:00 room open 09:30-10:30",                       "09:30@1"                },
        {"working 09:00-11:00 room busy 10:00-11:00 visit 30 after 15",     "09:00@1"                },
        {"working 09-10 working 10-11 room busy 09-10 room busy 10-11",     "09:00/1@2 10:00/2@1"    },
    });
}

TEST_CASE("on the day the clocks go forward nothing starts in the hour that is not") {
    check({
        // Ljubljana, 02:00 → 03:00
        {"day 2026-03-29 working 00:00-05:00 visit 60",                          "00:00 00:30 01:00 01:30 03:00 03:30 04:00"      },
        // 90 minutes go by
        {"day 2026-03-29 working 01:00-03:30 visit 60",                          "01:00 01:30"                                    },
        {"day 2026-03-29 working 02:00-03:00 visit 5",                           ""                                               },
        {"day 2026-03-29 working 02:30-04:00 visit 30",                          "03:00 03:30"                                    },
        {"day 2026-03-29 working 09:00-10:00 visit 30",                          "09:00 09:30"                                    },
        {"day 2026-03-29 working 00:00-05:00 visit 60 busy 01:30-02:30",         "00:00 00:30 03:30 04:00"                        },
        {"day 2026-03-29 working 00-05 visit 30 grid 25",                        "00:00 00:25 00:50 01:15 01:40 03:20 03:45 04:10"},
        // Cairo, 00:00 → 01:00: the day begins at one
        {"zone Africa/Cairo day 2026-04-24 working 00:00-03:00 visit 60",        "01:00 01:30 02:00"                              },
        // Lord Howe, 02:00 → 02:30
        {"zone Australia/Lord_Howe day 2026-10-04 working 01:00-04:00 visit 60", "01:00 01:30 02:30 03:00"                        },
    });
}

TEST_CASE("on the day the clocks go back a repeated time is offered once, at its first showing") {
    check({
        // Ljubljana, 03:00 → 02:00
        {"day 2026-10-25 working 01:00-04:00 visit 60",                   "01:00 01:30 02:00 02:30 03:00"},
        // four hours go by
        {"day 2026-10-25 working 01:00-04:00 visit 120",                  "01:00 01:30 02:00 02:30"      },
        {"day 2026-10-25 working 02:00-03:00 visit 120",                  "02:00"                        },
        // until the first 02:30
        {"day 2026-10-25 working 01:00-02:30 visit 60",                   "01:00 01:30"                  },
        {"day 2026-10-25 working 09:00-10:00 visit 30",                   "09:00 09:30"                  },
        {"day 2026-10-25 working 01:00-04:00 visit 60 busy 03:00-04:00",  "01:00 01:30 02:00 03:00"      },
        // Cairo, 24:00 → 23:00
        {"zone Africa/Cairo day 2026-10-29 working 22:00-24:00 visit 60", "22:00 22:30 23:00 23:30"      },
    });
}

TEST_CASE("a week of the music school") {
    auto snapshot = world::snapshot();
    const auto piano = world::piano_lesson();
    const auto times_of = [&](const char* from, const char* to) {
        const FreeTimesQuery query{&piano,
                                   {},
                                   date_of(std::chrono::floor<days>(world::wall_time(from))),
                                   date_of(std::chrono::floor<days>(world::wall_time(to))),
                                   world::now()};
        return free_times(snapshot, query);
    };
    const auto day = times_of("2026-10-24 00:00", "2026-10-24 00:00");
    REQUIRE(day.size() == 10 + 18);
    CHECK(day.front() == FreeTime{world::at("2026-10-24 09:00"), world::ana, world::room_1});
    CHECK(day.back().starts_at == world::at("2026-10-24 17:15"));

    CHECK(times_of("2026-10-25 00:00", "2026-10-25 00:00").empty());  // Sunday
    CHECK(times_of("2026-10-21 00:00", "2026-10-21 00:00").front().starts_at ==
          // two hours' notice, from 11:35
          world::at("2026-10-21 13:45"));
    // the past
    CHECK(times_of("2026-10-19 00:00", "2026-10-20 00:00").empty());
    CHECK(times_of("2026-10-24 00:00", "2026-10-23 00:00").empty());
    CHECK(times_of("2026-01-01 00:00", "2029-12-31 00:00").back().starts_at ==
          // the horizon: 20 December is a Sunday
          world::at("2026-12-19 17:15"));

    snapshot.people[0].busy.push_back({world::at("2026-10-24 10:30"), world::at("2026-10-24 11:15")});
    CHECK(times_of("2026-10-24 00:00", "2026-10-24 00:00").front().person == world::clara);
    snapshot.rooms[0].busy.push_back({world::at("2026-10-24 09:00"), world::at("2026-10-24 09:45")});
    CHECK(times_of("2026-10-24 00:00", "2026-10-24 00:00").front().room == world::room_2);
}

TEST_CASE("a visit claims whole cells, buffers included") {
    auto service = world::voice_coaching();
    service.buffer_before = minutes{7};
    service.duration = minutes{52};
    const Instant start = instant_of(1'000'000'200);  // on a cell
    const std::int64_t cell = unix_seconds(start) / 300;
    CHECK(claimed_cells(service, start) == CellRange{cell - 2, cell + 14});
    CHECK(claimed_cells(world::piano_lesson(), start) == CellRange{cell, cell + 9});
    CHECK(claimed_cells(world::piano_lesson(), start + minutes{2}) == CellRange{cell, cell + 10});
}
