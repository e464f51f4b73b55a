#include "server/storage/answers.h"

#include "server/storage/stored_world.h"

#include <catch2/catch_test_macros.hpp>

namespace loggia::storage {

namespace {

constexpr const char* key_text = "0f8fad5b-d9cb-469f-a165-70867728950e";

IdempotencyKey key_of(std::optional<PersonId> actor, const char* key, const char* request) {
    return must(IdempotencyKey::make(actor, key, "create_hold", request));
}

const Answer answer{200, R"({"secret":"not to be read in the database"})"};

void keep(StoredWorld& world, const IdempotencyKey& key, Instant now = world::now()) {
    world.write([&](BusinessWriter& business) -> Result<int> {
        TRY(keep_answer(business, key, answer, now));
        return 0;
    });
}

Result<std::optional<Answer>> find(StoredWorld& world, const IdempotencyKey& key) {
    return world.store().read(harbour, [&](const BusinessReader& business) { return find_answer(business, key); });
}

}  // namespace

TEST_CASE("a repeated request gets the answer it got before") {
    StoredWorld world;
    const auto key = key_of(world::mara, key_text, "{}");
    CHECK(find(world, key).value() == std::nullopt);
    keep(world, key);
    CHECK(find(world, key).value() == answer);
}

TEST_CASE("another request under the same key is refused, the same key of somebody else is another one") {
    StoredWorld world;
    keep(world, key_of(world::mara, key_text, "{}"));
    const auto other = find(world, key_of(world::mara, key_text, "{\"a\":1}"));
    REQUIRE_FALSE(other);
    CHECK(other.error().code == ErrorCode::invalid_input);
    CHECK(other.error().field == "Idempotency-Key");
    CHECK(find(world, key_of(world::jon, key_text, "{}")).value() == std::nullopt);
    CHECK(find(world, key_of({}, key_text, "{}")).value() == std::nullopt);
}

TEST_CASE("neither key, request nor answer can be read in the database") {
    StoredWorld world;
    keep(world, key_of({}, key_text, "{\"password\":\"correct horse\"}"));
    auto query = must(world.store().connection().query(
        "SELECT key_hash || ' ' || request_hash || ' ' || sealed_json FROM answer WHERE business_id = ?1", harbour));
    must(query.next());
    for (const char* secret : {key_text, "correct horse", "secret", "not to be read"})
        CHECK(query.text(0).find(secret) == std::string_view::npos);
}

TEST_CASE("a key is long enough and printable") {
    CHECK_FALSE(IdempotencyKey::make({}, "short", "sign_in", ""));
    CHECK_FALSE(IdempotencyKey::make({}, std::string(129, 'a'), "sign_in", ""));
    CHECK_FALSE(IdempotencyKey::make({}, "with a blank in it", "sign_in", ""));
    CHECK(IdempotencyKey::make({}, std::string(16, 'a'), "sign_in", ""));
}

TEST_CASE("what was sealed opens with its key alone") {
    const auto key = key_of({}, key_text, "");
    const auto sealed = key.seal(answer.json);
    CHECK(key.open(sealed) == answer.json);
    CHECK(key.open(key.seal("")) == "");
    CHECK(key_of({}, "another-key-of-somebody", "").open(sealed) == std::nullopt);
    auto touched = sealed;
    touched[touched.size() / 2] = touched[touched.size() / 2] == 'A' ? 'B' : 'A';
    CHECK(key.open(touched) == std::nullopt);
    CHECK(key.open("") == std::nullopt);
    CHECK(key.open("***") == std::nullopt);
}

}  // namespace loggia::storage
