// Services that somebody has to approve, and limits of clients.
#include "server/endpoints/asking.h"
#include "server/storage/stored_world.h"

#include <catch2/catch_test_macros.hpp>

namespace loggia::endpoints {

namespace {

using domain::BookingStatus;

const Instant tuesday = world::at("2026-10-27 10:00");

void limit_clients(World& world, const domain::ClientLimits& limits) {
    must(world.store().write(harbour, [&](BusinessWriter& business) -> Result<int> {
        TRY(business.run("UPDATE business SET client_open_bookings = ?2, client_bookings_a_day = ?3, "
                         "client_bookings_a_week = ?4 WHERE business_id = ?1",
                         limits.open_bookings, limits.bookings_a_day, limits.bookings_a_week));
        TRY(business.catalog_changed());
        return 0;
    }));
}

void require_approval(World& world) {
    must(world.store().write(harbour, [&](BusinessWriter& business) -> Result<int> {
        TRY(business.run("UPDATE service SET needs_approval = 1 WHERE business_id = ?1 AND id = ?2",
                         world::piano_lesson().id));
        TRY(business.catalog_changed());
        return 0;
    }));
}

Result<api::BookingView> book(World& world, PersonId asker, Instant start = tuesday,
                              std::optional<PersonId> for_person = {}) {
    const auto hold = must(world.ask(create_hold, world::visitor(), {world::piano_lesson().id, world::ana, start}));
    return world.ask(create_booking, world::actor(asker), {hold.id, hold.secret, for_person});
}

bool is_free(World& world, Instant start) {
    return world.ask(create_hold, world::visitor(), {world::piano_lesson().id, world::ana, start}).has_value();
}

}  // namespace

TEST_CASE("what a client books of a service that needs approval is a request, which keeps its time") {
    World world;
    require_approval(world);
    const auto asked = must(book(world, world::mara));
    CHECK(asked.status == BookingStatus::requested);
    CHECK_FALSE(is_free(world, tuesday));
    CHECK(must(world.ask(list_my_bookings, world::actor(world::mara))).bookings.front().status ==
          BookingStatus::requested);
    CHECK(must(book(world, world::mia, tuesday + hours{1}, world::jon)).status == BookingStatus::confirmed);
}

TEST_CASE("a request is approved or declined by those at work, not by its client, and once") {
    World world;
    require_approval(world);
    const auto first = must(book(world, world::mara));
    const auto second = must(book(world, world::mara, tuesday + hours{4}));
    for (const auto step : {approve_booking, decline_booking})
        CHECK(code_of(world.ask(step, world::actor(world::mara), {first.id, {}, {}})) == ErrorCode::forbidden);
    const auto approved = must(world.ask(approve_booking, world::actor(world::mia), {first.id, 1, {}}));
    CHECK(approved.status == BookingStatus::confirmed);
    CHECK(approved.version == 2);
    CHECK(code_of(world.ask(decline_booking, world::actor(world::mia), {first.id, {}, {}})) == ErrorCode::conflict);
    const auto declined =
        must(world.ask(decline_booking, world::actor(world::mia), {second.id, 1, "Ana is on tour."}));
    CHECK(declined.status == BookingStatus::cancelled);
    CHECK(is_free(world, tuesday + hours{4}));
    const auto history = must(world.ask(list_booking_versions, world::actor(world::mia), {second.id})).versions;
    CHECK(history.back().operation == "decline");
    CHECK(history.back().reason == "Ana is on tour.");
}

TEST_CASE("a client takes a request back") {
    World world;
    require_approval(world);
    const auto asked = must(book(world, world::mara));
    CHECK(must(world.ask(cancel_booking, world::actor(world::mara), {asked.id, {}, {}})).status ==
          BookingStatus::cancelled);
    CHECK(is_free(world, tuesday));
}

TEST_CASE("a client books no more than the limits allow, each by itself, and the desk is not bound") {
    struct Row {
        domain::ClientLimits limits;
        Instant second;
        bool is_refused;
    };
    const Instant same_day = tuesday + hours{4}, same_week = tuesday + days{1}, next_week = tuesday + days{7};
    for (const auto& row : {
             Row{{.open_bookings = 1},   next_week, true },
             Row{{.open_bookings = 2},   next_week, false},
             Row{{.bookings_a_day = 1},  same_day,  true },
             Row{{.bookings_a_day = 1},  same_week, false},
             Row{{.bookings_a_week = 1}, same_week, true },
             Row{{.bookings_a_week = 1}, next_week, false},
    }) {
        World world;
        limit_clients(world, row.limits);
        CAPTURE(unix_seconds(row.second), row.is_refused);
        must(book(world, world::mara));
        const auto second = book(world, world::mara, row.second);
        CHECK(second.has_value() == !row.is_refused);
        if (!second) CHECK(second.error().code == ErrorCode::conflict);
        CHECK(book(world, world::mia, row.second + hours{1}, world::mara).has_value());
    }
}

}  // namespace loggia::endpoints
