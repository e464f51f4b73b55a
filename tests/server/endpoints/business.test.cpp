#include "core/api/json.h"
#include "server/endpoints/asking.h"
#include "server/storage/demo.h"

#include <catch2/catch_test_macros.hpp>

namespace loggia::endpoints {

TEST_CASE("the business page shows the business, its services and who performs them") {
    World world;
    const auto business = must(world.ask(show_business, world::visitor()));
    CHECK(business.name == "Harbour Music School");
    CHECK(business.zone == "Europe/Ljubljana");
    CHECK(business.location_name == "Old Town");
    CHECK(business.hold_minutes == 10);
    CHECK(business.free_cancellation_minutes == 24 * 60);
    CHECK_FALSE(business.demo);
    CHECK(api::encode(business).find("demo") == std::string::npos);
    const auto services = must(world.ask(list_services, world::visitor())).services;
    REQUIRE(services.size() == 4);
    CHECK(services[0].duration_minutes == 45);
    CHECK(services[0].performers == std::vector{world::ana, world::clara});
    const auto staff = must(world.ask(list_staff, world::visitor())).staff;
    REQUIRE(staff.size() == 3);
    CHECK(staff[0].name == "Ana Novak");
    CHECK(staff[0].color == "#8b5cf6");
}

TEST_CASE("a demo says whom one may come in as, with the roles they have now") {
    for (const auto& demo : storage::demo_businesses()) {
        INFO(demo.name);
        const testing::TemporaryDatabase database;
        auto store = must(storage::Store::open(database.address(), storage::Access::read_write));
        must(storage::load_demo(store, storage::PasswordHash{"argon2"}, world::now(), demo));
        const auto show = [&] {
            return must(store.read(harbour, [](const BusinessReader& business) {
                return show_business({{}, policy::Actor{}, world::now(), repeatable_random(), {}}, business);
            }));
        };
        const auto before = show();
        REQUIRE(before.demo);
        CHECK(before.demo->password == storage::demo_password);
        REQUIRE(before.demo->accounts.size() == demo.accounts.size());
        for (std::size_t i = 0; i < demo.accounts.size(); ++i) {
            CHECK(before.demo->accounts[i].email == demo.accounts[i].email);
            CHECK(before.demo->accounts[i].name == demo.accounts[i].name);
            CHECK(before.demo->accounts[i].role == demo.accounts[i].role);
        }
        const auto last = demo.accounts.size() - 1;
        must(store.write(harbour, [&](BusinessWriter& business) -> Result<int> {
            TRY(business.run("UPDATE person SET email = 'moved@example.org' WHERE business_id = ?1 AND email = ?2",
                             demo.accounts[0].email));
            TRY(business.run("INSERT INTO person_role (business_id, person_id, role) SELECT ?1, id, ?2 FROM person "
                             "WHERE business_id = ?1 AND email = ?3",
                             policy::name_of(demo.accounts[0].role), demo.accounts[last].email));
            return 0;
        }));
        const auto after = show().demo->accounts;
        REQUIRE(after.size() == last);
        CHECK(after.back().email == demo.accounts[last].email);
        CHECK(after.back().role == demo.accounts[0].role);
    }
}

TEST_CASE("free times are asked for a service, a period and perhaps a person") {
    World world;
    const Date day = world::zone().date_at(world::now());
    const auto ask = [&](api::FreeTimesRequest request) {
        return world.ask(list_free_times, world::visitor(), request);
    };
    const ServiceId piano = world::piano_lesson().id;
    const auto month = must(ask({piano, {}, day, plus_days(day, 31)}));
    CHECK(month.times.size() > 400);
    CHECK(month.seq == 0);
    world.book(world::piano_lesson(), world::at("2026-10-27 10:00"), world::ana, world::mara);
    CHECK(must(ask({piano, {}, day, day})).seq == 1);
    CHECK(must(ask({piano, world::ben, day, plus_days(day, 31)})).times.empty());
    CHECK(code_of(ask({ServiceId{1}, {}, day, day})) == ErrorCode::not_found);
    CHECK(code_of(ask({piano, PersonId{1000}, day, day})) == ErrorCode::not_found);
    CHECK(code_of(ask({piano, world::mara, day, day})) == ErrorCode::not_found);
    CHECK(code_of(ask({piano, {}, day, plus_days(day, -1)})) == ErrorCode::invalid_input);
    CHECK(code_of(ask({piano, {}, day, plus_days(day, 63)})) == ErrorCode::invalid_input);
    CHECK(must(ask({piano, {}, std::chrono::year{9000} / 1 / 1, std::chrono::year{9000} / 1 / 2})).times.empty());
    CHECK(must(ask({piano, {}, std::chrono::year{1970} / 1 / 1, std::chrono::year{1970} / 1 / 2})).times.empty());
}

}  // namespace loggia::endpoints
