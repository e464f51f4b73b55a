#include "core/scheduling/free_times.h"

#include "server/endpoints/free_time_refusals.h"
#include "server/endpoints/handlers.h"
#include "server/endpoints/new_numbers.h"
#include "server/storage/bookings.h"
#include "server/storage/changes.h"
#include "server/storage/digest.h"
#include "server/storage/snapshot.h"

namespace loggia::endpoints {

namespace {

storage::StoredBooking hold_of(BookingId id, const domain::Service& service, const scheduling::FreeTime& time,
                               const std::string& secret, Instant expires_at) {
    const auto terms = domain::terms_of(service, time.person);
    storage::StoredBooking hold;
    hold.id = id;
    hold.service = service.id;
    hold.staff = time.person;
    hold.room = time.room;
    hold.equipment = service.equipment;
    hold.visit = {time.starts_at, time.starts_at + terms.duration};
    hold.cells = scheduling::claimed_cells(terms, time.starts_at);
    hold.price = terms.price;
    hold.secret_hash = storage::hash_of_secret(secret);
    hold.expires_at = expires_at;
    return hold;
}

/// Who and where, by the rules that the listing follows.
Result<scheduling::FreeTime> find_time(const Call<api::HoldRequest>& call, const BusinessWriter& business,
                                       const storage::Catalog& catalog, const domain::Service& service) {
    const auto& request = call.request;
    if (request.person_id && !catalog.find_staff(*request.person_id))
        return fail(ErrorCode::not_found, "There is no such person.", "person_id");
    const Date day = catalog.zone->date_at(request.starts_at);
    const scheduling::FreeTimesQuery query{&service, request.person_id, day, day, call.now};
    const auto snapshot = TRY(storage::read_start_snapshot(business, catalog, query, request.starts_at));
    const auto time = scheduling::check_start(snapshot, query, request.starts_at);
    if (!time) return std::unexpected(refusal_of(time.error()));
    return *time;
}

api::HoldView view_of(const storage::StoredBooking& hold, const std::string& secret,
                      const storage::Catalog& catalog) {
    api::HoldView view;
    view.id = hold.id;
    view.secret = secret;
    view.service_id = hold.service;
    view.person_id = hold.staff;
    view.room_name = catalog.room_name(hold.room);
    view.starts_at = hold.visit.from;
    view.ends_at = hold.visit.to;
    view.expires_at = *hold.expires_at;
    return view;
}

}  // namespace

Result<api::HoldView> create_hold(const Call<api::HoldRequest>& call, BusinessWriter& business) {
    const auto catalog = TRY(business.catalog());
    const auto* service = catalog->find_service(call.request.service_id);
    if (!service) return fail(ErrorCode::not_found, "There is no such service.", "service_id");
    TRY(storage::release_expired_holds(business, *catalog->zone, call.now));
    const auto time = TRY(find_time(call, business, *catalog, *service));

    const auto secret = new_secret(call.random);
    const auto id = TRY(unused_booking_id(business, call.random, call.now));
    const auto hold = hold_of(id, *service, time, secret, call.now + catalog->business.rules.hold_lasts);
    const auto inserted = storage::insert_booking(business, hold, call.now);
    if (!inserted && inserted.error().kind == storage::FailureKind::unique)
        return fail(ErrorCode::conflict, time_is_taken, "starts_at");
    TRY(inserted);
    TRY(storage::record_change(business, *catalog->zone, id, hold.claimed()));
    return view_of(hold, secret, *catalog);
}

Result<api::Nothing> release_hold(const Call<api::HoldRelease>& call, BusinessWriter& business) {
    const auto hold = TRY(storage::find_booking(business, call.request.hold_id));
    const auto secret_hash = storage::hash_of_secret(call.request.secret);
    if (!hold || !storage::equal_secrets(hold->secret_hash, secret_hash))
        return fail(ErrorCode::not_found, "There is no such held time.");
    if (hold->client) return fail(ErrorCode::conflict, "This time has been booked already.");
    if (hold->status != domain::BookingStatus::held) return api::Nothing{};
    const auto catalog = TRY(business.catalog());
    const auto status = *domain::after(hold->status, domain::BookingAction::release);
    TRY(storage::free_booking(business, *hold, status));
    TRY(storage::record_change(business, *catalog->zone, hold->id, hold->claimed()));
    return api::Nothing{};
}

}  // namespace loggia::endpoints
