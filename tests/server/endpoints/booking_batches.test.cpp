// Thirty lessons because a teacher is ill: who could serve them, and all of them changed at once.
#include "server/endpoints/asking.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace loggia::endpoints {

namespace {

const Instant tuesday = world::at("2026-10-27 10:00");
const Date the_day = world::zone().date_at(tuesday);

std::vector<api::CoverageItem> coverage(World& world, PersonId asker = world::mia) {
    return must(world.ask(list_coverage, world::actor(asker), {world::ana, the_day, the_day})).items;
}

api::BookingBatch batch(std::vector<api::PlannedChange> changes) { return {std::move(changes), "Ana is ill."}; }

api::BookingView shown(World& world, BookingId id) {
    return must(world.ask(show_booking, world::actor(world::mia), {id}));
}

}  // namespace

TEST_CASE("all visits of somebody who is ill are listed with who could serve them, and no others") {
    World world;
    const auto first = world.book(world::piano_lesson(), tuesday, world::ana, world::mara);
    const auto second = world.book(world::piano_lesson(), tuesday + hours{4}, world::ana, world::jon);
    world.book(world::piano_lesson(), tuesday + hours{4}, world::clara, world::mara, domain::BookingStatus::confirmed,
               world::room_2);
    world.book(world::piano_lesson(), tuesday + days{1}, world::ana, world::mara);
    world.book(world::piano_lesson(), tuesday + hours{6}, world::ana, world::mara, domain::BookingStatus::cancelled);
    const auto items = coverage(world);
    REQUIRE(items.size() == 2);
    CHECK(items[0].booking.id == first);
    CHECK(items[0].proposed_person_id == world::clara);
    CHECK(items[1].booking.id == second);
    CHECK(items[1].colleagues.empty());
    CHECK_FALSE(items[1].proposed_person_id);
    CHECK(code_of(world.ask(list_coverage, world::actor(world::mia), {world::jon, the_day, the_day})) ==
          ErrorCode::not_found);
}

TEST_CASE("what is proposed is made at once, with its reason") {
    World world;
    std::vector<BookingId> ids;
    for (int i = 0; i < 4; ++i)
        ids.push_back(world.book(world::piano_lesson(), tuesday + hours{3 + i}, world::ana, world::mara));
    std::vector<api::PlannedChange> changes;
    for (const auto& item : coverage(world)) {
        REQUIRE(item.proposed_person_id);
        changes.push_back({item.booking.id, item.booking.version, {}, item.proposed_person_id});
    }
    const auto list = must(world.ask(change_bookings, world::actor(world::mia), batch(changes)));
    CHECK(list.bookings.size() == ids.size());
    for (const auto id : ids) {
        CHECK(shown(world, id).person_id == world::clara);
        CHECK(must(world.ask(list_booking_versions, world::actor(world::mia), {id})).versions.back().reason ==
              "Ana is ill.");
    }
    CHECK(coverage(world).empty());
}

TEST_CASE("one may take the time that another leaves") {
    World world;
    const auto one = world.book(world::piano_lesson(), tuesday, world::ana, world::mara);
    const auto other = world.book(world::piano_lesson(), tuesday + hours{4}, world::ana, world::jon);
    must(world.ask(change_bookings, world::actor(world::mia),
                   batch({
                       {one,   1, tuesday + hours{4}, {}},
                       {other, 1, tuesday,            {}}
    })));
    CHECK(shown(world, one).starts_at == tuesday + hours{4});
    CHECK(shown(world, other).starts_at == tuesday);
}

TEST_CASE("if one cannot be changed, none is, and it is named") {
    World world;
    const auto one = world.book(world::piano_lesson(), tuesday, world::ana, world::mara);
    const auto other = world.book(world::piano_lesson(), tuesday + hours{4}, world::ana, world::jon);
    world.book(world::piano_lesson(), tuesday + hours{4}, world::clara, world::mara, domain::BookingStatus::confirmed,
               world::room_2);
    struct Row {
        std::vector<api::PlannedChange> changes;
        ErrorCode code;
        std::string field;
    };
    using enum ErrorCode;
    for (const auto& row : {
             Row{{{one, 1, {}, world::clara}, {other, 1, {}, world::clara}}, conflict,      "changes.1.starts_at" },
             Row{{{one, 1, {}, world::clara}, {other, 7, {}, {}}},           conflict,      "changes.1"           },
             Row{{{one, 1, {}, {}}, {BookingId{4711}, 1, {}, {}}},           not_found,     "changes.1"           },
             Row{{{one, 1, {}, {}}, {one, 1, {}, {}}},                       invalid_input, "changes.0.booking_id"},
             Row{{{one, 1, {}, world::clara}, {other, 1, {}, world::jon}},   not_found,     "changes.1.person_id" },
             Row{{},                                                         invalid_input, "changes"             },
    }) {
        const auto refused = world.ask(change_bookings, world::actor(world::mia), batch(row.changes));
        CHECK(code_of(refused) == row.code);
        CHECK(refused.error().field == row.field);
        CHECK(shown(world, one).version == 1);
        CHECK(shown(world, one).person_id == world::ana);
    }
    CHECK(code_of(world.ask(change_bookings, world::actor(world::mia), {{{one, 1, {}, {}}}, "  "})) == invalid_input);
}

TEST_CASE("what nobody can serve is cancelled with the rest, and its time is free") {
    World world;
    const auto one = world.book(world::piano_lesson(), tuesday, world::ana, world::mara);
    const auto other = world.book(world::piano_lesson(), tuesday + hours{4}, world::ana, world::jon);
    must(world.ask(change_bookings, world::actor(world::mia),
                   batch({
                       {one,   1, {}, world::clara},
                       {other, 1, {}, {}          }
    })));
    CHECK(shown(world, other).status == domain::BookingStatus::cancelled);
    const auto times =
        must(world.ask(list_free_times, world::visitor(), {world::piano_lesson().id, world::ana, the_day, the_day}));
    CHECK(std::ranges::count(times.times, tuesday + hours{4}, &api::FreeTimeView::starts_at) == 1);
}

}  // namespace loggia::endpoints
