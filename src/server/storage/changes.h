#pragma once

#include "core/scheduling/zone.h"
#include "server/storage/store.h"

#include <cstdint>
#include <vector>

/// The log that readers follow: which booking, and the free times of which day, changed.
namespace loggia::storage {

inline constexpr int longest_change_list = 1000;
inline constexpr std::int64_t changes_are_kept = 50'000;  ///< per business

struct Change {
    std::int64_t seq = 0;
    BookingId booking;
    Date on;  ///< a day in the location's zone
};

struct Changes {
    std::int64_t head = 0;  ///< the number of the last change there is
    bool complete = true;   ///< false: some since then are no longer kept
    std::vector<Change> list;
};

/// A change for every day that `claimed` touches: the visit with its buffers. Each takes a number.
Outcome<void> record_change(BusinessWriter& business, const scheduling::Zone& zone, BookingId booking,
                            TimeRange claimed);

/// A change of the catalog or of who may do what: counts today, and no booking.
Outcome<void> record_catalog_change(BusinessWriter& business, Date today);

/// What came after `since`, ascending, at most `longest_change_list`.
[[nodiscard]] Outcome<Changes> changes_since(const BusinessReader& business, std::int64_t since);

/// Lets go of all but the newest `keep`.
Outcome<void> forget_old_changes(BusinessWriter& business, std::int64_t keep = changes_are_kept);

}  // namespace loggia::storage
