#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/scheduling/zone.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace loggia::calendar {

/// How much may still be worked out. Each day that is looked at costs one.
struct Effort {
    std::int64_t days_left = 5'000'000;
};

struct CivilRange {
    CivilTime from;
    CivilTime to;
};

/// When an event that first takes place at `first`, by the clocks of `zone`, begins again by a rule (RFC 5545,
/// RRULE). The rule may have begun long before `within`. Followed are DAILY to YEARLY with INTERVAL, COUNT, UNTIL,
/// BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS and WKST. It fails with a sentence about the rule; `first` itself is always a
/// start. Ascending, and complete unless no effort is left.
[[nodiscard]] Result<std::vector<CivilTime>> repeated_starts(std::string_view rule, CivilTime first,
                                                             const scheduling::Zone& zone, CivilRange within,
                                                             Effort& effort);

}  // namespace loggia::calendar
