#include "server/endpoints/booking_change.h"

#include "core/base/text.h"
#include "server/endpoints/access_rules.h"
#include "server/endpoints/booking_refusals.h"
#include "server/endpoints/free_time_refusals.h"
#include "server/storage/audit.h"
#include "server/storage/booking_versions.h"
#include "server/storage/changes.h"
#include "server/storage/snapshot.h"

#include <algorithm>

namespace loggia::endpoints {

namespace {

using storage::BusinessWriter;
using storage::StoredBooking;

Result<std::string> optional_reason(const std::optional<std::string>& reason) {
    if (!reason || text::trimmed(*reason).empty()) return std::string{};
    return checked_reason(*reason);
}

void erase_own_time(scheduling::Calendar& calendar, TimeRange claimed) {
    // What was read may end within it; of all that lies in it, its own is the longest.
    auto own = calendar.busy.end();
    for (auto busy = calendar.busy.begin(); busy != calendar.busy.end(); ++busy)
        if (busy->from >= claimed.from && busy->to <= claimed.to &&
            (own == calendar.busy.end() || busy->to - busy->from > own->to - own->from))
            own = busy;
    if (own != calendar.busy.end()) calendar.busy.erase(own);
}

Result<api::Nothing> record(BusinessWriter& business, const Changer& changer, const BookingChange& change,
                            const StoredBooking& after) {
    const auto& zone = *changer.views.catalog().zone;
    TRY(storage::record_change(business, zone, after.id, change.before.claimed()));
    if (after.claimed() != change.before.claimed())
        TRY(storage::record_change(business, zone, after.id, after.claimed()));
    auto entry = storage::entry_of(changer.actor, change.decision, changer.now);
    entry.booking = after.id;
    entry.reason = change.reason;
    TRY(storage::add_audit_entry(business, entry));
    // Bookings that were never changed may have no version of their own yet.
    TRY(storage::add_booking_version(business, change.before, {"book", {}, change.before.made_at, {}}));
    TRY(storage::add_booking_version(
        business, after, {booking::name_of(change.operation), changer.actor.person, changer.now, change.reason}));
    return api::Nothing{};
}

}  // namespace

Result<BookingChange> begin_change(const storage::BusinessReader& business, const Changer& changer,
                                   booking::Operation operation, BookingId id, std::optional<std::int64_t> version,
                                   const std::optional<std::string>& reason) {
    BookingChange change{operation, TRY(find_visible_booking(business, changer.views, id)), {}, {}, false};
    change.decision = TRY(check_operation(changer, operation, change.before));
    change.reason = TRY(optional_reason(reason));
    if (version && *version != change.before.version)
        return fail(ErrorCode::conflict, "Somebody has changed this booking meanwhile. Look at it again.");
    return change;
}

Result<policy::Decision> check_operation(const Changer& changer, booking::Operation operation,
                                         const StoredBooking& booking) {
    const auto& catalog = changer.views.catalog();
    const booking::Facts facts{booking.status, booking.visit.from, changer.views.subject(booking)};
    auto checked = booking::check(operation, changer.actor, facts, catalog.business.rules, changer.now);
    if (checked) return *std::move(checked);
    return std::unexpected(refusal_of(operation, facts, checked.error(), changer.actor, catalog));
}

void prepare_snapshot(scheduling::Snapshot& snapshot, const Changer& changer, const BookingChange& change) {
    snapshot.rules =
        booking::rules_binding(change.operation, changer.actor, changer.views.subject(change.before), snapshot.rules);
    if (change.is_freed || !domain::occupies_time(change.before.status)) return;
    const auto own = change.before.resources();
    for (auto* calendars : {&snapshot.people, &snapshot.rooms})
        for (auto& calendar : *calendars)
            if (std::ranges::find(own, calendar.resource) != own.end())
                erase_own_time(calendar, change.before.claimed());
}

Result<const domain::Service*> service_of(const Changer& changer, const BookingChange& change) {
    const auto* service = changer.views.catalog().find_service(change.before.service);
    if (!service) return fail(ErrorCode::conflict, "This service is not offered any more.");
    return service;
}

Result<StoredBooking> moved(BusinessWriter& business, const Changer& changer, const BookingChange& change,
                            PersonId performer, Instant starts_at) {
    const auto& catalog = changer.views.catalog();
    if (!catalog.find_staff(performer)) return fail(ErrorCode::not_found, "There is no such person.", "person_id");
    const auto* service = TRY(service_of(changer, change));
    TRY(storage::release_expired_holds(business, *catalog.zone, changer.now));
    const Date day = catalog.zone->date_at(starts_at);
    const scheduling::FreeTimesQuery query{service, performer, day, day, changer.now};
    auto snapshot = TRY(storage::read_start_snapshot(business, catalog, query, starts_at));
    prepare_snapshot(snapshot, changer, change);
    const auto time = scheduling::check_start(snapshot, query, starts_at);
    if (!time) return std::unexpected(refusal_of(time.error()));
    StoredBooking after = change.before;
    after.staff = time->person;
    after.room = time->room;
    after.visit = {starts_at, starts_at + service->duration};
    after.cells = scheduling::claimed_cells(*service, starts_at);
    return after;
}

Result<api::BookingView> write_change(BusinessWriter& business, const Changer& changer, const BookingChange& change,
                                      StoredBooking after) {
    if (domain::occupies_time(after.status))
        TRY(storage::release_expired_holds(business, *changer.views.catalog().zone, changer.now));
    const auto written = storage::change_booking(business, change.before, after);
    if (!written && written.error().kind == storage::FailureKind::unique)
        return fail(ErrorCode::conflict, time_is_taken, "starts_at");
    TRY(written);
    after.version = change.before.version + 1;
    TRY(record(business, changer, change, after));
    return changer.views.view(after);
}

}  // namespace loggia::endpoints
