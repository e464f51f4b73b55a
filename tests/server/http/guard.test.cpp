#include "server/http/guard.h"
#include "server/http/echo_server.h"
#include "server/http/raw_client.h"
#include "server/http/refused_requests.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>

using namespace loggia;
using testing::EchoServer;
using testing::RawClient;

namespace {

http::RawRequest get_of(std::vector<http::HeaderField> fields) {
    return {"GET", "/", 11, std::move(fields), "203.0.113.9"};
}

}  // namespace

TEST_CASE("What no page of ours and no honest proxy sends is refused with its reason, and the connection ends") {
    EchoServer echo;
    for (const auto& row : testing::refused_requests()) {
        INFO(row.what);
        RawClient client(echo.port());
        const auto response = client.exchange(row.bytes);
        CAPTURE(response.status, response.body);
        CHECK(std::ranges::find(row.statuses, response.status) != row.statuses.end());
        CHECK(response.body.starts_with("{\"code\":\""));
        CHECK(response.header("connection") == "close");
        // Whatever follows in the same bytes is never taken for a second request.
        CHECK(client.receive().status == 0);
    }
}

TEST_CASE("What a page of ours sends is let through") {
    EchoServer echo;
    RawClient client(echo.port());
    CHECK(client.exchange(testing::get_request("/a?b=c")).body == "GET /a 127.0.0.1 ");
    CHECK(client.exchange(testing::post_request("/a", "{}", "")).body == "POST /a 127.0.0.1 {}");
    const std::string longest(64 * 1024, ' ');
    CHECK(client.exchange(testing::post_request("/a", longest, "")).body.size() > longest.size());
    for (const std::string_view host :
         {"localhost", "LOCALHOST:8080", "127.0.0.1", "127.0.0.1:1", "[::1]", "[::1]:65535"}) {
        INFO(host);
        CHECK(client.exchange("GET / HTTP/1.1\r\nHost: " + std::string(host) + "\r\n\r\n").status == 200);
    }
    CHECK(client
              .exchange("POST /a HTTP/1.1\r\nHost: localhost:8080\r\nOrigin: http://localhost:8080\r\n"
                        "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}")
              .status == 200);
}

TEST_CASE("A name given with --host is answered, and there posts come over TLS") {
    http::ServerOptions options;
    options.guard.hosts = {"book.example"};
    EchoServer echo(options);
    RawClient client(echo.port());
    const auto response = client.exchange("GET / HTTP/1.1\r\nHost: book.example\r\n\r\n");
    CHECK(response.status == 200);
    CHECK(response.header("strict-transport-security") == "max-age=31536000; includeSubDomains");
    CHECK(client
              .exchange("POST /a HTTP/1.1\r\nHost: book.example\r\nOrigin: https://book.example\r\n"
                        "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}")
              .status == 200);
    CHECK(client
              .exchange("POST /a HTTP/1.1\r\nHost: book.example\r\nOrigin: http://book.example\r\n"
                        "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}")
              .status == 403);
}

TEST_CASE("Who the client is, a proxy says only if it is ours, and only its last word counts") {
    http::GuardRules rules;
    const std::vector<http::HeaderField> fields{
        {"Host",            "localhost"              },
        {"X-Forwarded-For", "192.0.2.1"              },
        {"X-Forwarded-For", "192.0.2.2, 198.51.100.7"}
    };
    CHECK(http::check(get_of(fields), rules)->client_address == "203.0.113.9");
    rules.trusted_proxies = {"203.0.113.9"};
    CHECK(http::check(get_of(fields), rules)->client_address == "198.51.100.7");
}

TEST_CASE("Cookies sent in several lines are one list") {
    const auto request = http::check(get_of({
                                         {"Host",   "localhost"},
                                         {"Cookie", "a=b"      },
                                         {"cookie", "c=d"      }
    }),
                                     {});
    REQUIRE(request);
    CHECK(request->cookie == "a=b; c=d");
}
