#include "server/storage/snapshot.h"

#include "server/storage/stored_world.h"
#include "server/storage/sweep.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <random>

namespace loggia::storage {

namespace {

constexpr Date first = std::chrono::year{2026} / 10 / 22;
constexpr Date last = std::chrono::year{2026} / 11 / 21;

std::vector<scheduling::FreeTime> listed(Store& store, const domain::Service& service, Instant now,
                                         std::optional<PersonId> person = {}) {
    return must(store.read(harbour, [&](const BusinessReader& business) -> Result<std::vector<scheduling::FreeTime>> {
        const auto catalog = TRY(business.catalog());
        const auto snapshot = TRY(read_snapshot(business, *catalog, first, last, now));
        return scheduling::free_times(snapshot, {&service, person, first, last, now});
    }));
}

std::expected<scheduling::FreeTime, scheduling::Refusal> checked(StoredWorld& world, const domain::Service& service,
                                                                 Instant start, std::optional<PersonId> person = {}) {
    return world.write(
        [&](BusinessWriter& business) -> Result<std::expected<scheduling::FreeTime, scheduling::Refusal>> {
            const auto catalog = TRY(business.catalog());
            const Date day = catalog->zone->date_at(start);
            const scheduling::FreeTimesQuery query{&service, person, day, day, world::now()};
            return scheduling::check_start(TRY(read_start_snapshot(business, *catalog, query, start)), query, start);
        });
}

}  // namespace

TEST_CASE("what the reader remembers is what a new reader finds, whatever happened between") {
    StoredWorld world;
    auto remembering = world.open_reader();
    std::mt19937 random{7};
    const auto any = [&](int from, int to) { return std::uniform_int_distribution{from, to}(random); };
    const std::vector services{world::piano_lesson(), world::violin_lesson(), world::voice_coaching(),
                               world::trial_lesson()};
    std::vector<BookingId> booked;
    for (int round = 0; round < 60; ++round) {
        const auto& service = services[static_cast<std::size_t>(any(0, 3))];
        const auto free = listed(remembering, service, world::now());
        REQUIRE_FALSE(free.empty());
        if (any(0, 3) > 0 || booked.empty()) {
            const auto& time = free[static_cast<std::size_t>(any(0, static_cast<int>(free.size()) - 1))];
            REQUIRE(checked(world, service, time.starts_at) == time);
            booked.push_back(world.book(service, time.starts_at, time.person, world::jon,
                                        domain::BookingStatus::confirmed, time.room));
        } else {
            world.write([&](BusinessWriter& business) -> Result<int> {
                const auto stored = TRY(find_booking(business, booked.back()));
                TRY(free_booking(business, *stored, domain::BookingStatus::cancelled));
                TRY(record_change(business, world::zone(), stored->id, stored->claimed()));
                return 0;
            });
            booked.pop_back();
        }
        auto fresh = world.open_reader();
        for (const auto& each : services)
            REQUIRE(listed(remembering, each, world::now()) == listed(fresh, each, world::now()));
    }
}

TEST_CASE("every listed time passes the check of the writer, with one person and with any") {
    StoredWorld world;
    for (const char* start : {"2026-10-22 09:30", "2026-10-22 14:00", "2026-10-26 09:00"})
        world.book(world::piano_lesson(), world::at(start), world::ana, world::mara);
    auto reader = world.open_reader();
    int index = 0;
    for (const auto& time : listed(reader, world::piano_lesson(), world::now()))
        if (index++ % 7 == 0) CHECK(checked(world, world::piano_lesson(), time.starts_at) == time);
    for (const auto& time : listed(reader, world::piano_lesson(), world::now(), world::ana))
        if (index++ % 7 == 0) CHECK(checked(world, world::piano_lesson(), time.starts_at, world::ana) == time);
    CHECK(checked(world, world::piano_lesson(), world::at("2026-10-22 09:30"), world::ana).error() ==
          scheduling::Refusal::person_busy);
}

TEST_CASE("a held time is not listed, and is again once the hold has expired, without anybody's doing") {
    StoredWorld world;
    auto reader = world.open_reader();
    const Instant start = world::at("2026-10-27 09:00");
    const auto is_listed = [&](Instant now) {
        const auto times = listed(reader, world::voice_coaching(), now);
        return std::ranges::find(times, start, &scheduling::FreeTime::starts_at) != times.end();
    };
    CHECK(is_listed(world::now()));
    world.write([&](BusinessWriter& business) -> Result<int> {
        auto hold = booking(BookingId{1}, world::voice_coaching(), start, world::clara, world::mara);
        hold.client.reset();
        hold.status = domain::BookingStatus::held;
        hold.expires_at = world::now() + minutes{10};
        TRY(insert_booking(business, hold, world::now()));
        TRY(record_change(business, world::zone(), hold.id, hold.claimed()));
        return 0;
    });
    CHECK_FALSE(is_listed(world::now()));
    CHECK_FALSE(is_listed(world::now() + minutes{10} - seconds{1}));
    CHECK(is_listed(world::now() + minutes{10}));
    world.write([](BusinessWriter& business) { return sweep(business, world::now() + minutes{10}); });
    CHECK(is_listed(world::now()));
}

TEST_CASE("a visit over midnight comes as one, and its end is read again when it changes") {
    StoredWorld world;
    auto reader = world.open_reader();
    const auto busy = [&] {
        return must(reader.read(harbour, [](const BusinessReader& business) -> Result<std::vector<TimeRange>> {
            const auto catalog = TRY(business.catalog());
            return TRY(read_snapshot(business, *catalog, first, last, world::now())).people.front().busy;
        }));
    };
    CHECK(busy().empty());
    const Instant start = world::at("2026-10-24 23:40");
    const auto id = world.book(world::piano_lesson(), start, world::ana, world::mara);
    CHECK(busy() == std::vector{
                        TimeRange{start, start + minutes{45}}
    });
    world.write([&](BusinessWriter& business) -> Result<int> {
        const auto stored = TRY(find_booking(business, id));
        TRY(free_booking(business, *stored, domain::BookingStatus::cancelled));
        TRY(record_change(business, world::zone(), id, stored->claimed()));
        return 0;
    });
    CHECK(busy().empty());
}

}  // namespace loggia::storage
