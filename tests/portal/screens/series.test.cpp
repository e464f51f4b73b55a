#include "portal/stage.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia;
using namespace loggia::portal;
using stage::ok;
using stage::Stage;
using ui::Role;

namespace {

std::string series_of_lessons() {
    return "/book/201/series?at=" + std::to_string(unix_seconds(world::at("2026-10-24 10:30"))) + "&person=11";
}

Stage& planned(Stage& stage) {
    stage.serve_world(stage::session_of(world::mara));
    stage.serve("/api/series/plan", ok(stage::some_plan()));
    stage.serve("/api/my/bookings", ok(api::BookingList{}));
    stage.start();
    stage.settle();
    return stage;
}

std::string key_of(std::string_view wall_time) { return std::to_string(unix_seconds(world::at(wall_time))) + "-11"; }

std::string visit_in_body(std::string_view wall_time) {
    return R"({"starts_at":)" + std::to_string(unix_seconds(world::at(wall_time))) + R"(,"person_id":"11"})";
}

}  // namespace

TEST_CASE("each visit of a series is shown before any is booked, and what stands against one") {
    Stage stage(series_of_lessons());
    planned(stage);
    CHECK(stage.says("2 of 3 visits are possible as planned"));
    CHECK(stage.says("Not possible on Sat 31 Oct, 10:30"));
    CHECK(stage.value_of("Saturday 31 October") == key_of("2026-10-31 11:30"));
    CHECK(stage.shows(Role::button, "Book 3 visits"));
    CHECK(stage.sent("/api/series").size() == 1);
}

TEST_CASE("another rule is another plan") {
    Stage stage(series_of_lessons());
    planned(stage);
    struct Row {
        std::string_view every, rule;
    };
    for (const auto& row : {
             Row{"two-weeks", "FREQ%3DWEEKLY%3BINTERVAL%3D2%3BCOUNT%3D4"},
             Row{"month",     "FREQ%3DMONTHLY%3BBYDAY%3D4SA%3BCOUNT%3D4"},
             Row{"week",      "FREQ%3DWEEKLY%3BCOUNT%3D4"               },
    }) {
        stage.write("How many times", "4");
        stage.write("Repeat", std::string(row.every));
        stage.settle();
        INFO(row.every);
        CHECK(stage.sent("/api/series/plan").back().path.find(row.rule) != std::string::npos);
    }
}

TEST_CASE("what is accepted is booked together: another time for one, another left out") {
    Stage stage(series_of_lessons());
    planned(stage);
    stage.write("Saturday 31 October", key_of("2026-10-31 14:00"));
    stage.write("Saturday 7 November", "leave-out");
    CHECK(stage.shows(Role::button, "Book 2 visits"));
    stage.serve("/api/series",
                ok(api::BookingList{
                    8, {stage::lesson(31, "2026-10-24 10:30"), stage::lesson(32, "2026-10-31 14:00")}
    }));
    stage.submit("series");
    CHECK(stage.sent("/api/series").back().body == R"({"service_id":"201","visits":[)" +
                                                       visit_in_body("2026-10-24 10:30") + "," +
                                                       visit_in_body("2026-10-31 14:00") + "]}");
    stage.settle();
    CHECK(stage.url() == "/my");
}

TEST_CASE("a time that was taken meanwhile is planned anew, and said") {
    Stage stage(series_of_lessons());
    planned(stage);
    const auto asked = stage.sent("/api/series/plan").size();
    stage.serve("/api/series",
                stage::refused(ErrorCode::conflict, "That time was taken a moment ago.", "visits.1.starts_at"));
    stage.serve("/api/series/plan", ok(stage::some_plan()));
    stage.submit("series");
    stage.settle();
    CHECK(stage.says("That time was taken a moment ago."));
    CHECK(stage.sent("/api/series/plan").size() == asked + 1);
    CHECK(stage.url() == series_of_lessons());
}

TEST_CASE("a request is told from a booking, and can be approved or declined by those at work only") {
    auto asked = stage::lesson(31, "2026-10-24 10:30");
    asked.status = domain::BookingStatus::requested;
    Stage home("/booked/31");
    home.serve_world(stage::session_of(world::mara));
    home.serve("/api/bookings/31", ok(asked));
    home.start();
    home.settle();
    CHECK(home.shows(Role::heading, "Your request is sent"));

    for (const auto& [reader, is_offered] : {
             std::pair{world::mia, true },
             {world::ana, false}
    }) {
        Stage stage("/staff/week/2026-10-24/booking/31");
        stage.serve_world(stage::session_of(reader));
        stage.serve("/api/calendar", ok(api::BookingList{7, {asked}}));
        stage.start();
        stage.settle();
        CHECK(stage.shows(Role::button, "Approve") == is_offered);
        CHECK(stage.shows(Role::button, "Decline") == is_offered);
        if (!is_offered) continue;
        auto approved = asked;
        approved.version = 2;
        approved.status = domain::BookingStatus::confirmed;
        stage.serve("/api/bookings/31/approve", ok(approved));
        stage.press(Role::button, "Approve");
        stage.settle();
        CHECK(stage.says("Confirmed"));
        CHECK_FALSE(stage.shows(Role::button, "Approve"));
    }
}

TEST_CASE("who may move bookings moves their own from their list, and others are not offered it") {
    auto booking = stage::lesson(31, "2026-10-24 10:30");
    booking.client_id = world::mia;
    booking.client_name = "Mia Hart";
    booking.client_is_dependent = false;
    const auto home = [&](Stage& stage, PersonId reader) {
        stage.serve_world(stage::session_of(reader));
        stage.serve("/api/my/bookings", ok(api::BookingList{7, {booking}}));
        stage.serve("/api/bookings/31/free-times",
                    ok(api::FreeTimesView{7, {{world::at("2026-10-24 14:00"), world::ana, "Room 2"}}}));
        stage.start();
        stage.settle();
    };
    Stage others("/my");
    home(others, world::mara);
    CHECK_FALSE(others.shows(Role::button, "Move Piano lesson"));
    Stage stage("/my");
    home(stage, world::mia);
    stage.press(Role::button, "Move Piano lesson · you, Sat 24 Oct, 10:30");
    stage.settle();
    REQUIRE(stage.page().has_modal());
    auto moved = booking;
    moved.version = 2;
    moved.starts_at = world::at("2026-10-24 14:00");
    moved.ends_at = world::at("2026-10-24 14:45");
    stage.serve("/api/bookings/31/move", ok(moved));
    stage.serve("/api/my/bookings", ok(api::BookingList{8, {moved}}));
    stage.submit("move-form");
    stage.settle();
    CHECK_FALSE(stage.page().has_modal());
    CHECK(stage.says("14:00 – 14:45"));
}

TEST_CASE("the address for other calendars is shown once, can be renewed and ended") {
    Stage stage("/my");
    stage.serve_world(stage::session_of(world::mara));
    stage.serve("/api/my/bookings", ok(api::BookingList{}));
    stage.start();
    stage.settle();
    stage.serve("/api/calendar-feed", ok(api::CalendarFeedAddress{"/calendar/secret.ics"}));
    stage.press(Role::button, "Create an address");
    stage.settle_once();
    stage.serve("/api/calendar-feed", ok(api::CalendarFeedView{world::now()}));
    stage.settle();
    const auto* link = stage.find(Role::link, "Your secret address");
    REQUIRE(link);
    CHECK(stage.attribute(*link, ui::Attribute::href) == "/calendar/secret.ics");
    CHECK(stage.shows(Role::button, "New address"));
    stage.serve("/api/calendar-feed/end", ok(api::CalendarFeedView{}));
    stage.press(Role::button, "Stop it");
    stage.settle();
    CHECK_FALSE(stage.shows(Role::link, "Your secret address"));
    CHECK(stage.shows(Role::button, "Create an address"));
}
