#include "server/endpoints/asking.h"

#include "server/storage/digest.h"

#include <catch2/catch_test_macros.hpp>

namespace loggia::endpoints {

namespace {

const Instant tuesday = world::at("2026-10-27 10:00");

api::HoldRequest piano_at(Instant start, std::optional<PersonId> person = {}) {
    return {world::piano_lesson().id, person, start};
}

}  // namespace

TEST_CASE("a visitor holds a time, and nobody else can") {
    World world;
    const auto hold = must(world.ask(create_hold, world::visitor(), piano_at(tuesday, world::ana)));
    CHECK(hold.secret.size() == 32);
    CHECK(hold.person_id == world::ana);
    CHECK(hold.room_name == "Room 1");
    CHECK(hold.starts_at == tuesday);
    CHECK(hold.ends_at == tuesday + minutes{45});
    CHECK(hold.expires_at == world.now + minutes{10});
    CHECK(hold.id.value > 0);

    const auto again = world.ask(create_hold, world::actor(world::jon), piano_at(tuesday, world::ana));
    CHECK(code_of(again) == ErrorCode::conflict);
    CHECK(again.error().message.find("taken a moment ago") != std::string::npos);
    const auto other = must(world.ask(create_hold, world::visitor(), piano_at(tuesday)));
    CHECK(other.person_id == world::clara);
    CHECK(other.room_name == "Room 2");
    CHECK(world.count("claim") == 4 * 9);
}

TEST_CASE("the secret of a hold is not in the database") {
    World world;
    const auto hold = must(world.ask(create_hold, world::visitor(), piano_at(tuesday)));
    auto query =
        must(world.store().connection().query("SELECT secret_hash FROM booking WHERE business_id = ?1", harbour));
    must(query.next());
    CHECK(query.text(0) != hold.secret);
    CHECK(query.text(0) == storage::hash_of_secret(hold.secret));
}

TEST_CASE("what is not listed cannot be held, and the answer says why") {
    World world;
    const auto refused = [&](api::HoldRequest request) {
        return world.ask(create_hold, world::visitor(), request).error();
    };
    CHECK(refused(piano_at(world.now + minutes{30})).code == ErrorCode::conflict);
    CHECK(refused(piano_at(world::at("2026-10-27 12:00"))).code == ErrorCode::conflict);
    CHECK(refused(piano_at(world::at("2027-10-26 10:00"))).code == ErrorCode::invalid_input);
    CHECK(refused(piano_at(tuesday + minutes{5})).code == ErrorCode::invalid_input);
    CHECK(refused(piano_at(tuesday, world::ben)).field == "person_id");
    CHECK(refused({ServiceId{1}, {}, tuesday}).code == ErrorCode::not_found);
    CHECK(refused(piano_at(tuesday, PersonId{4711})).code == ErrorCode::not_found);
    CHECK(refused(piano_at(tuesday, world::mara)).code == ErrorCode::not_found);
    for (const auto start : {world.now + minutes{30}, tuesday + minutes{5}})
        CHECK_FALSE(refused(piano_at(start)).message.empty());
    CHECK(world.count("claim") == 0);
}

TEST_CASE("a hold that expired gives its time to the next one who asks") {
    World world;
    must(world.ask(create_hold, world::visitor(), piano_at(tuesday, world::ana)));
    world.now += minutes{10} - seconds{1};
    CHECK_FALSE(world.ask(create_hold, world::visitor(), piano_at(tuesday, world::ana)));
    world.now += seconds{1};
    CHECK(world.ask(create_hold, world::visitor(), piano_at(tuesday, world::ana)));
    CHECK(world.count("claim") == 2 * 9);
}

TEST_CASE("who has the secret releases the hold, once or more often") {
    World world;
    const auto hold = must(world.ask(create_hold, world::visitor(), piano_at(tuesday, world::ana)));
    CHECK(code_of(world.ask(release_hold, world::visitor(), {hold.id, std::string(32, 'x')})) ==
          ErrorCode::not_found);
    CHECK(code_of(world.ask(release_hold, world::visitor(), {hold.id, ""})) == ErrorCode::not_found);
    CHECK(code_of(world.ask(release_hold, world::visitor(), {BookingId{5}, hold.secret})) == ErrorCode::not_found);
    CHECK(world.count("claim") == 18);
    CHECK(world.ask(release_hold, world::visitor(), {hold.id, hold.secret}));
    CHECK(world.count("claim") == 0);
    CHECK(world.ask(release_hold, world::visitor(), {hold.id, hold.secret}));
    CHECK(world.ask(create_hold, world::visitor(), piano_at(tuesday, world::ana)));
}

TEST_CASE("a booking is not released with the secret of its hold") {
    World world;
    const auto hold = must(world.ask(create_hold, world::visitor(), piano_at(tuesday, world::ana)));
    must(world.ask(create_booking, world::actor(world::mara), {hold.id, hold.secret, {}}));
    CHECK(code_of(world.ask(release_hold, world::visitor(), {hold.id, hold.secret})) == ErrorCode::conflict);
    CHECK(world.count("claim") == 18);
}

TEST_CASE("every listed time can be held") {
    World world;
    world.book(world::piano_lesson(), tuesday, world::ana, world::mara);
    const Date day = world::zone().date_at(tuesday);
    const auto listed = must(world.ask(list_free_times, world::visitor(), {world::piano_lesson().id, {}, day, day}));
    REQUIRE(listed.times.size() > 10);
    for (const auto& time : listed.times) {
        const auto hold = must(world.ask(create_hold, world::visitor(), piano_at(time.starts_at)));
        CHECK(hold.person_id == time.person_id);
        CHECK(hold.room_name == time.room_name);
        must(world.ask(release_hold, world::visitor(), {hold.id, hold.secret}));
    }
}

}  // namespace loggia::endpoints
