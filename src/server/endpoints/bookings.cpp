#include "server/endpoints/booking_views.h"
#include "server/endpoints/handlers.h"
#include "server/storage/audit.h"
#include "server/storage/booking_versions.h"
#include "server/storage/changes.h"
#include "server/storage/digest.h"

namespace loggia::endpoints {

namespace {

using domain::BookingStatus;
using policy::Permission;

/// The hold, if it is the caller's and still a hold.
Result<storage::StoredBooking> find_live_hold(const Call<api::BookingRequest>& call, const BusinessReader& business) {
    auto hold = TRY(storage::find_booking(business, call.request.hold_id));
    const auto secret_hash = storage::hash_of_secret(call.request.secret);
    if (!hold || !storage::equal_secrets(hold->secret_hash, secret_hash))
        return fail(ErrorCode::not_found, "There is no such held time.", "hold_id");
    if (hold->client) return fail(ErrorCode::conflict, "This time has been booked already.", "hold_id");
    if (hold->status != BookingStatus::held || !hold->expires_at || *hold->expires_at <= call.now)
        return fail(ErrorCode::conflict, "The hold has expired. Please choose the time again.", "hold_id");
    return *std::move(hold);
}

struct Client {
    PersonId person;
    policy::Decision decision;  ///< that lets the caller book for them
};

/// Whom the booking is for: the caller, a dependent of theirs, or whomever the policy lets them book for.
Result<Client> find_client(const Call<api::BookingRequest>& call, const BusinessReader& business) {
    if (!call.actor.person) return fail(ErrorCode::unauthenticated, policy::explain(call.decision, call.actor));
    const PersonId wanted = call.request.for_person_id.value_or(*call.actor.person);
    const auto person = TRY(storage::find_person(business, wanted));
    const policy::Subject subject{.client = wanted,
                                  .account_manager = person ? person->account_manager : std::nullopt};
    const auto decision = policy::decide(call.actor, Permission::create_booking, subject);
    if (!person || !decision) return fail(ErrorCode::not_found, "There is no such person.", "for_person_id");
    return Client{wanted, decision};
}

/// By which right it was done.
Result<api::Nothing> record(const auto& call, BusinessWriter& business, const policy::Decision& decision,
                            BookingId booking) {
    auto entry = storage::entry_of(call.actor, decision, call.now);
    entry.booking = booking;
    TRY(storage::add_audit_entry(business, entry));
    return api::Nothing{};
}

}  // namespace

Result<api::BookingView> create_booking(const Call<api::BookingRequest>& call, BusinessWriter& business) {
    const Client client = TRY(find_client(call, business));
    const auto hold = TRY(find_live_hold(call, business));
    const auto catalog = TRY(business.catalog());
    TRY(storage::confirm_booking(business, hold.id, client.person));
    TRY(storage::record_change(business, *catalog->zone, hold.id, hold.claimed()));
    TRY(record(call, business, client.decision, hold.id));
    const auto booking = TRY(storage::find_booking(business, hold.id));
    TRY(storage::add_booking_version(business, *booking, {"book", call.actor.person, call.now, {}}));
    return TRY(BookingViews::for_caller(business, call.actor, call.now)).view(*booking);
}

Result<api::BookingView> show_booking(const Call<api::BookingQuery>& call, const BusinessReader& business) {
    const auto views = TRY(BookingViews::for_caller(business, call.actor, call.now));
    return views.view(TRY(find_visible_booking(business, views, call.request.booking_id)));
}

}  // namespace loggia::endpoints
