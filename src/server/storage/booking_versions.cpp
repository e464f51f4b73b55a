#include "server/storage/booking_versions.h"

namespace loggia::storage {

Outcome<void> add_booking_version(BusinessWriter& business, const StoredBooking& booking,
                                  const BookingChange& change) {
    TRY(business.run("INSERT INTO booking_version (business_id, booking_id, version, operation, status, staff_id, "
                     "room_id, starts_at, ends_at, author_id, made_at, reason) "
                     "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) "
                     "ON CONFLICT (business_id, booking_id, version) DO NOTHING",
                     booking.id, booking.version, change.operation, domain::name_of(booking.status), booking.staff,
                     booking.room, booking.visit.from, booking.visit.to, change.author, change.made_at,
                     change.reason));
    return {};
}

Outcome<std::vector<BookingVersion>> versions_of(const BusinessReader& business, BookingId booking) {
    auto query = TRY(business.query("SELECT v.version, v.operation, v.status, v.staff_id, v.room_id, v.starts_at, "
                                    "v.ends_at, v.author_id, p.name, "
                                    "v.made_at, v.reason FROM booking_version v "
                                    "LEFT JOIN person p ON p.business_id = v.business_id AND p.id = v.author_id "
                                    "WHERE v.business_id = ?1 AND v.booking_id = ?2 ORDER BY v.version",
                                    booking));
    std::vector<BookingVersion> versions;
    while (TRY(query.next())) {
        BookingVersion& row = versions.emplace_back();
        row.version = query.integer(0);
        row.operation = query.text(1);
        row.status = domain::booking_status_named(query.text(2)).value_or(domain::BookingStatus::cancelled);
        row.staff = query.get<PersonId>(3);
        row.room = query.get<std::optional<ResourceId>>(4);
        row.visit = {query.get<Instant>(5), query.get<Instant>(6)};
        row.author = query.get<std::optional<PersonId>>(7);
        row.author_name = query.text(8);
        row.made_at = query.get<Instant>(9);
        row.reason = query.text(10);
    }
    return versions;
}

}  // namespace loggia::storage
