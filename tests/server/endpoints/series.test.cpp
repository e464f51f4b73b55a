// Several visits booked as one. What a plan proposes and why: tests/core/scheduling/series.test.cpp.
#include "server/endpoints/asking.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

namespace loggia::endpoints {

namespace {

using domain::BookingStatus;

const Instant tuesday = world::at("2026-10-27 10:00");

api::SeriesPlanView plan(World& world, std::string rule, PersonId asker = world::mara) {
    return must(world.ask(plan_series, world::actor(asker),
                          {world::piano_lesson().id, world::ana, tuesday, std::move(rule), {}}));
}

api::SeriesRequest accepted(const api::SeriesPlanView& plan) {
    api::SeriesRequest request{world::piano_lesson().id, {}, {}};
    for (const auto& visit : plan.visits)
        if (visit.proposed) request.visits.push_back({visit.proposed->starts_at, visit.proposed->person_id});
    return request;
}

std::vector<api::BookingView> bookings_of(World& world, PersonId client) {
    return must(world.ask(list_my_bookings, world::actor(client))).bookings;
}

/// What the plan asks for at ten on the wall, in winter as in summer.
Instant week(int number) { return world::zone().to_instant(world::wall_time("2026-10-27 10:00") + number * days{7}); }

}  // namespace

TEST_CASE("Recurring series with one conflicting occurrence: whole preview, partial accept, one transaction") {
    World world;
    world.book(world::piano_lesson(), week(2), world::ana, world::jon);
    const auto shown = plan(world, "FREQ=WEEKLY;COUNT=4");
    REQUIRE(shown.visits.size() == 4);
    for (int number = 0; number < 4; ++number) {
        const auto& visit = shown.visits[static_cast<std::size_t>(number)];
        CHECK(visit.starts_at == week(number));
        CHECK(visit.refusal.has_value() == (number == 2));
        REQUIRE(visit.proposed);
        CHECK((visit.proposed->starts_at == week(number)) == (number != 2));
    }
    CHECK_FALSE(shown.visits[2].alternatives.empty());

    auto request = accepted(shown);
    request.visits.erase(request.visits.begin() + 1);
    const auto booked = must(world.ask(book_series, world::actor(world::mara), request)).bookings;
    REQUIRE(booked.size() == 3);
    for (const auto& booking : booked) {
        CHECK(booking.status == BookingStatus::confirmed);
        CHECK(booking.series_id);
        CHECK(booking.series_id == booked.front().series_id);
    }
    CHECK(bookings_of(world, world::mara).size() == 3);
}

TEST_CASE("a series is booked whole or not at all, and the visit that is in the way is named") {
    World world;
    auto request = accepted(plan(world, "FREQ=WEEKLY;COUNT=3"));
    world.book(world::piano_lesson(), week(1), world::ana, world::jon);
    const auto refused = world.ask(book_series, world::actor(world::mara), request);
    CHECK(code_of(refused) == ErrorCode::conflict);
    CHECK(refused.error().field == "visits.1.starts_at");
    CHECK(bookings_of(world, world::mara).empty());
}

TEST_CASE("visits of one series do not take each other's time") {
    World world;
    const api::SeriesRequest twice{
        world::piano_lesson().id, {{tuesday, world::ana}, {tuesday + minutes{30}, world::ana}},
         {}
    };
    const auto refused = world.ask(book_series, world::actor(world::mara), twice);
    CHECK(code_of(refused) == ErrorCode::conflict);
    CHECK(refused.error().field == "visits.1.starts_at");
}

TEST_CASE("all that a plan proposes can be booked together, whatever is booked already") {
    World world;
    for (int number = 0; number < 5; number += 2)
        world.book(world::piano_lesson(), week(number) + minutes{15}, world::ana, world::jon);
    const auto shown = plan(world, "FREQ=WEEKLY;COUNT=6");
    CHECK(must(world.ask(book_series, world::actor(world::mara), accepted(shown))).bookings.size() == 6);
}

TEST_CASE("who may not know whose a visit is does not learn which others were booked with it") {
    World world;
    const api::SeriesRequest far{
        world::piano_lesson().id, {{week(3), world::ana}, {week(4), world::ana}},
         {}
    };
    must(world.ask(book_series, world::actor(world::mara), far));
    const Date today = world::zone().date_at(world.now);
    for (const auto& [reader, knows] : {
             std::pair{world::ana, false},
             {world::mia, true }
    }) {
        const auto seen =
            must(world.ask(list_calendar, world::actor(reader), {today, plus_days(today, 60)})).bookings;
        REQUIRE(seen.size() == 2);
        for (const auto& booking : seen) {
            CHECK(booking.client_name.has_value() == knows);
            CHECK(booking.series_id.has_value() == knows);
        }
    }
}

TEST_CASE("what is no rule is refused at the rule, and nobody books for somebody else's client") {
    World world;
    const auto mara = world::actor(world::mara);
    for (const auto* rule : {"", "every week", "FREQ=SECONDLY;COUNT=2", "FREQ=WEEKLY;COUNT=61"}) {
        INFO(rule);
        const auto refused = world.ask(plan_series, mara, {world::piano_lesson().id, {}, tuesday, rule, {}});
        CHECK(code_of(refused) == ErrorCode::invalid_input);
        CHECK(refused.error().field == "rule");
    }
    CHECK(code_of(world.ask(plan_series, mara,
                            {world::piano_lesson().id, {}, tuesday, "FREQ=WEEKLY;COUNT=2", world::jon})) ==
          ErrorCode::not_found);
    CHECK(code_of(world.ask(book_series, mara, {world::piano_lesson().id, {{tuesday, world::ana}}, world::jon})) ==
          ErrorCode::not_found);
    CHECK(code_of(world.ask(book_series, mara, {world::piano_lesson().id, {}, {}})) == ErrorCode::invalid_input);
}

TEST_CASE("the desk books a series beyond the horizon, and what is booked there is seen") {
    World world;
    const Instant far = world.now + days{100};
    const Instant start = world::zone().to_instant(std::chrono::floor<days>(world::zone().to_civil(far)) + hours{10});
    const auto weekday = std::chrono::weekday{day_of(world::zone().date_at(start))};
    const Instant open = weekday == std::chrono::Sunday ? start + days{1} : start;
    const auto ask = [&](PersonId asker) {
        return must(world.ask(plan_series, world::actor(asker),
                              {world::piano_lesson().id, world::ana, open, "FREQ=WEEKLY;COUNT=2", {}}));
    };
    CHECK(ask(world::mara).visits.front().refusal);
    CHECK_FALSE(ask(world::mia).visits.front().refusal);
    world.book(world::piano_lesson(), open, world::ana, world::jon);
    CHECK(ask(world::mia).visits.front().refusal);
}

}  // namespace loggia::endpoints
