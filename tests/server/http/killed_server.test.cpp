#include "core/api/json.h"
#include "core/base/civil.h"
#include "server/http/program.h"
#include "server/http/raw_client.h"
#include "support/temporary_database.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <chrono>
#include <set>

using namespace loggia;
using testing::fresh_key_line;
using testing::get_request;
using testing::post_request;
using testing::Program;
using testing::RawClient;

namespace {

constexpr int rounds = 5;

template <class Message>
Message asked(RawClient& client, const std::string& request) {
    const auto response = client.exchange(request);
    INFO(response.body);
    auto message = api::decode<Message>(response.body);
    REQUIRE(message);
    return *std::move(message);
}

std::string sign_in(RawClient& client) {
    const auto response = client.exchange(
        post_request("/api/sessions", R"({"email":"mara@example.org","password":"harbour-demo-2026"})", ""));
    REQUIRE(response.status == 200);
    const std::string cookie = response.header("set-cookie");
    return "Cookie: " + cookie.substr(0, cookie.find(';')) + "\r\n";
}

BookingId book_some_time(RawClient& client, const std::string& cookie) {
    const auto services = asked<api::ServiceList>(client, get_request("/api/services"));
    const std::string service = std::to_string(services.services.front().id.value);
    const auto today = std::chrono::floor<days>(std::chrono::system_clock::now());
    const auto times = asked<api::FreeTimesView>(client, get_request("/api/free-times?service_id=" + service +
                                                                     "&from=" + to_text(Date{today + days{2}}) +
                                                                     "&to=" + to_text(Date{today + days{30}})));
    REQUIRE_FALSE(times.times.empty());
    const auto& time = times.times.front();
    const auto hold = asked<api::HoldView>(
        client,
        post_request("/api/holds",
                     api::encode(api::HoldRequest{services.services.front().id, time.person_id, time.starts_at}),
                     fresh_key_line()));
    return asked<api::BookingView>(client, post_request("/api/bookings",
                                                        api::encode(api::BookingRequest{hold.id, hold.secret, {}}),
                                                        fresh_key_line() + cookie))
        .id;
}

}  // namespace

TEST_CASE("A booking that was answered survives kill -9 right after the answer") {
    const testing::TemporaryDatabase database;
    REQUIRE(testing::run({"init", "--database", database.address(), "--demo", "studio"}).exit_code == 0);
    std::set<BookingId> answered;
    for (int round = 0; round < rounds; ++round) {
        Program server({"serve", "--database", database.address(), "--port", "0", "--log", "nothing"});
        RawClient client(server.listening_port());
        const std::string cookie = sign_in(client);
        const auto mine = asked<api::BookingList>(client, get_request("/api/my/bookings", cookie));
        for (const BookingId id : answered)
            CHECK(std::ranges::find(mine.bookings, id, &api::BookingView::id) != mine.bookings.end());
        answered.insert(book_some_time(client, cookie));
        CHECK(server.stop(SIGKILL) == -SIGKILL);
    }
    CHECK(answered.size() == rounds);
}
