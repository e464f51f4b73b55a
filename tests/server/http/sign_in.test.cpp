#include "server/http/served_demo.h"
#include "server/storage/digest.h"
#include "server/storage/sessions.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <limits>
#include <thread>
#include <vector>

using namespace loggia;
using testing::body_of;
using testing::ServedDemo;
using testing::sign_in_body;

namespace {

const std::string right_body = sign_in_body("mara@example.org", storage::demo_password);
const std::string wrong_body = sign_in_body("mara@example.org", "not her password");
const std::string nobody_body = sign_in_body("nobody@example.org", "not her password");

bool is_signed_in(const ServedDemo& demo, const std::string& cookie) {
    return body_of<api::SessionView>(demo.get("/api/session", cookie)).person.has_value();
}

}  // namespace

TEST_CASE("Signing in gives a cookie that is hers, hidden from scripts and kept from other sites") {
    ServedDemo demo;
    const auto response = demo.post("/api/sessions", right_body);
    REQUIRE(response.status == 200);
    CHECK(body_of<api::SessionView>(response).person->name == "Mara Kovač");
    const std::string cookie = response.header("set-cookie");
    CHECK(cookie.starts_with("loggia="));
    CHECK(cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict; Max-Age=2592000"));
    CHECK(response.header("cache-control") == "no-store");
    CHECK(is_signed_in(demo, testing::cookie_line(response)));
    CHECK_FALSE(is_signed_in(demo, {}));
    CHECK_FALSE(is_signed_in(demo, "Cookie: loggia=" + std::string(43, 'a') + "\r\n"));
}

TEST_CASE("Staff are signed out after their shift") {
    ServedDemo demo;
    const auto response = demo.post("/api/sessions", sign_in_body("petra@harbour.example", storage::demo_password));
    CHECK(response.header("set-cookie").ends_with("; Max-Age=43200"));
}

TEST_CASE("Under a public name the cookie is bound to the host and needs TLS") {
    auto options = testing::options_without_brakes();
    options.http.guard.hosts = {"book.example"};
    ServedDemo demo(options);
    testing::RawClient client(demo.port());
    const auto response =
        client.exchange("POST /api/sessions HTTP/1.1\r\nHost: book.example\r\nOrigin: https://book.example\r\n"
                        "Content-Type: application/json\r\nContent-Length: " +
                        std::to_string(right_body.size()) + "\r\n\r\n" + right_body);
    CHECK(response.status == 200);
    const std::string cookie = response.header("set-cookie");
    CHECK(cookie.starts_with("__Host-loggia="));
    CHECK(cookie.ends_with("; Secure"));
    const auto ask = [&](const std::string& host) {
        return client.exchange("GET /api/session HTTP/1.1\r\nHost: " + host + "\r\n" +
                               testing::cookie_line(response) + "\r\n");
    };
    CHECK(body_of<api::SessionView>(ask("book.example")).person);
    CHECK_FALSE(body_of<api::SessionView>(ask("localhost")).person);
}

TEST_CASE("The database holds no token that signs anybody in") {
    ServedDemo demo;
    const std::string line = demo.sign_in("mara@example.org");
    const std::string token = line.substr(15, 43);
    auto store = storage::Store::open(demo.database(), storage::Access::read_only);
    REQUIRE(store);
    const auto business = store->businesses()->front().id;
    const auto session_of = [&](const std::string& text) {
        const Instant now = std::chrono::floor<seconds>(std::chrono::system_clock::now());
        return *store->read(business,
                            [&](const storage::BusinessReader& reader) -> Result<std::optional<storage::Session>> {
                                return storage::find_session(reader, {text}, now);
                            });
    };
    CHECK(session_of(storage::hash_of_secret(token)));
    CHECK_FALSE(session_of(token));
}

TEST_CASE("Each sign-in has a token of its own, and ends the session it replaces") {
    ServedDemo demo;
    const std::string first = demo.sign_in("mara@example.org");
    const std::string elsewhere = demo.sign_in("mara@example.org");
    CHECK(first != elsewhere);
    const std::string second = testing::cookie_line(demo.post("/api/sessions", right_body, first));
    CHECK(second != first);
    CHECK(is_signed_in(demo, second));
    CHECK(is_signed_in(demo, elsewhere));
    CHECK_FALSE(is_signed_in(demo, first));
}

TEST_CASE("Signing out ends the session on the server and in the browser") {
    ServedDemo demo;
    const std::string cookie = demo.sign_in("mara@example.org");
    const auto response = demo.post("/api/sessions/end", "{}", cookie);
    CHECK(response.status == 200);
    CHECK_FALSE(body_of<api::SessionView>(response).person);
    CHECK(response.header("set-cookie") == "loggia=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
    CHECK(response.header("clear-site-data") == "\"cookies\"");
    CHECK_FALSE(is_signed_in(demo, cookie));
    CHECK(demo.post("/api/sessions/end", "{}", cookie).status == 200);
}

TEST_CASE("A wrong password and an unknown e-mail get the same answer after the same time") {
    ServedDemo demo;
    // Of the processor, which other programs do not take part in.
    const auto fastest = [&](const std::string& body) {
        auto best = std::numeric_limits<std::clock_t>::max();
        for (int round = 0; round < 4; ++round) {
            const std::clock_t start = std::clock();
            CHECK(demo.post("/api/sessions", body).status == 401);
            best = std::min(best, std::clock() - start);
        }
        return best;
    };
    CHECK(demo.post("/api/sessions", wrong_body).body == demo.post("/api/sessions", nobody_body).body);
    const auto somebody = fastest(wrong_body);
    const auto nobody = fastest(nobody_body);
    CHECK(nobody > somebody / 2);
    CHECK(nobody < somebody * 2);
}

TEST_CASE("Too many sign-ins of an address, or failures of an account, have to wait") {
    auto options = testing::options_without_brakes();
    options.limits.sign_ins_per_minute = 8;
    options.limits.failures_per_account = 3;
    ServedDemo demo(options);
    for (int count = 0; count < 3; ++count) CHECK(demo.post("/api/sessions", wrong_body).status == 401);
    // Even with the right password, which a guesser may have just found.
    const auto account = demo.post("/api/sessions", right_body);
    CHECK(account.status == 429);
    CHECK(account.header("retry-after") == "60");
    for (int count = 0; count < 4; ++count) CHECK(demo.post("/api/sessions", nobody_body).status != 200);
    const auto address = demo.post("/api/sessions", sign_in_body("nina@example.org", storage::demo_password));
    CHECK(address.status == 429);
    CHECK_FALSE(address.header("retry-after").empty());
}

TEST_CASE("A flood of sign-ins is refused instead of queued, and the portal stays quick") {
    ServedDemo demo;
    std::vector<std::jthread> flood;
    std::atomic<int> refused = 0;
    std::atomic<int> answered = 0;
    for (int count = 0; count < 40; ++count)
        flood.emplace_back([&] {
            const auto response = demo.post("/api/sessions", nobody_body);
            if (response.status == 503 && !response.header("retry-after").empty()) ++refused;
            if (response.status == 401) ++answered;
        });
    CHECK(demo.get("/api/services").status == 200);
    flood.clear();
    CHECK(refused + answered == 40);
    CHECK(answered > 0);
}

TEST_CASE("Who registers is signed in, also when the answer got lost and the request is repeated") {
    ServedDemo demo;
    const std::string body = api::encode(
        api::Registration{"Eva Novak", "eva@example.org", "+386 40 555 666", "seventeen red bicycles", {}});
    const std::string key = testing::fresh_key_line();
    const auto first = demo.post_with_key("/api/clients", body, key);
    INFO(first.body);
    REQUIRE(first.status == 200);
    CHECK(is_signed_in(demo, testing::cookie_line(first)));
    const auto again = demo.post_with_key("/api/clients", body, key);
    CHECK(again.status == 200);
    CHECK(body_of<api::SessionView>(again).person->id == body_of<api::SessionView>(first).person->id);
    CHECK(is_signed_in(demo, testing::cookie_line(again)));
    CHECK(is_signed_in(demo, demo.sign_in("EVA@example.org", "seventeen red bicycles")));
    CHECK(demo.post("/api/clients", body).status == 409);
}
