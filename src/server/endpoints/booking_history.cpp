#include "server/endpoints/booking_views.h"
#include "server/endpoints/handlers.h"
#include "server/storage/booking_versions.h"

namespace loggia::endpoints {

namespace {

/// Whether they see it as somebody who works here, and not only as the client it belongs to.
bool sees_as_staff(const policy::Actor& actor, policy::Subject subject) {
    subject.client.reset();
    subject.account_manager.reset();
    return policy::decide(actor, policy::Permission::view_booking, subject).allowed;
}

api::BookingVersionView view_of(const storage::BookingVersion& version, const storage::Catalog& catalog) {
    api::BookingVersionView view;
    view.version = version.version;
    view.operation = version.operation;
    view.status = version.status;
    view.person_id = version.staff;
    view.room_name = catalog.room_name(version.room);
    view.starts_at = version.visit.from;
    view.made_at = version.made_at;
    return view;
}

}  // namespace

Result<api::BookingHistory> list_booking_versions(const Call<api::BookingQuery>& call,
                                                  const BusinessReader& business) {
    const auto views = TRY(BookingViews::for_caller(business, call.actor, call.now));
    const auto booking = TRY(find_visible_booking(business, views, call.request.booking_id));
    const bool as_staff = sees_as_staff(call.actor, views.subject(booking));
    api::BookingHistory history;
    for (const auto& version : TRY(storage::versions_of(business, booking.id))) {
        auto& view = history.versions.emplace_back(view_of(version, views.catalog()));
        if (!version.author || (!as_staff && version.author != call.actor.person)) continue;
        view.author_name = version.author_name;
        if (!version.reason.empty()) view.reason = version.reason;
    }
    return history;
}

}  // namespace loggia::endpoints
