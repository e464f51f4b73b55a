#include "portal/screens/calendar/booking_drawer.h"

#include "core/base/text.h"
#include "icons.generated.h"
#include "portal/screens/cancellation.h"
#include "portal/screens/faces.h"
#include "portal/screens/waiting_list.h"

namespace loggia::portal {

namespace {

ui::Tone tone_of(domain::BookingStatus status) {
    switch (status) {
    case domain::BookingStatus::confirmed:
    case domain::BookingStatus::completed: return ui::Tone::green;
    case domain::BookingStatus::no_show: return ui::Tone::amber;
    case domain::BookingStatus::cancelled: return ui::Tone::red;
    case domain::BookingStatus::held: return ui::Tone::neutral;
    }
    return ui::Tone::neutral;
}

void draw_client(ui::Page& page, const Context& context, const api::BookingView& booking) {
    if (!booking.client_name) return;
    const auto line = page.row({.gap = ui::Space::regular});
    page.avatar(text::initials(*booking.client_name), ui::Hue::slate, 44);
    const auto words = page.stack({.grow = true});
    page.text(*booking.client_name, ui::Text::strong);
    const auto about =
        joined({booking.client_age ? context.words.years(static_cast<int>(*booking.client_age)) : std::string{},
                booking.client_is_dependent.value_or(false) ? context.words.dependent() : std::string_view{}});
    if (!about.empty()) page.text(about, ui::Text::small_muted);
}

void draw_facts(ui::Page& page, const Context& context, const api::BookingView& booking) {
    const auto& business = context.store.business;
    const auto from = context.zone().to_civil(booking.starts_at);
    const auto to = context.zone().to_civil(booking.ends_at);
    page.icon_line(ui::icon::calendar, context.words.date_and_times(from, to));
    if (const auto* view = here(business.business()))
        page.icon_line(ui::icon::map_pin, joined({booking.room_name, view->location_name}));
    page.icon_line(ui::icon::user_round, business.person_name(booking.person_id));
    const std::string phone =
        spaced({booking.account_manager_name.value_or(std::string{}), booking.client_phone.value_or(std::string{})});
    if (!phone.empty()) page.icon_line(ui::icon::phone, phone);
    if (booking.client_email) page.icon_line(ui::icon::mail, *booking.client_email);
    if (booking.price) page.icon_line(ui::icon::tag, context.words.price(*booking.price));
    const auto line = page.row();
    page.badge(context.words.status_name(booking.status), {.tone = tone_of(booking.status)});
}

void draw_actions(ui::Page& page, const Context& context, const api::BookingView& booking, DrawerIntent& intent) {
    if (booking.status == domain::BookingStatus::confirmed && !draw_waiting_badge(page, context, booking.id)) {
        const auto offer = offer_to_staff(context, booking);
        intent.ask_to_cancel =
            page.button("cancel-booking", context.words.cancel_booking(),
                        {.icon = ui::icon::circle_x, .disabled_reason = offer.reason, .wide = true, .start = true});
    }
    const auto editing = context.session.may_any(policy::Permission::modify_services);
    if (editing) return;
    const std::string reason = context.words.refusal(editing, context.session.actor());
    static_cast<void>(page.button("edit-service", context.words.edit_service(),
                                  {.icon = ui::icon::tag, .disabled_reason = reason, .wide = true, .start = true}));
}

}  // namespace

DrawerIntent draw_booking_drawer(ui::Page& page, const Context& context, const Remote<api::BookingView>& booking) {
    DrawerIntent intent;
    const auto* record = here(booking);
    const auto title = record ? context.store.business.service_name(record->service_id) : context.words.booking();
    const auto drawer = page.drawer("booking", title);
    intent.try_again = draw_remote(page, context, "drawer-failed", booking, 5, [&](const api::BookingView& view) {
        draw_client(page, context, view);
        draw_facts(page, context, view);
        draw_actions(page, context, view, intent);
    });
    intent.close = drawer.closed();
    return intent;
}

}  // namespace loggia::portal
