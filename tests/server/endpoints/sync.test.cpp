#include "core/api/json.h"

#include "server/endpoints/asking.h"
#include "server/storage/changes.h"

#include <catch2/catch_test_macros.hpp>

namespace loggia::endpoints {

namespace {

const Instant tuesday = world::at("2026-10-27 10:00");

api::SyncView synced(World& world, const policy::Actor& actor, std::int64_t since = 0) {
    return must(world.ask(sync, actor, {since}));
}

std::size_t records_in(const api::SyncView& view) {
    return static_cast<std::size_t>(
        std::ranges::count_if(view.changes, [](const auto& change) { return change.booking.has_value(); }));
}

}  // namespace

TEST_CASE("each hears of every day that changed, and of the bookings within their reach") {
    World world;
    world.book(world::piano_lesson(), tuesday, world::ana, world::luka);
    world.book(world::violin_lesson(), tuesday + days{1}, world::ben, world::jon);
    must(world.ask(create_hold, world::visitor(), {world::piano_lesson().id, {}, tuesday + hours{3}}));
    struct Case {
        policy::Actor actor;
        std::size_t records;
    };
    const Case cases[]{
        {world::visitor(),            0},
        {world::actor(world::mara),   1},
        {world::actor(world::jon),    1},
        {world::actor(world::ana),    1},
        {world::actor(world::ben),    1},
        {world::actor(world::clara),  0},
        {world::actor(world::mia),    2},
        {world::actor(world::petra),  2},
        {world::actor(world::helena), 2}
    };
    for (const auto& each : cases) {
        const auto view = synced(world, each.actor);
        CHECK(view.seq == 3);
        CHECK(view.complete);
        CHECK(view.changes.size() == 3);
        CHECK(records_in(view) == each.records);
    }
}

TEST_CASE("the records of a sync have passed the field mask") {
    World world;
    world.book(world::violin_lesson(), tuesday, world::ben, world::luka);
    const auto json = api::encode(synced(world, world::actor(world::ben)));
    CHECK(json.find("client_name") != std::string::npos);
    for (const char* hidden : {"client_id", "client_phone", "client_email", "account_manager_name", "price", "mara"})
        CHECK(json.find(hidden) == std::string::npos);
    const auto visitors = api::encode(synced(world, world::visitor()));
    CHECK(visitors.find("booking") == std::string::npos);
}

TEST_CASE("a booking that changed several times comes once, as it is now") {
    World world;
    const auto hold = must(world.ask(create_hold, world::visitor(), {world::piano_lesson().id, world::ana, tuesday}));
    must(world.ask(create_booking, world::actor(world::mara), {hold.id, hold.secret, {}}));
    must(world.ask(cancel_booking, world::actor(world::mara), {hold.id}));
    const auto view = synced(world, world::actor(world::mara));
    REQUIRE(view.changes.size() == 1);
    CHECK(view.changes[0].seq == 3);
    CHECK(view.changes[0].on == world::zone().date_at(tuesday));
    CHECK(view.changes[0].booking->status == domain::BookingStatus::cancelled);
    CHECK(synced(world, world::actor(world::mara), 3).changes.empty());
    CHECK(synced(world, world::actor(world::mara), 3).seq == 3);
}

TEST_CASE("who is too far behind loads everything anew, who is far behind asks again") {
    World world;
    world.write([](BusinessWriter& business) -> Result<int> {
        for (int i = 0; i < 1500; ++i)
            TRY(storage::record_change(business, world::zone(), BookingId{i + 1}, {tuesday, tuesday + hours{1}}));
        TRY(storage::forget_old_changes(business, 1200));
        return 0;
    });
    const auto behind = synced(world, world::visitor(), 10);
    CHECK_FALSE(behind.complete);
    CHECK(behind.seq == 1500);
    CHECK(behind.changes.empty());
    const auto first = synced(world, world::visitor(), 300);
    CHECK(first.complete);
    CHECK(first.seq == 1300);
    CHECK(first.changes.size() == 1000);
    CHECK(synced(world, world::visitor(), first.seq).seq == 1500);
    CHECK_FALSE(synced(world, world::visitor(), 2000).complete);
    CHECK(code_of(world.ask(sync, world::visitor(), {-1})) == ErrorCode::invalid_input);
}

}  // namespace loggia::endpoints
