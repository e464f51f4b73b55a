#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/calendar/outside_calendar.h"
#include "core/scheduling/zone.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace loggia::calendar {

/// How often events may take place within the window, all together.
inline constexpr std::size_t most_busy_ranges = 50'000;

struct BusyTimes {
    std::vector<TimeRange> ranges;  ///< ascending, apart from each other, within the window
    std::size_t events = 0;         ///< that were read
    std::size_t damaged_events = 0;
    Remarks remarks;
};

/// When somebody is busy, from a calendar that they keep elsewhere (RFC 5545). What they do then is not looked at.
///
/// Events take up their time unless they are cancelled or TRANSPARENT; a tentative one does. Series are followed,
/// with the times left out, added and moved. Days and times without a zone are those of `zone`, as are those of a
/// zone that nobody knows, with a remark. Of a rule that is not followed only the first time is known, with a remark.
///
/// A failure says in which line and what is wrong, as of read_outside_calendar; or that there are more busy times
/// than anybody has.
[[nodiscard]] Result<BusyTimes> read_busy_times(std::string_view text, TimeRange window,
                                                const scheduling::Zone& zone);

}  // namespace loggia::calendar
