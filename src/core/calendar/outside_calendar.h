#pragma once

#include "core/base/result.h"
#include "core/calendar/written_time.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace loggia::calendar {

// What somebody else's calendar may have at most.
inline constexpr std::size_t largest_calendar = 1024 * 1024;  ///< bytes
inline constexpr std::size_t most_lines = 100'000;
inline constexpr std::size_t most_events = 10'000;
inline constexpr std::size_t deepest_component = 8;
inline constexpr std::size_t most_remarks = 20;

/// Something in a calendar that we could not follow, worded for whoever wants it read.
struct Remark {
    std::size_t line = 0;
    std::string text;
};

/// The first `most_remarks` of them, in the order in which they were made.
class Remarks {
public:
    void add(std::size_t line, std::string text);
    [[nodiscard]] const std::vector<Remark>& all() const { return m_all; }

private:
    std::vector<Remark> m_all;
};

struct OutsideTime {
    WrittenTime written;
    std::optional<std::size_t> zone;  ///< in OutsideCalendar::zones; none: UTC, or of no zone
};

/// From FREEBUSY and RDATE. One of `end` and `duration` is set, or neither: as long as its event.
struct OutsidePeriod {
    OutsideTime start;
    std::optional<OutsideTime> end;
    std::optional<WrittenDuration> duration;
};

/// The parts of a VEVENT that say when somebody is busy; who, what and where are not kept.
struct OutsideEvent {
    std::size_t line = 0;  ///< of its BEGIN
    std::string uid;
    std::optional<OutsideTime> start;  ///< set in every event that was read
    std::optional<OutsideTime> end;
    std::optional<WrittenDuration> duration;
    std::vector<std::string> rules;
    std::vector<OutsidePeriod> added;
    std::vector<OutsideTime> left_out;
    std::optional<OutsideTime> replaces;  ///< RECURRENCE-ID: the time of its series that it stands for
    bool is_cancelled = false;
    bool is_transparent = false;
};

struct OutsideZone {
    std::string name;
    std::string location;  ///< X-LIC-LOCATION of the VTIMEZONE; empty if there is none
    std::size_t line = 0;  ///< that names it first
};

struct OutsideCalendar {
    std::vector<OutsideEvent> events;
    std::vector<OutsidePeriod> busy_periods;
    std::vector<OutsideZone> zones;
    std::size_t damaged_events = 0;  ///< left out, each with a remark
    Remarks remarks;
};

/// Reads iCalendar text that anybody may have written. A failure names the line and says what is wrong there: the
/// text is no calendar, breaks off, is not properly nested or is beyond the bounds above. What is wrong within one
/// event costs that event alone.
[[nodiscard]] Result<OutsideCalendar> read_outside_calendar(std::string_view text);

}  // namespace loggia::calendar
