#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/scheduling/zone.h"

namespace loggia::endpoints {

inline constexpr int longest_date_range = 62;  ///< days from the first to the last

/// The instants of the days from…to, both included; invalid_input if they are too many or in the wrong
/// order.
[[nodiscard]] inline Result<TimeRange> range_of_dates(const scheduling::Zone& zone, Date from, Date to) {
    if (to < from) return fail(ErrorCode::invalid_input, "The last day is before the first.", "to");
    if (days_between(from, to) > longest_date_range)
        return fail(ErrorCode::invalid_input, "Please ask for at most 62 days at once.", "to");
    return TimeRange{zone.day(from).from, zone.day(to).to};
}

}  // namespace loggia::endpoints
