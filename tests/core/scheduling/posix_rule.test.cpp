#include "core/scheduling/posix_rule.h"

#include "core/base/civil.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia;
using namespace loggia::scheduling;

namespace {

std::int64_t utc(const char* date, int hour, int minute = 0) {
    return unix_seconds(std::chrono::sys_days{*parse_date(date)} + hours{hour} + minutes{minute});
}

/// Whether the clocks go from `before` to `after` (in hours east of Greenwich) at exactly this moment.
bool changes(const PosixRule& rule, std::int64_t moment, double before, double after) {
    return rule.offset_at(moment - 1) == before * 3600 && rule.offset_at(moment) == after * 3600;
}

}  // namespace

TEST_CASE("a rule without summer time is one offset, counted east") {
    CHECK(parse_posix_rule("UTC0")->offset_at(0) == 0);
    CHECK(parse_posix_rule("<+0545>-5:45")->offset_at(1'800'000'000) == 5 * 3600 + 45 * 60);
    CHECK(parse_posix_rule("MST7")->offset_at(1'800'000'000) == -7 * 3600);
    CHECK(parse_posix_rule("LMT+0:44:30")->offset_at(0) == -(44 * 60 + 30));
}

TEST_CASE("the last Sunday of a month, and the other way round in the south") {
    const auto berlin = parse_posix_rule("CET-1CEST,M3.5.0,M10.5.0/3");
    REQUIRE(berlin);
    CHECK(changes(*berlin, utc("2026-03-29", 1), 1, 2));
    CHECK(changes(*berlin, utc("2026-10-25", 1), 2, 1));
    const auto sydney = parse_posix_rule("AEST-10AEDT,M10.1.0,M4.1.0/3");
    REQUIRE(sydney);
    CHECK(changes(*sydney, utc("2026-04-04", 16), 11, 10));
    CHECK(changes(*sydney, utc("2026-10-03", 16), 10, 11));
}

TEST_CASE("summer time may be the smaller offset") {
    const auto dublin = parse_posix_rule("IST-1GMT0,M10.5.0,M3.5.0/1");
    REQUIRE(dublin);
    CHECK(changes(*dublin, utc("2026-03-29", 1), 0, 1));
    CHECK(changes(*dublin, utc("2026-10-25", 1), 1, 0));
}

TEST_CASE("times before midnight and beyond a day") {
    const auto nuuk = parse_posix_rule("<-02>2<-01>,M3.5.0/-1,M10.5.0/0");
    REQUIRE(nuuk);
    CHECK(changes(*nuuk, utc("2026-03-29", 1), -2, -1));
    CHECK(changes(*nuuk, utc("2026-10-25", 1), -1, -2));
    const auto jerusalem = parse_posix_rule("IST-2IDT,M3.4.4/26,M10.5.0");
    REQUIRE(jerusalem);
    CHECK(changes(*jerusalem, utc("2026-03-27", 0), 2, 3));
    CHECK(changes(*jerusalem, utc("2026-10-24", 23), 3, 2));
    const auto cairo = parse_posix_rule("EET-2EEST,M4.5.5/0,M10.5.4/24");
    REQUIRE(cairo);
    CHECK(changes(*cairo, utc("2026-04-23", 22), 2, 3));
    CHECK(changes(*cairo, utc("2026-10-29", 21), 3, 2));
}

TEST_CASE("half an hour of summer, two hours of summer") {
    CHECK(changes(*parse_posix_rule("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0"), utc("2026-04-04", 15), 11, 10.5));
    CHECK(changes(*parse_posix_rule("<+00>0<+02>-2,M3.5.0/1,M10.5.0/3"), utc("2026-03-29", 1), 0, 2));
}

TEST_CASE("days of the year with and without 29 February") {
    const auto julian = parse_posix_rule("AAA0BBB,J60/0,J300/0");
    REQUIRE(julian);
    CHECK(changes(*julian, utc("2027-03-01", 0), 0, 1));
    CHECK(changes(*julian, utc("2028-03-01", 0), 0, 1));
    const auto zero_based = parse_posix_rule("AAA0BBB,59/0,299/0");
    REQUIRE(zero_based);
    CHECK(changes(*zero_based, utc("2027-03-01", 0), 0, 1));
    CHECK(changes(*zero_based, utc("2028-02-29", 0), 0, 1));
}

TEST_CASE("summer time all year round") {
    const auto rule = parse_posix_rule("XXX3EDT4,0/0,J365/23");
    REQUIRE(rule);
    for (std::int64_t moment = utc("2026-12-30", 0); moment < utc("2027-01-03", 0); moment += 900)
        CHECK(rule->offset_at(moment) == -4 * 3600);
}

TEST_CASE("what is not a rule is not read") {
    for (const auto* wrong : {"", "CET", "-1", "CE-1", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M3.5.0,M13.5.0",
                              "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,M3.5,M10.5.0",
                              "CET-1CEST,J0,J300", "CET-1CEST,0,366", "CET-1CEST,M3.5.0/168,M10.5.0", "CET-1:60",
                              "CET-1CEST,M3.5.0,M10.5.0/3x", "<CET-1", "CET-99999", "CET-1 "}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_posix_rule(wrong));
    }
}
