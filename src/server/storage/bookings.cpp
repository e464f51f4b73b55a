#include "server/storage/bookings.h"

#include "core/domain/person.h"
#include "core/policy/recent_clients.h"
#include "server/storage/changes.h"
#include "server/storage/claims.h"

#include <algorithm>

// A statement is a literal, checked as one, so what several share is put in by the preprocessor.
#define BOOKING_RECORD                                                                                               \
    "SELECT b.id, b.status, b.service_id, b.staff_id, b.room_id, b.starts_at, b.ends_at, b.from_cell, "              \
    "b.to_cell, "                                                                                                    \
    "b.price_minor_units, b.currency, b.secret_hash, b.expires_at, "                                                 \
    "c.id, c.name, c.born, c.account_manager, COALESCE(m.email, c.email), COALESCE(m.phone, c.phone), "              \
    "m.name, b.version, b.created_at, b.series_id "                                                                  \
    "FROM booking b "                                                                                                \
    "LEFT JOIN person c ON c.business_id = b.business_id AND c.id = b.client_id "                                    \
    "LEFT JOIN person m ON m.business_id = b.business_id AND m.id = c.account_manager "

namespace loggia::storage {

namespace {

using domain::BookingStatus;

BookedClient client_of(const Query& query) {
    BookedClient client;
    client.id = query.get<PersonId>(13);
    client.name = query.text(14);
    client.born = query.get<std::optional<Date>>(15);
    client.account_manager = query.get<std::optional<PersonId>>(16);
    client.email = query.text(17);
    client.phone = query.text(18);
    client.account_manager_name = query.text(19);
    return client;
}

StoredBooking booking_of(const Query& query) {
    StoredBooking booking;
    booking.id = query.get<BookingId>(0);
    booking.status = domain::booking_status_named(query.text(1)).value_or(BookingStatus::cancelled);
    booking.service = query.get<ServiceId>(2);
    booking.staff = query.get<PersonId>(3);
    booking.room = query.get<std::optional<ResourceId>>(4);
    booking.visit = {query.get<Instant>(5), query.get<Instant>(6)};
    booking.cells = {query.integer(7), query.integer(8)};
    booking.price = {query.integer(9), query.get<std::string>(10)};
    booking.secret_hash = query.text(11);
    booking.expires_at = query.get<std::optional<Instant>>(12);
    if (!query.is_null(13)) booking.client = client_of(query);
    booking.version = query.integer(20);
    booking.made_at = query.get<Instant>(21);
    booking.series = query.get<std::optional<SeriesId>>(22);
    return booking;
}

Outcome<std::vector<StoredBooking>> bookings_of(Query query) {
    std::vector<StoredBooking> bookings;
    while (TRY(query.next())) bookings.push_back(booking_of(query));
    return bookings;
}

}  // namespace

TimeRange StoredBooking::claimed() const { return {instant_of_cell(cells.from), instant_of_cell(cells.to)}; }

std::vector<domain::Need> StoredBooking::needs() const {
    std::vector<domain::Need> needs = equipment;
    needs.push_back({domain::resource_of(staff)});
    if (room) needs.push_back({*room});
    return needs;
}

Outcome<std::optional<StoredBooking>> find_booking(const BusinessReader& business, BookingId id) {
    auto query = TRY(business.query(BOOKING_RECORD "WHERE b.business_id = ?1 AND b.id = ?2", id));
    if (!TRY(query.next())) return std::nullopt;
    return booking_of(query);
}

Outcome<std::vector<StoredBooking>> bookings_between(const BusinessReader& business, TimeRange range,
                                                     const RowScope& scope) {
    if (scope.nothing()) return std::vector<StoredBooking>{};
    return bookings_of(
        TRY(business.query(BOOKING_RECORD "WHERE b.business_id = ?1 AND b.starts_at >= ?2 AND b.starts_at < ?3 "
                                          "AND b.client_id IS NOT NULL AND b.status <> 'cancelled' AND (?4 = 1 "
                                          "OR (?5 = 1 AND (b.client_id = ?8 OR c.account_manager = ?8)) "
                                          "OR (?6 = 1 AND b.staff_id = ?8) "
                                          "OR (?7 = 1 AND b.client_id IN (SELECT r.client_id FROM booking r WHERE "
                                          "r.business_id = ?1 AND r.staff_id = ?8 "
                                          "AND r.starts_at >= ?9 AND r.starts_at < ?10 AND r.client_id IS NOT "
                                          "NULL AND r.status <> 'cancelled'))) "
                                          "ORDER BY b.starts_at, b.id",
                           range.from, range.to, scope.all, scope.own, scope.assigned, scope.recent, scope.me,
                           scope.recent_window.from, scope.recent_window.to)));
}

Outcome<std::vector<StoredBooking>> bookings_of_client(const BusinessReader& business, PersonId client,
                                                       Instant from) {
    return bookings_of(TRY(business.query(
        BOOKING_RECORD "WHERE b.business_id = ?1 AND b.starts_at >= ?3 AND b.client_id IN (SELECT ?2 UNION ALL "
                       "SELECT d.id FROM person d WHERE d.business_id = ?1 AND d.account_manager = ?2) ORDER BY "
                       "b.starts_at, b.id",
        client, from)));
}

Outcome<std::map<PersonId, int>> nearest_service_days(const BusinessReader& business, PersonId staff,
                                                      const scheduling::Zone& zone, Date today) {
    constexpr int reach = policy::recent_client_days + 1;
    auto query =
        TRY(business.query("SELECT client_id, starts_at FROM booking WHERE business_id = ?1 AND staff_id = ?2 "
                           "AND starts_at >= ?3 AND starts_at < ?4 AND client_id IS NOT NULL "
                           "AND status <> 'cancelled'",
                           staff, zone.day(plus_days(today, -reach)).from, zone.day(plus_days(today, reach)).to));
    std::map<PersonId, std::vector<Date>> service_days;
    while (TRY(query.next())) service_days[query.get<PersonId>(0)].push_back(zone.date_at(query.get<Instant>(1)));
    std::map<PersonId, int> nearest;
    for (const auto& [client, dates] : service_days)
        if (const auto distance = policy::days_to_nearest_service(dates, today)) nearest.emplace(client, *distance);
    return nearest;
}

Outcome<void> insert_booking(BusinessWriter& business, const StoredBooking& booking, Instant now) {
    const auto client = booking.client ? std::optional{booking.client->id} : std::nullopt;
    TRY(business.run(
        "INSERT INTO booking (business_id, id, status, service_id, staff_id, room_id, client_id, starts_at, "
        "ends_at, from_cell, to_cell, price_minor_units, currency, secret_hash, expires_at, created_at, series_id) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
        booking.id, domain::name_of(booking.status), booking.service, booking.staff, booking.room, client,
        booking.visit.from, booking.visit.to, booking.cells.from, booking.cells.to, booking.price.minor_units,
        booking.price.currency, booking.secret_hash, booking.expires_at, now, booking.series));
    if (!domain::occupies_time(booking.status)) return {};
    for (const auto& need : booking.equipment)
        TRY(business.run("INSERT INTO booking_equipment (business_id, booking_id, equipment_id, units) "
                         "VALUES (?1, ?2, ?3, ?4)",
                         booking.id, need.resource, need.units));
    return insert_claims(business, booking.needs(), booking.cells, booking.id);
}

Outcome<std::vector<domain::Need>> equipment_of(const BusinessReader& business, BookingId booking) {
    auto query = TRY(business.query("SELECT equipment_id, units FROM booking_equipment WHERE business_id = ?1 "
                                    "AND booking_id = ?2 ORDER BY equipment_id",
                                    booking));
    std::vector<domain::Need> needs;
    while (TRY(query.next())) needs.push_back({query.get<ResourceId>(0), query.get<int>(1)});
    return needs;
}

Outcome<bool> id_is_taken(const BusinessReader& business, BookingId id) {
    auto query = TRY(business.query("SELECT 1 FROM booking WHERE business_id = ?1 AND id = ?2", id));
    return query.next();
}

Outcome<void> book_hold(BusinessWriter& business, BookingId id, PersonId client, BookingStatus status) {
    TRY(business.run("UPDATE booking SET status = ?4, client_id = ?3, expires_at = NULL "
                     "WHERE business_id = ?1 AND id = ?2",
                     id, client, domain::name_of(status)));
    return {};
}

Outcome<void> change_booking(BusinessWriter& business, const StoredBooking& before, const StoredBooking& after) {
    TRY(business.run("UPDATE booking SET version = ?3, status = ?4, staff_id = ?5, room_id = ?6, starts_at = ?7, "
                     "ends_at = ?8, from_cell = ?9, to_cell = ?10 WHERE business_id = ?1 AND id = ?2",
                     before.id, before.version + 1, domain::name_of(after.status), after.staff, after.room,
                     after.visit.from, after.visit.to, after.cells.from, after.cells.to));
    StoredBooking taken = before, wanted = after;
    taken.equipment = wanted.equipment = TRY(equipment_of(business, before.id));
    const bool takes_the_same = domain::occupies_time(before.status) == domain::occupies_time(after.status) &&
                                taken.cells == wanted.cells && taken.needs() == wanted.needs();
    if (takes_the_same) return {};
    if (domain::occupies_time(before.status)) TRY(delete_claims(business, taken.needs(), taken.cells, taken.id));
    if (!domain::occupies_time(after.status)) return {};
    return insert_claims(business, wanted.needs(), wanted.cells, wanted.id);
}

Outcome<void> free_booking(BusinessWriter& business, const StoredBooking& booking, BookingStatus status) {
    TRY(business.run("UPDATE booking SET status = ?3 WHERE business_id = ?1 AND id = ?2", booking.id,
                     domain::name_of(status)));
    StoredBooking claiming = booking;
    claiming.equipment = TRY(equipment_of(business, booking.id));
    return delete_claims(business, claiming.needs(), booking.cells, booking.id);
}

namespace {

Outcome<std::vector<ServedVisit>> visits_of(Query query) {
    std::vector<ServedVisit> visits;
    while (TRY(query.next())) {
        const TimeRange visit{query.get<Instant>(1), query.get<Instant>(2)};
        visits.push_back({query.get<PersonId>(0), visit.from,
                          std::chrono::duration_cast<minutes>(visit.to - visit.from),
                          query.get<std::optional<Instant>>(3)});
    }
    return visits;
}

}  // namespace

Outcome<std::vector<ServedVisit>> visits_between(const BusinessReader& business, TimeRange range) {
    return visits_of(TRY(business.query("SELECT staff_id, starts_at, ends_at, expires_at FROM booking "
                                        "WHERE business_id = ?1 AND starts_at >= ?2 AND starts_at < ?3 "
                                        "AND status <> 'cancelled'",
                                        range.from, range.to)));
}

Outcome<std::vector<ServedVisit>> visits_of_staff(const BusinessReader& business, PersonId staff, TimeRange range) {
    return visits_of(TRY(business.query("SELECT staff_id, starts_at, ends_at, expires_at FROM booking "
                                        "WHERE business_id = ?1 AND staff_id = ?2 AND starts_at >= ?3 "
                                        "AND starts_at < ?4 AND status <> 'cancelled'",
                                        staff, range.from, range.to)));
}

Outcome<std::vector<scheduling::Visit>> visits_of_client(const BusinessReader& business, PersonId client,
                                                         Instant from, Instant now) {
    auto query = TRY(business.query("SELECT starts_at, ends_at FROM booking WHERE business_id = ?1 "
                                    "AND client_id = ?2 AND (starts_at >= ?3 OR ends_at > ?4) "
                                    "AND status <> 'cancelled'",
                                    client, from, now));
    std::vector<scheduling::Visit> visits;
    while (TRY(query.next())) {
        const TimeRange visit{query.get<Instant>(0), query.get<Instant>(1)};
        visits.push_back({visit.from, std::chrono::duration_cast<minutes>(visit.to - visit.from)});
    }
    return visits;
}

Outcome<std::int64_t> release_expired_holds(BusinessWriter& business, const scheduling::Zone& zone, Instant now) {
    auto query = TRY(business.query(
        BOOKING_RECORD "WHERE b.business_id = ?1 AND b.status = 'held' AND b.expires_at <= ?2 ORDER BY b.expires_at",
        now));
    const auto expired = TRY(bookings_of(std::move(query)));
    for (const auto& hold : expired) {
        TRY(free_booking(business, hold, BookingStatus::cancelled));
        TRY(record_change(business, zone, hold.id, hold.claimed()));
    }
    return static_cast<std::int64_t>(expired.size());
}

}  // namespace loggia::storage
