#pragma once

#include "core/scheduling/rules.h"
#include "core/scheduling/snapshot.h"

#include <expected>
#include <optional>
#include <vector>

namespace loggia::scheduling {

struct FreeTimesQuery {
    const domain::Service* service = nullptr;
    std::optional<PersonId> person;  ///< nothing: any who performs the service
    Date from;                       ///< first day, in the location's zone
    Date to;                         ///< last day, included
    Instant now;
    RefusalSet waived{};  ///< by staff who may; of what may be waived
};

/// A start that can be booked on this snapshot, and who and what would serve it: the performer with the
/// fewest bookings that day (ties by the service's order), the first free room in the service's order.
struct FreeTime {
    Instant starts_at;
    PersonId person;
    std::optional<ResourceId> room;  ///< nothing if the service needs none

    bool operator==(const FreeTime&) const = default;
};

/// Every start on the grid at which a performer and, where needed, a room and equipment are free for buffers and
/// duration, within working and opening hours (the visit itself, not its buffers, lies within them, as it does not
/// touch a closure or a leave), notice, cut-off, horizon and limits. How long it takes is the performer's own.
/// Ascending, each start once. Hours and grid are what the clock on the wall shows: on a day on which the clocks
/// change no visit starts in a skipped hour, in a repeated hour visits start at its first showing only, and a visit
/// lasts as long as on any other day.
[[nodiscard]] std::vector<FreeTime> free_times(const Snapshot& snapshot, const FreeTimesQuery& query);

/// The same rules for one start: who and what would serve it, or the rule that keeps even those from it who come
/// nearest.
[[nodiscard]] std::expected<FreeTime, Refusal> check_start(const Snapshot& snapshot, const FreeTimesQuery& query,
                                                           Instant starts_at);

/// The limit of clients that one more visit then would break, of what the snapshot knows of its client. No other
/// rule is asked.
[[nodiscard]] std::optional<Refusal> client_limit(const Snapshot& snapshot, const FreeTimesQuery& query,
                                                  Instant starts_at);

/// The cells that a visit claims of each person and thing it needs: from the start minus the buffer before, rounded
/// down, to the end plus the buffer after, rounded up. A cell number is floor(unix seconds / 300).
struct CellRange {
    std::int64_t from = 0;
    std::int64_t to = 0;  ///< exclusive
    bool operator==(const CellRange&) const = default;
};
[[nodiscard]] CellRange claimed_cells(const domain::Terms& terms, Instant starts_at);
[[nodiscard]] CellRange claimed_cells(const domain::Service& service, Instant starts_at);

}  // namespace loggia::scheduling
