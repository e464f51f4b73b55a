#include "server/storage/supply.h"

#include <algorithm>

namespace loggia::storage {

namespace {

int number_of(std::chrono::weekday weekday) { return static_cast<int>(weekday.c_encoding()); }

template <class Rows, class Wanted, class IdOf>
auto find_in(Rows& rows, Wanted id, IdOf id_of) -> typename Rows::value_type* {
    const auto found = std::ranges::find(rows, id, id_of);
    return found == rows.end() ? nullptr : &*found;
}

StaffMember* member_of(Catalog& catalog, PersonId person) {
    return find_in(catalog.staff, person, [](const StaffMember& member) { return member.person.id; });
}

Outcome<void> load_closures(const BusinessReader& business, Catalog& catalog) {
    auto query = TRY(business.query("SELECT id, location_id, name, from_day, to_day, from_minute, to_minute "
                                    "FROM closure WHERE business_id = ?1 ORDER BY from_day, id"));
    while (TRY(query.next()))
        catalog.closures.push_back({
            query.get<ClosureId>(0),
            query.get<std::optional<LocationId>>(1),
            query.get<std::string>(2),
            query.get<Date>(3),
            query.get<Date>(4),
            {query.get<minutes>(5), query.get<minutes>(6)}
        });
    return {};
}

Outcome<void> load_hours_of_places(const BusinessReader& business, Catalog& catalog) {
    auto opening = TRY(business.query("SELECT weekday, from_minute, to_minute, location_id FROM opening_hours "
                                      "WHERE business_id = ?1 ORDER BY location_id, weekday, from_minute"));
    while (TRY(opening.next()))
        if (auto* location = find_in(catalog.locations, opening.get<LocationId>(3), &domain::Location::id))
            location->opening.push_back(weekly_hours_of(opening, 0));
    auto hours = TRY(business.query("SELECT weekday, from_minute, to_minute, room_id FROM room_hours "
                                    "WHERE business_id = ?1 ORDER BY room_id, weekday, from_minute"));
    while (TRY(hours.next()))
        if (auto* room = find_in(catalog.rooms, hours.get<ResourceId>(3), &domain::Room::id))
            room->hours.push_back(weekly_hours_of(hours, 0));
    return {};
}

Outcome<void> load_other_hours(const BusinessReader& business, Catalog& catalog) {
    auto query = TRY(business.query(
        "SELECT d.person_id, d.on_day, h.location_id, h.from_minute, h.to_minute FROM working_date d "
        "LEFT JOIN working_date_hours h ON h.business_id = d.business_id AND h.person_id = d.person_id "
        "AND h.on_day = d.on_day WHERE d.business_id = ?1 ORDER BY d.person_id, d.on_day, h.from_minute"));
    while (TRY(query.next()))
        if (auto* member = member_of(catalog, query.get<PersonId>(0)))
            member->other_hours.push_back({
                query.get<Date>(1),
                query.get<std::optional<LocationId>>(2),
                {query.get<minutes>(3), query.get<minutes>(4)}
            });
    return {};
}

Outcome<void> load_leave_and_limits(const BusinessReader& business, Catalog& catalog) {
    auto leave = TRY(business.query("SELECT person_id, id, from_time, to_time, status, reason FROM person_leave "
                                    "WHERE business_id = ?1 ORDER BY person_id, from_time"));
    while (TRY(leave.next()))
        if (auto* member = member_of(catalog, leave.get<PersonId>(0)))
            member->leave.push_back({
                leave.get<LeaveId>(1),
                {leave.get<Instant>(2), leave.get<Instant>(3)},
                domain::leave_status_named(leave.text(4)).value_or(domain::LeaveStatus::requested),
                leave.get<std::string>(5)
            });
    auto limits = TRY(business.query("SELECT person_id, bookings_a_day, bookings_a_week, minutes_a_day, "
                                     "minutes_a_week FROM work_limits WHERE business_id = ?1"));
    while (TRY(limits.next()))
        if (auto* member = member_of(catalog, limits.get<PersonId>(0)))
            member->limits = {limits.get<std::optional<int>>(1), limits.get<std::optional<int>>(2),
                              limits.get<std::optional<minutes>>(3), limits.get<std::optional<minutes>>(4)};
    return {};
}

Outcome<void> load_equipment(const BusinessReader& business, Catalog& catalog) {
    auto query = TRY(business.query("SELECT id, location_id, name, units FROM equipment WHERE business_id = ?1 "
                                    "ORDER BY position, id"));
    while (TRY(query.next()))
        catalog.equipment.push_back(
            {query.get<ResourceId>(0), query.get<LocationId>(1), query.get<std::string>(2), query.get<int>(3)});
    auto needs = TRY(business.query("SELECT service_id, equipment_id, units FROM service_equipment "
                                    "WHERE business_id = ?1 ORDER BY service_id, equipment_id"));
    while (TRY(needs.next()))
        if (auto* service = find_in(catalog.services, needs.get<ServiceId>(0), &domain::Service::id))
            service->equipment.push_back({needs.get<ResourceId>(1), needs.get<int>(2)});
    return {};
}

Outcome<void> load_terms(const BusinessReader& business, Catalog& catalog) {
    auto query = TRY(business.query("SELECT service_id, person_id, duration_minutes, buffer_before_minutes, "
                                    "buffer_after_minutes, price_minor_units FROM service_terms "
                                    "WHERE business_id = ?1 ORDER BY service_id, person_id"));
    while (TRY(query.next()))
        if (auto* service = find_in(catalog.services, query.get<ServiceId>(0), &domain::Service::id))
            service->own_terms.push_back({query.get<PersonId>(1), query.get<std::optional<minutes>>(2),
                                          query.get<std::optional<minutes>>(3), query.get<std::optional<minutes>>(4),
                                          query.get<std::optional<std::int64_t>>(5)});
    return {};
}

/// Where there are fewer than there were, a claim may have a unit that is no more, and still takes one.
Outcome<void> count_units(const BusinessReader& business, Catalog& catalog) {
    for (const auto& room : catalog.rooms) catalog.units.emplace(room.id, room.capacity);
    for (const auto& equipment : catalog.equipment) catalog.units.emplace(equipment.id, equipment.units);
    for (auto& [resource, units] : catalog.units) {
        auto query = TRY(business.query("SELECT unit FROM claim WHERE business_id = ?1 AND resource_id = ?2 "
                                        "ORDER BY unit DESC LIMIT 1",
                                        resource));
        if (TRY(query.next())) units = std::max(units, query.get<int>(0) + 1);
    }
    return {};
}

}  // namespace

domain::WeeklyHours weekly_hours_of(const Query& query, int column) {
    return {std::chrono::weekday{static_cast<unsigned>(query.integer(column))}, query.get<minutes>(column + 1),
            query.get<minutes>(column + 2)};
}

Outcome<void> load_supply(const BusinessReader& business, Catalog& catalog) {
    TRY(load_hours_of_places(business, catalog));
    TRY(load_closures(business, catalog));
    TRY(load_other_hours(business, catalog));
    TRY(load_leave_and_limits(business, catalog));
    TRY(load_equipment(business, catalog));
    TRY(load_terms(business, catalog));
    return count_units(business, catalog);
}

Outcome<void> add_equipment(BusinessWriter& business, const domain::Equipment& row, int position) {
    TRY(business.run("INSERT INTO equipment (business_id, id, location_id, name, units, position) "
                     "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                     row.id, row.location, row.name, row.units, position));
    return business.catalog_changed();
}

Outcome<void> add_closure(BusinessWriter& business, const domain::Closure& row) {
    TRY(business.run("INSERT INTO closure (business_id, id, location_id, name, from_day, to_day, from_minute, "
                     "to_minute) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                     row.id, row.location, row.name, row.from, row.to, row.part.from, row.part.to));
    return business.catalog_changed();
}

Outcome<void> add_working_hours(BusinessWriter& business, PersonId person, LocationId location,
                                std::span<const domain::WeeklyHours> hours) {
    for (const auto& stretch : hours)
        TRY(business.run("INSERT INTO working_hours (business_id, person_id, weekday, from_minute, to_minute, "
                         "location_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                         person, number_of(stretch.weekday), stretch.from, stretch.to, location));
    return business.catalog_changed();
}

Outcome<void> add_working_date(BusinessWriter& business, PersonId person, LocationId location,
                               const domain::DateHours& date) {
    TRY(business.run("INSERT INTO working_date (business_id, person_id, on_day) VALUES (?1, ?2, ?3) "
                     "ON CONFLICT (business_id, person_id, on_day) DO NOTHING",
                     person, date.date));
    for (const auto& stretch : date.hours)
        TRY(business.run("INSERT INTO working_date_hours (business_id, person_id, on_day, from_minute, to_minute, "
                         "location_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                         person, date.date, stretch.from, stretch.to, location));
    return business.catalog_changed();
}

Outcome<void> add_leave(BusinessWriter& business, PersonId person, const domain::Leave& row) {
    TRY(business.run("INSERT INTO person_leave (business_id, id, person_id, from_time, to_time, status, reason) "
                     "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                     row.id, person, row.range.from, row.range.to, domain::name_of(row.status), row.reason));
    return business.catalog_changed();
}

Outcome<void> set_work_limits(BusinessWriter& business, PersonId person, const domain::WorkLimits& limits) {
    TRY(business.run("DELETE FROM work_limits WHERE business_id = ?1 AND person_id = ?2", person));
    TRY(business.run("INSERT INTO work_limits (business_id, person_id, bookings_a_day, bookings_a_week, "
                     "minutes_a_day, minutes_a_week) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                     person, limits.bookings_a_day, limits.bookings_a_week, limits.work_a_day, limits.work_a_week));
    return business.catalog_changed();
}

Outcome<void> add_opening_hours(BusinessWriter& business, const domain::Location& location) {
    for (const auto& stretch : location.opening)
        TRY(business.run("INSERT INTO opening_hours (business_id, location_id, weekday, from_minute, to_minute) "
                         "VALUES (?1, ?2, ?3, ?4, ?5)",
                         location.id, number_of(stretch.weekday), stretch.from, stretch.to));
    return business.catalog_changed();
}

Outcome<void> add_room_hours(BusinessWriter& business, const domain::Room& room) {
    for (const auto& stretch : room.hours)
        TRY(business.run("INSERT INTO room_hours (business_id, room_id, weekday, from_minute, to_minute) "
                         "VALUES (?1, ?2, ?3, ?4, ?5)",
                         room.id, number_of(stretch.weekday), stretch.from, stretch.to));
    return business.catalog_changed();
}

Outcome<void> add_needs_and_terms(BusinessWriter& business, const domain::Service& service) {
    for (const auto& need : service.equipment)
        TRY(business.run("INSERT INTO service_equipment (business_id, service_id, equipment_id, units) "
                         "VALUES (?1, ?2, ?3, ?4)",
                         service.id, need.resource, need.units));
    for (const auto& own : service.own_terms)
        TRY(business.run("INSERT INTO service_terms (business_id, service_id, person_id, duration_minutes, "
                         "buffer_before_minutes, buffer_after_minutes, price_minor_units) "
                         "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                         service.id, own.person, own.duration, own.buffer_before, own.buffer_after,
                         own.price_minor_units));
    return business.catalog_changed();
}

}  // namespace loggia::storage
