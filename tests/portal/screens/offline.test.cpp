#include "portal/stage.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia;
using namespace loggia::portal;
using stage::Disk;
using stage::ok;
using stage::refused;
using stage::Stage;
using ui::Role;

namespace {

const auto lesson = stage::lesson(1, "2026-10-24 10:30");

void serve_home(Stage& page, Disk& disk) {
    page.use(disk);
    page.serve_world(stage::session_of(world::mara));
    page.serve("/api/my/bookings", ok(api::BookingList{7, {lesson}}));
    page.serve("/api/free-times", ok(stage::some_free_times()));
}

void lose_network(Stage& page) {
    page.lose_network();
    page.go_offline();
    page.settle();
}

void cancel_at_home(Stage& page) {
    page.press(Role::button, "Cancel Piano lesson");
    page.press_in_dialog("Cancel booking");
    page.settle();
}

}  // namespace

TEST_CASE("without a network the portal says so, and since when what it shows is known") {
    Disk disk;
    {
        Stage before("/my");
        serve_home(before, disk);
        before.start();
        before.settle();
        CHECK_FALSE(before.says("You are offline"));
    }
    Stage page("/my");
    serve_home(page, disk);
    page.begin_offline();
    page.lose_network();
    page.start();
    page.settle();
    CHECK(page.says("You are offline"));
    CHECK(page.says("This is how things stood on"));
    CHECK(page.says("Piano lesson"));
    page.find_network();
    page.go_online();
    page.settle();
    CHECK_FALSE(page.says("You are offline"));
    CHECK_FALSE(page.says("This is how things stood on"));
}

TEST_CASE("what waits is listed, marks its booking, and is never shown as done") {
    Disk disk;
    Stage page("/my");
    serve_home(page, disk);
    page.start();
    page.settle();
    lose_network(page);
    cancel_at_home(page);
    CHECK(page.shows(Role::list, "Waiting to be sent"));
    CHECK(page.says("Cancellation waiting"));
    CHECK_FALSE(page.shows(Role::dialog, ""));
    CHECK_FALSE(page.shows(Role::button, "Cancel Piano lesson"));
    CHECK_FALSE(page.says("Booking cancelled"));

    page.press(Role::button, "Discard: Cancel Piano lesson");
    page.settle();
    CHECK_FALSE(page.shows(Role::list, "Waiting to be sent"));
    CHECK(page.shows(Role::button, "Cancel Piano lesson"));
}

TEST_CASE("a refusal is shown with its reason and can be tried again") {
    Disk disk;
    Stage page("/my");
    serve_home(page, disk);
    page.serve("/api/bookings/1/cancel", refused(ErrorCode::conflict, "It has begun."));
    page.start();
    page.settle();
    lose_network(page);
    cancel_at_home(page);
    page.find_network();
    page.go_online();
    page.settle();
    CHECK(page.says("Not possible"));
    CHECK(page.says("It has begun."));
    auto cancelled = lesson;
    cancelled.status = domain::BookingStatus::cancelled;
    page.serve("/api/bookings/1/cancel", ok(cancelled));
    page.press(Role::button, "Try again: Cancel Piano lesson");
    page.settle();
    CHECK_FALSE(page.shows(Role::list, "Waiting to be sent"));
}

TEST_CASE("signing out asks first while changes wait, and cannot be done without a network") {
    Disk disk;
    Stage page("/my");
    serve_home(page, disk);
    page.start();
    page.settle();
    lose_network(page);
    page.press(Role::button, "Sign out");
    CHECK(page.says("Signing out needs a connection"));
    page.press_in_dialog("Stay signed in");
    cancel_at_home(page);
    page.go_online();
    page.press(Role::button, "Sign out");
    CHECK(page.says("1 change has not been sent"));
    CHECK(page.sent("/api/sessions/end").empty());
    page.press_in_dialog("Sign out");
    CHECK(page.sent("/api/sessions/end").size() == 1);
}

TEST_CASE("without a network a time is requested and not booked") {
    Disk disk;
    Stage page("/book/201/details?at=" + std::to_string(unix_seconds(world::at("2026-10-24 10:30"))));
    serve_home(page, disk);
    page.start();
    page.settle();
    lose_network(page);
    CHECK(page.says("it is not booked until then"));
    page.choose(Role::checkbox, "I agree");
    page.submit();
    page.settle();
    CHECK(page.url() == "/my");
    CHECK(page.says("Book Piano lesson"));
    CHECK(disk.outbox.size() == 1);
    CHECK(page.sent("/api/bookings").empty());
}

TEST_CASE("a new version is offered, and opened when it is wanted") {
    Disk disk;
    Stage page("/my");
    serve_home(page, disk);
    page.start();
    page.settle();
    page.find_update();
    CHECK(page.says("A new version is ready."));
    page.press(Role::button, "Update now");
    CHECK(page.opened_update());
}

TEST_CASE("staff see what waits above the week, and the drawer marks the booking") {
    Disk disk;
    Stage page("/staff");
    page.use(disk);
    page.serve_world(stage::session_of(world::mia));
    page.serve("/api/calendar", ok(api::BookingList{7, {lesson}}));
    page.start();
    page.settle();
    lose_network(page);
    page.store().bookings.cancel(lesson);
    page.settle();
    CHECK(page.says("You are offline"));
    CHECK(page.shows(Role::list, "Waiting to be sent"));
}
