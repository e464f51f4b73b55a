#include "portal/stage.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia;
using namespace loggia::portal;
using stage::ok;
using stage::Stage;
using ui::Role;

namespace {

Stage& home_with(Stage& stage, std::vector<api::BookingView> bookings) {
    stage.serve_world(stage::session_of(world::mara));
    stage.serve("/api/my/bookings", ok(api::BookingList{7, std::move(bookings)}));
    stage.start();
    stage.settle();
    return stage;
}

constexpr std::string_view cancel_luka = "Cancel Piano lesson · Luka Kovač, Sat 24 Oct, 10:30";

}  // namespace

TEST_CASE("a client is greeted by the hour of their own clock") {
    for (const auto& [zone, greeting] : {
             std::pair{"Europe/Ljubljana", "Good morning, Mara"  },
             {"Asia/Tokyo",       "Good evening, Mara"  },
             {"Asia/Kolkata",     "Good afternoon, Mara"}
    }) {
        Stage stage("/my");
        stage.serve_world(stage::session_of(world::mara));
        stage.start({}, zone);
        stage.settle();
        CHECK(stage.shows(Role::heading, greeting));
    }
}

TEST_CASE("what is coming up stands first, soonest on top, and what was below") {
    auto mine = stage::lesson(33, "2026-10-27 11:00");
    mine.client_id = world::mara;
    mine.client_name = "Mara Kovač";
    mine.client_is_dependent = false;
    auto cancelled = stage::lesson(34, "2026-10-28 11:00");
    cancelled.status = domain::BookingStatus::cancelled;
    Stage stage("/my");
    home_with(stage, {mine, stage::lesson(31, "2026-10-24 10:30"), stage::lesson(32, "2026-10-14 10:30"), cancelled});
    const auto words = stage.everything();
    const auto position = [&](std::string_view part) { return words.find(part); };
    CHECK(position("Piano lesson · Luka Kovač") < position("Piano lesson · you"));
    CHECK(position("Piano lesson · you") < position("Past bookings"));
    CHECK(position("Past bookings") < position("Cancelled"));
    CHECK(stage.says("10:30 – 11:15 · Ana Novak · Room 2"));
    CHECK(stage.says("9 years"));
}

TEST_CASE("cancelling asks first, with the deadline, and then does it") {
    Stage stage("/my");
    home_with(stage, {stage::lesson(31, "2026-10-24 10:30")});
    stage.press(Role::button, cancel_luka);
    REQUIRE(stage.page().has_modal());
    CHECK(stage.says("Free to cancel until Fri 23 Oct, 10:30"));
    CHECK(stage.sent("/api/bookings/").empty());
    stage.press(Role::button, "Keep it");
    CHECK_FALSE(stage.page().has_modal());

    stage.press(Role::button, cancel_luka);
    stage.close_dialog();
    CHECK_FALSE(stage.page().has_modal());

    stage.press(Role::button, cancel_luka);
    auto cancelled = stage::lesson(31, "2026-10-24 10:30");
    cancelled.status = domain::BookingStatus::cancelled;
    stage.serve("/api/bookings/", ok(cancelled));
    stage.serve("/api/my/bookings", ok(api::BookingList{8, {cancelled}}));
    stage.press(Role::button, "Cancel booking");
    stage.settle();
    REQUIRE(stage.sent("/api/bookings/").size() == 1);
    CHECK(stage.sent("/api/bookings/")[0].path == "/api/bookings/31/cancel");
    CHECK_FALSE(stage.page().has_modal());
    CHECK(stage.says("Nothing is coming up"));
}

TEST_CASE("a cancelling that is refused says why and leaves the booking") {
    Stage stage("/my");
    home_with(stage, {stage::lesson(31, "2026-10-24 10:30")});
    stage.serve("/api/bookings/", stage::refused(ErrorCode::conflict, "The deadline has just passed."));
    stage.press(Role::button, cancel_luka);
    stage.press(Role::button, "Cancel booking");
    stage.settle();
    CHECK(stage.page().has_modal());
    CHECK(stage.says("The deadline has just passed."));
}

TEST_CASE("after the deadline cancelling is disabled and says why") {
    Stage stage("/my");
    home_with(stage, {stage::lesson(31, "2026-10-22 10:30")});
    const auto* button = stage.find(Role::button, "Cancel Piano lesson");
    REQUIRE(button);
    CHECK(has(button->flags, ui::Flag::disabled));
    CHECK(stage.says("Free to cancel until Wed 21 Oct, 10:30 — please call us"));
    stage.press(Role::button, "Cancel Piano lesson");
    CHECK_FALSE(stage.page().has_modal());
}

TEST_CASE("the second before the deadline is still in time, the deadline is not, as on the server") {
    Stage stage("/my");
    stage.now = unix_seconds(world::at("2026-10-21 10:30") - seconds{1}) * 1000;
    home_with(stage, {stage::lesson(31, "2026-10-22 10:30")});
    CHECK_FALSE(has(stage.find(Role::button, "Cancel Piano lesson")->flags, ui::Flag::disabled));
    stage.wait(seconds{1});
    CHECK(has(stage.find(Role::button, "Cancel Piano lesson")->flags, ui::Flag::disabled));
}

TEST_CASE("the family grows by a dialog") {
    Stage stage("/my");
    home_with(stage, {});
    stage.press(Role::button, "Add a family member");
    stage.write("Their name", "Nika Kovač");
    stage.write("Date of birth", "2030-02-03");
    stage.submit();
    CHECK(stage.says("Please enter a date of birth."));
    stage.write("Date of birth", "2015-02-03");
    const Date born = std::chrono::year{2015} / 2 / 3;
    stage.serve("/api/dependents", ok(api::DependentView{PersonId{77}, "Nika Kovač", born}));
    stage.submit();
    stage.settle_once();  // the answer is all that draws the page again
    CHECK_FALSE(stage.page().has_modal());
    CHECK(stage.says("Nika Kovač"));
    CHECK(stage.says("11 years"));
}
