#pragma once

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/domain/business.h"
#include "core/scheduling/zone.h"

#include <expected>
#include <optional>
#include <string_view>
#include <vector>

namespace loggia::scheduling {

/// What one person or room offers and what has been taken of it. Hours that do not lie on five minutes are
/// rounded inwards, busy times outwards.
struct Calendar {
    ResourceId resource;
    std::vector<domain::WorkingHours> hours;  ///< empty for a room: open whenever a person works
    std::vector<TimeRange> busy;  ///< one range per claim of any kind, buffers included; any order, may overlap
};

/// All that free times depend on, read in one transaction.
struct Snapshot {
    const Zone* zone = nullptr;  ///< of the location
    domain::BookingRules rules;
    std::vector<Calendar> people;
    std::vector<Calendar> rooms;
};

struct FreeTimesQuery {
    const domain::Service* service = nullptr;
    std::optional<PersonId> person;  ///< nothing: any who performs the service
    Date from;                       ///< first day, in the location's zone
    Date to;                         ///< last day, included
    Instant now;
};

/// A start that can be booked on this snapshot, and who and what would serve it: the performer with the
/// fewest bookings that day (ties by the service's order), the first free room in the service's order.
struct FreeTime {
    Instant starts_at;
    PersonId person;
    std::optional<ResourceId> room;  ///< nothing if the service needs none

    bool operator==(const FreeTime&) const = default;
};

/// Every start on the grid at which a performer and, where needed, a room are free for buffers and duration,
/// within working hours (the visit itself, not its buffers, lies within them), notice and horizon. Ascending,
/// each start once. Hours and grid are what the clock on the wall shows: on a day on which the clocks change
/// no visit starts in a skipped hour, in a repeated hour visits start at its first showing only, and a visit
/// lasts as long as on any other day.
[[nodiscard]] std::vector<FreeTime> free_times(const Snapshot& snapshot, const FreeTimesQuery& query);

/// Why a start cannot be booked.
enum class Refusal {
    too_soon,  ///< minimum notice
    too_far,   ///< horizon
    off_grid,
    does_not_perform,  ///< the person does not perform the service
    not_working,
    person_busy,
    no_room,
};

/// The same rules for one start: who and what would serve it, or why nobody can.
[[nodiscard]] std::expected<FreeTime, Refusal> check_start(const Snapshot& snapshot, const FreeTimesQuery& query,
                                                           Instant starts_at);

/// One sentence for a client; names no other person and no record.
[[nodiscard]] std::string_view explain(Refusal refusal);

/// The cells that a visit claims for one resource: from the start minus the buffer before, rounded down, to
/// the end plus the buffer after, rounded up. A cell number is floor(unix seconds / 300).
struct CellRange {
    std::int64_t from = 0;
    std::int64_t to = 0;  ///< exclusive
    bool operator==(const CellRange&) const = default;
};
[[nodiscard]] CellRange claimed_cells(const domain::Service& service, Instant starts_at);

}  // namespace loggia::scheduling
