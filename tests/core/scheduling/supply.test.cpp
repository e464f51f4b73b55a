#include "core/scheduling/free_times.h"

#include "scheduling/scenario.h"

#include <catch2/catch_test_macros.hpp>

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

TEST_CASE("a visit lies within the opening hours of its location, whoever works") {
    check({
        {"working 09:00-12:00 opening 10:00-12:00",                    "10:00 10:30 11:00"            },
        {"working 09:00-12:00 opening 08:00-10:30",                    "09:00 09:30"                  },
        {"working 09:00-12:00 opening 08:00-10:00 10:00-11:00",        "09:00 09:30 10:00"            },
        {"working 09:00-12:00 opening 08:00-10:00 10:30-12:00",        "09:00 10:30 11:00"            },
        {"working 09:00-12:00 opening 13:00-15:00",                    ""                             },
        // a buffer may lie outside
        {"working 09:00-12:00 opening 10:00-11:00 before 30 after 30", "10:00"                        },
        {"working 09:00-12:00 opening 10:00-11:00 waived not_open",    "09:00 09:30 10:00 10:30 11:00"},
    });
}

TEST_CASE("nothing touches a closure of the whole day or of a part of it") {
    check({
        {"working 09:00-12:00 closed 00:00-24:00",                     ""                             },
        {"working 09:00-12:00 closed 10:00-10:30",                     "09:00 10:30 11:00"            },
        {"working 09:00-12:00 closed 10:02-10:28",                     "09:00 10:30 11:00"            },
        {"working 09:00-12:00 closed 10:00-10:30 after 15",            "09:00 10:30 11:00"            },
        {"working 09:00-12:00 opening 09:00-11:00 closed 09:00-09:30", "09:30 10:00"                  },
        {"working 09:00-12:00 closed 00:00-24:00 waived closure",      "09:00 09:30 10:00 10:30 11:00"},
    });
}

TEST_CASE("other hours on a date stand in place of the weekday's, and may be none") {
    check({
        {"working 09:00-12:00 instead 14:00-16:00",     "14:00 14:30 15:00"      },
        {"working 09:00-12:00 off",                     ""                       },
        {"working instead 14:00-15:00 15:00-16:00",     "14:00 14:30 15:00"      },
        {"working 09:00-11:00 off working 10:00-12:00", "10:00/2 10:30/2 11:00/2"},
        {"working 22:00-24:00 instead 22:00-26:00",     "22:00 22:30 23:00 23:30"},
    });
}

TEST_CASE("leave that was approved takes the visits it touches, and leave that was only asked for none") {
    check({
        {"working 09:00-12:00 away 10:00-11:00",                     "09:00 11:00"                  },
        {"working 09:00-12:00 away -48:00-48:00",                    ""                             },
        {"working 09:00-12:00 away 10:00-11:00 after 30 before 30",  "09:00 11:00"                  },
        {"working 09:00-12:00 asking 10:00-11:00",                   "09:00 09:30 10:00 10:30 11:00"},
        {"working 09:00-11:00 away 09:00-10:00 working 09:00-11:00", "09:00/2 09:30/2 10:00/1"      },
        {"working 09:00-12:00 away 10:00-11:00 waived on_leave",     "09:00 09:30 10:00 10:30 11:00"},
    });
}

TEST_CASE("a visit takes as long as its performer does, and so does its room") {
    check({
        {"working 09:00-11:00 takes 90",                               "09:00 09:30"                    },
        {"working 09:00-11:00 takes 90 working 09:00-11:00",           "09:00/1 09:30/1 10:00/2"        },
        {"working 09:00-11:00 takes 30 working 09:00-11:00",           "09:00/1 09:30/1 10:00/1 10:30/1"},
        {"working 09:00-11:00 takes 90 opening 09:00-10:00",           ""                               },
        // the first of them would not be done before the room is taken
        {"working 09-11 takes 90 working 09-11 room busy 10:00-12:00", "09:00/2@1"                      },
        {"working 09-11 takes 90 working 09-11 room busy 10-12 room",  "09:00/1@2 09:30/1@2 10:00/2@2"  },
        {"working 09-11 takes 90 busy 09-10 working 09-11 room",       "09:00/2@1 09:30/2@1 10:00/2@1"  },
    });
}

TEST_CASE("a room is full when as many visits are in it as it holds, at any moment") {
    check({
        {"working 09:00-11:00 room units 2 busy 09:00-10:00",                         "09:00@1 09:30@1 10:00@1"},
        {"working 09:00-11:00 room units 2 busy 09:00-10:00 09:00-10:00",             "10:00@1"                },
        {"working 09:00-11:00 room units 2 busy 09:00-10:00 10:00-11:00",             "09:00@1 09:30@1 10:00@1"},
        {"working 09:00-11:00 room units 2 busy 09:00-10:00 09:30-10:30 10:00-11:00", ""                       },
        {"working 09:00-11:00 room units 3 busy 09:00-10:00 09:30-10:30 10:00-11:00", "09:00@1 09:30@1 10:00@1"},
        {"working 09:00-11:00 room units 2 busy 09-10 09-10 room",                    "09:00@2 09:30@2 10:00@1"},
        {"working 09-11 after 30 room units 2 busy 10:30-11 10:30-11",                "09:00@1"                },
    });
}

TEST_CASE("equipment is needed in as many units as the service says") {
    check({
        {"working 09:00-11:00 equipment 1",                                           "09:00 09:30 10:00"},
        {"working 09:00-11:00 equipment 1 busy 09:00-10:00",                          "10:00"            },
        {"working 09:00-11:00 equipment 3 needs 2 busy 09:00-10:00",                  "09:00 09:30 10:00"},
        {"working 09:00-11:00 equipment 3 needs 2 busy 09:00-10:00 09:00-10:00",      "10:00"            },
        {"working 09:00-11:00 equipment 3 needs 4",                                   ""                 },
        {"working 09-11 equipment 1 busy 09-10 equipment 2 needs 2 busy 10:30-11:00", ""                 },
        {"working 09-11 equipment 1 busy 09-10 room",                                 "10:00@1"          },
    });
}

TEST_CASE("nobody is given more bookings or minutes of work a day or a week than they take") {
    check({
        {"working 09:00-11:00 daily 1",                                "09:00 09:30 10:00"      },
        {"working 09:00-11:00 daily 1 serves 15:00-16:00",             ""                       },
        {"working 09:00-11:00 daily 2 serves 15:00-16:00",             "09:00 09:30 10:00"      },
        // the day after is another day, and the week has begun on Monday
        {"working 09:00-11:00 daily 1 serves 24:00-25:00",             "09:00 09:30 10:00"      },
        {"working 09:00-11:00 weekly 1 serves -48:00--47:00",          ""                       },
        {"working 09:00-11:00 weekly 1 serves -49:00--48:00",          "09:00 09:30 10:00"      },
        {"working 09:00-11:00 weekly 1 serves 119:00-120:00",          ""                       },
        {"working 09:00-11:00 weekly 1 serves 120:00-121:00",          "09:00 09:30 10:00"      },
        {"working 09:00-11:00 worked 120 serves 15:00-16:00",          "09:00 09:30 10:00"      },
        {"working 09:00-11:00 worked 119 serves 15:00-16:00",          ""                       },
        {"working 09:00-11:00 worked-week 119 serves -24:00--23:00",   ""                       },
        {"working 09:00-11:00 worked 119 takes 30 serves 15:00-16:00", "09:00 09:30 10:00 10:30"},
        {"working 09-11 daily 1 serves 15-16 working 09-11",           "09:00/2 09:30/2 10:00/2"},
        {"working 09:00-11:00 daily 0 waived person_day_limit",        "09:00 09:30 10:00"      },
    });
}

TEST_CASE("a client is given no more bookings than they may have: open ones, on the day and in the week") {
    check({
        {"working 09:00-11:00 client-open 1 client-daily 1 client-weekly 1",             "09:00 09:30 10:00"},
        {"working 09:00-11:00 client-open 1 has 100:00-101:00",                          ""                 },
        {"working 09:00-11:00 client-open 1 clock 08:00 has 07:00-08:00",                "09:00 09:30 10:00"},
        {"working 09:00-11:00 client-open 1 clock 07:59 has 07:00-08:00",                ""                 },
        {"working 09:00-11:00 client-daily 1 has 24:00-25:00",                           "09:00 09:30 10:00"},
        {"working 09:00-11:00 client-daily 1 has 23:00-25:00",                           ""                 },
        {"working 09:00-11:00 client-weekly 2 has 24:00-25:00 -24:00--23:00",            ""                 },
        {"working 09:00-11:00 client-weekly 1 has 24:00-25:00 waived client_week_limit", "09:00 09:30 10:00"},
    });
}

TEST_CASE("notice, horizon and cut-off of a service stand in place of the business's") {
    check({
        {"working 09:00-11:00 clock 08:00 notice 90",                    "09:30 10:00"      },
        {"working 09:00-11:00 clock 08:00 notice 90 own-notice 0",       "09:00 09:30 10:00"},
        {"working 09:00-11:00 clock 08:00 own-notice 120",               "10:00"            },
        {"working 09:00-11:00 horizon 0 own-horizon 1",                  "09:00 09:30 10:00"},
        {"working 09:00-11:00 own-horizon 0",                            ""                 },
        {"working 09:00-11:00 clock -06:01 until 1@18:00",               "09:00 09:30 10:00"},
        {"working 09:00-11:00 clock -06:00 until 1@18:00",               ""                 },
        {"working 09:00-11:00 clock 08:00 until 0@08:30",                "09:00 09:30 10:00"},
        {"working 09:00-11:00 clock 08:30 until 0@08:30",                ""                 },
        {"working 09:00-11:00 until 1@18:00 own-until 2@18:00",          ""                 },
        {"working 09:00-11:00 clock 08:00 until 1@18:00 waived cut_off", "09:00 09:30 10:00"},
        {"working 09:00-11:00 clock 09:30 notice 90 waived too_soon",    "09:30 10:00"      },
        {"working 09:00-11:00 horizon 0 waived too_far",                 "09:00 09:30 10:00"},
    });
}

TEST_CASE("opening hours, closures and leave across the change of clocks mean what the clock on the wall shows") {
    check({
        // Ljubljana, 02:00 → 03:00
        {"day 2026-03-29 working 00:00-06:00 opening 01:30-04:00",           "01:30 03:00"                              },
        {"day 2026-03-29 working 00:00-06:00 opening 02:00-04:30",           "03:00 03:30"                              },
        {"day 2026-03-29 working 00:00-05:00 closed 02:00-03:00",            "00:00 00:30 01:00 01:30 03:00 03:30 04:00"},
        {"day 2026-03-29 working 00:00-05:00 closed 01:30-03:30",            "00:00 00:30 03:30 04:00"                  },
        // leave is from one moment to another: 01:30 and two hours on, which the wall shows as 04:30
        {"day 2026-03-29 working 00:00-06:00 away 01:30-03:30",              "00:00 00:30 04:30 05:00"                  },
        {"day 2026-03-29 working 09:00-10:00 instead 01:00-04:00",           "01:00 01:30 03:00"                        },
        // 03:00 → 02:00: a repeated hour is open twice and closed twice
        {"day 2026-10-25 working 00:00-05:00 opening 02:00-03:00 visit 120", "02:00"                                    },
        {"day 2026-10-25 working 00:00-05:00 closed 02:00-03:00",            "00:00 00:30 01:00 03:00 03:30 04:00"      },
        {"day 2026-10-25 working 00:00-05:00 closed 00:00-02:30",            "02:30 03:00 03:30 04:00"                  },
        {"day 2026-10-25 working 01:00-04:00 away 02:00-03:00",              "01:00 03:00"                              },
    });
}
