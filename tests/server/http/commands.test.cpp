#include "server/http/program.h"
#include "server/http/raw_client.h"
#include "support/temporary_database.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>

using namespace loggia;
using testing::Program;
using testing::run;

TEST_CASE("Every command explains itself") {
    const auto all = run({"--help"});
    CHECK(all.exit_code == 0);
    for (const char* command : {"serve", "init", "demo-accounts", "policy"}) {
        CHECK(all.output.find(command) != std::string::npos);
        const auto one = run({command, "--help"});
        CHECK(one.exit_code == 0);
        CHECK(one.output.starts_with("Usage: loggia " + std::string(command)));
    }
    CHECK(run({"serve", "--help"}).output.find("--port N\n") != std::string::npos);
    CHECK(run({"--version"}).output.starts_with("loggia "));
}

TEST_CASE("A wrong word is named, with what would be right, and ends with 2") {
    struct Row {
        std::vector<std::string> arguments;
        std::string_view says;
    };
    for (const auto& [arguments, says] : {
             Row{{"sevre"},                   "there is no command \"sevre\""                               },
             Row{{"serve", "--prot", "1"},    "there is no option \"--prot\""                               },
             Row{{"serve", "--port"},         "--port needs a value: N"                                     },
             Row{{"serve", "--port", "http"}, "--port takes a number from 0 to 65535, not \"http\""         },
             Row{{"serve", "--port=65536"},   "--port takes a number from 0 to 65535, not \"65536\""        },
             Row{{"serve", "--threads", "0"}, "--threads takes a number from 1 to 256, not \"0\""           },
             Row{{"serve", "--log", "all"},   "--log takes requests|failures|nothing, not \"all\""          },
             Row{{"serve", "extra"},          "there is no option \"extra\""                                },
             Row{{"init", "--demo", "bank"},  "--demo takes studio|workspace|operator|petcare, not \"bank\""},
             Row{{"init", "--force=yes"},     "--force takes no value"                                      },
             Row{{"demo-accounts", "--all"},  "there is no demo"                                            },
    }) {
        const auto outcome = run(arguments);
        INFO(outcome.errors);
        CHECK(outcome.exit_code == 2);
        CHECK(outcome.errors.find(says) != std::string::npos);
    }
}

TEST_CASE("init makes a database once, and says so when there is one") {
    const testing::TemporaryDatabase database;
    const std::string& address = database.address();
    CHECK(run({"serve", "--database", address}).exit_code == 1);
    CHECK(run({"init", "--database", address, "--demo", "studio"}).exit_code == 0);
    const auto again = run({"init", "--database", address, "--demo", "studio"});
    CHECK(again.exit_code == 1);
    CHECK(again.errors.find("holds Harbour Music School already; --force empties it") != std::string::npos);
    CHECK(run({"init", "--database", address, "--demo", "studio", "--force"}).exit_code == 0);
    CHECK(run({"init", "--database", "oracle:somewhere"}).exit_code == 1);
}

TEST_CASE("The accounts of the demo are printed with their password") {
    const auto outcome = run({"demo-accounts"});
    CHECK(outcome.exit_code == 0);
    CHECK(outcome.output.find("mara@example.org") != std::string::npos);
    CHECK(outcome.output.find("Password of all: ") != std::string::npos);
}

TEST_CASE("serve starts, answers, and stops on SIGTERM") {
    const testing::TemporaryDatabase database;
    REQUIRE(run({"init", "--database", database.address(), "--demo", "studio"}).exit_code == 0);
    Program server({"serve", "--database", database.address(), "--port", "0"});
    const std::uint16_t port = server.listening_port();
    {
        testing::RawClient client(port);
        CHECK(client.exchange(testing::get_request("/healthz")).status == 200);
        const auto taken = run({"serve", "--database", database.address(), "--port", std::to_string(port)});
        CHECK(taken.exit_code == 1);
        CHECK(taken.errors.find("another program has it; choose another with --port") != std::string::npos);
    }
    const auto before = std::chrono::steady_clock::now();
    CHECK(server.stop(SIGTERM) == 0);
    CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(3));
}

TEST_CASE("What is logged names no address, person, token or path") {
    const testing::TemporaryDatabase database;
    REQUIRE(run({"init", "--database", database.address(), "--demo", "studio"}).exit_code == 0);
    Program server({"serve", "--database", database.address(), "--port", "0"});
    {
        testing::RawClient client(server.listening_port());
        const std::string body = R"({"email":"mara@example.org","password":"harbour-demo-2026"})";
        const auto signed_in = client.exchange(testing::post_request("/api/sessions", body, ""));
        REQUIRE(signed_in.status == 200);
        CHECK(client.exchange(testing::get_request("/api/bookings/4711", "X-Secret: xyzzy\r\n")).status >= 400);
    }
    server.stop(SIGTERM);
    const std::string log = server.errors();
    CHECK(log.find("event=request method=POST route=sign_in status=200 ms=") != std::string::npos);
    CHECK(log.find("route=show_booking status=") != std::string::npos);
    for (const char* secret : {"mara", "harbour", "127.0.0.1", "4711", "xyzzy", "loggia="})
        CHECK(log.find(secret) == std::string::npos);
}
