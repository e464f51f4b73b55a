#include "core/scheduling/cover.h"

#include "server/endpoints/access_rules.h"
#include "server/endpoints/booking_change.h"
#include "server/endpoints/date_range.h"
#include "server/endpoints/handlers.h"
#include "server/storage/claims.h"
#include "server/storage/row_scope.h"
#include "server/storage/snapshot.h"

#include <algorithm>

namespace loggia::endpoints {

namespace {

using booking::Operation;
using policy::Permission;
using storage::StoredBooking;

constexpr std::size_t most_changes = 200;

/// Those that the person is to serve and that the caller may change together with others.
Result<std::vector<StoredBooking>> visits_of(const Call<api::CoverageRequest>& call, const BusinessReader& business,
                                             const BookingViews& views) {
    const auto& zone = *views.catalog().zone;
    const TimeRange range = TRY(range_of_dates(zone, call.request.from, call.request.to));
    const auto scope = storage::row_scope(call.actor, Permission::update_bookings_together, zone, call.now);
    auto bookings = TRY(storage::bookings_between(business, range, scope));
    std::erase_if(bookings, [&](const StoredBooking& booking) {
        return booking.staff != call.request.person_id || !domain::is_to_come(booking.status) ||
               booking.visit.from <= call.now || !views.may_see(booking);
    });
    return bookings;
}

Result<std::vector<scheduling::OpenVisit>> open_visits(const BusinessReader& business,
                                                       const std::vector<StoredBooking>& bookings,
                                                       const storage::Catalog& catalog) {
    std::vector<scheduling::OpenVisit> visits;
    for (const auto& booking : bookings) {
        const auto* service = catalog.find_service(booking.service);
        if (!service) continue;
        auto things = TRY(storage::equipment_of(business, booking.id));
        if (booking.room) things.push_back({*booking.room});
        visits.push_back({booking.id, service, booking.visit.from, std::move(things), booking.claimed()});
    }
    return visits;
}

std::unexpected<Error> at(std::size_t index, Error error) {
    error.field = "changes." + std::to_string(index) + (error.field.empty() ? "" : "." + error.field);
    return std::unexpected(std::move(error));
}

Operation operation_of(const api::PlannedChange& planned) {
    if (planned.starts_at) return Operation::reschedule;
    return planned.person_id ? Operation::reassign : Operation::cancel;
}

Result<api::Nothing> check_batch(const Call<api::BookingBatch>& call) {
    const auto& changes = call.request.changes;
    if (changes.empty()) return fail(ErrorCode::invalid_input, "Choose at least one booking.", "changes");
    if (changes.size() > most_changes)
        return fail(ErrorCode::invalid_input, "Please change at most 200 bookings at once.", "changes");
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const auto rest = std::span(changes).subspan(i + 1);
        if (std::ranges::find(rest, changes[i].booking_id, &api::PlannedChange::booking_id) != rest.end())
            return at(i, {ErrorCode::invalid_input, "The same booking is named twice.", "booking_id", 0});
    }
    const bool cancels =
        std::ranges::any_of(changes, [](const auto& planned) { return operation_of(planned) == Operation::cancel; });
    const auto cancelling = policy::decide_any(call.actor, Permission::cancel_bookings_together);
    if (cancels && !cancelling) return fail(ErrorCode::forbidden, policy::explain(cancelling, call.actor));
    return api::Nothing{};
}

/// Each may be made by the caller, alone; nothing is changed yet.
Result<std::vector<BookingChange>> begin_all(const Call<api::BookingBatch>& call, const BusinessReader& business,
                                             const Changer& changer) {
    std::vector<BookingChange> begun;
    for (std::size_t i = 0; i < call.request.changes.size(); ++i) {
        const auto& planned = call.request.changes[i];
        auto change = begin_change(business, changer, operation_of(planned), planned.booking_id, planned.version,
                                   call.request.reason);
        if (!change) return at(i, std::move(change).error());
        if (planned.starts_at && planned.person_id && planned.person_id != change->before.staff)
            if (auto may = check_operation(changer, Operation::reassign, change->before); !may)
                return at(i, std::move(may).error());
        begun.push_back(*std::move(change));
    }
    return begun;
}

/// So that one may take the time that another leaves.
Result<api::Nothing> free_all(BusinessWriter& business, std::vector<BookingChange>& changes) {
    for (auto& change : changes) {
        const auto& before = change.before;
        TRY(storage::delete_claims(business, before.needs(), before.cells, before.id));
        change.is_freed = true;
    }
    return api::Nothing{};
}

Result<StoredBooking> outcome_of(BusinessWriter& business, const Changer& changer, const BookingChange& change,
                                 const api::PlannedChange& planned) {
    if (change.operation == Operation::cancel) {
        StoredBooking after = change.before;
        after.status = domain::BookingStatus::cancelled;
        return after;
    }
    return moved(business, changer, change, planned.person_id.value_or(change.before.staff),
                 planned.starts_at.value_or(change.before.visit.from));
}

}  // namespace

Result<api::CoverageView> list_coverage(const Call<api::CoverageRequest>& call, const BusinessReader& business) {
    const auto& request = call.request;
    const auto views = TRY(BookingViews::for_caller(business, call.actor, call.now));
    const auto& catalog = views.catalog();
    if (!catalog.find_staff(request.person_id))
        return fail(ErrorCode::not_found, "There is no such person.", "person_id");
    const auto bookings = TRY(visits_of(call, business, views));
    auto snapshot = TRY(storage::read_snapshot(business, catalog, request.from, request.to, call.now));
    const auto visits = TRY(open_visits(business, bookings, catalog));
    api::CoverageView view;
    view.seq = TRY(business.seq());
    const auto covers = scheduling::plan_cover(std::move(snapshot), request.person_id, visits, call.now,
                                               booking::waived_by(Operation::reassign, call.actor, {}));
    for (const auto& cover : covers) {
        const auto booking = std::ranges::find(bookings, cover.booking, &StoredBooking::id);
        view.items.push_back({views.view(*booking), cover.colleagues, cover.proposed});
    }
    return view;
}

Result<api::BookingList> change_bookings(const Call<api::BookingBatch>& call, BusinessWriter& business) {
    TRY(check_batch(call));
    TRY(checked_reason(call.request.reason));
    const auto views = TRY(BookingViews::for_caller(business, call.actor, call.now));
    const Changer changer{call.actor, call.now, views};
    auto changes = TRY(begin_all(call, business, changer));
    TRY(free_all(business, changes));
    api::BookingList list;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        auto after = outcome_of(business, changer, changes[i], call.request.changes[i]);
        if (!after) return at(i, std::move(after).error());
        auto written = write_change(business, changer, changes[i], *std::move(after));
        if (!written) return at(i, std::move(written).error());
        list.bookings.push_back(*std::move(written));
    }
    list.seq = TRY(business.seq());
    return list;
}

}  // namespace loggia::endpoints
