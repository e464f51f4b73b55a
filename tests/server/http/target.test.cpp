#include "server/http/target.h"

#include <catch2/catch_test_macros.hpp>

using loggia::http::longest_target;
using loggia::http::parse_target;

TEST_CASE("A target is a path and the parameters after the question mark, percent signs undone") {
    const auto target = parse_target("/api/free%20times?from=2026-10-24&name=a%26b+c&empty=&bare");
    REQUIRE(target);
    CHECK(target->path == "/api/free times");
    REQUIRE(target->query.size() == 4);
    CHECK(target->query[0].name == "from");
    CHECK(target->query[0].value == "2026-10-24");
    CHECK(target->query[1].value == "a&b c");
    CHECK(target->query[2].value.empty());
    CHECK(target->query[3].name == "bare");
}

TEST_CASE("A target that could name a thing in two ways is refused") {
    for (const std::string_view target : {"",         "*",        "localhost:80", "http://localhost/",
                                          "a",        "/a/../b",  "/..",          "/a/%2e%2e/b",
                                          "/a%2fb",   "/a%2Fb",   "/a%5cb",       "/a\\b",
                                          "/a%00b",   "/a?b=%00", "/a?b=\\",      "/a%0ab",
                                          "/a%7fb",   "/a%",      "/a%4",         "/a%zz",
                                          "/a?b=%g0", "/a b",     "/a#b",         "/\x80",
                                          "//a",      "/a//b"}) {
        INFO(target);
        const auto parsed = parse_target(target);
        REQUIRE_FALSE(parsed);
        CHECK(parsed.error().status == 400);
    }
}

TEST_CASE("A target of 2 KiB is accepted and one byte more is refused") {
    CHECK(parse_target("/" + std::string(longest_target - 1, 'a')));
    const auto longer = parse_target("/" + std::string(longest_target, 'a'));
    REQUIRE_FALSE(longer);
    CHECK(longer.error().status == 414);
}
