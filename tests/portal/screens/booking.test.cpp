#include "portal/stage.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia;
using namespace loggia::portal;
using stage::ok;
using stage::Stage;
using ui::Role;

namespace {

const std::string half_past_ten = url_text(world::at("2026-10-24 10:30"));
const std::string details_at_half_past_ten = "/book/201/details?at=" + half_past_ten;
const std::string hold_body = R"({"service_id":"201","starts_at":)" + half_past_ten + "}";
constexpr std::string_view secret = "0123456789abcdef0123456789abcdef";

/// A portal with all answers a booking needs.
Stage& prepared(Stage& stage, const api::SessionView& session) {
    stage.serve_world(session);
    stage.serve("/api/free-times", ok(stage::some_free_times()));
    stage.serve("/api/holds", ok(stage::hold_at("2026-10-24 10:30")));
    stage.serve("/api/holds/", ok(api::Nothing{}));
    stage.serve("/api/bookings", ok(stage::lesson(900, "2026-10-24 10:30")));
    stage.serve("/api/bookings/", ok(stage::lesson(900, "2026-10-24 10:30")));
    stage.serve("/api/my/bookings", ok(api::BookingList{7, {stage::lesson(900, "2026-10-24 10:30")}}));
    stage.start();
    stage.settle();
    return stage;
}

void fill_in_as_mara(Stage& stage) {
    stage.write("Full name", "Mara Kovač");
    stage.write("Email", "mara@example.org");
    stage.write("Phone", "+386 40 123 456");
    stage.write("Choose a password", "correct horse");
}

void agree_and_submit(Stage& stage) {
    stage.choose(Role::checkbox, "I agree");
    stage.submit();
    stage.settle();
}

}  // namespace

TEST_CASE("from the services to a booking on a desktop, each choice an address") {
    Stage stage("/");
    prepared(stage, stage::session_of(world::mara));
    CHECK(stage.shows(Role::heading, "October 2026"));
    CHECK(stage.shows(Role::heading, "Saturday 24 October"));
    CHECK(stage.sent("/api/free-times").front().path ==
          "/api/free-times?service_id=201&from=2026-10-21&to=2026-10-31");

    stage.choose(Role::radio, "Ana Novak");
    CHECK(stage.url() == "/book/201?person=11");
    stage.settle();
    CHECK(stage.sent("/api/free-times").back().path ==
          "/api/free-times?service_id=201&person_id=11&from=2026-10-21&to=2026-10-31");

    stage.press(Role::button, "Monday 26 October");
    CHECK(stage.url() == "/book/201?person=11&date=2026-10-26");
    stage.press(Role::button, "Saturday 24 October");
    stage.press(Role::button, "10:30 on Saturday 24 October");
    CHECK(stage.url() == "/book/201?person=11&at=" + half_past_ten);
    CHECK(stage.says("Piano lesson with Ana Novak"));
    CHECK(stage.says("Sat 24 Oct, 10:30 – 11:15 · Room 2 · €42"));
    for (const auto& navigation : stage.navigations()) CHECK(navigation.step == ui::Step::replace);

    stage.follow("Continue");
    stage.settle();
    const auto holds = stage.sent("/api/holds");
    REQUIRE(holds.size() == 1);
    CHECK(holds[0].body == R"({"service_id":"201","person_id":"11","starts_at":)" + half_past_ten + "}");
    CHECK(stage.says("Held for you for 10 more minutes"));

    stage.choose(Role::radio, "Luka Kovač");
    agree_and_submit(stage);
    const auto bookings = stage.sent("/api/bookings");
    REQUIRE_FALSE(bookings.empty());
    CHECK(bookings[0].body == R"({"hold_id":"900","secret":")" + std::string(secret) + R"(","for_person_id":"22"})");
    CHECK(stage.url() == "/booked/900");
    CHECK(stage.navigations().back().step == ui::Step::replace);
    CHECK(stage.shows(Role::heading, "You are booked"));
    CHECK(stage.stored("hold").empty());
}

TEST_CASE("on a phone each step has its own page") {
    Stage stage("/", stage::phone);
    prepared(stage, stage::visitor());
    stage.follow("Piano lesson");
    CHECK(stage.url() == "/book/201");
    stage.settle();
    CHECK(stage.says("Step 2 of 3"));
    CHECK_FALSE(stage.shows(Role::link, "Continue"));
    stage.press(Role::button, "10:30 on Saturday 24 October");
    stage.follow("Continue");
    stage.settle();
    CHECK(stage.says("Step 3 of 3"));
    CHECK(stage.says("Total"));
    CHECK(stage.says("€42.00"));
    stage.follow("Back");
    stage.settle();
    CHECK(stage.url() == "/book/201?at=" + half_past_ten);
}

TEST_CASE("a visitor registers and books in one step, for a child") {
    Stage stage(details_at_half_past_ten);
    prepared(stage, stage::visitor());
    CHECK(stage.sent("/api/holds")[0].body == hold_body);
    fill_in_as_mara(stage);
    stage.choose(Role::radio, "My child");
    stage.write("Their name", "Luka Kovač");
    stage.write("Date of birth", "2017-03-14");
    stage.serve("/api/clients", ok(stage::session_of(world::mara)));
    agree_and_submit(stage);
    REQUIRE(stage.sent("/api/clients").size() == 1);
    CHECK(stage.sent("/api/clients")[0].body ==
          R"({"name":"Mara Kovač","email":"mara@example.org","phone":"+386 40 123 456","password":"correct horse",)"
          R"("dependents":[{"name":"Luka Kovač","born":"2017-03-14"}]})");
    CHECK(stage.sent("/api/bookings")[0].body.find(R"("for_person_id":"22")") != std::string::npos);
    CHECK(stage.url() == "/booked/900");
}

TEST_CASE("what is missing is said at its field, and nothing is sent") {
    Stage stage(details_at_half_past_ten);
    prepared(stage, stage::visitor());
    stage.write("Full name", "Mara");
    stage.submit();
    CHECK(stage.says("Please enter an email address"));
    CHECK(stage.says("Please agree to the terms"));
    CHECK_FALSE(stage.says("Please tell us your name."));
    CHECK(stage.sent("/api/clients").empty());
    CHECK(stage.page().focus_wanted() == "phone");
}

TEST_CASE("what the server finds wrong with a field is said there") {
    Stage stage(details_at_half_past_ten);
    prepared(stage, stage::visitor());
    fill_in_as_mara(stage);
    stage.serve("/api/clients", stage::refused(ErrorCode::conflict, "This address has an account.", "email"));
    agree_and_submit(stage);
    CHECK(stage.says("This address has an account."));
    CHECK(stage.page().focus_wanted() == "email");
    CHECK(stage.says("Held for you"));
    CHECK(stage.value_of("Email") == "mara@example.org");
}

TEST_CASE("a time that somebody else got keeps what was typed and offers others close to it") {
    Stage stage(details_at_half_past_ten);
    prepared(stage, stage::visitor());
    fill_in_as_mara(stage);
    stage.serve("/api/clients", ok(stage::session_of(world::jon)));
    stage.serve("/api/bookings", stage::refused(ErrorCode::conflict, "Your hold has ended."));
    agree_and_submit(stage);
    CHECK(stage.says("Your hold has ended."));
    CHECK(stage.shows(Role::button, "09:00 on Saturday 24 October"));
    CHECK(stage.url() == details_at_half_past_ten);

    stage.serve("/api/holds", ok(stage::hold_at("2026-10-24 13:45")));
    stage.serve("/api/bookings", ok(stage::lesson(900, "2026-10-24 13:45")));
    stage.press(Role::button, "13:45 on Saturday 24 October");
    stage.settle();
    CHECK(stage.url() == "/book/201/details?at=" + url_text(world::at("2026-10-24 13:45")));
    CHECK(stage.says("Held for you"));
    stage.submit();
    stage.settle();
    CHECK(stage.sent("/api/clients").size() == 1);
    CHECK(stage.url() == "/booked/900");
}

TEST_CASE("a hold that is refused says why and loses nothing") {
    Stage stage(details_at_half_past_ten);
    stage.serve_world(stage::visitor());
    stage.serve("/api/free-times", ok(stage::some_free_times()));
    stage.start();
    stage.settle();
    CHECK(stage.says("Holding this time for you"));
    fill_in_as_mara(stage);
    stage.serve("/api/holds", stage::refused(ErrorCode::conflict, "Somebody was faster."));
    stage.settle();
    CHECK(stage.says("Somebody was faster."));
    CHECK(stage.value_of("Full name") == "Mara Kovač");
    CHECK(stage.shows(Role::button, "10:30 on Saturday 24 October"));
    stage.serve("/api/holds", ok(stage::hold_at("2026-10-24 10:30")));
    stage.press(Role::button, "10:30 on Saturday 24 October");
    stage.settle();
    CHECK(stage.says("Held for you for 10 more minutes"));
}

TEST_CASE("the hold counts down by the minute and ends with other times to choose from") {
    Stage stage(details_at_half_past_ten);
    prepared(stage, stage::visitor());
    CHECK(stage.page().wake_time() == stage.now + 60'000);
    stage.wait(minutes{8} + seconds{30});
    CHECK(stage.says("Held for you for 2 more minutes"));
    CHECK(stage.page().wake_time() == stage.now + 30'000);
    stage.wait(minutes{2});
    stage.settle();
    CHECK(stage.says("We could keep it only for a while."));
    CHECK(stage.shows(Role::button, "10:30 on Saturday 24 October"));
}

TEST_CASE("going back to the times gives the held one back, and it is still chosen") {
    Stage stage(details_at_half_past_ten);
    prepared(stage, stage::visitor());
    auto without = stage::some_free_times();
    std::erase_if(without.times, [](const auto& time) { return time.starts_at == world::at("2026-10-24 10:30"); });
    stage.follow("Change the time");
    const auto releases = stage.sent("/api/holds/900/release");
    REQUIRE(releases.size() == 1);
    CHECK(releases[0].body == R"({"secret":")" + std::string(secret) + "\"}");
    stage.settle();
    CHECK(stage.url() == "/book/201?at=" + half_past_ten);
    CHECK(stage.shows(Role::link, "Continue"));
    CHECK_FALSE(stage.says("not free any more"));
}

TEST_CASE("a reload of the last step keeps the hold") {
    Stage first(details_at_half_past_ten);
    prepared(first, stage::visitor());
    const auto kept = first.stored("hold");
    REQUIRE_FALSE(kept.empty());

    Stage second(details_at_half_past_ten);
    second.serve_world(stage::visitor());
    second.start({
        {"hold", kept, ui::KeptBy::tab}
    });
    second.settle();
    CHECK(second.sent("/api/holds").empty());
    CHECK(second.says("Held for you for 10 more minutes"));

    Stage spoilt(details_at_half_past_ten);
    spoilt.serve_world(stage::visitor());
    spoilt.start({
        {"hold", "11 {broken", ui::KeptBy::tab}
    });
    spoilt.settle();
    CHECK(spoilt.sent("/api/holds").size() == 1);
}

TEST_CASE("a booking whose answer was lost is asked for again with the same key") {
    Stage stage(details_at_half_past_ten);
    prepared(stage, stage::session_of(world::mara));
    stage.serve("/api/bookings", {0, {}});
    agree_and_submit(stage);
    for (int i = 0; i < 5; ++i) {
        stage.wait(seconds{10});
        stage.settle();
    }
    CHECK(stage.says("No connection."));
    stage.serve("/api/bookings", ok(stage::lesson(900, "2026-10-24 10:30")));
    stage.submit();
    stage.settle();
    CHECK(stage.url() == "/booked/900");
    const auto sent = stage.sent("/api/bookings");
    for (const auto& request : sent)
        if (request.method == "POST") CHECK(request.idempotency_key == sent.front().idempotency_key);
}

TEST_CASE("who is signed in can add a family member on the way and book for them") {
    Stage stage(details_at_half_past_ten);
    prepared(stage, stage::session_of(world::jon));
    stage.choose(Role::radio, "Add a family member");
    stage.write("Their name", "Nika Berg");
    stage.press(Role::button, "Add");
    CHECK(stage.says("Please enter a date of birth."));
    stage.write("Date of birth", "2015-02-03");
    const Date born = std::chrono::year{2015} / 2 / 3;
    stage.serve("/api/dependents", ok(api::DependentView{PersonId{77}, "Nika Berg", born}));
    stage.press(Role::button, "Add");
    stage.settle();
    CHECK(stage.sent("/api/dependents")[0].body == R"({"name":"Nika Berg","born":"2015-02-03"})");
    CHECK(has(stage.find(Role::radio, "Nika Berg")->flags, ui::Flag::checked));
    agree_and_submit(stage);
    CHECK(stage.sent("/api/bookings")[0].body.find(R"("for_person_id":"77")") != std::string::npos);
}

TEST_CASE("a month without a free time leads to the next day that has one") {
    Stage stage("/book/201?date=2026-10-22");
    stage.serve_world(stage::visitor());
    stage.serve("/api/free-times", ok(api::FreeTimesView{7, {}}));
    stage.start();
    stage.settle();
    CHECK(stage.says("Nothing is free in October 2026."));
    CHECK(stage.says("Nothing is free until Sun 20 Dec."));
    CHECK(stage.sent("/api/free-times").back().path ==
          "/api/free-times?service_id=201&from=2026-11-01&to=2026-12-20");

    Stage later("/book/201");
    later.serve_world(stage::visitor());
    later.start();
    later.settle();
    later.serve("/api/free-times", ok(api::FreeTimesView{7, {}}));
    later.settle();
    later.serve("/api/free-times", ok(api::FreeTimesView{7, {stage::free_at("2026-11-03 09:00")}}));
    later.press(Role::button, "Next month");
    later.settle();
    CHECK(later.shows(Role::heading, "November 2026"));
    CHECK(later.shows(Role::heading, "Tuesday 3 November"));
}

TEST_CASE("the visitor's own zone is named where its clock differs") {
    for (const auto& [zone, differs] : {
             std::pair{"Europe/London", true },
             {"Europe/Vienna", false},
             {"No/Where",      false}
    }) {
        Stage stage("/book/201?at=" + half_past_ten);
        stage.serve_world(stage::visitor());
        stage.serve("/api/free-times", ok(stage::some_free_times()));
        stage.start({}, zone);
        stage.settle();
        INFO(zone);
        CHECK(stage.says("09:00 is 08:00 where you are (London)") == differs);
        CHECK(stage.says("Times are in Ljubljana.") == differs);
    }
}

TEST_CASE("a service that is not offered and a time that was never free are said to be so") {
    Stage unknown("/book/999");
    prepared(unknown, stage::visitor());
    CHECK(unknown.says("This service is not offered any more."));

    Stage gone("/book/201?at=" + url_text(world::at("2026-10-24 11:00")));
    prepared(gone, stage::visitor());
    CHECK(gone.says("Sat 24 Oct, 11:00 is not free any more."));
    CHECK(gone.url() == "/book/201?date=2026-10-24");
}
