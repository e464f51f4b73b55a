#include "core/base/civil.h"
#include "server/http/program.h"
#include "server/http/served_demo.h"
#include "support/postgres_server.h"

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <set>
#include <string>
#include <thread>
#include <vector>

// Several server processes over one PostgreSQL.

using namespace loggia;
using testing::PostgresServer;
using testing::Program;
using testing::RawClient;
using testing::run;

namespace {

std::string demo_database() {
    const std::string database = PostgresServer::running().new_database();
    const auto made = run({"init", "--database", database, "--demo", "studio"});
    INFO(made.errors);
    REQUIRE(made.exit_code == 0);
    return database;
}

Program serve(const std::string& database) {
    return Program({"serve", "--database", database, "--port", "0", "--threads", "1", "--log", "failures",
                    "--holds-per-minute", "100000"});
}

std::string sign_in(RawClient& client, std::string_view email = "mara@example.org") {
    return testing::cookie_line(client.exchange(
        testing::post_request("/api/sessions", testing::sign_in_body(email, storage::demo_password), "")));
}

std::int64_t seq_at(RawClient& client) {
    return testing::body_of<api::SessionView>(client.exchange(testing::get_request("/api/session"))).seq;
}

/// Of the first service.
std::vector<api::HoldRequest> free_times(RawClient& client) {
    const auto services = testing::body_of<api::ServiceList>(client.exchange(testing::get_request("/api/services")));
    const ServiceId service = services.services.front().id;
    const auto today = std::chrono::floor<days>(std::chrono::system_clock::now());
    const auto times = testing::body_of<api::FreeTimesView>(client.exchange(
        testing::get_request("/api/free-times?service_id=" + std::to_string(service.value) +
                             "&from=" + to_text(Date{today + days{2}}) + "&to=" + to_text(Date{today + days{30}}))));
    std::vector<api::HoldRequest> wanted;
    for (const auto& time : times.times) wanted.push_back({service, time.person_id, time.starts_at});
    return wanted;
}

}  // namespace

TEST_CASE("init and serve take a PostgreSQL database, and init says what it holds without the password",
          "[postgres]") {
    std::string database = PostgresServer::running().new_database();
    database.replace(database.find('@'), 1, ":secret@");
    const auto empty = run({"serve", "--database", database, "--port", "0"});
    CHECK(empty.exit_code == 1);
    CHECK(empty.errors.find("the database holds no business") != std::string::npos);
    const auto made = run({"init", "--database", database, "--demo", "studio"});
    CHECK(made.exit_code == 0);
    CHECK(made.output.find("postgres://loggia:…@") != std::string::npos);
    const auto again = run({"init", "--database", database, "--demo", "studio"});
    CHECK(again.exit_code == 1);
    CHECK(again.errors.find("holds Harbour Music School already; --force empties it") != std::string::npos);
    CHECK((made.output + again.errors).find("secret") == std::string::npos);
    CHECK(run({"init", "--database", database, "--demo", "petcare", "--force"}).exit_code == 0);
    Program server = serve(database);
    RawClient client(server.listening_port());
    CHECK(client.exchange(testing::get_request("/healthz")).status == 200);
    CHECK(client.exchange(testing::get_request("/api/business")).body.find("Marsh Lane") != std::string::npos);
}

TEST_CASE("A server that cannot reach its database says which and why, and ends", "[postgres]") {
    const auto outcome =
        run({"serve", "--database", "postgres://loggia:secret@/loggia?host=/no/such/folder", "--port", "0"});
    CHECK(outcome.exit_code == 1);
    CHECK(outcome.errors.find("cannot connect to postgres://loggia:…@/loggia?host=/no/such/folder: ") !=
          std::string::npos);
    CHECK(outcome.errors.find("secret") == std::string::npos);
}

TEST_CASE("An event stream tells what another process committed, and a session is one of all processes",
          "[postgres]") {
    const std::string database = demo_database();
    Program first = serve(database);
    Program second = serve(database);
    RawClient listener(first.listening_port());
    listener.send(testing::get_request("/api/events"));
    listener.receive_until("}\n\n");
    RawClient at_first(first.listening_port());
    RawClient at_second(second.listening_port());
    const std::string mara = sign_in(at_first);
    const auto wanted = free_times(at_second).front();
    CHECK(
        at_second.exchange(testing::post_request("/api/holds", api::encode(wanted), testing::fresh_key_line() + mara))
            .status == 200);
    const std::string seq = std::to_string(seq_at(at_second));
    CHECK(listener.receive_until("{\"seq\":" + seq + "}\n\n").ends_with("data: {\"seq\":" + seq + "}\n\n"));
    CHECK(seq_at(at_first) == seq_at(at_second));
}

TEST_CASE("Whoever asks three processes at once for the same times gets each once, and repetitions alike",
          "[postgres]") {
    const std::string database = demo_database();
    Program first = serve(database);
    Program second = serve(database);
    Program third = serve(database);
    const std::vector<std::uint16_t> ports{first.listening_port(), second.listening_port(), third.listening_port()};
    RawClient looking(ports[0]);
    auto wanted = free_times(looking);
    REQUIRE(wanted.size() > 40);
    wanted.resize(40);
    const std::int64_t before = seq_at(looking);
    std::vector<std::set<std::size_t>> held(6);
    std::atomic<int> surprises = 0;
    std::vector<std::thread> clients;
    for (std::size_t number = 0; number < held.size(); ++number)
        clients.emplace_back([&, number] {
            RawClient client(ports[number % ports.size()]);
            RawClient elsewhere(ports[(number + 1) % ports.size()]);
            for (std::size_t i = 0; i < wanted.size(); ++i) {
                const std::string request =
                    testing::post_request("/api/holds", api::encode(wanted[i]), testing::fresh_key_line());
                const auto answer = client.exchange(request);
                if (answer.status != 200 && answer.status != 409) ++surprises;
                if (answer.status != 200) continue;
                held[number].insert(i);
                if (elsewhere.exchange(request).body != answer.body) ++surprises;
            }
        });
    for (auto& client : clients) client.join();
    CHECK(surprises == 0);
    std::set<std::size_t> all;
    std::size_t count = 0;
    for (const auto& each : held) {
        all.insert(each.begin(), each.end());
        count += each.size();
    }
    CHECK(count == all.size());
    CHECK(count > 5);
    CHECK(seq_at(looking) == before + static_cast<std::int64_t>(count));
}

TEST_CASE("What a process answered is at the others when it is killed", "[postgres]") {
    const std::string database = demo_database();
    Program first = serve(database);
    Program second = serve(database);
    RawClient at_second(second.listening_port());
    const auto wanted = free_times(at_second);
    std::string request;
    testing::RawResponse answer;
    {
        RawClient at_first(first.listening_port());
        request = testing::post_request("/api/holds", api::encode(wanted.front()), testing::fresh_key_line());
        answer = at_first.exchange(request);
        REQUIRE(answer.status == 200);
    }
    CHECK(first.stop(SIGKILL) == -SIGKILL);
    CHECK(at_second.exchange(request).body == answer.body);
    CHECK(at_second
              .exchange(testing::post_request("/api/holds", api::encode(wanted.front()), testing::fresh_key_line()))
              .status == 409);
}
