#include "core/scheduling/cancellation.h"

#include <catch2/catch_test_macros.hpp>

#include <vector>

using namespace loggia;
using namespace loggia::scheduling;

TEST_CASE("clients cancel before the free period ends, staff before the visit begins") {
    constexpr Instant starts_at = instant_of(1'000'000);
    constexpr minutes free_cancellation{60};
    struct Row {
        seconds before_start;
        std::optional<CancellationRefusal> client, staff;
    };
    const std::vector<Row> rows{
        {seconds{7200}, std::nullopt,                  std::nullopt              },
        {seconds{3601}, std::nullopt,                  std::nullopt              },
        {seconds{3600}, CancellationRefusal::too_late, std::nullopt              },
        {seconds{1},    CancellationRefusal::too_late, std::nullopt              },
        {seconds{0},    CancellationRefusal::begun,    CancellationRefusal::begun},
        {seconds{-60},  CancellationRefusal::begun,    CancellationRefusal::begun},
    };
    for (const auto& row : rows) {
        INFO(row.before_start.count());
        const Instant now = starts_at - row.before_start;
        CHECK(cancellation_refusal(starts_at, free_cancellation, Canceller::client, now) == row.client);
        CHECK(cancellation_refusal(starts_at, free_cancellation, Canceller::staff, now) == row.staff);
    }
}
