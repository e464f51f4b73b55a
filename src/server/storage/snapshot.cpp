#include "server/storage/snapshot.h"

#include "server/storage/busy_days.h"

#include <algorithm>

namespace loggia::storage {

namespace {

/// Dates that matter to visits of the days asked about: hours and leave may begin the day before, and visits go on.
struct Period {
    Date from;
    Date to;
};
constexpr int days_before = 2;
constexpr int days_after = 14;

/// That anybody plans.
constexpr days farthest{731};

scheduling::Calendar calendar_of(const StaffMember& member, LocationId location, const scheduling::Zone& zone,
                                 const Period& period) {
    scheduling::Calendar calendar{domain::resource_of(member.person.id), {}, {}};
    for (const auto& hours : member.hours)
        if (hours.location == location) calendar.hours.push_back(hours.weekly);
    const Date first = plus_days(period.from, -days_before);
    const Date last = plus_days(period.to, days_after);
    for (const auto& other : member.other_hours) {
        if (other.date < first || other.date > last) continue;
        if (calendar.other_hours.empty() || calendar.other_hours.back().date != other.date)
            calendar.other_hours.push_back({other.date, {}});
        if (other.location == location) calendar.other_hours.back().hours.push_back(other.hours);
    }
    const TimeRange whole{zone.day(first).from, zone.day(last).to};
    for (const auto& leave : member.leave)
        if (leave.range.overlaps(whole)) calendar.leave.push_back(leave);
    calendar.limits = member.limits;
    return calendar;
}

scheduling::Snapshot empty_snapshot(const Catalog& catalog, const domain::Location& location) {
    scheduling::Snapshot snapshot;
    snapshot.zone = scheduling::Zone::find(location.zone);
    snapshot.rules = catalog.business.rules;
    snapshot.opening = location.opening;
    for (const auto& closure : catalog.closures)
        if (!closure.location || closure.location == location.id) snapshot.closures.push_back(closure);
    return snapshot;
}

scheduling::Calendar calendar_of(const domain::Room& room) {
    scheduling::Calendar calendar{room.id, room.hours, {}};
    calendar.capacity = room.capacity;
    return calendar;
}

scheduling::Calendar calendar_of(const domain::Equipment& equipment) {
    scheduling::Calendar calendar{equipment.id, {}, {}};
    calendar.capacity = equipment.units;
    return calendar;
}

days longest_horizon(const Catalog& catalog) {
    days longest = catalog.business.rules.horizon;
    for (const auto& service : catalog.services) longest = std::max(longest, service.horizon.value_or(longest));
    return longest;
}

/// From Monday to Monday.
TimeRange week_of(const scheduling::Zone& zone, Date date) {
    const auto day = day_of(date);
    const auto monday = day - (std::chrono::weekday{day} - std::chrono::Monday);
    return {zone.day(date_of(monday)).from, zone.day(date_of(monday + days{7})).from};
}

/// What a visit claims with whoever takes longest over it.
scheduling::CellRange widest_claim(const domain::Service& service, Instant starts_at) {
    auto widest = scheduling::claimed_cells(service, starts_at);
    for (const PersonId performer : service.performers) {
        const auto claim = scheduling::claimed_cells(domain::terms_of(service, performer), starts_at);
        widest = {std::min(widest.from, claim.from), std::max(widest.to, claim.to)};
    }
    return widest;
}

}  // namespace

Outcome<scheduling::Snapshot> read_snapshot(const BusinessReader& business, const Catalog& catalog, Date from,
                                            Date to, Instant now, std::optional<LocationId> location,
                                            scheduling::RefusalSet waived) {
    const auto& place = catalog.location(location);
    auto snapshot = empty_snapshot(catalog, place);
    const scheduling::Zone& zone = *snapshot.zone;
    // Nothing outside the horizon can be booked, so nothing outside it is read or kept, whatever is asked for.
    const Date today = zone.date_at(now);
    const days horizon = waived.has(scheduling::Refusal::too_far) ? farthest : longest_horizon(catalog);
    const Period period{std::max(from, today), std::min(to, date_of(day_of(today) + horizon))};
    if (period.to < period.from) return snapshot;

    // A day more on each side: buffers of the first and last visits may reach over midnight.
    const auto in_business = [&](Instant moment) { return catalog.zone->date_at(moment); };
    const auto busy =
        TRY(BusyDays::read(business, catalog, plus_days(in_business(zone.day(period.from).from), -1),
                           plus_days(in_business(zone.day(period.to).to), 1), plus_days(catalog.today(now), -1)));
    const auto fill = [&](scheduling::Calendar calendar) {
        const auto times = busy.resources.find(calendar.resource);
        if (times == busy.resources.end()) return calendar;
        calendar.busy.reserve(times->second.size());
        for (const auto& time : times->second)
            if (!time.expires_at || *time.expires_at > now) calendar.busy.push_back(time.range);
        return calendar;
    };
    for (const auto& member : catalog.staff)
        snapshot.people.push_back(fill(calendar_of(member, place.id, zone, period)));
    for (const auto& room : catalog.rooms)
        if (room.location == place.id) snapshot.rooms.push_back(fill(calendar_of(room)));
    for (const auto& equipment : catalog.equipment)
        if (equipment.location == place.id) snapshot.equipment.push_back(fill(calendar_of(equipment)));
    for (const auto& visit : busy.visits)
        if (!visit.expires_at || *visit.expires_at > now) {
            const auto person =
                std::ranges::find(snapshot.people, domain::resource_of(visit.staff), &scheduling::Calendar::resource);
            if (person != snapshot.people.end()) person->visits.push_back({visit.starts_at, visit.duration});
        }
    return snapshot;
}

Outcome<scheduling::Snapshot> read_start_snapshot(const BusinessWriter& business, const Catalog& catalog,
                                                  const scheduling::FreeTimesQuery& query, Instant starts_at,
                                                  std::optional<LocationId> location) {
    const auto& service = *query.service;
    const auto& place = catalog.location(location);
    auto snapshot = empty_snapshot(catalog, place);
    const scheduling::Zone& zone = *snapshot.zone;
    const auto stretch = widest_claim(service, starts_at);
    const Date date = zone.date_at(starts_at);
    const TimeRange day = zone.day(date);
    const scheduling::CellRange whole_day{std::min(stretch.from, cell_of(day.from)),
                                          std::max(stretch.to, cell_of(day.to))};
    const auto fill = [&](scheduling::Calendar& calendar, scheduling::CellRange cells) {
        return read_claims(business, catalog, calendar.resource, cells, [&](const Claim& claim) {
            calendar.busy.push_back({instant_of_cell(claim.cells.from), instant_of_cell(claim.cells.to)});
            calendar.taken_by.push_back(claim.booking);
        });
    };
    for (const PersonId performer : service.performers) {
        const auto* member = catalog.find_staff(performer);
        if (!member || (query.person && *query.person != performer)) continue;
        auto& calendar = snapshot.people.emplace_back(calendar_of(*member, place.id, zone, {date, date}));
        TRY(fill(calendar, query.person ? stretch : whole_day));
        if (calendar.limits == domain::WorkLimits{}) continue;
        for (const auto& visit : TRY(visits_of_staff(business, performer, week_of(zone, date))))
            if (!visit.expires_at || *visit.expires_at > query.now)
                calendar.visits.push_back({visit.starts_at, visit.duration});
    }
    for (const ResourceId room : service.rooms) {
        const auto* found = catalog.find_room(room);
        if (!found || found->location != place.id) continue;
        TRY(fill(snapshot.rooms.emplace_back(calendar_of(*found)), stretch));
    }
    for (const auto& equipment : catalog.equipment)
        if (equipment.location == place.id &&
            std::ranges::find(service.equipment, equipment.id, &domain::Need::resource) != service.equipment.end())
            TRY(fill(snapshot.equipment.emplace_back(calendar_of(equipment)), stretch));
    return snapshot;
}

Outcome<void> add_client(const BusinessReader& business, scheduling::Snapshot& snapshot, PersonId client, Date from,
                         Instant now) {
    snapshot.client = TRY(visits_of_client(business, client, week_of(*snapshot.zone, from).from, now));
    return {};
}

}  // namespace loggia::storage
