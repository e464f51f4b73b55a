#include "server/storage/busy_days.h"

#include "server/storage/changes.h"

#include <unordered_map>

namespace loggia::storage {

namespace {

constexpr std::int64_t cells_a_day = 288;

std::int64_t day_of_cell(std::int64_t cell) {
    return cell >= 0 ? cell / cells_a_day : (cell - cells_a_day + 1) / cells_a_day;
}

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

}  // namespace

Outcome<BusyDays::Resources> BusyDays::read(const BusinessReader& business, const Catalog& catalog,
                                            scheduling::CellRange cells, Instant oldest) {
    BusyDays& kept = business.store().m_busy_days[business.business()];
    if (kept.m_catalog_version != catalog.version) kept.m_days.clear();
    kept.m_catalog_version = catalog.version;
    TRY(kept.forget_changed_days(business));
    kept.m_days.erase(kept.m_days.begin(), kept.m_days.lower_bound(day_of_cell(cell_of(oldest))));

    const std::int64_t first = day_of_cell(cells.from);
    const std::int64_t last = day_of_cell(cells.to - 1);
    for (std::int64_t day = first; day <= last; ++day) {
        if (kept.m_days.contains(day)) continue;
        std::int64_t end = day;
        while (end < last && !kept.m_days.contains(end + 1)) ++end;
        TRY(kept.load(business, catalog, day, end));
        day = end;
    }
    Resources found;
    for (std::int64_t day = first; day <= last; ++day)
        for (const auto& [resource, times] : kept.m_days[day])
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
            // A day of the location lies within three days of UTC, buffers included.
            const std::int64_t day = day_of(change.on).time_since_epoch().count();
            for (std::int64_t near = day - 1; near <= day + 1; ++near) m_days.erase(near);
            m_seq = change.seq;
        }
        if (m_seq == changes.head) return {};
    }
}

Outcome<void> BusyDays::load(const BusinessReader& business, const Catalog& catalog, std::int64_t first,
                             std::int64_t last) {
    const Expiries expiries = TRY(expiries_of_holds(business));
    for (std::int64_t day = first; day <= last; ++day) m_days[day] = {};
    const scheduling::CellRange cells{first * cells_a_day, (last + 1) * cells_a_day};
    for (const ResourceId resource : resources_of(catalog)) {
        TRY(read_claims(business, resource, cells, [&](const Claim& claim) {
            const auto expiry = expiries.find(claim.booking);
            const auto expires_at = expiry == expiries.end() ? std::nullopt : std::optional{expiry->second};
            for (std::int64_t from = claim.cells.from; from < claim.cells.to;) {
                const std::int64_t day = day_of_cell(from);
                const std::int64_t to = std::min(claim.cells.to, (day + 1) * cells_a_day);
                m_days[day][resource].push_back({
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
