#include "core/scheduling/explain_start.h"

#include "scheduling/scenario.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia;
using namespace loggia::scheduling;

TEST_CASE("staff hear of every rule against a start, whom or what it is about, and from when to when") {
    struct Row {
        const char* scenario;
        const char* start;
        const char* sentences;
    };
    // clang-format off
    const Row rows[]{
        {"working 09-12",                                       "09:30", ""},
        {"working 09-12 clock 10:00",                           "09:30", "It lies in the past. It needs more notice: bookings are taken for Wed 4 Nov, 10:00 and later."},
        {"working 09-12 clock 09:00 notice 60",                 "09:30", "It needs more notice: bookings are taken for Wed 4 Nov, 10:00 and later."},
        {"working 09-12 horizon 0",                             "09:30", "Nothing is booked for Wed 4 Nov, 00:00 and later yet."},
        {"working 09-12 clock 08:00 until 1@18:00",             "09:30", "Bookings for this day closed at Tue 3 Nov, 18:00."},
        {"working 09-12",                                       "09:15", "Visits start every 30 minutes, counted from midnight."},
        {"working 09-12 client-daily 1 has 15-16",              "09:30", "The client has as many bookings on this day as are allowed: 1."},
        {"working 09-12 person 2",                              "09:30", "Person 2 does not offer this service."},
        {"working 09-12 opening 10-12",                         "09:30", "The location is closed from Wed 4 Nov, 00:00 to Wed 4 Nov, 10:00."},
        {"working 09-12 closed 08-09:35",                       "09:30", "Closed from Wed 4 Nov, 08:00 to Wed 4 Nov, 09:35: Summer party."},
        {"working 09-10 and 10:15-12",                          "09:30", "Person 1 does not work from Wed 4 Nov, 10:00 to Wed 4 Nov, 10:15."},
        {"working 09-12",                                       "11:30", "Person 1 does not work from Wed 4 Nov, 12:00 to Thu 5 Nov, 00:00."},
        {"working 09-09:40 and 09:45-10:10 and 10:20-12",       "09:30", "Person 1 does not work from Wed 4 Nov, 09:40 to Wed 4 Nov, 09:45. Person 1 does not work from Wed 4 Nov, 10:10 to Wed 4 Nov, 10:20."},
        {"working 09-12 off",                                   "09:30", "Person 1 does not work from Wed 4 Nov, 00:00 to Thu 5 Nov, 00:00."},
        {"working 09-12 away 10-34",                            "09:30", "Person 1 is away from Wed 4 Nov, 10:00 to Thu 5 Nov, 10:00."},
        {"working 09-12 daily 0 worked 59",                     "09:30", "Person 1 takes 0 bookings a day. Person 1 works 59 minutes a day."},
        {"working 09-12 weekly 1 serves 15-16 worked-week 90",  "09:30", "Person 1 takes 1 bookings a week. Person 1 works 90 minutes a week."},
        {"working 09-12 busy 10-10:15 10:15-10:30",             "09:30", "Person 1 is taken from Wed 4 Nov, 10:00 to Wed 4 Nov, 10:15. Person 1 is taken from Wed 4 Nov, 10:15 to Wed 4 Nov, 10:30."},
        {"working 09-12 after 15 busy 10:30-11",                "09:30", "Person 1 is taken from Wed 4 Nov, 10:30 to Wed 4 Nov, 11:00."},
        {"working 09-12 room busy 09-10 room open 10-12",       "09:30", "Room 1 is full from Wed 4 Nov, 09:00 to Wed 4 Nov, 10:00. Room 2 is not open from Wed 4 Nov, 00:00 to Wed 4 Nov, 10:00."},
        // one that is free is enough
        {"working 09-12 room busy 09-10 room",                  "09:30", ""},
        {"working 09-12 room units 2 busy 09-10 09:45-11",      "09:30", "Room 1 is full from Wed 4 Nov, 09:45 to Wed 4 Nov, 10:00."},
        {"working 09-12 equipment 2 needs 2 busy 10-10:30",     "09:30", "Equipment 1: not enough of it is free from Wed 4 Nov, 10:00 to Wed 4 Nov, 10:30."},
        {"working 09-12 equipment 1 needs 2",                   "09:30", "Equipment 1: not enough of it is free from always to always."},
        {"working 09-12 busy 09-10 working 10-12",              "09:30", "Person 1 is taken from Wed 4 Nov, 09:00 to Wed 4 Nov, 10:00. Person 2 does not work from Wed 4 Nov, 00:00 to Wed 4 Nov, 10:00."},
        {"working 09-12 away 09-12 opening 10-12 waived not_open on_leave", "09:30", ""},
    };
    // clang-format on
    for (const auto& [scenario, start, sentences] : rows) {
        CAPTURE(scenario);
        CHECK(Scenario{scenario}.explain(start) == sentences);
    }
}

TEST_CASE("an obstacle says which record stands in the way") {
    Scenario busy{"working 09-12 busy 10:00-10:30 away 11:00-11:30 closed 11:30-12:00"};
    busy.snapshot.people[0].taken_by = {BookingId{77}};
    const auto at = [&](const char* clock) {
        return explain_start(busy.snapshot, busy.query, busy.at(clock)).obstacles;
    };
    CHECK(at("09:30") == std::vector{
                             Obstacle{.rule = Refusal::person_busy,
                                      .performer = PersonId{1},
                                      .resource = ResourceId{1},
                                      .since = busy.at("10:00"),
                                      .until = busy.at("10:30"),
                                      .booking = BookingId{77}}
    });
    CHECK(at("10:30") == std::vector{
                             Obstacle{.rule = Refusal::on_leave,
                                      .performer = PersonId{1},
                                      .resource = ResourceId{1},
                                      .since = busy.at("11:00"),
                                      .until = busy.at("11:30"),
                                      .leave = LeaveId{1}}
    });
    CHECK(at("11:00").front().closure == ClosureId{3});
}

TEST_CASE("what stands against one performer is not said of another, and visits of other lengths meet other rules") {
    const Scenario two{"working 09-12 takes 90 working 09-12 opening 09-10 busy 11-12"};
    const auto explained = explain_start(two.snapshot, two.query, two.at("09:00"));
    CHECK(explained.performers == std::vector{PersonId{1}, PersonId{2}});
    REQUIRE(in_the_way_of(explained, PersonId{1}).size() == 1);
    CHECK(in_the_way_of(explained, PersonId{1}).front().rule == Refusal::not_open);
    CHECK(in_the_way_of(explained, PersonId{2}).empty());
    CHECK_FALSE(main_refusal(explained));
}
