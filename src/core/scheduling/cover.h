#pragma once

#include "core/scheduling/free_times.h"

#include <optional>
#include <span>
#include <vector>

/// Who could serve the visits that somebody cannot, at their times.
namespace loggia::scheduling {

/// A visit that needs somebody else. What it claims is claimed in the snapshot.
struct OpenVisit {
    BookingId booking;
    const domain::Service* service = nullptr;
    Instant starts_at;
    std::vector<domain::Need> things;  ///< its room and equipment
    TimeRange claimed;
};

struct Cover {
    BookingId booking;
    std::vector<PersonId> colleagues;  ///< free at its time, each taken alone; in the order of the service
    std::optional<PersonId> proposed;  ///< one of them, such that all that is proposed can be done together
};

/// For each visit, in the order given. What is proposed gives each to whoever has been given the fewest so far, ties
/// to the first of the service; a visit that comes later never takes a colleague from one that came before. By all
/// rules of booking but the waived ones.
[[nodiscard]] std::vector<Cover> plan_cover(Snapshot snapshot, PersonId absent, std::span<const OpenVisit> visits,
                                            Instant now, RefusalSet waived = {});

}  // namespace loggia::scheduling
