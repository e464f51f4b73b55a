#include "portal/stage.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia;
using namespace loggia::portal;
using domain::BookingStatus;
using stage::ok;
using stage::Stage;
using ui::Role;

namespace {

constexpr std::string_view of_booking = "/staff/week/2026-10-21/booking/31";

Stage& drawer_of(Stage& stage, PersonId reader, const api::BookingView& booking) {
    stage.serve_world(stage::session_of(reader));
    stage.serve("/api/calendar", ok(api::BookingList{7, {booking}}));
    stage.serve("/api/bookings/31", ok(booking));
    stage.start();
    stage.settle();
    return stage;
}

api::BookingView lesson(std::string_view wall_time, BookingStatus status = BookingStatus::confirmed) {
    auto view = stage::lesson(31, wall_time);
    view.status = status;
    return view;
}

api::FreeTimesView times_of(PersonId person, std::initializer_list<std::string_view> wall_times) {
    api::FreeTimesView view;
    for (const auto time : wall_times) view.times.push_back({world::at(time), person, "Room 1"});
    return view;
}

}  // namespace

TEST_CASE("what can be done with a booking by its reader now is offered, and nothing else") {
    struct Row {
        PersonId reader;
        std::string_view wall_time;
        BookingStatus status;
        std::vector<std::string_view> offered, not_offered;
    };
    const std::string_view move = "Move or hand over", complete = "Mark as completed", missed = "Did not come",
                           reopen = "Reopen", reactivate = "Takes place after all";
    for (const auto& row : {
             Row{world::mia,
                 "2026-10-24 10:30",               BookingStatus::confirmed,
                 {move},
                 {complete, missed, reopen, reactivate}                                                            },
             Row{world::mia,
                 "2026-10-21 11:00",               BookingStatus::confirmed,
                 {complete, missed},
                 {move, reopen, reactivate}                                                                        },
             Row{world::mia,   "2026-10-21 11:00", BookingStatus::no_show,   {reopen},     {move, complete, missed}},
             Row{world::petra, "2026-10-24 10:30", BookingStatus::cancelled, {reactivate}, {move, complete, missed}},
             Row{world::mia,   "2026-10-24 10:30", BookingStatus::cancelled, {},           {move, reactivate}      },
    }) {
        Stage stage{std::string(of_booking)};
        drawer_of(stage, row.reader, lesson(row.wall_time, row.status));
        INFO(row.wall_time << " " << domain::name_of(row.status));
        for (const auto name : row.offered) CHECK(stage.shows(Role::button, name));
        for (const auto name : row.not_offered) CHECK_FALSE(stage.shows(Role::button, name));
    }
}

TEST_CASE("who may not move a booking is told who may") {
    Stage stage{std::string(of_booking)};
    drawer_of(stage, world::ana, lesson("2026-10-24 10:30"));
    const auto* button = stage.find(Role::button, "Move or hand over");
    REQUIRE(button != nullptr);
    CHECK(has(button->flags, ui::Flag::disabled));
}

TEST_CASE("a booking is moved to a time that the server offers, with its version and the reason") {
    Stage stage{std::string(of_booking)};
    auto booking = lesson("2026-10-24 10:30");
    booking.version = 4;
    stage.serve("/api/bookings/31/free-times", ok(times_of(world::ana, {"2026-10-24 14:00", "2026-10-24 15:00"})));
    drawer_of(stage, world::mia, booking);
    stage.press(Role::button, "Move or hand over");
    CHECK(stage.sent("/api/bookings/31/free-times").back().path ==
          "/api/bookings/31/free-times?person_id=11&from=2026-10-24&to=2026-10-24");
    stage.settle();
    CHECK(stage.value_of("Time") == std::to_string(unix_seconds(world::at("2026-10-24 14:00"))));
    stage.write("Time", std::to_string(unix_seconds(world::at("2026-10-24 15:00"))));
    stage.write("Reason", "The teacher is ill.");
    auto moved = booking;
    moved.version = 5;
    moved.starts_at = world::at("2026-10-24 15:00");
    moved.ends_at = world::at("2026-10-24 15:45");
    stage.serve("/api/bookings/31/move", ok(moved));
    stage.submit("move-form");
    CHECK(stage.sent("/api/bookings/31/move").back().body == R"({"version":4,"starts_at":)" +
                                                                 std::to_string(unix_seconds(moved.starts_at)) +
                                                                 R"(,"reason":"The teacher is ill."})");
    stage.settle();
    CHECK(stage.says("15:00 – 15:45"));
}

TEST_CASE("another performer's times are asked for, and the same time is chosen if they are free") {
    Stage stage{std::string(of_booking)};
    const auto booking = lesson("2026-10-24 10:30");
    stage.serve("/api/bookings/31/free-times", ok(times_of(world::ana, {"2026-10-24 09:00"})));
    drawer_of(stage, world::mia, booking);
    stage.press(Role::button, "Move or hand over");
    stage.settle();
    stage.serve("/api/bookings/31/free-times", ok(times_of(world::clara, {"2026-10-24 09:00", "2026-10-24 10:30"})));
    stage.write("With whom?", "13");
    stage.settle();
    CHECK(stage.sent("/api/bookings/31/free-times").back().path ==
          "/api/bookings/31/free-times?person_id=13&from=2026-10-24&to=2026-10-24");
    CHECK(stage.value_of("Time") == std::to_string(unix_seconds(booking.starts_at)));
    stage.serve("/api/bookings/31/move", stage::refused(ErrorCode::conflict, "That time was taken a moment ago."));
    stage.submit("move-form");
    CHECK(stage.sent("/api/bookings/31/move").back().body.find(R"("person_id":"13")") != std::string::npos);
    stage.settle();
    CHECK(stage.says("That time was taken a moment ago."));
}

TEST_CASE("attendance is one press, and the answer is shown at once") {
    Stage stage{std::string(of_booking)};
    const auto booking = lesson("2026-10-21 11:00");
    drawer_of(stage, world::mia, booking);
    auto missed = booking;
    missed.version = 2;
    missed.status = BookingStatus::no_show;
    stage.serve("/api/bookings/31/no-show", ok(missed));
    stage.press(Role::button, "Did not come");
    CHECK(stage.sent("/api/bookings/31/no-show").back().body == R"({"version":1})");
    stage.settle();
    CHECK(stage.shows(Role::button, "Reopen"));
    CHECK_FALSE(stage.shows(Role::button, "Did not come"));
}

TEST_CASE("the history says what became of a booking, the newest first") {
    Stage stage{std::string(of_booking)};
    stage.serve("/api/bookings/31/history",
                ok(api::BookingHistory{
                    {{1,
                      "book",
                      BookingStatus::confirmed,
                      world::ana,
                      "Room 1",
                      world::at("2026-10-23 10:30"),
                      world::at("2026-10-01 09:00"),
                      {},
                      {}},
                     {2, "reschedule", BookingStatus::confirmed, world::ana, "Room 2", world::at("2026-10-24 10:30"),
                      world::at("2026-10-20 09:00"), "Mia Hart", "The teacher is ill."}}
    }));
    drawer_of(stage, world::mia, lesson("2026-10-24 10:30"));
    stage.press(Role::button, "History");
    stage.settle();
    for (const auto* words : {"Moved", "Mia Hart", "“The teacher is ill.”", "Booked"}) CHECK(stage.says(words));
    const auto all = stage.everything();
    CHECK(all.find("Moved") < all.find("Booked"));
}
