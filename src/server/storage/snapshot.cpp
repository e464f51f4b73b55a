#include "server/storage/snapshot.h"

#include "server/storage/busy_days.h"

#include <algorithm>

namespace loggia::storage {

namespace {

scheduling::Calendar calendar_of(const StaffMember& member) {
    return {domain::resource_of(member.person.id), member.hours, {}};
}

scheduling::Snapshot empty_snapshot(const Catalog& catalog) {
    scheduling::Snapshot snapshot;
    snapshot.zone = catalog.zone;
    snapshot.rules = catalog.business.rules;
    return snapshot;
}

}  // namespace

Outcome<scheduling::Snapshot> read_snapshot(const BusinessReader& business, const Catalog& catalog, Date from,
                                            Date to, Instant now) {
    // Nothing outside the horizon can be booked, so nothing outside it is read or kept, whatever is asked for.
    const Date today = catalog.today(now);
    const Date first = std::max(from, today);
    const Date last = std::min(to, date_of(day_of(today) + catalog.business.rules.horizon));
    auto snapshot = empty_snapshot(catalog);
    if (last < first) return snapshot;

    // A day more on each side: buffers of the first and last visits may reach over midnight.
    const auto busy =
        TRY(BusyDays::read(business, catalog, plus_days(first, -1), plus_days(last, 1), plus_days(today, -1)));
    const auto fill = [&](scheduling::Calendar calendar) {
        const auto times = busy.find(calendar.resource);
        if (times == busy.end()) return calendar;
        calendar.busy.reserve(times->second.size());
        for (const auto& time : times->second)
            if (!time.expires_at || *time.expires_at > now) calendar.busy.push_back(time.range);
        return calendar;
    };
    for (const auto& member : catalog.staff) snapshot.people.push_back(fill(calendar_of(member)));
    for (const auto& room : catalog.rooms) snapshot.rooms.push_back(fill({room.id, {}, {}}));
    return snapshot;
}

Outcome<scheduling::Snapshot> read_start_snapshot(const BusinessWriter& business, const Catalog& catalog,
                                                  const scheduling::FreeTimesQuery& query, Instant starts_at) {
    const auto& service = *query.service;
    const auto stretch = scheduling::claimed_cells(service, starts_at);
    const TimeRange day = catalog.zone->day(catalog.zone->date_at(starts_at));
    const scheduling::CellRange whole_day{std::min(stretch.from, cell_of(day.from)),
                                          std::max(stretch.to, cell_of(day.to))};
    const auto fill = [&](scheduling::Calendar& calendar, scheduling::CellRange cells) {
        return read_claims(business, calendar.resource, cells, [&](const Claim& claim) {
            calendar.busy.push_back({instant_of_cell(claim.cells.from), instant_of_cell(claim.cells.to)});
        });
    };
    auto snapshot = empty_snapshot(catalog);
    for (const PersonId performer : service.performers) {
        const auto* member = catalog.find_staff(performer);
        if (!member || (query.person && *query.person != performer)) continue;
        snapshot.people.push_back(calendar_of(*member));
        TRY(fill(snapshot.people.back(), query.person ? stretch : whole_day));
    }
    for (const ResourceId room : service.rooms) {
        snapshot.rooms.push_back({room, {}, {}});
        TRY(fill(snapshot.rooms.back(), stretch));
    }
    return snapshot;
}

}  // namespace loggia::storage
