#include "server/http/response.h"

#include <catch2/catch_test_macros.hpp>

#include <string>

using loggia::ErrorCode;
using loggia::http::Response;

TEST_CASE("A header field that is not one line is refused and leaves no trace") {
    using namespace std::string_view_literals;
    for (const auto value : {"a\r\nSet-Cookie: b"sv, "a\nb"sv, "a\rb"sv, "a\0b"sv, "a\x7f"sv}) {
        Response response(200);
        CHECK_FALSE(response.add_header("X-Test", value));
        CHECK(response.header_lines().empty());
    }
    for (const auto name : {"X Test"sv, "X:"sv, ""sv, "X\r\nY"sv}) {
        Response response(200);
        CHECK_FALSE(response.add_header(name, "a"));
        CHECK(response.header_lines().empty());
    }
}

TEST_CASE("Every response carries the security headers") {
    for (const Response& response :
         {Response::json(200, "{}"), Response::text(200, "a"), Response::fixed(200, "text/css", "a"),
          Response::event_stream(), Response(304), Response::refusal({400, "No.", {}})}) {
        const std::string head = response.head(true, false, "now");
        for (const std::string_view line :
             {"Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
              "form-action 'self'", "frame-ancestors 'none'", "X-Content-Type-Options: nosniff\r\n",
              "Referrer-Policy: same-origin\r\n", "Cross-Origin-Opener-Policy: same-origin\r\n",
              "Cross-Origin-Resource-Policy: same-origin\r\n", "Permissions-Policy: ", "Cache-Control: no-store\r\n",
              "Date: now\r\n"})
            CHECK(head.find(line) != std::string::npos);
        CHECK(head.find("Access-Control") == std::string::npos);
        CHECK(head.find("Strict-Transport-Security") == std::string::npos);
        CHECK(head.ends_with("\r\n\r\n"));
    }
}

TEST_CASE("Over TLS browsers are told to stay there") {
    CHECK(Response(200).head(true, true, "now").find("Strict-Transport-Security: max-age=31536000") !=
          std::string::npos);
}

TEST_CASE("A failure becomes its status, and says when to come back where that helps") {
    const Response response = Response::failure({ErrorCode::rate_limited, "Slower.", "", 7});
    CHECK(response.status() == 429);
    CHECK(response.header_lines().find("Retry-After: 7\r\n") != std::string::npos);
    CHECK(response.body() == R"({"code":"rate_limited","message":"Slower.","field":""})");
    CHECK(Response::failure({ErrorCode::unavailable, "", "", 0}).header_lines().find("Retry-After: 1\r\n") !=
          std::string::npos);
}

TEST_CASE("A 405 lists what is allowed") {
    CHECK(Response::refusal({405, "", {}}).header_lines().find("Allow: GET, HEAD, POST\r\n") != std::string::npos);
}
