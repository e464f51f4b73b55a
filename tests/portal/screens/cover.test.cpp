#include "portal/stage.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia;
using namespace loggia::portal;
using stage::ok;
using stage::Stage;
using ui::Role;

namespace {

constexpr std::string_view of_ana = "/staff/cover?person=11&from=2026-10-24&to=2026-10-24";

api::CoverageView coverage() {
    auto second = stage::lesson(32, "2026-10-24 14:00");
    second.version = 3;
    return {
        7, {{stage::lesson(31, "2026-10-24 10:30"), {world::clara}, world::clara}, {second, {}, {}}}
    };
}

Stage& cover_of(Stage& stage, PersonId reader, const api::CoverageView& answer) {
    stage.serve_world(stage::session_of(reader));
    stage.serve("/api/calendar", ok(api::BookingList{}));
    stage.serve("/api/coverage", ok(answer));
    stage.start();
    stage.settle();
    return stage;
}

}  // namespace

TEST_CASE("who is away and when is an address, and asks for their visits") {
    Stage stage("/staff/cover");
    cover_of(stage, world::mia, coverage());
    CHECK(stage.sent("/api/coverage").empty());
    stage.write("Who is away?", "11");
    stage.write("From", "2026-10-24");
    stage.write("Until", "2026-10-24");
    stage.submit("cover-question");
    CHECK(stage.url() == of_ana);
    CHECK(stage.sent("/api/coverage").back().path == "/api/coverage?person_id=11&from=2026-10-24&to=2026-10-24");
}

TEST_CASE("each visit shows what is proposed, and what nobody else can serve stays as it is") {
    Stage stage{std::string(of_ana)};
    cover_of(stage, world::mia, coverage());
    CHECK(stage.value_of("Hand over to") == "13");
    CHECK(stage.value_of("Nobody else is free") == "keep");
    CHECK(stage.shows(Role::button, "Change 1 booking"));
}

TEST_CASE("the chosen changes are sent together with one reason, and what came of them is shown") {
    Stage stage{std::string(of_ana)};
    cover_of(stage, world::mia, coverage());
    stage.write("Nobody else is free", "cancel");
    CHECK(stage.shows(Role::button, "Change 2 bookings"));
    stage.write("Reason", "Ana is ill.");
    stage.serve("/api/coverage", ok(api::CoverageView{8, {}}));
    stage.serve("/api/bookings/changes", ok(api::BookingList{
                                             8, {coverage().items[0].booking, coverage().items[1].booking}
    }));
    stage.submit("cover-form");
    CHECK(stage.sent("/api/bookings/changes").back().body ==
          R"({"changes":[{"booking_id":"31","version":1,"person_id":"13"},{"booking_id":"32","version":3}],)"
          R"("reason":"Ana is ill."})");
    stage.settle();
    CHECK(stage.says("2 bookings are changed."));
    CHECK(stage.says("Nobody is booked with them in this time."));
}

TEST_CASE("nothing is sent without a reason or without a change, and a refusal is told") {
    Stage stage{std::string(of_ana)};
    cover_of(stage, world::mia, coverage());
    stage.submit("cover-form");
    CHECK(stage.says("Please say why."));
    stage.write("Reason", "Ana is ill.");
    stage.write("Hand over to", "keep");
    stage.submit("cover-form");
    CHECK(stage.says("Choose at least one visit to change."));
    CHECK(stage.sent("/api/bookings/changes").empty());
    stage.write("Hand over to", "13");
    stage.serve("/api/bookings/changes",
                stage::refused(ErrorCode::conflict, "That time was taken a moment ago.", "changes.0.starts_at"));
    stage.submit("cover-form");
    stage.settle();
    CHECK(stage.says("That time was taken a moment ago."));
}

TEST_CASE("only who may change bookings together is led here, and sees it") {
    for (const auto& [reader, may] : {
             std::pair{world::mia, true },
             std::pair{world::ana, false}
    }) {
        Stage week("/staff");
        cover_of(week, reader, coverage());
        CHECK(week.shows(Role::link, "Hand over visits") == may);
        Stage stage{std::string(of_ana)};
        cover_of(stage, reader, coverage());
        CHECK(stage.shows(Role::heading, "You cannot open this page") != may);
    }
}
