#include "server/storage/stored_world.h"

#include "server/storage/sessions.h"
#include "server/storage/snapshot.h"

#include <catch2/catch_test_macros.hpp>

namespace loggia::storage {

TEST_CASE("the catalog holds what was set up, in its order") {
    StoredWorld world;
    const auto catalog =
        world.read([](const BusinessReader& business) -> Result<Catalog> { return *TRY(business.catalog()); });
    CHECK(catalog.business.name == "Harbour Music School");
    CHECK(catalog.business.rules == domain::BookingRules{});
    CHECK(catalog.zone->name() == "Europe/Ljubljana");
    REQUIRE(catalog.services.size() == 4);
    const auto* voice = catalog.find_service(world::voice_coaching().id);
    REQUIRE(voice);
    CHECK(voice->buffer_after == minutes{15});
    CHECK(voice->price == Money{5500, "EUR"});
    CHECK(voice->rooms == std::vector{world::hall});
    CHECK(catalog.services.front().performers == std::vector{world::ana, world::clara});
    CHECK_FALSE(catalog.find_service(world::trial_lesson().id)->needs_room);
    REQUIRE(catalog.staff.size() == 3);
    CHECK(catalog.staff.front().person.email.empty());
    CHECK(catalog.staff.front().hours.size() == world::school_hours().size());
    CHECK(catalog.find_staff(world::mara) == nullptr);
    CHECK(catalog.room_name(world::hall) == "Hall");
    CHECK(catalog.room_name({}).empty());
}

TEST_CASE("a changed catalog is read again, an undone change leaves the old one") {
    StoredWorld world;
    const auto services = [&] {
        return world.read([](const BusinessReader& business) -> Result<std::size_t> {
            return TRY(business.catalog())->services.size();
        });
    };
    auto service = world::piano_lesson();
    service.id = ServiceId{299};
    const auto undone = world.try_write([&](BusinessWriter& business) -> Result<int> {
        TRY(add_service(business, service, 9));
        CHECK(TRY(business.catalog())->services.size() == 5);
        return fail(ErrorCode::conflict, "no");
    });
    CHECK_FALSE(undone);
    CHECK(services() == 4);
    world.write([&](BusinessWriter& business) -> Result<int> {
        TRY(add_service(business, service, 9));
        return 0;
    });
    CHECK(services() == 5);
}

TEST_CASE("people: credentials, roles and dependents") {
    StoredWorld world;
    world.read([](const BusinessReader& business) -> Result<int> {
        const auto credentials = TRY(find_credentials(business, " Mara@Example.ORG "));
        REQUIRE(credentials);
        CHECK(credentials->person == world::mara);
        CHECK(credentials->password.text == "argon2 of mara@example.org");
        CHECK_FALSE(TRY(find_credentials(business, "")));
        CHECK_FALSE(TRY(find_credentials(business, "nobody@example.org")));
        const auto actor = TRY(actor_of(business, world::mara));
        CHECK(actor.roles == policy::RoleSet{policy::Role::client});
        CHECK(actor.dependents == std::vector{world::luka});
        CHECK(TRY(roles_of(business, world::ben)).has(policy::Role::limited_staff));
        CHECK(TRY(find_person(business, world::luka))->account_manager == world::mara);
        CHECK_FALSE(TRY(find_person(business, PersonId{4711})));
        return 0;
    });
}

TEST_CASE("one e-mail address is one person") {
    StoredWorld world;
    const auto again = world.try_write([](BusinessWriter& business) -> Result<int> {
        domain::Person person{PersonId{500}, "Another Mara", "MARA@example.org", "", {}, {}, {}};
        const auto added = add_person(business, person, {policy::Role::client}, {}, world::now());
        REQUIRE_FALSE(added);
        CHECK(added.error().kind == FailureKind::unique);
        TRY(added);
        return 0;
    });
    CHECK(again.error().code == ErrorCode::conflict);
}

TEST_CASE("two businesses with the same numbers never mix") {
    StoredWorld world;
    const BusinessId other{2};
    must(world.store().write(other,
                             [](BusinessWriter& business) { return fill_with_world(business, "other-school"); }));
    const Instant start = world::at("2026-10-27 10:00");
    const auto id = world.book(world::piano_lesson(), start, world::ana, world::mara);
    const TokenHash token{"token"};
    world.write([&](BusinessWriter& business) -> Result<int> {
        TRY(open_session(business, world::mara, token, world::now()));
        return 0;
    });

    must(world.store().read(other, [&](const BusinessReader& business) -> Result<int> {
        CHECK(TRY(business.seq()) == 0);
        CHECK_FALSE(TRY(find_booking(business, id)));
        CHECK_FALSE(TRY(find_session(business, token, world::now())));
        CHECK(TRY(bookings_of_client(business, world::mara, start - days{9})).empty());
        CHECK(TRY(nearest_service_days(business, world::ana, world::zone(), std::chrono::year{2026} / 10 / 21))
                  .empty());
        const auto catalog = TRY(business.catalog());
        CHECK(catalog->business.slug == "other-school");
        const Date day = world::zone().date_at(start);
        for (const auto& person : TRY(read_snapshot(business, *catalog, day, day, world::now())).people)
            CHECK(person.busy.empty());
        return 0;
    }));
    must(world.store().write(other, [&](BusinessWriter& business) -> Result<int> {
        const auto same = booking(id, world::piano_lesson(), start, world::ana, world::mara);
        TRY(insert_booking(business, same, world::now()));
        return 0;
    }));
    CHECK(must(world.store().businesses()).size() == 2);
    CHECK(world.count("claim") == 18);
}

}  // namespace loggia::storage
