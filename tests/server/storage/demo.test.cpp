#include "server/storage/demo.h"

#include "server/storage/snapshot.h"
#include "server/storage/stored_world.h"

#include "support/world.h"

#include <catch2/catch_test_macros.hpp>

namespace loggia::storage {

namespace {

Store loaded(const testing::TemporaryDatabase& database, Instant now,
             const DemoBusiness& demo = demo_businesses().front()) {
    auto store = must(Store::open(database.address(), Access::read_write));
    must(load_demo(store, PasswordHash{"argon2"}, now, demo));
    return store;
}

std::vector<StoredBooking> all_bookings(Store& store, Instant now) {
    RowScope all;
    all.all = true;
    return must(store.read(harbour, [&](const BusinessReader& business) -> Result<std::vector<StoredBooking>> {
        return bookings_between(business, {now - days{60}, now + days{60}}, all);
    }));
}

void check_hours(Store& store, const StoredBooking& booking) {
    if (booking.status == domain::BookingStatus::cancelled) return;
    must(store.write(harbour, [&](BusinessWriter& business) -> Result<int> {
        const auto catalog = TRY(business.catalog());
        TRY(free_booking(business, booking, domain::BookingStatus::cancelled));
        const auto* service = catalog->find_service(booking.service);
        const Date day = catalog->zone->date_at(booking.visit.from);
        const Instant earlier = booking.visit.from - days{2};
        const scheduling::FreeTimesQuery query{service, booking.staff, day, day, earlier};
        auto snapshot = TRY(read_start_snapshot(business, *catalog, query, booking.visit.from));
        snapshot.rules.start_grid = minutes{5};  // staff place bookings where they like
        const auto free = scheduling::check_start(snapshot, query, booking.visit.from);
        INFO(service->name << " " << booking.client->name << " " << unix_seconds(booking.visit.from) << " "
                           << (free ? "" : std::string{scheduling::explain(free.error())}));
        CHECK(free.has_value());
        return 0;
    }));
}

}  // namespace

TEST_CASE("the demo loads on any day of the year, over every change of clocks, without a conflict", "[sqlite]") {
    for (const DemoBusiness& demo : demo_businesses()) {
        for (int day = 0; day < 366; day += 13) {
            INFO(demo.name << ", day " << day);
            const testing::TemporaryDatabase database;
            const Instant now = world::at("2026-01-01 11:35") + days{day};
            auto store = loaded(database, now, demo);
            const auto bookings = all_bookings(store, now);
            CHECK(bookings.size() > 110);
            for (const auto& booking : bookings) {
                if (booking.status == domain::BookingStatus::cancelled) continue;
                CHECK((booking.visit.to <= now) == (booking.status != domain::BookingStatus::confirmed));
            }
        }
    }
}

TEST_CASE("every booking of the demo lies within the hours of its teacher") {
    const Instant now = world::now();
    for (const DemoBusiness& demo : demo_businesses()) {
        const testing::TemporaryDatabase database;
        auto store = loaded(database, now, demo);
        for (const auto& booking : all_bookings(store, now)) check_hours(store, booking);
    }
}

TEST_CASE("each demo has an account for each role of its model, which can sign in and has that role") {
    for (const DemoBusiness& demo : demo_businesses()) {
        INFO(demo.name);
        const testing::TemporaryDatabase database;
        auto store = loaded(database, world::now(), demo);
        policy::RoleSet seen{policy::Role::visitor};
        must(store.read(harbour, [&](const BusinessReader& business) -> Result<int> {
            CHECK(TRY(business.catalog())->model->name() == demo.name);
            for (const auto& account : demo.accounts) {
                const auto credentials = TRY(find_credentials(business, account.email));
                REQUIRE(credentials);
                CHECK(TRY(find_person(business, credentials->person))->name == account.name);
                const auto actor = TRY(actor_of(business, credentials->person));
                CHECK(actor.model->name() == demo.name);
                CHECK(actor.roles.has(account.role));
                CHECK(actor.roles.has(policy::Role::client));
                seen.add(account.role);
            }
            return 0;
        }));
        CHECK(seen == policy::model_named(demo.name)->roles());
    }
}

TEST_CASE("only a business that a demo was loaded into says that it is one, and has the demo's accounts") {
    const testing::TemporaryDatabase database;
    auto demo = loaded(database, world::now());
    const auto look = [](bool is_demo, std::size_t accounts) {
        return [=](const BusinessReader& business) -> Result<int> {
            CHECK(TRY(business.catalog())->is_demo == is_demo);
            CHECK(TRY(demo_accounts(business)).size() == accounts);
            return 0;
        };
    };
    must(demo.read(harbour, look(true, demo_businesses().front().accounts.size())));
    StoredWorld world;  // its people have addresses of the demo, which is not enough
    world.read(look(false, 0));
}

TEST_CASE("Ben's clients show every case of the window") {
    const testing::TemporaryDatabase database;
    auto store = loaded(database, world::now());
    must(store.read(harbour, [&](const BusinessReader& business) -> Result<int> {
        const auto ben = TRY(find_credentials(business, "ben@harbour.example"))->person;
        const auto ajda = TRY(find_credentials(business, "ajda@example.org"))->person;
        const auto nearest =
            TRY(nearest_service_days(business, ben, world::zone(), world::zone().date_at(world::now())));
        CHECK(nearest.size() >= 4);
        CHECK_FALSE(nearest.contains(ajda));
        return 0;
    }));
}

TEST_CASE("the demo is loaded once, and a malformed one says where it is wrong") {
    const testing::TemporaryDatabase database;
    auto store = loaded(database, world::now());
    CHECK_FALSE(load_demo(store, PasswordHash{"argon2"}, world::now()));

    const testing::TemporaryDatabase other;
    auto empty = must(Store::open(other.address(), Access::read_write));
    for (const char* text : {"", "{", "{}", R"({"business":{"slug":1}})"}) {
        const auto refused = load_demo(empty, text, PasswordHash{"argon2"}, world::now());
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::invalid_input);
    }
    CHECK(must(empty.businesses()).empty());
}

}  // namespace loggia::storage
