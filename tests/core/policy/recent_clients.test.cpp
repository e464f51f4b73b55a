#include "core/policy/recent_clients.h"

#include "core/base/civil.h"

#include <catch2/catch_test_macros.hpp>

#include <vector>

using namespace loggia;
using namespace loggia::policy;

namespace {

std::optional<int> nearest(std::vector<const char*> service_days, const char* today) {
    std::vector<Date> dates;
    for (const auto* day : service_days) dates.push_back(*parse_date(day));
    return days_to_nearest_service(dates, *parse_date(today));
}

}  // namespace

TEST_CASE("the nearest service is counted in whole days, past ones negative") {
    CHECK(nearest({}, "2026-10-21") == std::nullopt);
    CHECK(nearest({"2026-10-21"}, "2026-10-21") == 0);
    CHECK(nearest({"2026-10-18"}, "2026-10-21") == -3);
    CHECK(nearest({"2026-11-05"}, "2026-10-21") == 15);
    CHECK(nearest({"2026-09-01", "2026-10-25", "2026-12-24"}, "2026-10-21") == 4);
    CHECK(nearest({"2026-10-20", "2026-10-25"}, "2026-10-21") == -1);
    CHECK(nearest({"2024-03-01"}, "2024-02-15") == 15);
    CHECK(nearest({"2023-03-01"}, "2023-02-15") == 14);
}

TEST_CASE("day 15 is in and day 16 is out, before and after") {
    for (int distance = -40; distance <= 40; ++distance) {
        CAPTURE(distance);
        CHECK(is_recent(distance) == (distance >= -15 && distance <= 15));
    }
    CHECK_FALSE(is_recent(std::nullopt));
}
