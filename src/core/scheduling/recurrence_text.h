#pragma once

#include "core/base/result.h"
#include "core/scheduling/recurrence.h"
#include "core/scheduling/zone.h"

#include <cstddef>
#include <string>
#include <string_view>

/// Recurrences as iCalendar writes them: "RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=10", and under it, a line each, the times
/// left out and added: "EXDATE:20261103T100000,20261110T100000", "RDATE:20261104T100000".
namespace loggia::scheduling {

inline constexpr std::size_t longest_recurrence_text = 16'384;  ///< bytes

/// Upper and lower case alike, lines in any order, each at most once; "RRULE:" may be missing. The zone is that in
/// which a time that ends with "Z" is read; every other one is what the clock on the wall shows. A rule that ends on
/// a day ("UNTIL=20261231") has that whole day in it. What could not be kept is refused, not left out; the failure
/// names the member of `Recurrence` and the part of the text. What is returned has been checked.
[[nodiscard]] Result<Recurrence> parse_recurrence(std::string_view text, const Zone& zone);

/// Read again, it gives the same recurrence in any zone. Of a checked one.
[[nodiscard]] std::string to_text(const Recurrence& recurrence);

}  // namespace loggia::scheduling
