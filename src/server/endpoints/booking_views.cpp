#include "server/endpoints/booking_views.h"

#include "core/api/field_mask.h"
#include "core/base/civil.h"

namespace loggia::endpoints {

Result<BookingViews> BookingViews::for_caller(const storage::BusinessReader& business, const policy::Actor& actor,
                                              Instant now) {
    BookingViews views;
    views.m_actor = actor;
    views.m_catalog = TRY(business.catalog());
    views.m_today = views.m_catalog->today(now);
    if (policy::works_here(actor))
        views.m_nearest_service_days =
            TRY(storage::nearest_service_days(business, *actor.person, *views.m_catalog->zone, views.m_today));
    return views;
}

policy::Subject BookingViews::subject(const storage::StoredBooking& booking) const {
    policy::Subject subject;
    subject.assigned_staff = booking.staff;
    if (!booking.client) return subject;
    subject.client = booking.client->id;
    subject.account_manager = booking.client->account_manager;
    const auto nearest = m_nearest_service_days.find(booking.client->id);
    if (nearest != m_nearest_service_days.end()) subject.days_to_nearest_service = nearest->second;
    return subject;
}

bool BookingViews::may_see(const storage::StoredBooking& booking) const {
    return booking.client && policy::decide(m_actor, policy::Permission::view_booking, subject(booking));
}

api::BookingView BookingViews::view(const storage::StoredBooking& booking) const {
    api::BookingView view;
    view.id = booking.id;
    view.version = booking.version;
    view.service_id = booking.service;
    view.person_id = booking.staff;
    view.room_name = m_catalog->room_name(booking.room);
    view.room_id = booking.room;
    view.starts_at = booking.visit.from;
    view.ends_at = booking.visit.to;
    view.status = booking.status;
    view.price = booking.price;
    view.series_id = booking.series;
    if (const auto& client = booking.client) {
        view.client_id = client->id;
        view.client_name = client->name;
        view.client_is_dependent = client->account_manager.has_value();
        view.client_email = client->email;
        view.client_phone = client->phone;
        if (client->born) view.client_age = age_on(*client->born, m_today);
        if (client->account_manager) view.account_manager_name = client->account_manager_name;
    }
    return api::projected(std::move(view), m_actor, subject(booking));
}

std::vector<api::BookingView> BookingViews::views(const std::vector<storage::StoredBooking>& bookings) const {
    std::vector<api::BookingView> views;
    views.reserve(bookings.size());
    for (const auto& booking : bookings)
        if (may_see(booking)) views.push_back(view(booking));
    return views;
}

Result<storage::StoredBooking> find_visible_booking(const storage::BusinessReader& business,
                                                    const BookingViews& views, BookingId id) {
    auto booking = TRY(storage::find_booking(business, id));
    if (!booking || !views.may_see(*booking)) return fail(ErrorCode::not_found, "There is no such booking.");
    return *std::move(booking);
}

}  // namespace loggia::endpoints
