#pragma once

#include "core/scheduling/free_times.h"
#include "core/scheduling/snapshot.h"

#include <chrono>
#include <span>
#include <vector>

namespace loggia::scheduling {

/// A snapshot, and in it what has been given to visits of a series: each week that has some is a page with all that
/// matters to starts of the week and `reach` around it, so that what is asked of one visit does not look through two
/// years of claims.
class SeriesBook {
public:
    SeriesBook(const Snapshot& snapshot, const domain::Service& service, std::span<const Instant> starts, days reach);

    /// For starts at most `reach` from this one, which is one of those the book was made for.
    [[nodiscard]] const Snapshot& around(Instant start) const;

    /// Claims what the visit takes, and counts it for its performer and the client.
    void add(const FreeTime& time);
    /// Of what has been added and is still there.
    void remove(const FreeTime& time);

private:
    struct Page {
        std::chrono::local_days week;
        TimeRange range;
        Snapshot snapshot;
    };

    template <class OnRanges, class OnVisits>
    void change(const FreeTime& time, OnRanges on_ranges, OnVisits on_visits);

    const Zone& m_zone;
    const domain::Service& m_service;
    std::vector<Page> m_pages;  ///< by week
};

}  // namespace loggia::scheduling
