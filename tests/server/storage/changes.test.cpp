#include "server/storage/changes.h"

#include "server/storage/stored_world.h"

#include <catch2/catch_test_macros.hpp>

namespace loggia::storage {

namespace {

Changes since(StoredWorld& world, std::int64_t seq) {
    return world.read(
        [&](const BusinessReader& business) -> Result<Changes> { return changes_since(business, seq); });
}

void change(StoredWorld& world, BookingId booking, TimeRange visit) {
    world.write([&](BusinessWriter& business) -> Result<int> {
        TRY(record_change(business, world::zone(), booking, visit));
        return 0;
    });
}

const Instant noon = world::at("2026-10-27 12:00");

}  // namespace

TEST_CASE("changes are numbered without gaps, by the day of the location") {
    StoredWorld world;
    CHECK(since(world, 0).complete);
    CHECK(since(world, 0).list.empty());
    change(world, BookingId{5}, {noon, noon + hours{1}});
    change(world, BookingId{6}, {world::at("2026-10-28 00:15"), world::at("2026-10-28 01:00")});
    const auto changes = since(world, 0);
    CHECK(changes.head == 2);
    REQUIRE(changes.list.size() == 2);
    CHECK(changes.list[0].booking == BookingId{5});
    CHECK(changes.list[1].seq == 2);
    CHECK(changes.list[1].on == std::chrono::year{2026} / 10 / 28);
    CHECK(since(world, 1).list.size() == 1);
    CHECK(since(world, 2).list.empty());
    CHECK(since(world, 2).complete);
}

TEST_CASE("a visit over midnight changes two days") {
    StoredWorld world;
    change(world, BookingId{5}, {world::at("2026-10-27 23:30"), world::at("2026-10-28 00:30")});
    change(world, BookingId{5}, {world::at("2026-10-27 23:30"), world::at("2026-10-28 00:00")});
    const auto changes = since(world, 0);
    REQUIRE(changes.list.size() == 3);
    CHECK(changes.list[0].on == std::chrono::year{2026} / 10 / 27);
    CHECK(changes.list[1].on == std::chrono::year{2026} / 10 / 28);
}

TEST_CASE("an undone job leaves no gap") {
    StoredWorld world;
    const auto undone = world.try_write([](BusinessWriter& business) -> Result<int> {
        TRY(record_change(business, world::zone(), BookingId{1}, {noon, noon + hours{1}}));
        return fail(ErrorCode::conflict, "no");
    });
    CHECK_FALSE(undone);
    change(world, BookingId{5}, {noon, noon + hours{1}});
    CHECK(since(world, 0).list.front().seq == 1);
}

TEST_CASE("who is too far behind, or ahead, hears so") {
    StoredWorld world;
    for (int i = 0; i < 10; ++i) change(world, BookingId{i + 1}, {noon, noon + hours{1}});
    world.write([](BusinessWriter& business) -> Result<int> {
        TRY(forget_old_changes(business, 4));
        return 0;
    });
    CHECK_FALSE(since(world, 0).complete);
    CHECK_FALSE(since(world, 5).complete);
    CHECK(since(world, 6).complete);
    CHECK(since(world, 6).list.size() == 4);
    CHECK_FALSE(since(world, 11).complete);
    CHECK(since(world, 11).head == 10);
}

TEST_CASE("a list of changes has its limit") {
    StoredWorld world;
    world.write([](BusinessWriter& business) -> Result<int> {
        for (int i = 0; i < longest_change_list + 5; ++i)
            TRY(record_change(business, world::zone(), BookingId{i + 1}, {noon, noon + hours{1}}));
        return 0;
    });
    CHECK(since(world, 0).list.size() == longest_change_list);
    CHECK(since(world, longest_change_list).list.size() == 5);
}

}  // namespace loggia::storage
