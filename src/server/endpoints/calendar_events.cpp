#include "server/endpoints/calendar_events.h"

#include "server/endpoints/booking_views.h"
#include "server/storage/row_scope.h"

#include <algorithm>

namespace loggia::endpoints {

namespace {

using policy::Permission;

constexpr days goes_back{30};
constexpr days goes_ahead{366};
constexpr minutes asked_again_after{60};

calendar::EventStatus status_of(domain::BookingStatus status) {
    switch (status) {
    case domain::BookingStatus::cancelled: return calendar::EventStatus::cancelled;
    case domain::BookingStatus::held:
    case domain::BookingStatus::requested: return calendar::EventStatus::tentative;
    case domain::BookingStatus::confirmed:
    case domain::BookingStatus::completed:
    case domain::BookingStatus::no_show: return calendar::EventStatus::confirmed;
    }
    return calendar::EventStatus::confirmed;
}

/// Who it is for, where that is not the reader; a first name is enough.
std::string for_whom(const api::BookingView& view, const policy::Actor& reader) {
    if (!view.client_name || view.client_id == reader.person) return {};
    return " · " + view.client_name->substr(0, view.client_name->find(' '));
}

calendar::FeedEvent event_of(const BookingViews& views, const storage::StoredBooking& booking,
                             const policy::Actor& reader) {
    const auto& catalog = views.catalog();
    const auto view = views.view(booking);
    const auto* service = catalog.find_service(view.service_id);
    const auto& location = catalog.location({});
    calendar::FeedEvent event;
    event.uid = calendar::event_uid(catalog.business.id, view.id);
    event.sequence = view.version - 1;
    event.changed_at = booking.made_at;
    event.time = {view.starts_at, view.ends_at};
    event.summary = (service ? service->name : catalog.business.name) + for_whom(view, reader);
    event.location = view.room_name.empty() ? location.name : view.room_name + ", " + location.name;
    if (!location.address.empty()) event.location += ", " + location.address;
    event.status = status_of(view.status);
    return event;
}

}  // namespace

Result<calendar::Feed> feed_of(const storage::BusinessReader& business, const policy::Actor& actor, Instant now) {
    const auto views = TRY(BookingViews::for_caller(business, actor, now));
    const auto& catalog = views.catalog();
    std::vector<storage::StoredBooking> bookings;
    if (policy::decide_any(actor, Permission::view_own_bookings))
        bookings = TRY(storage::bookings_of_client(business, *actor.person, now - goes_back));
    if (policy::decide_any(actor, Permission::sync_own_calendar)) {
        storage::RowScope served;
        served.assigned = true;
        served.me = *actor.person;
        for (auto& booking : TRY(storage::bookings_between(business, {now - goes_back, now + goes_ahead}, served)))
            if (std::ranges::find(bookings, booking.id, &storage::StoredBooking::id) == bookings.end())
                bookings.push_back(std::move(booking));
    }
    calendar::Feed feed{calendar::Method::publish, catalog.business.name, asked_again_after, {}};
    std::ranges::sort(bookings, {}, [](const auto& booking) { return std::pair(booking.visit.from, booking.id); });
    for (const auto& booking : bookings)
        if (views.may_see(booking)) feed.events.push_back(event_of(views, booking, actor));
    return feed;
}

Result<calendar::Feed> event_file(const storage::BusinessReader& business, const policy::Actor& actor,
                                  BookingId booking, Instant now) {
    const auto views = TRY(BookingViews::for_caller(business, actor, now));
    const auto found = TRY(find_visible_booking(business, views, booking));
    return calendar::Feed{calendar::Method::publish, {}, {}, {event_of(views, found, actor)}};
}

}  // namespace loggia::endpoints
