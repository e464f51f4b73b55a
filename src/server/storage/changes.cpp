#include "server/storage/changes.h"

namespace loggia::storage {

Outcome<void> record_change(BusinessWriter& business, const scheduling::Zone& zone, BookingId booking,
                            TimeRange claimed) {
    const Date last = zone.date_at(claimed.to - seconds{1});
    for (Date day = zone.date_at(claimed.from); day <= last; day = plus_days(day, 1)) {
        const std::int64_t seq = TRY(business.take_seq());
        TRY(business.run("INSERT INTO change (business_id, seq, booking_id, on_day) VALUES (?1, ?2, ?3, ?4)", seq,
                         booking, day));
    }
    return {};
}

Outcome<void> record_catalog_change(BusinessWriter& business, Date today) {
    TRY(business.catalog_changed());
    const std::int64_t seq = TRY(business.take_seq());
    TRY(business.run("INSERT INTO change (business_id, seq, booking_id, on_day) VALUES (?1, ?2, 0, ?3)", seq, today));
    return {};
}

Outcome<Changes> changes_since(const BusinessReader& business, std::int64_t since) {
    Changes changes;
    changes.head = TRY(business.seq());
    if (since == changes.head) return changes;
    auto query = TRY(business.query("SELECT seq, booking_id, on_day FROM change WHERE business_id = ?1 AND seq > ?2 "
                                    "ORDER BY seq LIMIT ?3",
                                    since, longest_change_list));
    while (TRY(query.next())) changes.list.push_back({query.integer(0), query.get<BookingId>(1), query.get<Date>(2)});
    // Numbers have no gaps, so the first row tells whether something is missing before it.
    changes.complete = since < changes.head && !changes.list.empty() && changes.list.front().seq == since + 1;
    if (!changes.complete) changes.list.clear();
    return changes;
}

Outcome<void> forget_old_changes(BusinessWriter& business, std::int64_t keep) {
    const std::int64_t head = TRY(business.seq());
    TRY(business.run("DELETE FROM change WHERE business_id = ?1 AND seq <= ?2", head - keep));
    return {};
}

}  // namespace loggia::storage
