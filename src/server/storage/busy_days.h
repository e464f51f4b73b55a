#pragma once

#include "server/storage/bookings.h"
#include "server/storage/catalog.h"
#include "server/storage/claims.h"

#include <map>
#include <vector>

namespace loggia::storage {

/// A claim as free times need it.
struct BusyTime {
    TimeRange range;
    BookingId booking;
    std::optional<Instant> expires_at;  ///< of a hold: free from then on
};

/// What has been taken in some days: per resource ascending for each unit of it, each visit whole.
struct BusyPeriod {
    std::map<ResourceId, std::vector<BusyTime>> resources;
    std::vector<ServedVisit> visits;  ///< of the weeks whole; none where nobody is limited
};

/// The claims of a business by day of the location and resource, kept in memory by one reading thread. The change log
/// says which days to read again, so a listing costs what changed since the last one and not what is booked.
class BusyDays {
public:
    /// Brings the days first…last up to date with the reader's transaction and hands out what is taken in them. Lets
    /// go of days before `oldest`, so that what is kept is bounded by what may be asked for.
    [[nodiscard]] static Outcome<BusyPeriod> read(const BusinessReader& business, const Catalog& catalog, Date first,
                                                  Date last, Date oldest);

private:
    void forget();
    Outcome<void> forget_changed_days(const BusinessReader& business);
    Outcome<void> load_visits(const BusinessReader& business, const Catalog& catalog, Date first, Date last);
    Outcome<void> load(const BusinessReader& business, const Catalog& catalog, Date first, Date last);

    std::int64_t m_seq = -1;
    std::int64_t m_catalog_version = -1;
    std::map<Date, std::map<ResourceId, std::vector<BusyTime>>> m_days;
    std::map<Date, std::vector<ServedVisit>> m_visits;  ///< by the day they start on
};

}  // namespace loggia::storage
