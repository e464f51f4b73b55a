#include "portal/net/client.h"

#include "core/api/json.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace loggia;
using namespace loggia::portal;

namespace {

struct Wire {
    Client client{
        std::array<std::uint8_t, 32>{1, 2, 3}
    };

    std::vector<ui::HttpRequest> take() {
        ui::Host host;
        client.take_into(host);
        return host.requests;
    }
};

const api::HoldRequest wish{ServiceId{201}, {}, instant_of(1'792'000'000)};

}  // namespace

TEST_CASE("a call is the row of the endpoint table on the wire") {
    Wire wire;
    wire.client.call<"create_hold">(wish, [](auto) {});
    wire.client.call<"list_services">({}, [](auto) {});
    const auto requests = wire.take();
    REQUIRE(requests.size() == 2);
    CHECK(requests[0].method == "POST");
    CHECK(requests[0].path == "/api/holds");
    CHECK(requests[0].body == R"({"service_id":"201","starts_at":1792000000})");
    CHECK(requests[0].idempotency_key.size() == 32);
    CHECK(requests[1].method == "GET");
    CHECK(requests[1].path == "/api/services");
    CHECK(requests[1].idempotency_key.empty());
}

TEST_CASE("no two changes share a key") {
    Wire wire;
    std::set<std::string> keys;
    for (int i = 0; i < 500; ++i) keys.insert(wire.client.new_key());
    CHECK(keys.size() == 500);
}

TEST_CASE("a request the network lost is sent again, later and with the same key, and gives up in the end") {
    Wire wire;
    Result<api::HoldView> answer = api::HoldView{};
    wire.client.call<"create_hold">(wish, [&](auto reply) { answer = std::move(reply); });
    auto requests = wire.take();
    const auto key = requests[0].idempotency_key;
    ui::Milliseconds now = 1000;
    for (int attempt = 2; attempt <= 4; ++attempt) {
        wire.client.receive({requests[0].id, 0, {}, 0});
        const auto due = wire.client.tick(now);
        REQUIRE(due);
        CHECK(*due > now);
        CHECK(wire.take().empty());
        now = *due;
        CHECK_FALSE(wire.client.tick(now));
        requests = wire.take();
        REQUIRE(requests.size() == 1);
        CHECK(requests[0].idempotency_key == key);
        CHECK(answer.has_value());
    }
    wire.client.receive({requests[0].id, 0, {}, 0});
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code == ErrorCode::unavailable);
}

TEST_CASE("a busy server is asked again when it said to, but not when that is long") {
    Wire wire;
    int answers = 0;
    const auto count = [&](auto) { ++answers; };
    wire.client.call<"create_hold">(wish, count);
    wire.client.call<"create_hold">(wish, count);
    const auto requests = wire.take();
    wire.client.receive({requests[0].id, 503, {}, 2});
    wire.client.receive({requests[1].id, 503, {}, 600});
    CHECK(answers == 1);
    CHECK(wire.client.tick(1000) == 3000);
}

TEST_CASE("what the server refuses is not asked again") {
    Wire wire;
    Result<api::HoldView> answer = api::HoldView{};
    wire.client.call<"create_hold">(wish, [&](auto reply) { answer = std::move(reply); });
    const auto body = api::encode(api::ErrorView{"conflict", "Somebody was faster.", "starts_at"});
    wire.client.receive({wire.take()[0].id, 409, body, 0});
    REQUIRE_FALSE(answer);
    CHECK(answer.error() == Error{ErrorCode::conflict, "Somebody was faster.", "starts_at", 0});
    CHECK_FALSE(wire.client.tick(1'000'000));
    CHECK(wire.take().empty());
}

TEST_CASE("an answer that is not what was promised is trouble of the server's") {
    for (const std::string_view body : {"<html>", "{}", R"({"services":[{}]})"}) {
        Wire wire;
        Result<api::ServiceList> answer = api::ServiceList{};
        wire.client.call<"list_services">({}, [&](auto reply) { answer = std::move(reply); });
        wire.client.receive({wire.take()[0].id, 200, std::string(body), 0});
        REQUIRE_FALSE(answer);
        CHECK(answer.error().code == ErrorCode::internal);
    }
}

TEST_CASE("a status without a body that can be read still says what kind of failure it is") {
    Wire wire;
    Result<api::ServiceList> answer = api::ServiceList{};
    wire.client.call<"list_services">({}, [&](auto reply) { answer = std::move(reply); });
    wire.client.receive({wire.take()[0].id, 404, "gone", 0});
    CHECK(answer.error().code == ErrorCode::not_found);
    CHECK_FALSE(answer.error().message.empty());
}

TEST_CASE("a refusal for want of a session says that it ended, that of a sign-in does not") {
    Wire wire;
    int ends = 0;
    wire.client.on_signed_out([&] { ++ends; });
    wire.client.call<"sign_in">({"a@b.c", "wrong"}, [](auto) {});
    wire.client.call<"list_my_bookings">({}, [](auto) {});
    const auto requests = wire.take();
    const auto body = api::encode(api::ErrorView{"unauthenticated", "Sign in first.", ""});
    wire.client.receive({requests[0].id, 401, body, 0});
    CHECK(ends == 0);
    wire.client.receive({requests[1].id, 401, body, 0});
    CHECK(ends == 1);
}

TEST_CASE("nobody hears the answer to a call that was taken back") {
    Wire wire;
    int answers = 0;
    const auto early = wire.client.call<"list_services">({}, [&](auto) { ++answers; });
    wire.client.cancel(early);
    CHECK(wire.take().empty());
    const auto late = wire.client.call<"list_services">({}, [&](auto) { ++answers; });
    const auto id = wire.take()[0].id;
    wire.client.cancel(late);
    ui::Host host;
    wire.client.take_into(host);
    CHECK(host.cancelled == std::vector{id});
    wire.client.receive({id, 200, R"({"services":[]})", 0});
    CHECK(answers == 0);
}

TEST_CASE("coming back online sends what waits at once") {
    Wire wire;
    wire.client.call<"list_services">({}, [](auto) {});
    wire.client.receive({wire.take()[0].id, 0, {}, 0});
    CHECK(wire.client.tick(1000));
    wire.client.set_online(true);
    CHECK_FALSE(wire.client.tick(1001));
    CHECK(wire.take().size() == 1);
}
