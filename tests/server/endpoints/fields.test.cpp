#include "core/api/json.h"

#include "server/endpoints/asking.h"

#include <catch2/catch_test_macros.hpp>

namespace loggia::endpoints {

namespace {

const Date today = world::zone().date_at(world::now());

Instant at_ten(int distance) { return world::zone().to_instant(day_of(plus_days(today, distance)) + hours{10}); }

bool has_key(const std::string& json, const std::string& key) {
    return json.find('"' + key + '"') != std::string::npos;
}

/// The JSON of the one booking in the actor's calendar on that day.
std::string json_of(World& world, const policy::Actor& actor, int distance) {
    const Date day = plus_days(today, distance);
    const auto list = must(world.ask(list_calendar, actor, {day, day}));
    REQUIRE(list.bookings.size() == 1);
    return api::encode(list.bookings.front());
}

constexpr const char* contact_keys[]{"client_id", "client_email", "client_phone", "account_manager_name"};

}  // namespace

TEST_CASE("limited staff see of a recent client name, age and whether a dependent, and nothing else") {
    World world;
    world.book(world::violin_lesson(), at_ten(6), world::ben, world::luka);
    const auto json = json_of(world, world::actor(world::ben), 6);
    CHECK(has_key(json, "client_name"));
    CHECK(has_key(json, "client_age"));
    CHECK(has_key(json, "client_is_dependent"));
    for (const char* key : contact_keys) CHECK_FALSE(has_key(json, key));
    CHECK_FALSE(has_key(json, "price"));
    for (const char* secret : {"mara", "Mara", "40 123", "4200"}) CHECK(json.find(secret) == std::string::npos);
}

TEST_CASE("day 15 is in, day 16 is out, on both sides, and a cancelled service does not count") {
    const auto sees_name = [](int distance, domain::BookingStatus nearer) {
        World world;
        world.book(world::violin_lesson(), at_ten(distance), world::ben, world::luka);
        world.book(world::violin_lesson(), at_ten(2), world::ben, world::luka, nearer);
        const auto json = json_of(world, world::actor(world::ben), distance);
        CHECK(has_key(json, "client_age") == has_key(json, "client_name"));
        CHECK(has_key(json, "client_is_dependent") == has_key(json, "client_name"));
        return has_key(json, "client_name");
    };
    using enum domain::BookingStatus;
    CHECK(sees_name(15, cancelled));
    CHECK_FALSE(sees_name(16, cancelled));
    CHECK(sees_name(-15, cancelled));
    CHECK_FALSE(sees_name(-16, cancelled));
    CHECK(sees_name(16, confirmed));
    CHECK(sees_name(-16, confirmed));
    CHECK(sees_name(0, cancelled));
}

TEST_CASE("a colleague's service does not make a client recent") {
    World world;
    world.book(world::violin_lesson(), at_ten(20), world::ben, world::luka);
    world.book(world::piano_lesson(), at_ten(2), world::ana, world::luka);
    CHECK_FALSE(has_key(json_of(world, world::actor(world::ben), 20), "client_name"));
}

TEST_CASE("staff, managers and owners see contact and price; clients their own") {
    World world;
    const auto id = world.book(world::violin_lesson(), at_ten(30), world::ben, world::luka);
    for (const PersonId person : {world::mia, world::petra, world::helena, world::mara}) {
        const auto json = api::encode(must(world.ask(show_booking, world::actor(person), {id})));
        for (const char* key : contact_keys) CHECK(has_key(json, key));
        CHECK(has_key(json, "price"));
        CHECK(json.find("mara@example.org") != std::string::npos);
    }
}

TEST_CASE("limited staff see all of a booking they made for themselves") {
    World world;
    const auto id = world.book(world::piano_lesson(), at_ten(30), world::ana, world::ben);
    const auto json = api::encode(must(world.ask(show_booking, world::actor(world::ben), {id})));
    CHECK(has_key(json, "client_name"));
    CHECK(has_key(json, "price"));
}

TEST_CASE("what a client may not see is absent from every answer, also after changing something") {
    World world;
    const auto id = world.book(world::violin_lesson(), at_ten(6), world::ben, world::luka);
    auto ben = world::actor(world::ben);
    ben.switches.turn_on(policy::Switch::limited_staff_cancellation);
    const auto json = api::encode(must(world.ask(cancel_booking, ben, {id})));
    for (const char* key : contact_keys) CHECK_FALSE(has_key(json, key));
    CHECK_FALSE(has_key(json, "price"));
}

}  // namespace loggia::endpoints
