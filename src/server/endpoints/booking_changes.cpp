#include "server/endpoints/booking_change.h"
#include "server/endpoints/date_range.h"
#include "server/endpoints/handlers.h"
#include "server/storage/snapshot.h"

#include <algorithm>

namespace loggia::endpoints {

namespace {

using booking::Operation;
using storage::StoredBooking;

/// Only what its status becomes.
Result<api::BookingView> step(const Call<api::BookingStep>& call, BusinessWriter& business, Operation operation) {
    const auto& request = call.request;
    const auto views = TRY(BookingViews::for_caller(business, call.actor, call.now));
    const Changer changer{call.actor, call.now, views};
    const auto change =
        TRY(begin_change(business, changer, operation, request.booking_id, request.version, request.reason));
    StoredBooking after = change.before;
    after.status = *domain::after(change.before.status, *booking::row_of(operation).action);
    return write_change(business, changer, change, std::move(after));
}

}  // namespace

Result<api::BookingView> cancel_booking(const Call<api::BookingStep>& call, BusinessWriter& business) {
    return step(call, business, Operation::cancel);
}

Result<api::BookingView> approve_booking(const Call<api::BookingStep>& call, BusinessWriter& business) {
    return step(call, business, Operation::approve);
}

Result<api::BookingView> decline_booking(const Call<api::BookingStep>& call, BusinessWriter& business) {
    return step(call, business, Operation::decline);
}

Result<api::BookingView> complete_booking(const Call<api::BookingStep>& call, BusinessWriter& business) {
    return step(call, business, Operation::complete);
}

Result<api::BookingView> mark_no_show(const Call<api::BookingStep>& call, BusinessWriter& business) {
    return step(call, business, Operation::mark_no_show);
}

Result<api::BookingView> reopen_booking(const Call<api::BookingStep>& call, BusinessWriter& business) {
    return step(call, business, Operation::reopen);
}

Result<api::BookingView> reactivate_booking(const Call<api::BookingStep>& call, BusinessWriter& business) {
    return step(call, business, Operation::reactivate);
}

Result<api::BookingView> reschedule_booking(const Call<api::BookingMove>& call, BusinessWriter& business) {
    const auto& request = call.request;
    const auto views = TRY(BookingViews::for_caller(business, call.actor, call.now));
    const Changer changer{call.actor, call.now, views};
    const auto change = TRY(
        begin_change(business, changer, Operation::reschedule, request.booking_id, request.version, request.reason));
    const PersonId performer = request.person_id.value_or(change.before.staff);
    if (performer != change.before.staff) TRY(check_operation(changer, Operation::reassign, change.before));
    auto after = TRY(moved(business, changer, change, performer, request.starts_at));
    if (after.visit == change.before.visit && after.staff == change.before.staff)
        return fail(ErrorCode::conflict, "It takes place at this time already.", "starts_at");
    return write_change(business, changer, change, std::move(after));
}

Result<api::BookingView> reassign_booking(const Call<api::BookingReassignment>& call, BusinessWriter& business) {
    const auto& request = call.request;
    const auto views = TRY(BookingViews::for_caller(business, call.actor, call.now));
    const Changer changer{call.actor, call.now, views};
    const auto change = TRY(
        begin_change(business, changer, Operation::reassign, request.booking_id, request.version, request.reason));
    if (request.person_id == change.before.staff)
        return fail(ErrorCode::conflict, "They serve it already.", "person_id");
    return write_change(business, changer, change,
                        TRY(moved(business, changer, change, request.person_id, change.before.visit.from)));
}

Result<api::BookingView> change_booking_room(const Call<api::BookingRoomChange>& call, BusinessWriter& business) {
    const auto& request = call.request;
    const auto views = TRY(BookingViews::for_caller(business, call.actor, call.now));
    const Changer changer{call.actor, call.now, views};
    const auto change = TRY(
        begin_change(business, changer, Operation::move_room, request.booking_id, request.version, request.reason));
    const auto* service = TRY(service_of(changer, change));
    if (std::ranges::find(service->rooms, request.room_id) == service->rooms.end())
        return fail(ErrorCode::not_found, "This service does not take place in such a room.", "room_id");
    if (request.room_id == change.before.room)
        return fail(ErrorCode::conflict, "It takes place there already.", "room_id");
    StoredBooking after = change.before;
    after.room = request.room_id;
    return write_change(business, changer, change, std::move(after));
}

Result<api::FreeTimesView> list_other_times(const Call<api::OtherTimesRequest>& call,
                                            const BusinessReader& business) {
    const auto& request = call.request;
    const auto views = TRY(BookingViews::for_caller(business, call.actor, call.now));
    const Changer changer{call.actor, call.now, views};
    const auto& catalog = views.catalog();
    const auto change =
        TRY(begin_change(business, changer, Operation::reschedule, request.booking_id, std::nullopt, std::nullopt));
    TRY(range_of_dates(*catalog.zone, request.from, request.to));
    const auto* service = TRY(service_of(changer, change));
    if (request.person_id && !catalog.find_staff(*request.person_id))
        return fail(ErrorCode::not_found, "There is no such person.", "person_id");
    // What is listed lies on the grid, though any five minutes would be taken.
    auto waived = waived_by(changer, change);
    waived.remove(scheduling::Refusal::off_grid);
    auto snapshot =
        TRY(storage::read_snapshot(business, catalog, request.from, request.to, call.now, std::nullopt, waived));
    leave_out(snapshot, change.before);
    api::FreeTimesView view;
    view.seq = TRY(business.seq());
    for (const auto& time :
         scheduling::free_times(snapshot, {service, request.person_id, request.from, request.to, call.now, waived}))
        if (time.starts_at != change.before.visit.from || time.person != change.before.staff)
            view.times.push_back({time.starts_at, time.person, catalog.room_name(time.room)});
    return view;
}

}  // namespace loggia::endpoints
