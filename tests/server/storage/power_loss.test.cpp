#include "server/storage/power_loss.h"

#include <catch2/catch_test_macros.hpp>

namespace loggia::storage {

TEST_CASE("whenever the power goes, what was acknowledged is there, whole, once and without a gap", "[sqlite]") {
    const auto damage = lose_power_often({.losses = 200});
    INFO(damage.first);
    CHECK(damage.is_none());
    CHECK(damage.losses == 200);
    CHECK(damage.acknowledged > 800);
    CHECK(damage.in_flight > 100);
    CHECK(damage.had_landed > 10);
}

TEST_CASE("a disk that is promised less loses what was acknowledged, and it is noticed", "[sqlite]") {
    CHECK(lose_power_often({.losses = 10, .weakened_by = "PRAGMA synchronous=NORMAL"}).lost > 0);
    const auto unsynced = lose_power_often({.losses = 10, .weakened_by = "PRAGMA synchronous=OFF"});
    CHECK(unsynced.lost + unsynced.unreadable > 0);
}

}  // namespace loggia::storage
