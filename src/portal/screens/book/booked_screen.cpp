#include "portal/screens/book/booked_screen.h"

#include "icons.generated.h"
#include "portal/screens/book/choice.h"
#include "portal/screens/cancellation.h"
#include "portal/screens/faces.h"
#include "portal/screens/frame.h"

namespace loggia::portal {

namespace {

void draw_facts(ui::Page& page, const Context& context, const api::BookingView& booking) {
    const auto& business = context.store.business;
    const auto* view = here(business.business());
    const auto from = context.zone().to_civil(booking.starts_at);
    const auto to = context.zone().to_civil(booking.ends_at);
    const auto card = page.card({.gap = ui::Space::small});
    page.heading(2, business.service_name(booking.service_id));
    page.icon_line(ui::icon::calendar, context.words.date_and_times(from, to));
    if (const auto* zone = differing_zone(context, booking.starts_at))
        page.text(context.words.zone_note(context.zone(), *zone, booking.starts_at), ui::Text::caption);
    page.icon_line(ui::icon::user_round, business.person_name(booking.person_id));
    if (view)
        page.icon_line(ui::icon::map_pin, joined({booking.room_name, view->location_name, view->location_address}));
    if (booking.client_name) page.icon_line(ui::icon::users, context.words.for_client(*booking.client_name));
    if (booking.price) page.icon_line(ui::icon::tag, context.words.price(*booking.price));
    page.icon_line(
        ui::icon::shield_check,
        context.words.free_to_cancel_until(context.zone().to_civil(cancellation_deadline(context, booking))),
        ui::Text::small_muted);
}

}  // namespace

void BookedScreen::build(ui::Page& page, Context& context) {
    const auto frame = draw_top_bar(page, context, Section::book);
    bool try_again = false;
    const auto id = context.address.id<BookingId>("booking");
    {
        const auto main = page.main(ui::Width::reading);
        if (!id) {
            page.heading(1, context.words.no_such_page(), "title");
        } else {
            const auto& booking = context.store.bookings.want(*id);
            const auto* record = here(booking);
            const bool is_off = record && record->status == domain::BookingStatus::cancelled;
            const bool is_asked = record && record->status == domain::BookingStatus::requested;
            page.heading(1,
                         is_off     ? context.words.booking_cancelled()
                         : is_asked ? context.words.request_is_sent()
                                    : context.words.you_are_booked(),
                         "title");
            if (is_asked) page.text(context.words.request_is_answered());
            try_again = draw_remote(page, context, "failed", booking, 5,
                                    [&](const api::BookingView& view) { draw_facts(page, context, view); });
            const auto actions = page.wrap({.gap = ui::Space::regular});
            page.link("home", context.words.my_bookings(), url_of(Place::my_home), {.look = ui::LinkLook::primary});
            if (record && !is_off)
                page.link("keep", context.words.add_to_calendar(), "/calendar/bookings/" + url_text(*id) + ".ics",
                          {.look = ui::LinkLook::button, .icon = ui::icon::calendar_plus, .download = true});
            page.link("again", context.words.book_another(), url_of(Place::choose_service),
                      {.look = ui::LinkLook::button});
        }
    }
    draw_tabs(page, context, Section::book);
    if (try_again) context.store.bookings.try_again();
    act(frame, page, context);
}

}  // namespace loggia::portal
