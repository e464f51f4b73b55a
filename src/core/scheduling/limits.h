#pragma once

#include "core/base/time.h"
#include "core/scheduling/rules.h"
#include "core/scheduling/snapshot.h"

#include <span>
#include <vector>

/// Limits count what there is and say which of them one more visit would break. Each looks at its own number alone,
/// so that any of them stands together with any other.
namespace loggia::scheduling {

struct Tally {
    int bookings = 0;
    minutes work{};
    bool operator==(const Tally&) const = default;
};

/// Those that have not ended.
[[nodiscard]] int open_count(std::span<const Visit> visits, Instant now);

struct LimitReached {
    Refusal limit;
    std::int64_t most = 0;
    bool operator==(const LimitReached&) const = default;
};

/// What one more visit of this length would break.
[[nodiscard]] std::vector<LimitReached> reached(const domain::WorkLimits& limits, const Tally& day, const Tally& week,
                                                minutes duration);
[[nodiscard]] std::vector<LimitReached> reached(const domain::ClientLimits& limits, int open, int on_day,
                                                int in_week);

}  // namespace loggia::scheduling
