#include "portal/stage.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia;
using namespace loggia::portal;
using stage::ok;
using stage::Stage;
using ui::Role;

namespace {

const Date saturday = std::chrono::year{2026} / 10 / 24;

api::FreeTimesView without(std::string_view wall_time) {
    auto view = stage::some_free_times();
    std::erase_if(view.times, [&](const auto& time) { return time.starts_at == world::at(wall_time); });
    return view;
}

Stage& onlooker(Stage& stage) {
    stage.serve_world(stage::visitor());
    stage.serve("/api/free-times", ok(stage::some_free_times()));
    stage.start();
    stage.settle();
    return stage;
}

}  // namespace

TEST_CASE("the event stream is followed from the start") {
    Stage stage("/");
    stage.start();
    CHECK(stage.first_live_url() == "/api/events");
}

TEST_CASE("a time that is taken vanishes without a flicker") {
    Stage stage("/book/201");
    onlooker(stage);
    CHECK(stage.shows(Role::button, "10:30 on Saturday"));
    stage.serve("/api/sync", ok(api::SyncView{8, true, 0, {{8, saturday, {}}}}));
    stage.serve("/api/free-times", ok(without("2026-10-24 10:30")));
    stage.hear(R"({"seq":8})");
    CHECK(stage.sent("/api/sync")[0].path == "/api/sync?since=7");
    CHECK(stage.shows(Role::button, "10:30 on Saturday"));
    stage.settle();
    CHECK_FALSE(stage.shows(Role::button, "10:30 on Saturday"));
    CHECK(stage.sent("/api/free-times").size() == 2);
    CHECK_FALSE(stage.says("Loading"));
}

TEST_CASE("a chosen time that is taken is said to be gone and is no longer chosen") {
    Stage stage("/book/201");
    onlooker(stage);
    stage.press(Role::button, "10:30 on Saturday");
    CHECK(stage.shows(Role::link, "Continue"));
    stage.serve("/api/sync", ok(api::SyncView{8, true, 0, {{8, saturday, {}}}}));
    stage.serve("/api/free-times", ok(without("2026-10-24 10:30")));
    stage.hear("8");
    stage.settle();
    CHECK(stage.says("10:30 was just taken."));
    CHECK(stage.url() == "/book/201?date=2026-10-24");
    CHECK_FALSE(stage.shows(Role::link, "Continue"));
    stage.press(Role::button, "13:45 on Saturday");
    CHECK_FALSE(stage.says("was just taken"));
}

TEST_CASE("a change of another month is not asked about until it is looked at") {
    Stage stage("/book/201");
    onlooker(stage);
    const Date in_december = std::chrono::year{2026} / 12 / 1;
    stage.serve("/api/sync", ok(api::SyncView{8, true, 0, {{8, in_december, {}}}}));
    stage.hear("8");
    stage.settle();
    CHECK(stage.sent("/api/free-times").size() == 1);
}

TEST_CASE("what is already known is not asked for, and one question covers many events") {
    Stage stage("/book/201");
    onlooker(stage);
    stage.hear("7");
    stage.hear("not a number");
    CHECK(stage.sent("/api/sync").empty());
    stage.hear("8");
    stage.hear("9");
    stage.hear("10");
    CHECK(stage.sent("/api/sync").size() == 1);
    stage.serve("/api/sync", ok(api::SyncView{10, true, {}}));
    stage.settle();
    CHECK(stage.sent("/api/sync").size() == 1);
}

TEST_CASE("events between question and answer are asked about afterwards") {
    Stage stage("/book/201");
    onlooker(stage);
    stage.hear("8");
    stage.hear("9");
    stage.serve("/api/sync", ok(api::SyncView{8, true, {}}));
    stage.settle_once();
    stage.serve("/api/sync", ok(api::SyncView{9, true, {}}));
    stage.settle();
    const auto asked = stage.sent("/api/sync");
    REQUIRE(asked.size() == 2);
    CHECK(asked[1].path == "/api/sync?since=8");
}

TEST_CASE("who is too far behind loads everything that is shown anew") {
    Stage stage("/book/201");
    onlooker(stage);
    stage.serve("/api/sync", ok(api::SyncView{500, false, {}}));
    stage.serve("/api/free-times", ok(without("2026-10-24 10:30")));
    stage.hear("500");
    stage.settle();
    CHECK_FALSE(stage.shows(Role::button, "10:30 on Saturday"));
}

TEST_CASE("staff see a booking appear, move and go by its record alone") {
    Stage stage("/staff/week/2026-10-24");
    stage.serve_world(stage::session_of(world::mia));
    stage.serve("/api/calendar", ok(api::BookingList{7, {}}));
    stage.start();
    stage.settle();
    auto booking = stage::lesson(31, "2026-10-24 10:30");
    stage.serve("/api/sync", ok(api::SyncView{8, true, 0, {{8, saturday, booking}}}));
    stage.hear("8");
    stage.settle();
    CHECK(stage.shows(Role::button, "Piano lesson, Luka Kovač, Saturday 24 October, 10:30"));

    stage.serve("/api/sync", ok(api::SyncView{9, true, 0, {{9, saturday, stage::lesson(31, "2026-10-23 09:00")}}}));
    stage.hear("9");
    stage.settle();
    CHECK_FALSE(stage.shows(Role::button, "Piano lesson, Luka Kovač, Saturday"));
    CHECK(stage.shows(Role::button, "Piano lesson, Luka Kovač, Friday 23 October, 09:00"));

    booking.status = domain::BookingStatus::cancelled;
    stage.serve("/api/sync", ok(api::SyncView{10, true, 0, {{10, saturday, booking}}}));
    stage.hear("10");
    stage.settle();
    CHECK_FALSE(stage.says("Luka Kovač"));
    CHECK(stage.sent("/api/calendar").size() == 1);
}

TEST_CASE("a change without a record makes the calendar of that week ask anew") {
    Stage stage("/staff/week/2026-10-24");
    stage.serve_world(stage::session_of(world::ana));
    stage.serve("/api/calendar", ok(api::BookingList{7, {stage::lesson(31, "2026-10-24 10:30")}}));
    stage.start();
    stage.settle();
    stage.serve("/api/calendar", ok(api::BookingList{8, {}}));
    stage.serve("/api/sync", ok(api::SyncView{8, true, 0, {{8, saturday, {}}}}));
    stage.hear("8");
    stage.settle();
    CHECK_FALSE(stage.says("Luka Kovač"));
    CHECK(stage.sent("/api/calendar").size() == 2);
}

TEST_CASE("a client sees at home what staff changed") {
    Stage stage("/my");
    stage.serve_world(stage::session_of(world::mara));
    stage.serve("/api/my/bookings", ok(api::BookingList{7, {stage::lesson(31, "2026-10-24 10:30")}}));
    stage.start();
    stage.settle();
    auto cancelled = stage::lesson(31, "2026-10-24 10:30");
    cancelled.status = domain::BookingStatus::cancelled;
    stage.serve("/api/my/bookings", ok(api::BookingList{8, {cancelled}}));
    stage.serve("/api/sync", ok(api::SyncView{8, true, 0, {{8, saturday, cancelled}}}));
    stage.hear("8");
    stage.settle();
    CHECK(stage.says("Nothing is coming up"));
}
