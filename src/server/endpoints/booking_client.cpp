#include "server/endpoints/booking_client.h"

#include "core/booking/operation.h"
#include "core/scheduling/free_times.h"
#include "server/endpoints/free_time_refusals.h"
#include "server/storage/audit.h"
#include "server/storage/booking_versions.h"
#include "server/storage/changes.h"
#include "server/storage/people.h"
#include "server/storage/snapshot.h"

namespace loggia::endpoints {

Result<BookingClient> find_booking_client(const storage::BusinessReader& business, const policy::Actor& actor,
                                          const policy::Decision& admission, std::optional<PersonId> for_person) {
    if (!actor.person) return fail(ErrorCode::unauthenticated, policy::explain(admission, actor));
    const PersonId wanted = for_person.value_or(*actor.person);
    const auto person = TRY(storage::find_person(business, wanted));
    const policy::Subject subject{.client = wanted,
                                  .account_manager = person ? person->account_manager : std::nullopt};
    const auto decision = policy::decide(actor, policy::Permission::create_booking, subject);
    if (!person || !decision) return fail(ErrorCode::not_found, "There is no such person.", "for_person_id");
    return BookingClient{wanted, subject, decision};
}

Result<void> check_client_limits(const storage::BusinessReader& business, const storage::Catalog& catalog,
                                 const policy::Actor& actor, const BookingClient& client,
                                 const domain::Service& service, Instant starts_at, Instant now) {
    scheduling::Snapshot snapshot;
    snapshot.zone = catalog.zone;
    snapshot.rules = catalog.business.rules;
    const Date day = catalog.zone->date_at(starts_at);
    TRY(storage::add_client(business, snapshot, client.person, day, now));
    const scheduling::FreeTimesQuery query{&service, {},  day,
                                           day,      now, booking::waived_when_booking(actor, client.subject)};
    const auto limit = scheduling::client_limit(snapshot, query, starts_at);
    if (limit) return std::unexpected(refusal_of(*limit));
    return {};
}

Result<void> record_booking(storage::BusinessWriter& business, const storage::Catalog& catalog,
                            const policy::Actor& actor, const BookingClient& client,
                            const storage::StoredBooking& booking, Instant now) {
    TRY(storage::record_change(business, *catalog.zone, booking.id, booking.claimed()));
    auto entry = storage::entry_of(actor, client.decision, now);
    entry.booking = booking.id;
    TRY(storage::add_audit_entry(business, entry));
    TRY(storage::add_booking_version(business, booking, {"book", actor.person, now, {}}));
    return {};
}

}  // namespace loggia::endpoints
