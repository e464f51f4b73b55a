#include "core/scheduling/series_book.h"

#include "core/domain/person.h"
#include "core/scheduling/period.h"

#include <algorithm>
#include <cassert>
#include <iterator>

namespace loggia::scheduling {
namespace {

using std::chrono::local_days;

local_days week_of(const Zone& zone, Instant start) {
    const auto day = day_of(zone.date_at(start));
    return day - (std::chrono::weekday{day} - std::chrono::Monday);
}

/// From the start of what it claims to the end of it, with whoever needs the most.
minutes longest_claim(const domain::Service& service) {
    const auto length = [](const domain::Terms& terms) {
        return terms.buffer_before + terms.duration + terms.buffer_after;
    };
    minutes longest = length(domain::terms_of(service));
    for (const auto& own : service.own_terms)
        longest = std::max(longest, length(domain::terms_of(service, own.person)));
    return longest;
}

Calendar cut(const Calendar& whole, const TimeRange& range) {
    Calendar part{.resource = whole.resource,
                  .hours = whole.hours,
                  .busy = {},
                  .other_hours = whole.other_hours,
                  .leave = whole.leave,
                  .capacity = whole.capacity,
                  .limits = whole.limits};
    for (std::size_t i = 0; i < whole.busy.size(); ++i) {
        if (!range.overlaps(whole.busy[i])) continue;
        part.busy.push_back(whole.busy[i]);
        if (i < whole.taken_by.size()) part.taken_by.push_back(whole.taken_by[i]);
    }
    std::ranges::copy_if(whole.visits, std::back_inserter(part.visits),
                         [&](const Visit& visit) { return range.contains(visit.starts_at); });
    return part;
}

/// All bookings of the client stay: of those that are open it matters how many there are, not when.
Snapshot cut(const Snapshot& whole, const TimeRange& range) {
    Snapshot part{.zone = whole.zone,
                  .rules = whole.rules,
                  .people = {},
                  .rooms = {},
                  .opening = whole.opening,
                  .closures = whole.closures,
                  .client = whole.client};
    for (const auto kind : {&Snapshot::people, &Snapshot::rooms, &Snapshot::equipment})
        for (const Calendar& calendar : whole.*kind) (part.*kind).push_back(cut(calendar, range));
    return part;
}

Calendar* calendar_of(std::vector<Calendar>& calendars, ResourceId resource) {
    const auto found = std::ranges::find(calendars, resource, &Calendar::resource);
    return found == calendars.end() ? nullptr : &*found;
}

template <class T> void erase_last(std::vector<T>& all, const T& one) {
    const auto last = std::find(all.rbegin(), all.rend(), one);
    assert(last != all.rend());
    all.erase(std::prev(last.base()));
}

}  // namespace

SeriesBook::SeriesBook(const Snapshot& snapshot, const domain::Service& service, std::span<const Instant> starts,
                       days reach)
    : m_zone(*snapshot.zone), m_service(service) {
    // Limits count whole weeks, and a day more covers any change of clocks.
    const auto margin = reach + days{8} + longest_claim(service);
    for (const Instant start : starts) {
        const local_days week = week_of(m_zone, start);
        const auto place = std::ranges::lower_bound(m_pages, week, {}, &Page::week);
        if (place != m_pages.end() && place->week == week) continue;
        const TimeRange range{m_zone.to_instant(week) - margin, m_zone.to_instant(week + days{7}) + margin};
        m_pages.insert(place, {week, range, cut(snapshot, range)});
    }
}

const Snapshot& SeriesBook::around(Instant start) const {
    const local_days week = week_of(m_zone, start);
    const auto page = std::ranges::lower_bound(m_pages, week, {}, &Page::week);
    assert(page != m_pages.end() && page->week == week);
    return page->snapshot;
}

void SeriesBook::add(const FreeTime& time) {
    change(
        time,
        [](std::vector<TimeRange>& busy, int units, const TimeRange& claimed) {
            busy.insert(busy.end(), static_cast<std::size_t>(units), claimed);
        },
        [](std::vector<Visit>& visits, const Visit& visit) { visits.push_back(visit); });
}

void SeriesBook::remove(const FreeTime& time) {
    change(
        time,
        [](std::vector<TimeRange>& busy, int units, const TimeRange& claimed) {
            for (int unit = 0; unit < units; ++unit) erase_last(busy, claimed);
        },
        [](std::vector<Visit>& visits, const Visit& visit) { erase_last(visits, visit); });
}

template <class OnRanges, class OnVisits>
void SeriesBook::change(const FreeTime& time, OnRanges on_ranges, OnVisits on_visits) {
    const auto terms = domain::terms_of(m_service, time.person);
    const CellRange cells = claimed_cells(terms, time.starts_at);
    const TimeRange claimed{instant_of(cells.from * cell_seconds), instant_of(cells.to * cell_seconds)};
    const Visit visit{time.starts_at, terms.duration};
    for (Page& page : m_pages) {
        Snapshot& snapshot = page.snapshot;
        if (snapshot.client) on_visits(*snapshot.client, visit);
        if (!page.range.overlaps(claimed)) continue;
        if (Calendar* person = calendar_of(snapshot.people, domain::resource_of(time.person))) {
            on_ranges(person->busy, 1, claimed);
            on_visits(person->visits, visit);
        }
        if (time.room)
            if (Calendar* room = calendar_of(snapshot.rooms, *time.room)) on_ranges(room->busy, 1, claimed);
        for (const auto& need : m_service.equipment)
            if (Calendar* kind = calendar_of(snapshot.equipment, need.resource))
                on_ranges(kind->busy, need.units, claimed);
    }
}

}  // namespace loggia::scheduling
