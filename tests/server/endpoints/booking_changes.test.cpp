// What becomes of a booking over the handlers: its claims, its versions, who is told. Who may when:
// tests/core/booking.
#include "server/endpoints/asking.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace loggia::endpoints {

namespace {

using domain::BookingStatus;

const Instant tuesday = world::at("2026-10-27 10:00");

api::BookingView shown(World& world, BookingId id, PersonId asker = world::mia) {
    return must(world.ask(show_booking, world::actor(asker), {id}));
}

std::vector<Instant> free_starts(World& world, const domain::Service& service, PersonId person) {
    const Date day = world::zone().date_at(tuesday);
    std::vector<Instant> starts;
    for (const auto& time : must(world.ask(list_free_times, world::visitor(), {service.id, person, day, day})).times)
        starts.push_back(time.starts_at);
    return starts;
}

bool is_free(World& world, Instant start, PersonId person = world::ana) {
    return std::ranges::count(free_starts(world, world::piano_lesson(), person), start) > 0;
}

bool offers(const std::vector<api::FreeTimeView>& times, Instant start) {
    return std::ranges::count(times, start, &api::FreeTimeView::starts_at) > 0;
}

}  // namespace

TEST_CASE("a booking is moved to a free time, which is taken from then on, and the old one is free") {
    World world;
    const auto id = world.book(world::piano_lesson(), tuesday, world::ana, world::mara);
    const Instant later = tuesday + hours{4};
    const auto moved =
        must(world.ask(reschedule_booking, world::actor(world::mia), {id, 1, later, {}, "The teacher is ill."}));
    CHECK(moved.starts_at == later);
    CHECK(moved.ends_at == later + minutes{45});
    CHECK(moved.version == 2);
    CHECK(is_free(world, tuesday));
    CHECK_FALSE(is_free(world, later));
    CHECK(shown(world, id, world::mara).starts_at == later);
}

TEST_CASE("a booking may be moved by less than it is long: its own time is not in its way") {
    World world;
    const auto id = world.book(world::piano_lesson(), tuesday, world::ana, world::mara);
    const auto mia = world::actor(world::mia);
    const Date day = world::zone().date_at(tuesday);
    const auto times = must(world.ask(list_other_times, mia, {id, world::ana, day, day})).times;
    CHECK(offers(times, tuesday + minutes{15}));
    CHECK_FALSE(offers(times, tuesday));
    CHECK(must(world.ask(reschedule_booking, mia, {id, 1, tuesday + minutes{15}, {}, {}})).starts_at ==
          tuesday + minutes{15});
}

TEST_CASE("every time that is offered for a booking can be taken, and what is not offered on the grid is refused") {
    World world;
    const auto id = world.book(world::piano_lesson(), tuesday, world::ana, world::mara);
    world.book(world::piano_lesson(), tuesday + hours{1}, world::ana, world::jon);
    const auto mia = world::actor(world::mia);
    const Date day = world::zone().date_at(tuesday);
    const auto times = must(world.ask(list_other_times, mia, {id, world::ana, day, day})).times;
    REQUIRE(times.size() > 5);
    const TimeRange whole = world::zone().day(day);
    for (Instant start = whole.from; start < whole.to; start += minutes{15}) {
        const bool is_offered = offers(times, start);
        const auto tried = world.try_write([&](BusinessWriter& business) -> Result<int> {
            const auto call = world.call<api::BookingMove>(mia, {id, 1, start, {}, {}});
            const auto moved = reschedule_booking(call, business);
            // Undone in any case: each is tried on the same day.
            return fail(moved ? ErrorCode::conflict : ErrorCode::not_found, "");
        });
        CHECK((tried.error().code == ErrorCode::conflict) == is_offered);
    }
}

TEST_CASE("a time that is taken, or at which nobody works, is refused and nothing has changed") {
    World world;
    const auto id = world.book(world::piano_lesson(), tuesday, world::ana, world::mara);
    world.book(world::piano_lesson(), tuesday + hours{1}, world::ana, world::jon);
    const auto mia = world::actor(world::mia);
    for (const Instant start :
         {tuesday + hours{1}, tuesday + minutes{30}, tuesday + hours{12}, world.now - hours{1}}) {
        CHECK_FALSE(world.ask(reschedule_booking, mia, {id, 1, start, {}, {}}));
        CHECK(shown(world, id).starts_at == tuesday);
        CHECK(shown(world, id).version == 1);
    }
    CHECK(code_of(world.ask(reschedule_booking, mia, {id, 1, tuesday, {}, {}})) == ErrorCode::conflict);
}

TEST_CASE("a time that was only held, and is not any more, can be moved to") {
    World world;
    const auto id = world.book(world::piano_lesson(), tuesday, world::ana, world::mara);
    const Instant later = tuesday + hours{4};
    must(world.ask(create_hold, world::visitor(), {world::piano_lesson().id, world::ana, later}));
    const auto mia = world::actor(world::mia);
    CHECK_FALSE(world.ask(reschedule_booking, mia, {id, 1, later, {}, {}}));
    world.now += world::business().rules.hold_lasts;
    CHECK(world.ask(reschedule_booking, mia, {id, 1, later, {}, {}}));
}

TEST_CASE("who looked at an older version changes nothing") {
    World world;
    const auto id = world.book(world::piano_lesson(), tuesday, world::ana, world::mara);
    const auto mia = world::actor(world::mia);
    must(world.ask(reassign_booking, mia, {id, 1, world::clara, {}}));
    CHECK(code_of(world.ask(reschedule_booking, mia, {id, 1, tuesday + hours{4}, {}, {}})) == ErrorCode::conflict);
    CHECK(code_of(world.ask(cancel_booking, mia, {id, 1, {}})) == ErrorCode::conflict);
    CHECK(shown(world, id).starts_at == tuesday);
    CHECK(world.ask(cancel_booking, mia, {id, {}, {}}));
}

TEST_CASE("somebody else takes the lesson over at the same time, if they are free and perform it") {
    World world;
    const auto id = world.book(world::piano_lesson(), tuesday, world::ana, world::mara);
    const auto mia = world::actor(world::mia);
    CHECK(code_of(world.ask(reassign_booking, mia, {id, 1, world::ben, {}})) == ErrorCode::invalid_input);
    CHECK(code_of(world.ask(reassign_booking, mia, {id, 1, world::jon, {}})) == ErrorCode::not_found);
    CHECK(code_of(world.ask(reassign_booking, mia, {id, 1, world::ana, {}})) == ErrorCode::conflict);
    const auto given = must(world.ask(reassign_booking, mia, {id, 1, world::clara, "Ana is ill."}));
    CHECK(given.person_id == world::clara);
    CHECK(is_free(world, tuesday, world::ana));
    CHECK_FALSE(is_free(world, tuesday, world::clara));
    CHECK(code_of(world.ask(show_booking, world::actor(world::ana), {id})) == ErrorCode::not_found);
}

TEST_CASE("a lesson of today is handed over within the notice that binds clients") {
    World world;
    const auto id = world.book(world::piano_lesson(), world.now + hours{2}, world::ana, world::mara);
    world.now += minutes{5};
    CHECK(must(world.ask(reassign_booking, world::actor(world::mia), {id, 1, world::clara, {}})).person_id ==
          world::clara);
}

TEST_CASE("another room is taken if it is one of the service's and free") {
    World world;
    const auto id = world.book(world::piano_lesson(), tuesday, world::ana, world::mara);
    world.book(world::violin_lesson(), tuesday + minutes{30}, world::ben, world::jon, BookingStatus::confirmed,
               world::room_2);
    const auto mia = world::actor(world::mia);
    CHECK(code_of(world.ask(change_booking_room, mia, {id, 1, world::hall, {}})) == ErrorCode::not_found);
    CHECK(code_of(world.ask(change_booking_room, mia, {id, 1, world::room_1, {}})) == ErrorCode::conflict);
    CHECK(code_of(world.ask(change_booking_room, mia, {id, 1, world::room_2, {}})) == ErrorCode::conflict);
    const auto other = world.book(world::piano_lesson(), tuesday + hours{5}, world::ana, world::mara);
    CHECK(must(world.ask(change_booking_room, mia, {other, 1, world::room_2, {}})).room_name == "Room 2");
}

TEST_CASE("attendance is taken when it has begun, and taken back where it was wrong") {
    World world;
    const auto id = world.book(world::piano_lesson(), world.now - minutes{5}, world::ana, world::mara);
    const auto mia = world::actor(world::mia);
    CHECK(must(world.ask(mark_no_show, mia, {id, 1, {}})).status == BookingStatus::no_show);
    CHECK(must(world.ask(reopen_booking, mia, {id, 2, {}})).status == BookingStatus::confirmed);
    CHECK(must(world.ask(complete_booking, mia, {id, 3, {}})).status == BookingStatus::completed);
    CHECK(world.count("claim") > 0);
}

TEST_CASE("a cancelled booking takes place after all, unless its time was taken meanwhile") {
    World world;
    const auto petra = world::actor(world::petra);
    const auto id = world.book(world::piano_lesson(), tuesday, world::ana, world::mara);
    must(world.ask(cancel_booking, petra, {id, 1, "By mistake."}));
    CHECK(must(world.ask(reactivate_booking, petra, {id, 2, {}})).status == BookingStatus::confirmed);
    CHECK_FALSE(is_free(world, tuesday));
    must(world.ask(cancel_booking, petra, {id, 3, {}}));
    world.book(world::piano_lesson(), tuesday, world::ana, world::jon);
    CHECK(code_of(world.ask(reactivate_booking, petra, {id, 4, {}})) == ErrorCode::conflict);
    CHECK(shown(world, id, world::petra).status == BookingStatus::cancelled);
}

TEST_CASE("what became of a booking is kept with who, when and why; a client reads no name and no reason") {
    World world;
    const auto id = world.book(world::piano_lesson(), tuesday, world::ana, world::mara);
    const auto mia = world::actor(world::mia);
    must(world.ask(reschedule_booking, mia, {id, 1, tuesday + hours{4}, {}, "The teacher is ill."}));
    must(world.ask(cancel_booking, mia, {id, 2, {}}));
    const auto versions = must(world.ask(list_booking_versions, mia, {id})).versions;
    REQUIRE(versions.size() == 3);
    CHECK(versions[0].operation == "book");
    CHECK(versions[0].starts_at == tuesday);
    CHECK(versions[1].operation == "reschedule");
    CHECK(versions[1].starts_at == tuesday + hours{4});
    CHECK(versions[1].author_name == "Mia Hart");
    CHECK(versions[1].reason == "The teacher is ill.");
    CHECK(versions[1].made_at == world.now);
    CHECK(versions[2].status == BookingStatus::cancelled);
    CHECK_FALSE(versions[2].reason);
    const auto own = must(world.ask(list_booking_versions, world::actor(world::mara), {id})).versions;
    REQUIRE(own.size() == 3);
    for (const auto& version : own) CHECK((!version.author_name && !version.reason));
    CHECK(code_of(world.ask(list_booking_versions, world::actor(world::jon), {id})) == ErrorCode::not_found);
}

TEST_CASE("who follows changes hears of the day a booking left and of the day it came to") {
    World world;
    const auto id = world.book(world::piano_lesson(), tuesday, world::ana, world::mara);
    const auto before = must(world.ask(show_session, world::actor(world::mia))).seq;
    must(world.ask(reschedule_booking, world::actor(world::mia), {id, 1, tuesday + days{1}, {}, {}}));
    const auto changes = must(world.ask(sync, world::actor(world::mia), {before})).changes;
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].on == world::zone().date_at(tuesday));
    CHECK(changes[1].on == world::zone().date_at(tuesday + days{1}));
    CHECK(changes[1].booking->starts_at == tuesday + days{1});
}

}  // namespace loggia::endpoints
