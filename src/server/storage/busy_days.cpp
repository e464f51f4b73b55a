#include "server/storage/busy_days.h"

#include "server/storage/changes.h"

#include <algorithm>
#include <unordered_map>

namespace loggia::storage {

namespace {

using Expiries = std::unordered_map<BookingId, Instant>;

Outcome<Expiries> expiries_of_holds(const BusinessReader& business) {
    auto query = TRY(business.query("SELECT id, expires_at FROM booking WHERE business_id = ?1 AND status = 'held' "
                                    "AND expires_at IS NOT NULL"));
    Expiries expiries;
    while (TRY(query.next())) expiries.emplace(query.get<BookingId>(0), query.get<Instant>(1));
    return expiries;
}

/// Puts the parts of a visit that crosses midnight together again.
void append(std::vector<BusyTime>& times, const BusyTime& time) {
    if (!times.empty() && times.back().booking == time.booking && times.back().range.to == time.range.from)
        times.back().range.to = time.range.to;
    else
        times.push_back(time);
}

std::vector<ResourceId> resources_of(const Catalog& catalog) {
    std::vector<ResourceId> resources;
    for (const auto& member : catalog.staff) resources.push_back(domain::resource_of(member.person.id));
    for (const auto& room : catalog.rooms) resources.push_back(room.id);
    for (const auto& equipment : catalog.equipment) resources.push_back(equipment.id);
    return resources;
}

/// Where the days first…last begin and end, in cells: one number more than days.
std::vector<std::int64_t> midnights(const scheduling::Zone& zone, Date first, Date last) {
    std::vector<std::int64_t> cells;
    for (Date day = first; day <= last; day = plus_days(day, 1)) cells.push_back(cell_of(zone.day(day).from));
    cells.push_back(cell_of(zone.day(last).to));
    return cells;
}

/// The Monday of that week.
Date monday_of(Date date) {
    const auto day = day_of(date);
    return date_of(day - (std::chrono::weekday{day} - std::chrono::Monday));
}

/// Calls `load(first, last)` for each stretch of days that `kept` has not.
template <class Kept, class Load>
Outcome<void> load_missing(const Kept& kept, Date first, Date last, Load load) {
    for (Date day = first; day <= last; day = plus_days(day, 1)) {
        if (kept.contains(day)) continue;
        Date end = day;
        while (end < last && !kept.contains(plus_days(end, 1))) end = plus_days(end, 1);
        TRY(load(day, end));
        day = end;
    }
    return {};
}

}  // namespace

Outcome<BusyPeriod> BusyDays::read(const BusinessReader& business, const Catalog& catalog, Date first, Date last,
                                   Date oldest) {
    BusyDays& kept = business.store().m_busy_days[business.business()];
    if (kept.m_catalog_version != catalog.version) kept.forget();
    kept.m_catalog_version = catalog.version;
    TRY(kept.forget_changed_days(business));
    kept.m_days.erase(kept.m_days.begin(), kept.m_days.lower_bound(oldest));
    kept.m_visits.erase(kept.m_visits.begin(), kept.m_visits.lower_bound(monday_of(oldest)));

    TRY(load_missing(kept.m_days, first, last,
                     [&](Date from, Date to) { return kept.load(business, catalog, from, to); }));
    BusyPeriod found;
    for (auto day = kept.m_days.lower_bound(first); day != kept.m_days.upper_bound(last); ++day)
        for (const auto& [resource, times] : day->second)
            for (const auto& time : times) append(found.resources[resource], time);
    if (!catalog.is_anybody_limited()) return found;

    const Date monday = monday_of(first);
    const Date sunday = plus_days(monday_of(last), 6);
    TRY(load_missing(kept.m_visits, monday, sunday,
                     [&](Date from, Date to) { return kept.load_visits(business, catalog, from, to); }));
    for (auto day = kept.m_visits.lower_bound(monday); day != kept.m_visits.upper_bound(sunday); ++day)
        found.visits.insert(found.visits.end(), day->second.begin(), day->second.end());
    return found;
}

Outcome<void> BusyDays::forget_changed_days(const BusinessReader& business) {
    while (true) {
        const Changes changes = TRY(changes_since(business, m_seq < 0 ? 0 : m_seq));
        if (m_seq < 0 || !changes.complete) {
            forget();
            m_seq = changes.head;
            return {};
        }
        for (const auto& change : changes.list) {
            m_days.erase(change.on);
            m_visits.erase(change.on);
            m_seq = change.seq;
        }
        if (m_seq == changes.head) return {};
    }
}

void BusyDays::forget() {
    m_days.clear();
    m_visits.clear();
}

Outcome<void> BusyDays::load_visits(const BusinessReader& business, const Catalog& catalog, Date first, Date last) {
    for (Date day = first; day <= last; day = plus_days(day, 1)) m_visits[day];
    const TimeRange range{catalog.zone->day(first).from, catalog.zone->day(last).to};
    for (const auto& visit : TRY(visits_between(business, range)))
        m_visits[catalog.zone->date_at(visit.starts_at)].push_back(visit);
    return {};
}

Outcome<void> BusyDays::load(const BusinessReader& business, const Catalog& catalog, Date first, Date last) {
    const Expiries expiries = TRY(expiries_of_holds(business));
    const auto begins = midnights(*catalog.zone, first, last);
    std::vector<std::map<ResourceId, std::vector<BusyTime>>*> days;
    for (Date day = first; day <= last; day = plus_days(day, 1)) days.push_back(&m_days[day]);

    for (const ResourceId resource : resources_of(catalog)) {
        std::size_t day = 0;
        TRY(read_claims(business, catalog, resource, {begins.front(), begins.back()}, [&](const Claim& claim) {
            const auto expiry = expiries.find(claim.booking);
            const auto expires_at = expiry == expiries.end() ? std::nullopt : std::optional{expiry->second};
            if (claim.cells.from < begins[day]) day = 0;  // the next unit begins anew
            for (std::int64_t from = claim.cells.from; from < claim.cells.to;) {
                while (begins[day + 1] <= from) ++day;
                const std::int64_t to = std::min(claim.cells.to, begins[day + 1]);
                (*days[day])[resource].push_back(BusyTime{
                    {instant_of_cell(from), instant_of_cell(to)},
                    claim.booking, expires_at
                });
                from = to;
            }
        }));
    }
    return {};
}

}  // namespace loggia::storage
