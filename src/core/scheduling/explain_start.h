#pragma once

#include "core/scheduling/free_times.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace loggia::scheduling {

/// One rule that stands against a start, about which record, and from when to when. For those who may know it:
/// visitors hear `explain(Refusal)`.
struct Obstacle {
    Refusal rule{};
    std::optional<PersonId> performer{};   ///< keeps only them from it; nothing: whoever would serve it
    std::optional<ResourceId> resource{};  ///< the person, room or equipment it is about; nothing: the business
    std::optional<Instant> since{};
    std::optional<Instant> until{};
    std::int64_t limit = 0;  ///< how many, or how many minutes, of a limit and of the grid
    std::optional<ClosureId> closure{};
    std::string closure_name{};
    std::optional<LeaveId> leave{};
    std::optional<BookingId> booking{};  ///< that takes the time, where the snapshot says whose it is

    bool operator==(const Obstacle&) const = default;
};

/// All that stands against a start. It can be booked once nothing stands against some performer: rules of the
/// business and the place, their own, and of the rooms any one.
struct StartExplanation {
    std::vector<PersonId> performers;  ///< who would serve it, in the service's order
    std::vector<Obstacle> obstacles;   ///< by performer and thing, each in the order of the rules
};
[[nodiscard]] StartExplanation explain_start(const Snapshot& snapshot, const FreeTimesQuery& query,
                                             Instant starts_at);

/// What keeps from it those who come nearest; nothing if it can be booked.
[[nodiscard]] std::optional<Refusal> main_refusal(const StartExplanation& explanation);

/// What stands against this performer with the room that comes nearest: the start can be booked with them once these
/// are gone.
[[nodiscard]] std::vector<Obstacle> in_the_way_of(const StartExplanation& explanation, PersonId performer);

/// One sentence for those who plan, which names the person, room or equipment and the times on the wall.
[[nodiscard]] std::string describe(const Obstacle& obstacle, const Zone& zone,
                                   const std::function<std::string(ResourceId)>& name_of_resource);

}  // namespace loggia::scheduling
