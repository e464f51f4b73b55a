#include "server/storage/sessions.h"

#include "server/storage/digest.h"
#include "server/storage/stored_world.h"
#include "server/storage/sweep.h"

#include <catch2/catch_test_macros.hpp>

namespace loggia::storage {

namespace {

const Instant start = world::now();

bool is_alive(StoredWorld& world, const TokenHash& token, Instant now) {
    return world.read([&](const BusinessReader& business) -> Result<bool> {
        return TRY(find_session(business, token, now)).has_value();
    });
}

void touch(StoredWorld& world, const TokenHash& token, Instant now) {
    world.write([&](BusinessWriter& business) -> Result<int> {
        TRY(touch_session(business, token, now));
        return 0;
    });
}

TokenHash open(StoredWorld& world, PersonId person, const char* token) {
    return world.write([&](BusinessWriter& business) -> Result<TokenHash> {
        const TokenHash hash{hash_of_secret(token)};
        TRY(open_session(business, person, hash, start));
        return hash;
    });
}

}  // namespace

TEST_CASE("a session knows who asks, until it ends") {
    StoredWorld world;
    const auto token = open(world, world::mara, "a token");
    const auto session = world.read([&](const BusinessReader& business) -> Result<std::optional<Session>> {
        return find_session(business, token, start);
    });
    REQUIRE(session);
    CHECK(session->person == world::mara);
    CHECK(session->actor.dependents == std::vector{world::luka});
    CHECK_FALSE(is_alive(world, {hash_of_secret("another token")}, start));
    CHECK_FALSE(is_alive(world, {"a token"}, start));
    world.write([&](BusinessWriter& business) -> Result<int> {
        TRY(end_session(business, token));
        return 0;
    });
    CHECK_FALSE(is_alive(world, token, start));
}

TEST_CASE("an idle session ends: staff after half an hour, clients after two weeks") {
    StoredWorld world;
    const auto staff = open(world, world::mia, "staff");
    const auto client = open(world, world::mara, "client");
    CHECK(is_alive(world, staff, start + minutes{30} - seconds{1}));
    CHECK_FALSE(is_alive(world, staff, start + minutes{30}));
    CHECK(is_alive(world, client, start + days{14} - seconds{1}));
    CHECK_FALSE(is_alive(world, client, start + days{14}));
}

TEST_CASE("a session in use ends too: staff after twelve hours, clients after thirty days") {
    StoredWorld world;
    const auto staff = open(world, world::mia, "staff");
    const auto client = open(world, world::mara, "client");
    touch(world, staff, start + hours{12} - minutes{1});
    touch(world, client, start + days{30} - minutes{1});
    CHECK(is_alive(world, staff, start + hours{12} - seconds{1}));
    CHECK_FALSE(is_alive(world, staff, start + hours{12}));
    CHECK(is_alive(world, client, start + days{30} - seconds{1}));
    CHECK_FALSE(is_alive(world, client, start + days{30}));
}

TEST_CASE("being seen is stored at most once a minute, and never backwards") {
    StoredWorld world;
    const auto token = open(world, world::mia, "staff");
    touch(world, token, start - minutes{5});
    const auto session = world.read([&](const BusinessReader& business) {
        return Result<std::optional<Session>>{find_session(business, token, start)};
    });
    REQUIRE(session);
    CHECK(session->last_seen_at == start);
    CHECK_FALSE(session->wants_touch(start + seconds{59}));
    CHECK(session->wants_touch(start + seconds{60}));
}

TEST_CASE("all sessions of one person end together") {
    StoredWorld world;
    const auto one = open(world, world::mara, "one");
    const auto two = open(world, world::mara, "two");
    const auto other = open(world, world::jon, "other");
    world.write([&](BusinessWriter& business) -> Result<int> {
        TRY(end_all_sessions(business, world::mara));
        return 0;
    });
    CHECK_FALSE(is_alive(world, one, start));
    CHECK_FALSE(is_alive(world, two, start));
    CHECK(is_alive(world, other, start));
}

TEST_CASE("the sweep lets go of what has ended") {
    StoredWorld world;
    open(world, world::mia, "staff");
    open(world, world::mara, "client");
    world.write([](BusinessWriter& business) { return sweep(business, start + days{1}); });
    CHECK(world.count("session") == 1);
}

TEST_CASE("a secret's hash is BLAKE2b and its comparison exact") {
    CHECK(hash_of_secret("") == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    CHECK(equal_secrets("abc", "abc"));
    CHECK_FALSE(equal_secrets("abc", "abd"));
    CHECK_FALSE(equal_secrets("abc", "ab"));
    CHECK(equal_secrets("", ""));
    CHECK(url_text(std::array<std::byte, 24>{}) == std::string(32, 'A'));
}

}  // namespace loggia::storage
