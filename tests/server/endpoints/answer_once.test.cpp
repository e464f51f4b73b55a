#include "server/endpoints/answer_once.h"

#include "server/endpoints/asking.h"

#include <catch2/catch_test_macros.hpp>

namespace loggia::endpoints {

namespace {

const Instant tuesday = world::at("2026-10-27 10:00");

Result<storage::Answer> hold_once(World& world, const std::string& key_text, Instant start) {
    const auto key =
        must(storage::IdempotencyKey::make({}, key_text, "create_hold", std::to_string(unix_seconds(start))));
    const Call<api::HoldRequest> call{
        {world::piano_lesson().id, world::ana, start},
        world::visitor(), world.now, world.random, {}
    };
    return world.store().write(harbour, [&](BusinessWriter& business) {
        return answer_once(business, key, world.now, [&](BusinessWriter& same) { return create_hold(call, same); });
    });
}

}  // namespace

TEST_CASE("a repeated request is done once and answered alike, to the letter") {
    World world;
    const auto first = must(hold_once(world, "a-key-of-16-chars", tuesday));
    const auto second = must(hold_once(world, "a-key-of-16-chars", tuesday));
    CHECK(first == second);
    CHECK(first.status == 200);
    CHECK(api::decode<api::HoldView>(first.json)->secret.size() == 32);
    CHECK(world.count("booking") == 1);
    CHECK(world.count("change") == 1);
    CHECK(code_of(hold_once(world, "another-key-of-16-chars", tuesday)) == ErrorCode::conflict);
    CHECK(code_of(hold_once(world, "a-key-of-16-chars", tuesday + hours{1})) == ErrorCode::invalid_input);
}

TEST_CASE("a refusal is not kept: the same request may succeed later") {
    World world;
    const auto other = must(hold_once(world, "a-key-of-16-chars", tuesday));
    CHECK_FALSE(hold_once(world, "another-key-of-16-chars", tuesday));
    world.now += minutes{11};
    CHECK(hold_once(world, "another-key-of-16-chars", tuesday));
    CHECK(must(hold_once(world, "a-key-of-16-chars", tuesday)) == other);
}

}  // namespace loggia::endpoints
