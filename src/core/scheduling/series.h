#pragma once

#include "core/scheduling/explain_start.h"
#include "core/scheduling/free_times.h"

#include <optional>
#include <span>
#include <vector>

/// A whole series seen before it is booked: which of its visits are possible, with whom, and what to do about the
/// rest.
namespace loggia::scheduling {

struct SeriesQuery {
    const domain::Service* service = nullptr;
    std::optional<PersonId> person{};  ///< nothing: any who performs the service
    Instant now;
    RefusalSet waived{};   ///< by staff who may; of what may be waived
    int alternatives = 3;  ///< at most so many for each visit that is not possible
};

struct PlannedVisit {
    Instant starts_at;                     ///< as it was asked for
    std::optional<Refusal> refusal{};      ///< what keeps it from being booked then; nothing if it is possible
    StartExplanation explanation{};        ///< all that does
    std::optional<FreeTime> proposed{};    ///< then if possible, otherwise the first of the alternatives
    std::vector<FreeTime> alternatives{};  ///< nearest first; each can be booked in place of what is proposed

    [[nodiscard]] bool is_possible() const { return !refusal; }
};

struct SeriesPlan {
    std::optional<PersonId> person{};  ///< whom to keep: asked for, or who can serve the most; nothing if nobody can
    std::vector<PlannedVisit> visits;  ///< in the order given
};

/// Alternatives lie at most so many days from what was asked for.
inline constexpr days nearest_days{7};

/// By the rules that `check_start` knows, where what comes earlier in the series is booked already. Keeps one person
/// for the whole series: of those who can serve the most of it the one with the fewest claims on its days, ties by
/// the service's order; where they cannot and no person was asked for, another does.
///
/// All that is proposed can be booked together, and any part of it; an alternative together with all that is proposed
/// for the other visits. Visits that are possible come first, so none is given up for an alternative. Alternatives
/// are other times of the same day, the nearest first, then those of the days around it, the nearest day first and on
/// it the nearest time of day; ties to the earlier. The snapshot covers `nearest_days` before and after the series,
/// and for limits the weeks of those.
[[nodiscard]] SeriesPlan plan_series(const Snapshot& snapshot, const SeriesQuery& query,
                                     std::span<const Instant> starts);

}  // namespace loggia::scheduling
