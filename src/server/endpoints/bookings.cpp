#include "core/booking/operation.h"

#include "server/endpoints/booking_client.h"
#include "server/endpoints/booking_views.h"
#include "server/endpoints/handlers.h"
#include "server/storage/digest.h"

namespace loggia::endpoints {

namespace {

using domain::BookingStatus;

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

}  // namespace

Result<api::BookingView> create_booking(const Call<api::BookingRequest>& call, BusinessWriter& business) {
    const auto client = TRY(find_booking_client(business, call.actor, call.decision, call.request.for_person_id));
    const auto hold = TRY(find_live_hold(call, business));
    const auto catalog = TRY(business.catalog());
    const auto* service = catalog->find_service(hold.service);
    if (!service) return fail(ErrorCode::conflict, "This service is not offered any more.", "hold_id");
    TRY(check_client_limits(business, *catalog, call.actor, client, *service, hold.visit.from, call.now));
    TRY(storage::book_hold(business, hold.id, client.person,
                           booking::status_when_booked(*service, call.actor, client.subject)));
    const auto booking = TRY(storage::find_booking(business, hold.id));
    TRY(record_booking(business, *catalog, call.actor, client, *booking, call.now));
    return TRY(BookingViews::for_caller(business, call.actor, call.now)).view(*booking);
}

Result<api::BookingView> show_booking(const Call<api::BookingQuery>& call, const BusinessReader& business) {
    const auto views = TRY(BookingViews::for_caller(business, call.actor, call.now));
    return views.view(TRY(find_visible_booking(business, views, call.request.booking_id)));
}

}  // namespace loggia::endpoints
