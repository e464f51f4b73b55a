#pragma once

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/domain/business.h"
#include "core/scheduling/zone.h"

#include <optional>
#include <vector>

namespace loggia::scheduling {

/// A booking as limits count it.
struct Visit {
    Instant starts_at;
    minutes duration{};
    bool operator==(const Visit&) const = default;
};

/// What one person, room or kind of equipment offers at the location and what has been taken of it. Hours that do
/// not lie on five minutes are rounded inwards; busy times, leave and closures outwards.
struct Calendar {
    ResourceId resource;
    std::vector<domain::WeeklyHours> hours;  ///< empty for a room or equipment: there whenever a person works
    /// One range for each unit that a claim of any kind takes, buffers included; any order, may overlap.
    std::vector<TimeRange> busy;
    std::vector<domain::DateHours> other_hours{};  ///< in place of `hours`; each date once
    std::vector<domain::Leave> leave{};            ///< of a person
    int capacity = 1;                              ///< units
    domain::WorkLimits limits{};                   ///< of a person
    std::vector<Visit> visits{};        ///< those of the weeks asked about; may be left out where nothing is limited
    std::vector<BookingId> taken_by{};  ///< whose each of `busy` is; may be left out where nobody asks
};

/// All that free times at one location depend on, read in one transaction.
struct Snapshot {
    const Zone* zone = nullptr;  ///< of the location
    domain::BookingRules rules;
    std::vector<Calendar> people;
    std::vector<Calendar> rooms;
    std::vector<Calendar> equipment{};
    std::vector<domain::WeeklyHours> opening{};  ///< none: open whenever a person works
    std::vector<domain::Closure> closures{};     ///< of this location
    /// Bookings of the client it is for: those of the weeks asked about and all that are open. Nothing: not known
    /// who it is for, and no limit is asked.
    std::optional<std::vector<Visit>> client{};
};

}  // namespace loggia::scheduling
