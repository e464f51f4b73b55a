#include "server/http/served_demo.h"
#include "server/storage/bookings.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace loggia;
using testing::body_of;
using testing::ServedDemo;

TEST_CASE("A booking is announced to everybody who listens, with its number and nothing else") {
    ServedDemo demo;
    testing::RawClient listener(demo.port());
    listener.send(testing::get_request("/api/events"));
    listener.receive_until("}\n\n");
    const std::string mara = demo.sign_in("mara@example.org");
    const auto booking = testing::book(demo, mara);
    CHECK(booking.status == domain::BookingStatus::confirmed);
    const std::string seq = std::to_string(demo.seq());
    const std::string events = listener.receive_until("{\"seq\":" + seq + "}\n\n");
    CHECK(events.ends_with("id: " + seq + "\ndata: {\"seq\":" + seq + "}\n\n"));
    CHECK(events.find("Mara") == std::string::npos);
    const auto mine = body_of<api::BookingList>(demo.get("/api/my/bookings", mara));
    CHECK(std::ranges::find(mine.bookings, booking.id, &api::BookingView::id) != mine.bookings.end());
}

TEST_CASE("A listed time can be held once") {
    ServedDemo demo;
    const std::string body = api::encode(testing::free_time(demo));
    CHECK(demo.post("/api/holds", body).status == 200);
    CHECK(demo.post("/api/holds", body).status == 409);
}

TEST_CASE("Holding times is braked for each address") {
    auto options = testing::options_without_brakes();
    options.limits.holds_per_minute = 2;
    ServedDemo demo(options);
    CHECK(demo.post("/api/holds", "{}").status == 400);
    CHECK(demo.post("/api/holds", "{}").status == 400);
    const auto braked = demo.post("/api/holds", "{}");
    CHECK(braked.status == 429);
    CHECK(braked.header("retry-after") == "30");
}

TEST_CASE("Health says that reading and writing work") {
    ServedDemo demo;
    const auto response = demo.get("/healthz");
    CHECK(response.status == 200);
    CHECK(response.body.starts_with(R"({"status":"ok","version":")"));
}

TEST_CASE("A change from another site, or from no page at all, changes nothing") {
    ServedDemo demo;
    const std::string mara = demo.sign_in("mara@example.org");
    const std::string body = api::encode(testing::free_time(demo));
    const std::int64_t seq = demo.seq();
    const std::string rest = "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
                             "\r\n" + testing::fresh_key_line() + mara + "\r\n" + body;
    for (const char* from :
         {"Sec-Fetch-Site: cross-site\r\n", "Sec-Fetch-Site: same-site\r\n", "Sec-Fetch-Site: none\r\n",
          "Origin: https://evil.example\r\n", "Origin: null\r\n", ""}) {
        testing::RawClient client(demo.port());
        CHECK(client.exchange("POST /api/holds HTTP/1.1\r\nHost: localhost\r\n" + std::string(from) + rest).status ==
              403);
    }
    CHECK(demo.seq() == seq);
}

TEST_CASE("The portal is served at its routes; other pages get it with 404") {
    const auto site = std::filesystem::temp_directory_path() / "loggia-portal-site";
    std::filesystem::create_directories(site);
    std::ofstream(site / "index.html") << "<!doctype html>";
    auto options = testing::options_without_brakes();
    options.site = site;
    ServedDemo demo(options);
    for (const char* path : {"/", "/sign-in", "/my", "/staff", "/book/127", "/staff/week/2026-11-23"}) {
        INFO(path);
        const auto response = demo.get(path);
        CHECK(response.status == 200);
        CHECK(response.body == "<!doctype html>");
        CHECK(response.header("cache-control") == "no-cache");
    }
    CHECK(demo.get("/no/such/screen").status == 404);
    CHECK(demo.get("/portal.js").status == 404);
    std::filesystem::remove_all(site);
}

TEST_CASE("Stopping keeps what was answered") {
    ServedDemo demo;
    const auto booking = testing::book(demo, demo.sign_in("mara@example.org"));
    demo.stop();
    auto store = storage::Store::open(demo.database(), storage::Access::read_only);
    REQUIRE(store);
    const auto business = store->businesses()->front().id;
    const auto stored = store->read(business, [&](const storage::BusinessReader& reader) {
        return Result<std::optional<storage::StoredBooking>>(storage::find_booking(reader, booking.id));
    });
    REQUIRE(stored);
    REQUIRE(*stored);
    CHECK((*stored)->status == domain::BookingStatus::confirmed);
}
