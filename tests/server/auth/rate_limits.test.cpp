#include "server/auth/rate_limits.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia::auth;
using namespace std::chrono_literals;

TEST_CASE("A key may spend its minute's share at once, and gets it back evenly") {
    TokenBuckets buckets(20);
    const LimitClock::time_point start{1h};
    for (int count = 0; count < 20; ++count) CHECK(buckets.take("a", start) == 0);
    CHECK(buckets.take("a", start) == 3);
    CHECK(buckets.take("b", start) == 0);
    CHECK(buckets.take("a", start + 3s) == 0);
    CHECK(buckets.take("a", start + 3s) == 3);
    for (int count = 0; count < 20; ++count) CHECK(buckets.take("a", start + 10min) == 0);
    CHECK(buckets.take("a", start + 10min) > 0);
}

TEST_CASE("A flood of keys does not fill the memory") {
    TokenBuckets buckets(1);
    const LimitClock::time_point start{1h};
    for (int count = 0; count < 120'000; ++count) CHECK(buckets.take(std::to_string(count), start) == 0);
}

TEST_CASE("From the fifth failure on each one doubles the wait, up to a quarter of an hour") {
    FailureDelays failures(5);
    LimitClock::time_point now{1h};
    for (int count = 0; count < 4; ++count) {
        failures.failed("a", now);
        CHECK(failures.wait("a", now) == 0);
    }
    for (const int wait : {60, 120, 240, 480, 900, 900}) {
        failures.failed("a", now);
        CHECK(failures.wait("a", now) == wait);
        CHECK(failures.wait("b", now) == 0);
        now += std::chrono::seconds(wait);
        CHECK(failures.wait("a", now) == 0);
    }
}

TEST_CASE("A success, or a quiet quarter of an hour, forgets the failures") {
    FailureDelays failures(2);
    LimitClock::time_point now{1h};
    failures.failed("a", now);
    failures.failed("a", now);
    CHECK(failures.wait("a", now) > 0);
    failures.succeeded("a");
    CHECK(failures.wait("a", now) == 0);
    failures.failed("a", now);
    now += 16min;
    failures.failed("a", now);
    CHECK(failures.wait("a", now) == 0);
}
