#pragma once

#include "core/base/id.h"
#include "core/base/time.h"

#include <optional>
#include <string>
#include <vector>

/// When places are open and people work, by the clock on the wall of the location. Times are counted from local
/// midnight; hours that go on after midnight end at more than 24 h, up to 48 h, and belong to the day they begin on.
namespace loggia::domain {

struct DayHours {
    minutes from{};
    minutes to{};
    bool operator==(const DayHours&) const = default;
};

/// The same on every such day of the week.
struct WeeklyHours {
    std::chrono::weekday weekday;
    minutes from{};
    minutes to{};
    bool operator==(const WeeklyHours&) const = default;
};

/// What holds on one date in place of the hours of its weekday. None: no work on that day.
struct DateHours {
    Date date;
    std::vector<DayHours> hours;
    bool operator==(const DateHours&) const = default;
};

/// Days, or the same part of each of them, on which a location is closed: a holiday, a party, a burst pipe.
struct Closure {
    ClosureId id;
    std::optional<LocationId> location;  ///< nothing: all of them
    std::string name;
    Date from;
    Date to;  ///< included
    DayHours part{minutes{0}, std::chrono::hours{24}};
};

enum class LeaveStatus : std::uint8_t { requested, approved, declined };

[[nodiscard]] std::string_view name_of(LeaveStatus status);
[[nodiscard]] std::optional<LeaveStatus> leave_status_named(std::string_view name);

/// Somebody is away, whatever their hours say. Only what has been approved counts.
struct Leave {
    LeaveId id;
    TimeRange range;
    LeaveStatus status = LeaveStatus::approved;
    std::string reason{};  ///< for those who plan; never for clients
};

}  // namespace loggia::domain
