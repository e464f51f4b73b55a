#include "server/storage/calendar_feeds.h"

namespace loggia::storage {

Outcome<void> set_calendar_feed(BusinessWriter& business, PersonId person, std::string_view secret_hash,
                                Instant now) {
    TRY(end_calendar_feed(business, person));
    TRY(business.run("INSERT INTO calendar_feed (business_id, person_id, secret_hash, made_at) "
                     "VALUES (?1, ?2, ?3, ?4)",
                     person, secret_hash, now));
    return {};
}

Outcome<void> end_calendar_feed(BusinessWriter& business, PersonId person) {
    TRY(business.run("DELETE FROM calendar_feed WHERE business_id = ?1 AND person_id = ?2", person));
    return {};
}

Outcome<std::optional<Instant>> calendar_feed_made_at(const BusinessReader& business, PersonId person) {
    auto query =
        TRY(business.query("SELECT made_at FROM calendar_feed WHERE business_id = ?1 AND person_id = ?2", person));
    if (!TRY(query.next())) return std::nullopt;
    return query.get<Instant>(0);
}

Outcome<std::optional<PersonId>> owner_of_calendar_feed(const BusinessReader& business,
                                                        std::string_view secret_hash) {
    auto query = TRY(business.query("SELECT person_id FROM calendar_feed WHERE business_id = ?1 AND secret_hash = ?2",
                                    secret_hash));
    if (!TRY(query.next())) return std::nullopt;
    return query.get<PersonId>(0);
}

}  // namespace loggia::storage
