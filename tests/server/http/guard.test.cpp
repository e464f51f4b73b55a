#include "server/http/echo_server.h"
#include "server/http/guard.h"
#include "server/http/raw_client.h"
#include "server/http/raw_head.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <initializer_list>
#include <string>

using namespace loggia;
using testing::EchoServer;
using testing::RawClient;

namespace {

struct Row {
    std::string_view what;
    std::string bytes;
    std::initializer_list<int> statuses;
};

std::string with(std::string_view first_line, std::string_view fields) {
    return std::string(first_line) + "\r\n" + std::string(fields) + "\r\n";
}

/// Requests that must not reach an application, and with which status they are turned away.
std::vector<Row> refused_requests() {
    const std::string get = "GET / HTTP/1.1";
    const std::string post = "POST /a HTTP/1.1";
    const std::string host = "Host: localhost\r\n";
    const std::string page = host + "Sec-Fetch-Site: same-origin\r\n";
    const std::string json = "Content-Type: application/json\r\n";
    const std::string long_value(16 * 1024, 'a');
    using namespace std::string_literals;
    return {
        // Two ways to say where the body ends
        {"length and chunked", with(post, page + json + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n", {400, 411}},
        {"chunked and length", with(post, page + json + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n") + "0\r\n\r\n", {400, 411}},
        {"chunked", with(post, page + json + "Transfer-Encoding: chunked\r\n") + "0\r\n\r\n", {411}},
        {"chunked with long extension", with(post, page + json + "Transfer-Encoding: chunked\r\n") + "0;" + std::string(100'000, 'x') + "\r\n\r\n", {411}},
        {"xchunked", with(post, page + json + "Transfer-Encoding: xchunked\r\n"), {400, 411}},
        {"chunked, identity", with(post, page + json + "Transfer-Encoding: chunked, identity\r\n"), {400, 411}},
        {"identity", with(post, page + json + "Transfer-Encoding: identity\r\n"), {400, 411}},
        {"empty transfer encoding", with(post, page + json + "Transfer-Encoding:\r\nContent-Length: 2\r\n") + "{}", {400, 411}},
        {"chunked GET", with(get, host + "Transfer-Encoding: chunked\r\n") + "0\r\n\r\n", {411}},
        {"two lengths that differ", with(post, page + json + "Content-Length: 2\r\nContent-Length: 3\r\n") + "{}", {400}},
        {"two equal lengths", with(post, page + json + "Content-Length: 2\r\nContent-Length: 2\r\n") + "{}", {400}},
        {"list of lengths", with(post, page + json + "Content-Length: 2, 2\r\n") + "{}", {400}},
        {"length with sign", with(post, page + json + "Content-Length: +2\r\n") + "{}", {400}},
        {"negative length", with(post, page + json + "Content-Length: -2\r\n") + "{}", {400}},
        {"hexadecimal length", with(post, page + json + "Content-Length: 0x2\r\n") + "{}", {400}},
        {"empty length", with(post, page + json + "Content-Length:\r\n"), {400}},
        {"length beyond 64 bits", with(post, page + json + "Content-Length: 99999999999999999999\r\n"), {400, 413}},
        {"GET with body", with(get, host + "Content-Length: 2\r\n") + "{}", {400}},
        // Lines
        {"bare line feeds", "GET / HTTP/1.1\nHost: localhost\n\n", {400}},
        {"one bare line feed", "GET / HTTP/1.1\r\nHost: localhost\nX: y\r\n\r\n", {400}},
        {"bare carriage return", "GET / HTTP/1.1\r\nHost: localhost\rX: y\r\n\r\n", {400}},
        {"folded field", "GET / HTTP/1.1\r\nHost: localhost\r\nX: y\r\n z\r\n\r\n", {400}},
        {"space before colon", "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n", {400}},
        {"space in field name", "GET / HTTP/1.1\r\nHost: localhost\r\nX Y: z\r\n\r\n", {400}},
        {"field without colon", "GET / HTTP/1.1\r\nHost: localhost\r\nX\r\n\r\n", {400}},
        {"NUL in field", "GET / HTTP/1.1\r\nHost: localhost\r\nX: \0\r\n\r\n"s, {400}},
        {"empty line first", "\r\nGET / HTTP/1.1\r\nHost: localhost\r\n\r\n", {400}},
        {"17 KiB in one field", with(get, host + "X: " + long_value + "\r\n"), {431}},
        {"17 KiB without an end", get + "\r\n" + host + "X: " + long_value, {431}},
        {"no spaces", "GET/HTTP/1.1\r\nHost: localhost\r\n\r\n", {400}},
        {"two spaces", "GET  / HTTP/1.1\r\nHost: localhost\r\n\r\n", {400}},
        {"not HTTP", "\x16\x03\x01\x02\x01\r\n\r\n", {400}},
        // Version, method
        {"HTTP/1.0", with("GET / HTTP/1.0", host), {505}},
        {"HTTP/2.0", with("GET / HTTP/2.0", host), {505}},
        {"HTTP/0.9", "GET /\r\n\r\n", {400}},
        {"chunked in HTTP/1.0", with("POST /a HTTP/1.0", page + json + "Transfer-Encoding: chunked\r\n"), {400, 411, 505}},
        {"PUT", with("PUT /a HTTP/1.1", page), {405}},
        {"PATCH", with("PATCH /a HTTP/1.1", page), {405}},
        {"DELETE", with("DELETE /a HTTP/1.1", page), {405}},
        {"OPTIONS", with("OPTIONS * HTTP/1.1", host), {405}},
        {"TRACE", with("TRACE / HTTP/1.1", host), {405}},
        {"CONNECT", with("CONNECT localhost:80 HTTP/1.1", host), {405}},
        {"unknown method", with("BREW / HTTP/1.1", host), {501}},
        {"method in lower case", with("get / HTTP/1.1", host), {501}},
        // Host
        {"no Host", with(get, ""), {400}},
        {"empty Host", with(get, "Host:\r\n"), {400}},
        {"two Hosts", with(get, host + host), {400}},
        {"two Hosts that differ", with(get, host + "Host: evil.example\r\n"), {400}},
        {"foreign Host", with(get, "Host: evil.example\r\n"), {421}},
        {"Host that begins like ours", with(get, "Host: localhost.evil.example\r\n"), {421}},
        {"Host with user", with(get, "Host: evil@localhost\r\n"), {421}},
        {"Host with port 0", with(get, "Host: localhost:0\r\n"), {400}},
        {"Host with port that is none", with(get, "Host: localhost:http\r\n"), {400}},
        // Target
        {"absolute target", with("GET http://localhost/ HTTP/1.1", host), {400}},
        {"target without slash", with("GET index.html HTTP/1.1", host), {400}},
        {"up", with("GET /../etc/passwd HTTP/1.1", host), {400}},
        {"encoded up", with("GET /%2e%2e/etc/passwd HTTP/1.1", host), {400}},
        {"backslash", with("GET /..\\etc HTTP/1.1", host), {400}},
        {"encoded slash", with("GET /a%2fb HTTP/1.1", host), {400}},
        {"NUL in target", with("GET /a%00.html HTTP/1.1", host), {400}},
        {"long target", with("GET /" + std::string(2100, 'a') + " HTTP/1.1", host), {414}},
        // Posts that no page of ours sends
        {"post from another site", with(post, host + "Sec-Fetch-Site: cross-site\r\n" + json + "Content-Length: 2\r\n") + "{}", {403}},
        {"post from a sibling site", with(post, host + "Sec-Fetch-Site: same-site\r\n" + json + "Content-Length: 2\r\n") + "{}", {403}},
        {"post from another site that names our origin", with(post, host + "Sec-Fetch-Site: cross-site\r\nOrigin: http://localhost\r\n" + json + "Content-Length: 2\r\n") + "{}", {403}},
        {"post from another origin", with(post, host + "Origin: http://evil.example\r\n" + json + "Content-Length: 2\r\n") + "{}", {403}},
        {"post from our name over TLS", with(post, host + "Origin: https://localhost\r\n" + json + "Content-Length: 2\r\n") + "{}", {403}},
        {"post from another port", with(post, host + "Origin: http://localhost:81\r\n" + json + "Content-Length: 2\r\n") + "{}", {403}},
        {"post from nowhere", with(post, host + "Origin: null\r\n" + json + "Content-Length: 2\r\n") + "{}", {403}},
        {"post without a word about its page", with(post, host + json + "Content-Length: 2\r\n") + "{}", {403}},
        {"two fetch sites", with(post, page + page + json + "Content-Length: 2\r\n") + "{}", {400}},
        {"form", with(post, page + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 2\r\n") + "{}", {415}},
        {"text", with(post, page + "Content-Type: text/plain\r\nContent-Length: 2\r\n") + "{}", {415}},
        {"no content type", with(post, page + "Content-Length: 2\r\n") + "{}", {415}},
        {"content type with more", with(post, page + "Content-Type: application/json; charset=utf-7\r\nContent-Length: 2\r\n") + "{}", {415}},
        {"two content types", with(post, page + json + json + "Content-Length: 2\r\n") + "{}", {400}},
        {"body of 64 KiB and a byte", with(post, page + json + "Content-Length: 65537\r\n") + std::string(65537, ' '), {413}},
        {"expectation", with(post, page + json + "Expect: 100-continue\r\nContent-Length: 2\r\n"), {417}},
    };
}

http::RawRequest get_of(std::vector<http::HeaderField> fields) {
    return {"GET", "/", 11, std::move(fields), "203.0.113.9"};
}

}  // namespace

TEST_CASE("What no page of ours and no honest proxy sends is refused with its reason, and the connection ends") {
    EchoServer echo;
    for (const Row& row : refused_requests()) {
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
    for (const std::string_view host : {"localhost", "LOCALHOST:8080", "127.0.0.1", "127.0.0.1:1", "[::1]", "[::1]:65535"}) {
        INFO(host);
        CHECK(client.exchange("GET / HTTP/1.1\r\nHost: " + std::string(host) + "\r\n\r\n").status == 200);
    }
    CHECK(client.exchange("POST /a HTTP/1.1\r\nHost: localhost:8080\r\nOrigin: http://localhost:8080\r\n"
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
    CHECK(client.exchange("POST /a HTTP/1.1\r\nHost: book.example\r\nOrigin: https://book.example\r\n"
                          "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}")
              .status == 200);
    CHECK(client.exchange("POST /a HTTP/1.1\r\nHost: book.example\r\nOrigin: http://book.example\r\n"
                          "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}")
              .status == 403);
}

TEST_CASE("Who the client is, a proxy says only if it is ours, and only its last word counts") {
    http::GuardRules rules;
    const std::vector<http::HeaderField> fields{{"Host", "localhost"},
                                                {"X-Forwarded-For", "192.0.2.1"},
                                                {"X-Forwarded-For", "192.0.2.2, 198.51.100.7"}};
    CHECK(http::check(get_of(fields), rules)->client_address == "203.0.113.9");
    rules.trusted_proxies = {"203.0.113.9"};
    CHECK(http::check(get_of(fields), rules)->client_address == "198.51.100.7");
}

TEST_CASE("Cookies sent in several lines are one list") {
    const auto request = http::check(get_of({{"Host", "localhost"}, {"Cookie", "a=b"}, {"cookie", "c=d"}}), {});
    REQUIRE(request);
    CHECK(request->cookie == "a=b; c=d");
}
