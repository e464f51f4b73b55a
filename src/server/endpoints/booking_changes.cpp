#include "core/base/text.h"
#include "core/booking/operation.h"

#include "server/endpoints/access_rules.h"
#include "server/endpoints/booking_refusals.h"
#include "server/endpoints/booking_views.h"
#include "server/endpoints/date_range.h"
#include "server/endpoints/free_time_refusals.h"
#include "server/endpoints/handlers.h"
#include "server/storage/audit.h"
#include "server/storage/booking_versions.h"
#include "server/storage/changes.h"
#include "server/storage/snapshot.h"

#include <algorithm>

namespace loggia::endpoints {

namespace {

using booking::Operation;
using storage::StoredBooking;

/// A booking that the caller sees, and what was said about changing it.
struct Change {
    Operation operation;
    BookingViews views;
    StoredBooking before;
    std::string reason;
    policy::Decision decision;  ///< that allows it
};

Result<std::string> optional_reason(const std::optional<std::string>& reason) {
    if (!reason || text::trimmed(*reason).empty()) return std::string{};
    return checked_reason(*reason);
}

Result<policy::Decision> allowed(const auto& call, const BookingViews& views, Operation operation,
                                 const StoredBooking& booking) {
    const booking::Facts facts{booking.status, booking.visit.from, views.subject(booking)};
    auto checked = booking::check(operation, call.actor, facts, views.catalog().business.rules, call.now);
    if (checked) return *std::move(checked);
    return std::unexpected(refusal_of(operation, facts, checked.error(), call.actor, views.catalog()));
}

Result<Change> begin_change(const auto& call, const BusinessReader& business, Operation operation,
                            std::optional<std::int64_t> version) {
    Change change{operation, TRY(BookingViews::for_caller(business, call.actor, call.now)), {}, {}, {}};
    change.before = TRY(find_visible_booking(business, change.views, call.request.booking_id));
    change.decision = TRY(allowed(call, change.views, operation, change.before));
    change.reason = TRY(optional_reason(call.request.reason));
    if (version && *version != change.before.version)
        return fail(ErrorCode::conflict, "Somebody has changed this booking meanwhile. Look at it again.");
    return change;
}

Result<api::Nothing> record_change_of(BusinessWriter& business, const auto& call, const Change& change,
                                      const StoredBooking& after) {
    const auto& zone = *change.views.catalog().zone;
    TRY(storage::record_change(business, zone, after.id, change.before.claimed()));
    if (after.claimed() != change.before.claimed())
        TRY(storage::record_change(business, zone, after.id, after.claimed()));
    auto entry = storage::entry_of(call.actor, change.decision, call.now);
    entry.booking = after.id;
    entry.reason = change.reason;
    TRY(storage::add_audit_entry(business, entry));
    // Bookings that were never changed may have no version of their own yet.
    TRY(storage::add_booking_version(business, change.before, {"book", {}, change.before.made_at, {}}));
    TRY(storage::add_booking_version(
        business, after, {booking::name_of(change.operation), call.actor.person, call.now, change.reason}));
    return api::Nothing{};
}

/// Writes the booking as it is to be, with all that is kept of the change.
Result<api::BookingView> make_change(const auto& call, BusinessWriter& business, const Change& change,
                                     StoredBooking after) {
    const auto written = storage::change_booking(business, change.before, after);
    if (!written && written.error().kind == storage::FailureKind::unique)
        return fail(ErrorCode::conflict, time_is_taken, "starts_at");
    TRY(written);
    after.version = change.before.version + 1;
    TRY(record_change_of(business, call, change, after));
    return change.views.view(after);
}

/// Only what its status becomes.
Result<api::BookingView> step(const Call<api::BookingStep>& call, BusinessWriter& business, Operation operation) {
    const Change change = TRY(begin_change(call, business, operation, call.request.version));
    StoredBooking after = change.before;
    after.status = *domain::after(change.before.status, *booking::row_of(operation).action);
    return make_change(call, business, change, std::move(after));
}

/// Without the time that the booking takes itself.
void leave_out(scheduling::Snapshot& snapshot, const StoredBooking& booking) {
    if (!domain::occupies_time(booking.status)) return;
    const auto own = booking.resources();
    const TimeRange claimed = booking.claimed();
    for (auto* calendars : {&snapshot.people, &snapshot.rooms})
        for (auto& calendar : *calendars) {
            if (std::ranges::find(own, calendar.resource) == own.end()) continue;
            // What was read may end within it; of all that lies in it, its own is the longest.
            auto own_time = calendar.busy.end();
            for (auto busy = calendar.busy.begin(); busy != calendar.busy.end(); ++busy)
                if (busy->from >= claimed.from && busy->to <= claimed.to &&
                    (own_time == calendar.busy.end() || busy->to - busy->from > own_time->to - own_time->from))
                    own_time = busy;
            if (own_time != calendar.busy.end()) calendar.busy.erase(own_time);
        }
}

Result<const domain::Service*> service_of(const Change& change) {
    const auto* service = change.views.catalog().find_service(change.before.service);
    if (!service) return fail(ErrorCode::conflict, "This service is not offered any more.");
    return service;
}

/// The booking at another time or with another performer, if the rules of booking have it.
Result<StoredBooking> moved(const auto& call, const BusinessWriter& business, const Change& change,
                            PersonId performer, Instant starts_at) {
    const auto& catalog = change.views.catalog();
    if (!catalog.find_staff(performer)) return fail(ErrorCode::not_found, "There is no such person.", "person_id");
    const auto* service = TRY(service_of(change));
    const Date day = catalog.zone->date_at(starts_at);
    const scheduling::FreeTimesQuery query{service, performer, day, day, call.now};
    auto snapshot = TRY(storage::read_start_snapshot(business, catalog, query, starts_at));
    leave_out(snapshot, change.before);
    snapshot.rules =
        booking::rules_binding(change.operation, call.actor, change.views.subject(change.before), snapshot.rules);
    const auto time = scheduling::check_start(snapshot, query, starts_at);
    if (!time) return std::unexpected(refusal_of(time.error()));
    StoredBooking after = change.before;
    after.staff = time->person;
    after.room = time->room;
    after.visit = {starts_at, starts_at + service->duration};
    after.cells = scheduling::claimed_cells(*service, starts_at);
    return after;
}

}  // namespace

Result<api::BookingView> cancel_booking(const Call<api::BookingStep>& call, BusinessWriter& business) {
    return step(call, business, Operation::cancel);
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
    const Change change = TRY(begin_change(call, business, Operation::reschedule, request.version));
    const PersonId performer = request.person_id.value_or(change.before.staff);
    if (performer != change.before.staff) TRY(allowed(call, change.views, Operation::reassign, change.before));
    auto after = TRY(moved(call, business, change, performer, request.starts_at));
    if (after.visit == change.before.visit && after.staff == change.before.staff)
        return fail(ErrorCode::conflict, "It takes place at this time already.", "starts_at");
    return make_change(call, business, change, std::move(after));
}

Result<api::BookingView> reassign_booking(const Call<api::BookingReassignment>& call, BusinessWriter& business) {
    const auto& request = call.request;
    const Change change = TRY(begin_change(call, business, Operation::reassign, request.version));
    if (request.person_id == change.before.staff)
        return fail(ErrorCode::conflict, "They serve it already.", "person_id");
    return make_change(call, business, change,
                       TRY(moved(call, business, change, request.person_id, change.before.visit.from)));
}

Result<api::BookingView> change_booking_room(const Call<api::BookingRoomChange>& call, BusinessWriter& business) {
    const auto& request = call.request;
    const Change change = TRY(begin_change(call, business, Operation::move_room, request.version));
    const auto* service = TRY(service_of(change));
    if (std::ranges::find(service->rooms, request.room_id) == service->rooms.end())
        return fail(ErrorCode::not_found, "This service does not take place in such a room.", "room_id");
    if (request.room_id == change.before.room)
        return fail(ErrorCode::conflict, "It takes place there already.", "room_id");
    StoredBooking after = change.before;
    after.room = request.room_id;
    return make_change(call, business, change, std::move(after));
}

Result<api::FreeTimesView> list_other_times(const Call<api::OtherTimesRequest>& call,
                                            const BusinessReader& business) {
    const auto& request = call.request;
    Change change{Operation::reschedule, TRY(BookingViews::for_caller(business, call.actor, call.now)), {}, {}, {}};
    const auto& catalog = change.views.catalog();
    change.before = TRY(find_visible_booking(business, change.views, request.booking_id));
    TRY(allowed(call, change.views, Operation::reschedule, change.before));
    TRY(range_of_dates(*catalog.zone, request.from, request.to));
    const auto* service = TRY(service_of(change));
    if (request.person_id && !catalog.find_staff(*request.person_id))
        return fail(ErrorCode::not_found, "There is no such person.", "person_id");
    auto snapshot = TRY(storage::read_snapshot(business, catalog, request.from, request.to, call.now));
    leave_out(snapshot, change.before);
    const minutes usual_grid = snapshot.rules.start_grid;
    snapshot.rules =
        booking::rules_binding(change.operation, call.actor, change.views.subject(change.before), snapshot.rules);
    snapshot.rules.start_grid = usual_grid;
    api::FreeTimesView view;
    view.seq = TRY(business.seq());
    for (const auto& time :
         scheduling::free_times(snapshot, {service, request.person_id, request.from, request.to, call.now}))
        if (time.starts_at != change.before.visit.from || time.person != change.before.staff)
            view.times.push_back({time.starts_at, time.person, catalog.room_name(time.room)});
    return view;
}

}  // namespace loggia::endpoints
