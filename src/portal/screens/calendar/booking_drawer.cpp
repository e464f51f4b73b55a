#include "portal/screens/calendar/booking_drawer.h"

#include "core/base/text.h"
#include "icons.generated.h"
#include "portal/screens/calendar/booking_history.h"
#include "portal/screens/cancellation.h"
#include "portal/screens/faces.h"
#include "portal/screens/waiting_list.h"

#include <array>

namespace loggia::portal {

namespace {

ui::Tone tone_of(domain::BookingStatus status) {
    switch (status) {
    case domain::BookingStatus::confirmed:
    case domain::BookingStatus::completed: return ui::Tone::green;
    case domain::BookingStatus::requested:
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

booking::Facts facts_of(const Context& context, const api::BookingView& booking) {
    return {booking.status, booking.starts_at, context.session.subject_of(booking)};
}

/// Operations of one press, in the order in which they are drawn.
struct StepButton {
    booking::Operation operation;
    std::string_view key;
    ui::Icon icon;
};
constexpr std::array step_buttons{
    StepButton{booking::Operation::approve,      "approve",    ui::icon::check     },
    StepButton{booking::Operation::decline,      "decline",    ui::icon::circle_x  },
    StepButton{booking::Operation::complete,     "complete",   ui::icon::user_check},
    StepButton{booking::Operation::mark_no_show, "no-show",    ui::icon::user_round},
    StepButton{booking::Operation::reopen,       "reopen",     ui::icon::refresh_cw},
    StepButton{booking::Operation::reactivate,   "reactivate", ui::icon::refresh_cw},
};

/// The steps that can be taken now. Others would only be noise.
void draw_steps(ui::Page& page, const Context& context, const api::BookingView& booking, DrawerIntent& intent) {
    const auto& changes = context.store.booking_changes;
    const bool is_busy = is_loading(changes.changed());
    const auto rules = context.store.business.rules();
    for (const StepButton& button : step_buttons) {
        if (!booking::check(button.operation, context.session.actor(), facts_of(context, booking), rules,
                            context.now()))
            continue;
        const auto label = context.words.booking_steps(static_cast<std::size_t>(button.operation));
        if (page.button(button.key, label, {.icon = button.icon, .busy = is_busy, .wide = true, .start = true}))
            intent.step = button.operation;
    }
}

}  // namespace

DrawerIntent BookingDrawer::draw(ui::Page& page, const Context& context, const Remote<api::BookingView>& booking) {
    DrawerIntent intent;
    const auto* record = here(booking);
    const auto title = record ? context.store.business.service_name(record->service_id) : context.words.booking();
    const auto drawer = page.drawer("booking", title);
    intent.try_again = draw_remote(page, context, "drawer-failed", booking, 5, [&](const api::BookingView& view) {
        if (m_booking != view.id) *this = {};
        m_booking = view.id;
        draw_client(page, context, view);
        draw_facts(page, context, view);
        draw_actions(page, context, view, intent);
        draw_parts(page, context, view, intent);
    });
    intent.close = drawer.closed();
    return intent;
}

void BookingDrawer::draw_actions(ui::Page& page, const Context& context, const api::BookingView& booking,
                                 DrawerIntent& intent) {
    const auto& changes = context.store.booking_changes;
    const auto* refusal = failure(changes.changed());
    if (refusal && changes.changing() == booking.id && m_part != Part::move)
        page.banner("refused", context.words.refusal(*refusal), {.tone = ui::Tone::red});
    draw_steps(page, context, booking, intent);
    if (domain::is_to_come(booking.status) && !draw_waiting_badge(page, context, booking.id)) {
        const auto moving = booking::check(booking::Operation::reschedule, context.session.actor(),
                                           facts_of(context, booking), context.store.business.rules(), context.now());
        if (moving) {
            draw_toggle(page, "move-booking", context.words.move_booking(), ui::icon::calendar, Part::move);
        } else if (moving.error().obstacle == booking::Obstacle::permission) {
            draw_toggle(page, "move-booking", context.words.move_booking(), ui::icon::calendar, Part::move,
                        context.words.refusal(moving.error().decision, context.session.actor()));
        }
        const auto offer = offer_to_staff(context, booking);
        intent.ask_to_cancel =
            page.button("cancel-booking", context.words.cancel_booking(),
                        {.icon = ui::icon::circle_x, .disabled_reason = offer.reason, .wide = true, .start = true});
    }
    draw_toggle(page, "booking-history", context.words.booking_history(), ui::icon::history, Part::history);
    const auto editing = context.session.may_any(policy::Permission::modify_services);
    if (editing) return;
    const std::string reason = context.words.refusal(editing, context.session.actor());
    static_cast<void>(page.button("edit-service", context.words.edit_service(),
                                  {.icon = ui::icon::tag, .disabled_reason = reason, .wide = true, .start = true}));
}

void BookingDrawer::draw_parts(ui::Page& page, const Context& context, const api::BookingView& booking,
                               DrawerIntent& intent) {
    if (m_part == Part::history) draw_booking_history(page, context, booking);
    if (m_part != Part::move || !domain::is_to_come(booking.status)) return;
    page.heading(3, context.words.move_booking());
    intent.move = m_move.draw(page, context, booking);
}

bool BookingDrawer::draw_toggle(ui::Page& page, std::string_view key, std::string_view label, ui::Icon icon,
                                Part part, const std::string& disabled_reason) {
    const bool is_open = m_part == part;
    const bool pressed = page.button(key, label,
                                     {.icon = icon,
                                      .disabled_reason = disabled_reason,
                                      .wide = true,
                                      .start = true,
                                      .toggle = true,
                                      .pressed = is_open});
    if (pressed) m_part = is_open ? Part::facts : part;
    return pressed;
}

}  // namespace loggia::portal
