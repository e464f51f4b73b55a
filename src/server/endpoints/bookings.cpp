#include "core/base/civil.h"
#include "core/scheduling/cancellation.h"

#include "server/endpoints/booking_views.h"
#include "server/endpoints/handlers.h"
#include "server/storage/audit.h"
#include "server/storage/changes.h"
#include "server/storage/digest.h"

namespace loggia::endpoints {

namespace {

using domain::BookingAction;
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

/// Staff, if the caller may cancel it as somebody who works here and not only as the client it belongs to.
scheduling::Canceller canceller_of(const policy::Actor& actor, policy::Subject subject) {
    subject.client.reset();
    subject.account_manager.reset();
    return policy::decide(actor, Permission::cancel_booking, subject) ? scheduling::Canceller::staff
                                                                      : scheduling::Canceller::client;
}

Result<api::Nothing> check_in_time(const storage::StoredBooking& booking, const storage::Catalog& catalog,
                                   Instant now, scheduling::Canceller canceller) {
    const minutes free = catalog.business.rules.free_cancellation;
    const auto refusal = scheduling::cancellation_refusal(booking.visit.from, free, canceller, now);
    if (!refusal) return api::Nothing{};
    if (refusal == scheduling::CancellationRefusal::begun)
        return fail(ErrorCode::conflict, "It has begun and cannot be cancelled any more.");
    const Instant until = scheduling::free_cancellation_end(booking.visit.from, free);
    const CivilTime shown = catalog.zone->to_civil(until);
    const Date day = catalog.zone->date_at(until);
    return fail(ErrorCode::conflict, "This could be cancelled until " + short_date_text(day) + ", " +
                                         clock_text(shown) + ". Please call " + catalog.business.name + ".");
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
    return TRY(BookingViews::for_caller(business, call.actor, call.now)).view(*booking);
}

Result<api::BookingView> cancel_booking(const Call<api::BookingCancellation>& call, BusinessWriter& business) {
    const auto views = TRY(BookingViews::for_caller(business, call.actor, call.now));
    auto booking = TRY(find_visible_booking(business, views, call.request.booking_id));
    const auto subject = views.subject(booking);
    const auto decision = policy::decide(call.actor, Permission::cancel_booking, subject);
    if (!decision) return fail(ErrorCode::forbidden, policy::explain(decision, call.actor));

    const auto status = domain::after(booking.status, BookingAction::cancel);
    if (booking.status == BookingStatus::cancelled)
        return fail(ErrorCode::conflict, "This booking has been cancelled already.");
    if (!status) return fail(ErrorCode::conflict, "It has taken place and cannot be cancelled any more.");
    TRY(check_in_time(booking, views.catalog(), call.now, canceller_of(call.actor, subject)));

    TRY(storage::free_booking(business, booking, *status));
    TRY(storage::record_change(business, *views.catalog().zone, booking.id, booking.claimed()));
    TRY(record(call, business, decision, booking.id));
    booking.status = *status;
    return views.view(booking);
}

Result<api::BookingView> show_booking(const Call<api::BookingQuery>& call, const BusinessReader& business) {
    const auto views = TRY(BookingViews::for_caller(business, call.actor, call.now));
    return views.view(TRY(find_visible_booking(business, views, call.request.booking_id)));
}

}  // namespace loggia::endpoints
