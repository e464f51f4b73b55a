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
    return resources;
}

/// Where the days first…last begin and end, in cells: one number more than days.
std::vector<std::int64_t> midnights(const scheduling::Zone& zone, Date first, Date last) {
    std::vector<std::int64_t> cells;
    for (Date day = first; day <= last; day = plus_days(day, 1)) cells.push_back(cell_of(zone.day(day).from));
    cells.push_back(cell_of(zone.day(last).to));
    return cells;
}

}  // namespace

Outcome<BusyDays::Resources> BusyDays::read(const BusinessReader& business, const Catalog& catalog, Date first,
                                            Date last, Date oldest) {
    BusyDays& kept = business.store().m_busy_days[business.business()];
    if (kept.m_catalog_version != catalog.version) kept.m_days.clear();
    kept.m_catalog_version = catalog.version;
    TRY(kept.forget_changed_days(business));
    kept.m_days.erase(kept.m_days.begin(), kept.m_days.lower_bound(oldest));

    for (Date day = first; day <= last; day = plus_days(day, 1)) {
        if (kept.m_days.contains(day)) continue;
        Date end = day;
        while (end < last && !kept.m_days.contains(plus_days(end, 1))) end = plus_days(end, 1);
        TRY(kept.load(business, catalog, day, end));
        day = end;
    }
    Resources found;
    for (auto day = kept.m_days.lower_bound(first); day != kept.m_days.upper_bound(last); ++day)
        for (const auto& [resource, times] : day->second)
            for (const auto& time : times) append(found[resource], time);
    return found;
}

Outcome<void> BusyDays::forget_changed_days(const BusinessReader& business) {
    while (true) {
        const Changes changes = TRY(changes_since(business, m_seq < 0 ? 0 : m_seq));
        if (m_seq < 0 || !changes.complete) {
            m_days.clear();
            m_seq = changes.head;
            return {};
        }
        for (const auto& change : changes.list) {
            m_days.erase(change.on);
            m_seq = change.seq;
        }
        if (m_seq == changes.head) return {};
    }
}

Outcome<void> BusyDays::load(const BusinessReader& business, const Catalog& catalog, Date first, Date last) {
    const Expiries expiries = TRY(expiries_of_holds(business));
    const auto begins = midnights(*catalog.zone, first, last);
    std::vector<Resources*> days;
    for (Date day = first; day <= last; day = plus_days(day, 1)) days.push_back(&m_days[day]);

    for (const ResourceId resource : resources_of(catalog)) {
        std::size_t day = 0;
        TRY(read_claims(business, resource, {begins.front(), begins.back()}, [&](const Claim& claim) {
            const auto expiry = expiries.find(claim.booking);
            const auto expires_at = expiry == expiries.end() ? std::nullopt : std::optional{expiry->second};
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
