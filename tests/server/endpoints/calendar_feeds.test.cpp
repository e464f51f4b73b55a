// What other calendars are told. How it is written: tests/core/calendar.
#include "server/storage/calendar_feeds.h"
#include "server/endpoints/asking.h"
#include "server/endpoints/calendar_events.h"
#include "server/storage/digest.h"

#include <catch2/catch_test_macros.hpp>

namespace loggia::endpoints {

namespace {

const Instant tuesday = world::at("2026-10-27 10:00");

std::string secret_in(const api::CalendarFeedAddress& address) {
    constexpr std::string_view before = "/calendar/", after = ".ics";
    return address.path.substr(before.size(), address.path.size() - before.size() - after.size());
}

std::optional<PersonId> owner_of(World& world, const api::CalendarFeedAddress& address) {
    return must(world.store().read(harbour, [&](const BusinessReader& business) -> Result<std::optional<PersonId>> {
        return TRY(storage::owner_of_calendar_feed(business, storage::hash_of_secret(secret_in(address))));
    }));
}

calendar::Feed feed(World& world, PersonId person) {
    return must(world.store().read(
        harbour, [&](const BusinessReader& business) { return feed_of(business, world::actor(person), world.now); }));
}

}  // namespace

TEST_CASE("an address leads to its owner until it is renewed or ended") {
    World world;
    const auto mara = world::actor(world::mara);
    CHECK_FALSE(must(world.ask(show_calendar_feed, mara)).made_at);
    const auto first = must(world.ask(renew_calendar_feed, mara));
    CHECK(secret_in(first).size() == 32);
    CHECK(owner_of(world, first) == world::mara);
    CHECK(must(world.ask(show_calendar_feed, mara)).made_at == world.now);
    const auto second = must(world.ask(renew_calendar_feed, mara));
    CHECK_FALSE(owner_of(world, first));
    CHECK(owner_of(world, second) == world::mara);
    CHECK_FALSE(must(world.ask(end_calendar_feed, mara)).made_at);
    CHECK_FALSE(owner_of(world, second));
}

TEST_CASE("a client's feed has what they and their family are booked for, and no more of others than is needed") {
    World world;
    world.book(world::piano_lesson(), tuesday, world::ana, world::luka);
    world.book(world::piano_lesson(), tuesday + hours{4}, world::ana, world::mara);
    world.book(world::piano_lesson(), tuesday + hours{5}, world::ana, world::jon);
    const auto events = feed(world, world::mara).events;
    REQUIRE(events.size() == 2);
    CHECK(events[0].summary == "Piano lesson · Luka");
    CHECK(events[1].summary == "Piano lesson");
    CHECK(events[0].time == TimeRange{tuesday, tuesday + minutes{45}});
    const auto text = calendar::to_icalendar(feed(world, world::mara));
    for (const auto* private_word : {"Kovač", "mara@example.org", "123 456", "Jon"})
        CHECK(text.find(private_word) == std::string::npos);
}

TEST_CASE("who works here is told what they serve, by first names") {
    World world;
    world.book(world::piano_lesson(), tuesday, world::ana, world::luka);
    world.book(world::piano_lesson(), tuesday + hours{1}, world::clara, world::jon);
    const auto events = feed(world, world::ana).events;
    REQUIRE(events.size() == 1);
    CHECK(events[0].summary == "Piano lesson · Luka");
    CHECK(feed(world, world::mia).events.empty());
}

TEST_CASE("an event keeps its name when its booking moves, counts its changes, and says when it is off") {
    World world;
    const auto id = world.book(world::piano_lesson(), tuesday, world::ana, world::mara);
    const auto before = feed(world, world::mara).events.front();
    must(world.ask(reschedule_booking, world::actor(world::mia), {id, 1, tuesday + hours{4}, {}, {}}));
    const auto moved = feed(world, world::mara).events.front();
    CHECK(moved.uid == before.uid);
    CHECK(moved.sequence == before.sequence + 1);
    CHECK(moved.time.from == tuesday + hours{4});
    must(world.ask(cancel_booking, world::actor(world::mia), {id, {}, {}}));
    const auto off = feed(world, world::mara).events.front();
    CHECK(off.uid == before.uid);
    CHECK(off.sequence == before.sequence + 2);
    CHECK(off.status == calendar::EventStatus::cancelled);
}

TEST_CASE("one booking is a file for whoever may see it") {
    World world;
    const auto id = world.book(world::piano_lesson(), tuesday, world::ana, world::mara);
    const auto file = [&](const policy::Actor& actor) {
        return world.store().read(
            harbour, [&](const BusinessReader& business) { return event_file(business, actor, id, world.now); });
    };
    CHECK(must(file(world::actor(world::mara))).events.size() == 1);
    CHECK(code_of(file(world::actor(world::jon))) == ErrorCode::not_found);
    CHECK(code_of(file(world::visitor())) == ErrorCode::not_found);
}

}  // namespace loggia::endpoints
