#include "server/endpoints/booking_change.h"

#include "core/base/text.h"
#include "core/domain/person.h"
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

/// Whose a claim is may not be known; then the longest within the booking's own time is its own, because what was
/// read may end within it.
void erase_own_claim(scheduling::Calendar& calendar, const StoredBooking& booking) {
    const TimeRange claimed = booking.claimed();
    auto own = calendar.busy.end();
    for (auto busy = calendar.busy.begin(); busy != calendar.busy.end(); ++busy)
        if (busy->from >= claimed.from && busy->to <= claimed.to &&
            (own == calendar.busy.end() || busy->to - busy->from > own->to - own->from))
            own = busy;
    if (own != calendar.busy.end()) calendar.busy.erase(own);
}

void erase_own_claims(scheduling::Calendar& calendar, const StoredBooking& booking, int units) {
    if (calendar.taken_by.size() == calendar.busy.size()) {
        for (std::size_t i = calendar.busy.size(); i-- > 0;)
            if (calendar.taken_by[i] == booking.id) {
                calendar.busy.erase(calendar.busy.begin() + static_cast<std::ptrdiff_t>(i));
                calendar.taken_by.erase(calendar.taken_by.begin() + static_cast<std::ptrdiff_t>(i));
            }
        return;
    }
    for (int unit = 0; unit < units; ++unit) erase_own_claim(calendar, booking);
}

/// What limits count of it.
void erase_own_visit(std::vector<scheduling::Visit>& visits, const StoredBooking& booking) {
    const auto own = std::ranges::find(visits, booking.visit.from, &scheduling::Visit::starts_at);
    if (own != visits.end()) visits.erase(own);
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
    change.before.equipment = TRY(storage::equipment_of(business, id));
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

void leave_out(scheduling::Snapshot& snapshot, const StoredBooking& booking) {
    if (!domain::occupies_time(booking.status)) return;
    for (const auto& need : booking.needs())
        for (auto* calendars : {&snapshot.people, &snapshot.rooms, &snapshot.equipment})
            for (auto& calendar : *calendars)
                if (calendar.resource == need.resource) erase_own_claims(calendar, booking, need.units);
    for (auto& person : snapshot.people)
        if (person.resource == domain::resource_of(booking.staff)) erase_own_visit(person.visits, booking);
}

scheduling::RefusalSet waived_by(const Changer& changer, const BookingChange& change) {
    return booking::waived_by(change.operation, changer.actor, changer.views.subject(change.before));
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
    const scheduling::FreeTimesQuery query{service, performer, day, day, changer.now, waived_by(changer, change)};
    auto snapshot = TRY(storage::read_start_snapshot(business, catalog, query, starts_at));
    if (!change.is_freed) leave_out(snapshot, change.before);
    const auto time = scheduling::check_start(snapshot, query, starts_at);
    if (!time) return std::unexpected(refusal_of(time.error()));
    StoredBooking after = change.before;
    after.staff = time->person;
    after.room = time->room;
    const auto terms = domain::terms_of(*service, time->person);
    after.visit = {starts_at, starts_at + terms.duration};
    after.cells = scheduling::claimed_cells(terms, starts_at);
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
