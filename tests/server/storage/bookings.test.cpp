#include "server/storage/bookings.h"

#include "server/storage/stored_world.h"
#include "server/storage/sweep.h"

#include <catch2/catch_test_macros.hpp>

namespace loggia::storage {

namespace {

using domain::BookingStatus;

const Instant tuesday = world::at("2026-10-27 10:00");

std::optional<StoredBooking> find(StoredWorld& world, BookingId id) {
    return world.read([&](const BusinessReader& business) -> Result<std::optional<StoredBooking>> {
        return find_booking(business, id);
    });
}

Result<int> try_book(StoredWorld& world, const StoredBooking& made) {
    return world.try_write([&](BusinessWriter& business) -> Result<int> {
        TRY(insert_booking(business, made, world::now()));
        return 0;
    });
}

StoredBooking hold(BookingId id, Instant start, Instant expires_at) {
    auto made = booking(id, world::piano_lesson(), start, world::ana, world::mara);
    made.client.reset();
    made.status = BookingStatus::held;
    made.expires_at = expires_at;
    return made;
}

}  // namespace

TEST_CASE("a booking comes back as it was stored, with its client and whoever looks after them") {
    StoredWorld world;
    const auto id = world.book(world::voice_coaching(), tuesday, world::clara, world::luka);
    const auto found = find(world, id);
    REQUIRE(found);
    CHECK(found->status == BookingStatus::confirmed);
    CHECK(found->visit == TimeRange{tuesday, tuesday + hours{1}});
    CHECK(found->cells.to - found->cells.from == 15);
    CHECK(found->room == world::hall);
    CHECK(found->price == Money{5500, "EUR"});
    REQUIRE(found->client);
    CHECK(found->client->name == "Luka Kovač");
    CHECK(found->client->account_manager == world::mara);
    CHECK(found->client->account_manager_name == "Mara Kovač");
    CHECK(found->client->email == "mara@example.org");
    CHECK(found->client->phone == "+386 40 123 456");
    CHECK(world.count("claim") == 2 * 15);
    CHECK_FALSE(find(world, BookingId{1}));
}

TEST_CASE("a time that is taken cannot be taken again, by person or by room") {
    StoredWorld world;
    world.book(world::piano_lesson(), tuesday, world::ana, world::mara);
    auto other = booking(BookingId{2}, world::piano_lesson(), tuesday + minutes{40}, world::ana, world::jon);
    other.room = world::room_2;
    CHECK(try_book(world, other).error().code == ErrorCode::conflict);
    other.staff = world::clara;
    other.room = world::room_1;
    CHECK(try_book(world, other).error().code == ErrorCode::conflict);
    other.room = world::room_2;
    CHECK(try_book(world, other));
    auto next = booking(BookingId{3}, world::piano_lesson(), tuesday + minutes{45}, world::ana, world::jon);
    CHECK(try_book(world, next));
    CHECK(world.count("booking") == 3);
}

TEST_CASE("buffers are claimed too") {
    StoredWorld world;
    world.book(world::voice_coaching(), tuesday, world::clara, world::mara);
    auto next = booking(BookingId{2}, world::voice_coaching(), tuesday + hours{1}, world::clara, world::jon);
    CHECK_FALSE(try_book(world, next));
    next = booking(BookingId{2}, world::voice_coaching(), tuesday + minutes{75}, world::clara, world::jon);
    CHECK(try_book(world, next));
}

TEST_CASE("a cancelled booking frees its time and claims none") {
    StoredWorld world;
    const auto id = world.book(world::piano_lesson(), tuesday, world::ana, world::mara);
    world.book(world::piano_lesson(), tuesday + hours{1}, world::ana, world::mara);
    const auto stored = find(world, id);
    world.write([&](BusinessWriter& business) -> Result<int> {
        TRY(free_booking(business, *stored, BookingStatus::cancelled));
        return 0;
    });
    CHECK(world.count("claim") == 18);
    CHECK(find(world, id)->status == BookingStatus::cancelled);
    world.book(world::piano_lesson(), tuesday + hours{2}, world::ana, world::jon, BookingStatus::cancelled);
    CHECK(world.count("claim") == 18);
    CHECK(try_book(world, booking(BookingId{2}, world::piano_lesson(), tuesday, world::ana, world::jon)));
}

TEST_CASE("a hold that expires frees its time with a change; one that became a booking does not expire") {
    StoredWorld world;
    const Instant expiry = world::now() + minutes{10};
    REQUIRE(try_book(world, hold(BookingId{1}, tuesday, expiry)));
    REQUIRE(try_book(world, hold(BookingId{2}, tuesday + hours{1}, expiry)));
    REQUIRE(try_book(world, hold(BookingId{3}, tuesday + hours{2}, expiry + minutes{1})));
    world.write([&](BusinessWriter& business) -> Result<int> {
        TRY(book_hold(business, BookingId{2}, world::mara, domain::BookingStatus::confirmed));
        return 0;
    });
    const auto sweep_at = [&](Instant now) {
        return world.write([&](BusinessWriter& business) { return sweep(business, now); });
    };
    CHECK(sweep_at(expiry - seconds{1}) == 0);
    CHECK(sweep_at(expiry) == 1);
    CHECK(sweep_at(expiry) == 0);
    CHECK(find(world, BookingId{1})->status == BookingStatus::cancelled);
    CHECK(find(world, BookingId{2})->status == BookingStatus::confirmed);
    CHECK(find(world, BookingId{3})->status == BookingStatus::held);
    CHECK(world.count("claim") == 2 * 18);
    CHECK(world.count("change") == 1);

    CHECK(sweep_at(expiry + days{2}) == 1);
    CHECK_FALSE(find(world, BookingId{1}));
    CHECK(find(world, BookingId{2}));
}

TEST_CASE("a client's bookings are theirs and their dependents', cancelled ones too") {
    StoredWorld world;
    world.book(world::piano_lesson(), tuesday + hours{3}, world::ana, world::luka);
    world.book(world::piano_lesson(), tuesday, world::ana, world::mara, BookingStatus::cancelled);
    world.book(world::violin_lesson(), tuesday, world::ben, world::jon);
    world.book(world::piano_lesson(), tuesday - days{400}, world::ana, world::mara);
    const auto of = [&](PersonId client) {
        return world.read([&](const BusinessReader& business) -> Result<std::vector<StoredBooking>> {
            return bookings_of_client(business, client, tuesday - days{366});
        });
    };
    REQUIRE(of(world::mara).size() == 2);
    CHECK(of(world::mara)[0].client->id == world::mara);
    CHECK(of(world::mara)[1].client->id == world::luka);
    CHECK(of(world::luka).size() == 1);
    CHECK(of(world::jon).size() == 1);
}

TEST_CASE("the nearest service counts whole days of the location, and no cancelled one") {
    StoredWorld world;
    const Date today = world::zone().date_at(world::now());
    const auto nearest = [&] {
        return world.read([&](const BusinessReader& business) -> Result<std::map<PersonId, int>> {
            return nearest_service_days(business, world::ben, world::zone(), today);
        });
    };
    world.book(world::violin_lesson(), world::at("2026-10-24 10:00"), world::ben, world::jon,
               BookingStatus::cancelled);
    CHECK(nearest().empty());
    world.book(world::violin_lesson(), world::at("2026-11-06 10:00"), world::ben, world::jon);
    CHECK(nearest().at(world::jon) == 16);
    world.book(world::violin_lesson(), world::at("2026-11-05 23:00"), world::ben, world::jon);
    CHECK(nearest().at(world::jon) == 15);
    world.book(world::violin_lesson(), world::at("2026-10-06 00:00"), world::ben, world::mara);
    CHECK(nearest().at(world::mara) == -15);
    world.book(world::piano_lesson(), world::at("2026-10-22 10:00"), world::ana, world::luka);
    CHECK_FALSE(nearest().contains(world::luka));
    world.book(world::violin_lesson(), world::at("2026-10-21 09:00"), world::ben, world::luka,
               BookingStatus::no_show);
    CHECK(nearest().at(world::luka) == 0);
}

}  // namespace loggia::storage
