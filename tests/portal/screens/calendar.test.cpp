#include "portal/stage.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia;
using namespace loggia::portal;
using stage::ok;
using stage::Stage;
using ui::Role;

namespace {

Stage& calendar_of(Stage& stage, PersonId person, std::vector<api::BookingView> bookings) {
    stage.serve_world(stage::session_of(person));
    stage.serve("/api/calendar", ok(api::BookingList{7, std::move(bookings)}));
    stage.start();
    stage.settle();
    return stage;
}

/// As the server sends it to somebody who may not know the client.
api::BookingView nameless(std::int64_t id, std::string_view wall_time) {
    auto view = stage::lesson(id, wall_time);
    view.client_name.reset();
    view.client_age.reset();
    view.client_is_dependent.reset();
    view.client_id.reset();
    view.client_email.reset();
    view.client_phone.reset();
    view.account_manager_name.reset();
    view.price.reset();
    return view;
}

constexpr std::string_view luka_in_full =
    "Piano lesson, Luka Kovač, Saturday 24 October, 10:30 to 11:15, Ana Novak, confirmed";

}  // namespace

TEST_CASE("the calendar opens at this week and leafs by links") {
    Stage stage("/staff");
    calendar_of(stage, world::mia, {stage::lesson(31, "2026-10-24 10:30")});
    CHECK(stage.sent("/api/calendar")[0].path == "/api/calendar?from=2026-10-19&to=2026-10-25");
    CHECK(stage.shows(Role::heading, "October 2026"));
    CHECK(stage.shows(Role::button, luka_in_full));
    CHECK(stage.says("Mia Hart"));
    CHECK(stage.says("Acting as Staff"));
    stage.follow("Next week");
    CHECK(stage.url() == "/staff/week/2026-10-26");
    stage.settle();
    CHECK(stage.sent("/api/calendar").back().path == "/api/calendar?from=2026-10-26&to=2026-11-01");
    stage.follow("Today");
    CHECK(stage.url() == "/staff/week/2026-10-21");
}

TEST_CASE("an opened booking is an address with all that staff may know of it") {
    Stage stage("/staff/week/2026-10-21");
    calendar_of(stage, world::mia, {stage::lesson(31, "2026-10-24 10:30")});
    stage.press(Role::button, luka_in_full);
    CHECK(stage.url() == "/staff/week/2026-10-21/booking/31");
    CHECK(stage.navigations().back().step == ui::Step::push);
    for (const auto* words : {"9 years · dependent", "Sat 24 Oct, 10:30 – 11:15", "Room 2 · Old Town", "€42",
                              "Confirmed", "Mara Kovač +386 40 123 456", "mara@example.org"})
        CHECK(stage.says(words));
    stage.press(Role::button, "Close");
    CHECK(stage.url() == "/staff/week/2026-10-21");
    CHECK(stage.navigations().back().step == ui::Step::back);
    CHECK(stage.page().focus_wanted() == "31");
}

TEST_CASE("on a phone an opened booking covers the page and leaves the address alone") {
    Stage stage("/staff/week/2026-10-24", stage::phone);
    calendar_of(stage, world::mia, {stage::lesson(31, "2026-10-24 10:30"), stage::lesson(32, "2026-10-23 10:30")});
    CHECK_FALSE(stage.shows(Role::button, "Piano lesson, Luka Kovač, Friday"));
    CHECK(stage.shows(Role::link, "Friday 23 October"));
    stage.press(Role::button, luka_in_full);
    REQUIRE(stage.page().has_modal());
    CHECK(stage.url() == "/staff/week/2026-10-24");
    stage.close_dialog();
    CHECK_FALSE(stage.page().has_modal());
}

TEST_CASE("staff cancel a booking after a question") {
    Stage stage("/staff/week/2026-10-21/booking/31");
    calendar_of(stage, world::mia, {stage::lesson(31, "2026-10-24 10:30")});
    stage.press(Role::button, "Cancel booking");
    REQUIRE(stage.page().has_modal());
    auto cancelled = stage::lesson(31, "2026-10-24 10:30");
    cancelled.status = domain::BookingStatus::cancelled;
    stage.serve("/api/bookings/", ok(cancelled));
    const auto* dialog = &stage.page().nodes()[stage.page().modal()];
    CHECK(stage.name_of(*dialog) == "Cancel this booking?");
    stage.press(Role::button, "Cancel booking");  // the drawer's: asks the same again
    CHECK(stage.sent("/api/bookings/31/cancel").empty());
    stage.press_in_dialog("Cancel booking");
    stage.settle();
    CHECK(stage.sent("/api/bookings/31/cancel").size() == 1);
    CHECK_FALSE(stage.page().has_modal());
    CHECK_FALSE(stage.shows(Role::button, luka_in_full));
    CHECK(stage.says("Cancelled"));
}

TEST_CASE("limited staff see that there is a lesson, not whose, when they may not, and may not cancel it") {
    Stage stage("/staff/week/2026-10-21/booking/31");
    calendar_of(stage, world::ana, {nameless(31, "2026-10-24 10:30")});
    CHECK(stage.shows(Role::button, "Piano lesson, Saturday 24 October, 10:30 to 11:15, Ana Novak, confirmed"));
    CHECK_FALSE(stage.says("€"));
    const auto* cancel = stage.find(Role::button, "Cancel booking");
    REQUIRE(cancel);
    CHECK(has(cancel->flags, ui::Flag::disabled));
    CHECK_FALSE(stage.shows(Role::button, "Ben"));  // chips are for those who see everybody
}

TEST_CASE("what only owners may is shown to the others with its reason, and not offered to owners before it exists") {
    for (const auto person : {world::ana, world::mia, world::petra, world::helena}) {
        Stage stage("/staff/week/2026-10-21/booking/31");
        calendar_of(stage, person, {stage::lesson(31, "2026-10-24 10:30")});
        const auto* edit = stage.find(Role::button, "Edit this service");
        INFO(world::person(person).name);
        CHECK((edit != nullptr) == (person != world::helena));
        if (!edit) continue;
        CHECK(has(edit->flags, ui::Flag::disabled));
        CHECK(stage.says("Only owners can change services"));
    }
}

TEST_CASE("people can be left out of the calendar and taken in again") {
    auto violin = stage::lesson(32, "2026-10-22 10:30");
    violin.person_id = world::ben;
    violin.service_id = ServiceId{202};
    violin.client_name = "Jon Berg";
    Stage stage("/staff");
    calendar_of(stage, world::mia, {stage::lesson(31, "2026-10-24 10:30"), violin});
    CHECK(stage.says("Jon Berg"));
    stage.press(Role::button, "Ben");
    CHECK_FALSE(stage.says("Jon Berg"));
    CHECK(stage.shows(Role::button, luka_in_full));
    stage.press(Role::button, "Ben");
    CHECK(stage.says("Jon Berg"));
}

TEST_CASE("Sunday is shown when something is booked on it") {
    Stage stage("/staff");
    calendar_of(stage, world::mia, {stage::lesson(31, "2026-10-24 10:30")});
    CHECK_FALSE(stage.says("Sun"));
    Stage sunday("/staff");
    calendar_of(sunday, world::mia, {stage::lesson(31, "2026-10-25 10:30")});
    CHECK(sunday.shows(Role::button, "Piano lesson, Luka Kovač, Sunday 25 October, 10:30 to 11:15"));
}

TEST_CASE("a time that is being booked is shown as such, without a name") {
    auto held = nameless(31, "2026-10-24 10:30");
    held.status = domain::BookingStatus::held;
    Stage stage("/staff");
    calendar_of(stage, world::mia, {held});
    CHECK(stage.says("Being booked"));
}

TEST_CASE("the calendar says whether it is up to date") {
    Stage stage("/staff");
    calendar_of(stage, world::mia, {});
    CHECK(stage.says("Connecting"));
    stage.hear("7");
    CHECK(stage.says("Live · saved"));
    stage.lose_stream();
    CHECK(stage.says("Reconnecting"));
    stage.go_offline();
    CHECK(stage.says("Offline"));
}
