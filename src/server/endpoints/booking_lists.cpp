#include "server/endpoints/booking_views.h"
#include "server/endpoints/date_range.h"
#include "server/endpoints/handlers.h"

namespace loggia::endpoints {

namespace {

constexpr days own_bookings_go_back{366};

}  // namespace

Result<api::BookingList> list_my_bookings(const Call<api::Nothing>& call, const BusinessReader& business) {
    api::BookingList list;
    list.seq = TRY(business.seq());
    if (!call.actor.person) return list;
    const auto views = TRY(BookingViews::for_caller(business, call.actor, call.now));
    auto bookings = TRY(storage::bookings_of_client(business, *call.actor.person, call.now - own_bookings_go_back));
    std::erase_if(bookings, [&](const storage::StoredBooking& booking) {
        return !policy::decide(call.actor, policy::Permission::view_own_bookings, views.subject(booking));
    });
    list.bookings = views.views(bookings);
    return list;
}

Result<api::BookingList> list_calendar(const Call<api::CalendarRequest>& call, const BusinessReader& business) {
    const auto views = TRY(BookingViews::for_caller(business, call.actor, call.now));
    const auto& zone = *views.catalog().zone;
    const TimeRange range = TRY(range_of_dates(zone, call.request.from, call.request.to));
    const auto scope = storage::row_scope(call.actor, policy::Permission::view_calendar, zone, call.now);
    return api::BookingList{TRY(business.seq()), views.views(TRY(storage::bookings_between(business, range, scope)))};
}

}  // namespace loggia::endpoints
