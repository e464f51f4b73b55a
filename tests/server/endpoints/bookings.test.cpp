#include "server/endpoints/asking.h"

#include <catch2/catch_test_macros.hpp>

namespace loggia::endpoints {

namespace {

using domain::BookingStatus;

const Instant tuesday = world::at("2026-10-27 10:00");

api::HoldView hold(World& world, Instant start = tuesday) {
    return must(world.ask(create_hold, world::visitor(), {world::piano_lesson().id, world::ana, start}));
}

ErrorCode refusal_to_cancel(World& world, PersonId person, BookingId id) {
    return code_of(world.ask(cancel_booking, world::actor(person), {id}));
}

}  // namespace

TEST_CASE("a client makes a held time a booking, for themselves or a dependent") {
    World world;
    const auto first = hold(world);
    const auto booked = must(world.ask(create_booking, world::actor(world::mara), {first.id, first.secret, {}}));
    CHECK(booked.id == first.id);
    CHECK(booked.status == BookingStatus::confirmed);
    CHECK(booked.client_id == world::mara);
    CHECK(booked.price == Money{4200, "EUR"});
    const auto second = hold(world, tuesday + hours{1});
    const auto for_luka =
        must(world.ask(create_booking, world::actor(world::mara), {second.id, second.secret, world::luka}));
    CHECK(for_luka.client_name == "Luka Kovač");
    CHECK(for_luka.client_age == 9);
    CHECK(for_luka.client_is_dependent == true);
    CHECK(for_luka.account_manager_name == "Mara Kovač");
    CHECK(must(world.ask(list_my_bookings, world::actor(world::mara))).bookings.size() == 2);
}

TEST_CASE("booking for somebody else is not found, whether they exist or not") {
    World world;
    const auto held = hold(world);
    for (const PersonId other : {world::jon, world::helena, PersonId{4711}})
        CHECK(code_of(world.ask(create_booking, world::actor(world::mara), {held.id, held.secret, other})) ==
              ErrorCode::not_found);
    CHECK(code_of(world.ask(create_booking, world::actor(world::ben), {held.id, held.secret, world::jon})) ==
          ErrorCode::not_found);
    CHECK(code_of(world.ask(create_booking, world::visitor(), {held.id, held.secret, {}})) ==
          ErrorCode::unauthenticated);
    const auto by_desk =
        must(world.ask(create_booking, world::actor(world::mia), {held.id, held.secret, world::jon}));
    CHECK(by_desk.client_id == world::jon);
}

TEST_CASE("a hold is confirmed with its secret, in time and once") {
    World world;
    const auto held = hold(world);
    const auto mara = world::actor(world::mara);
    CHECK(code_of(world.ask(create_booking, mara, {held.id, std::string(32, 'A'), {}})) == ErrorCode::not_found);
    CHECK(code_of(world.ask(create_booking, mara, {BookingId{7}, held.secret, {}})) == ErrorCode::not_found);
    must(world.ask(create_booking, mara, {held.id, held.secret, {}}));
    CHECK(code_of(world.ask(create_booking, mara, {held.id, held.secret, {}})) == ErrorCode::conflict);

    const auto late = hold(world, tuesday + hours{3});
    world.now += minutes{10};
    const auto expired = world.ask(create_booking, mara, {late.id, late.secret, {}});
    CHECK(code_of(expired) == ErrorCode::conflict);
    CHECK(expired.error().message.find("expired") != std::string::npos);
}

TEST_CASE("a client cancels until a day before, then hears until when and whom to call") {
    World world;
    const auto mara = world::actor(world::mara);
    const auto in_time =
        world.book(world::piano_lesson(), world.now + hours{24} + minutes{25}, world::ana, world::luka);
    const auto too_late = world.book(world::piano_lesson(), world::at("2026-10-22 10:00"), world::ana, world::mara);
    CHECK(must(world.ask(cancel_booking, mara, {in_time})).status == BookingStatus::cancelled);
    CHECK(refusal_to_cancel(world, world::mara, in_time) == ErrorCode::conflict);
    const auto refused = world.ask(cancel_booking, mara, {too_late});
    CHECK(code_of(refused) == ErrorCode::conflict);
    CHECK(refused.error().message ==
          "This could be cancelled until Wed 21 Oct, 10:00. Please call Harbour Music School.");
    CHECK(must(world.ask(cancel_booking, world::actor(world::mia), {too_late})).status == BookingStatus::cancelled);
    CHECK(world.count("claim") == 0);
}

TEST_CASE("what has begun or taken place is not cancelled, not even by staff") {
    World world;
    const auto begun = world.book(world::piano_lesson(), world.now - minutes{5}, world::ana, world::mara);
    const auto over =
        world.book(world::piano_lesson(), world.now - days{3}, world::ana, world::mara, BookingStatus::completed);
    CHECK(refusal_to_cancel(world, world::mia, begun) == ErrorCode::conflict);
    CHECK(refusal_to_cancel(world, world::mia, over) == ErrorCode::conflict);
}

TEST_CASE("out of reach is not found; within reach but not allowed is forbidden with its reason") {
    World world;
    const auto id = world.book(world::piano_lesson(), tuesday, world::ana, world::mara);
    CHECK(refusal_to_cancel(world, world::jon, id) == ErrorCode::not_found);
    CHECK(refusal_to_cancel(world, world::ben, id) == ErrorCode::not_found);
    const auto refused = world.ask(cancel_booking, world::actor(world::ana), {id});
    CHECK(code_of(refused) == ErrorCode::forbidden);
    CHECK_FALSE(refused.error().message.empty());
    auto ana = world::actor(world::ana);
    ana.switches.turn_on(policy::Switch::limited_staff_cancellation);
    CHECK(world.ask(cancel_booking, ana, {id}));
}

TEST_CASE("one booking is shown within reach only") {
    World world;
    const auto id = world.book(world::piano_lesson(), tuesday, world::ana, world::luka);
    const auto show = [&](const policy::Actor& actor) { return world.ask(show_booking, actor, {id}); };
    for (const PersonId seer : {world::mara, world::ana, world::mia, world::petra, world::helena})
        CHECK(show(world::actor(seer)));
    for (const PersonId other : {world::jon, world::ben, world::clara})
        CHECK(code_of(show(world::actor(other))) == ErrorCode::not_found);
    CHECK(code_of(show(world::visitor())) == ErrorCode::not_found);
    CHECK(code_of(world.ask(show_booking, world::actor(world::helena), {BookingId{1}})) == ErrorCode::not_found);
    const auto held = hold(world, tuesday + hours{3});
    CHECK(code_of(world.ask(show_booking, world::actor(world::helena), {held.id})) == ErrorCode::not_found);
}

TEST_CASE("the calendar holds what is within reach and not cancelled") {
    World world;
    world.book(world::piano_lesson(), tuesday, world::ana, world::mara);
    world.book(world::violin_lesson(), tuesday + hours{1}, world::ben, world::jon);
    world.book(world::violin_lesson(), tuesday + hours{3}, world::ben, world::jon, BookingStatus::cancelled);
    world.book(world::violin_lesson(), tuesday + days{7}, world::ben, world::jon);
    hold(world, tuesday + hours{4});
    const Date day = world::zone().date_at(tuesday);
    const auto calendar = [&](const policy::Actor& actor) {
        return must(world.ask(list_calendar, actor, {day, day})).bookings;
    };
    CHECK(calendar(world::actor(world::mia)).size() == 2);
    REQUIRE(calendar(world::actor(world::ben)).size() == 1);
    CHECK(calendar(world::actor(world::ben)).front().person_id == world::ben);
    CHECK(calendar(world::actor(world::mara)).empty());
    CHECK(calendar(world::visitor()).empty());
    CHECK(code_of(world.ask(list_calendar, world::actor(world::mia), {day, plus_days(day, -1)})) ==
          ErrorCode::invalid_input);
    CHECK(code_of(world.ask(list_calendar, world::actor(world::mia), {day, plus_days(day, 63)})) ==
          ErrorCode::invalid_input);
    CHECK(world.ask(list_calendar, world::actor(world::mia), {day, plus_days(day, 62)}));
}

}  // namespace loggia::endpoints
