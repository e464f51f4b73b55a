#include "portal/screens/calendar/calendar_screen.h"

#include "core/base/civil.h"
#include "core/base/text.h"
#include "icons.generated.h"
#include "portal/screens/cancellation.h"
#include "portal/screens/faces.h"
#include "portal/screens/notices.h"

#include <algorithm>

namespace loggia::portal {

namespace {

/// The day the address is about; without one, today.
Date day_in(const Context& context) { return context.address.date("date").value_or(context.today()); }

std::string week_url(Date day) {
    return url_of(Place::calendar_week, {
                                            {"date", to_text(day)}
    });
}

bool is_shown(const api::BookingView& booking) { return booking.status != domain::BookingStatus::cancelled; }

bool has_sunday(const Remote<api::BookingList>& list, const Context& context, Date monday) {
    const auto* bookings = here(list);
    const Date sunday = plus_days(monday, days_in_week - 1);
    return bookings && std::ranges::any_of(bookings->bookings, [&](const api::BookingView& booking) {
               return is_shown(booking) && context.zone().date_at(booking.starts_at) == sunday;
           });
}

void draw_liveness(ui::Page& page, const Context& context) {
    switch (context.store.live.liveness()) {
    case Liveness::live: return page.icon_line(ui::icon::wifi, context.words.live_saved(), ui::Text::caption);
    case Liveness::connecting:
        return page.icon_line(ui::icon::wifi, context.words.live_connecting(), ui::Text::caption);
    case Liveness::reconnecting:
        return page.icon_line(ui::icon::refresh_cw, context.words.live_reconnecting(), ui::Text::caption);
    case Liveness::offline:
        return page.icon_line(ui::icon::wifi_off, context.words.live_offline(), ui::Text::caption);
    }
}

}  // namespace

void CalendarScreen::build(ui::Page& page, Context& context) {
    Intent intent;
    if (context.address.place() != Place::calendar_booking) m_came_from.clear();
    const Date day = day_in(context);
    const Date monday = monday_of(day);
    const auto& list = context.store.calendar.want(monday);
    const int days =
        has_sunday(list, context, monday) || day == plus_days(monday, 6) ? days_in_week : days_in_week - 1;
    const CalendarSpan span = page.phone() ? CalendarSpan{monday, day, 1} : CalendarSpan{monday, monday, days};
    if (page.desktop()) {
        intent.frame = draw_side_nav(page, context, Section::calendar);
    } else {
        intent.frame = draw_top_bar(page, context, Section::calendar);
    }
    {
        const auto main = page.full_main();
        draw_notices(page, context);
        draw_head(page, context, span);
        draw_people(page, context, intent);
        if (!context.store.outbox.waiting().empty()) {
            const auto waiting = page.stack({.padding = ui::Space::small});
            intent.waiting = draw_waiting_list(page, context);
        }
        draw_week(page, context, list, span, intent);
    }
    draw_tabs(page, context, Section::calendar);
    draw_opened(page, context, list, intent);
    act_on(intent, page, context, day);
}

void CalendarScreen::draw_head(ui::Page& page, const Context& context, const CalendarSpan& span) {
    const auto line = page.row({.gap = ui::Space::regular, .padding = ui::Space::medium});
    page.heading(1, page.phone() ? context.words.short_month(span.from) : context.words.month_and_year(span.from),
                 "title");
    const ui::LinkSpec look{.look = ui::LinkLook::button, .small = page.phone()};
    const auto leaf = [&](std::string_view key, ui::Icon icon, std::string_view name, int weeks) {
        auto spec = look;
        spec.icon = icon;
        spec.name = name;
        page.link(key, {}, week_url(plus_days(span.from, weeks * days_in_week)), spec);
    };
    if (page.phone()) page.spacer();
    leaf("previous", ui::icon::chevron_left, context.words.previous_week(), -1);
    page.link("today", context.words.today(), week_url(context.today()), look);
    leaf("next", ui::icon::chevron_right, context.words.next_week(), 1);
    if (!page.phone()) page.spacer();
    if (context.session.may_any(policy::Permission::update_bookings_together))
        page.link("cover", page.phone() ? std::string_view{} : context.words.cover_title(), url_of(Place::cover),
                  {.look = ui::LinkLook::button,
                   .icon = ui::icon::users,
                   .small = page.phone(),
                   .name = context.words.cover_title()});
}

void CalendarScreen::draw_people(ui::Page& page, const Context& context, Intent& intent) {
    const auto line = page.row({.gap = ui::Space::small, .padding = ui::Space::small});
    page.space(ui::Space::tight);
    const auto* staff = here(context.store.business.staff());
    const bool sees_everybody =
        context.session.may_any(policy::Permission::view_calendar).reach == policy::Reach::all;
    if (staff && sees_everybody) {
        const auto chips = page.wrap({.gap = ui::Space::small});
        for (const auto& person : staff->staff) {
            const ui::ChipSpec look{
                .selected = !is_hidden(person.id), .dot = true, .hue = context.store.business.hue(person.id)};
            if (page.chip(url_text(person.id), first_name(person.name), look)) intent.toggled = person.id;
        }
    }
    page.spacer();
    draw_liveness(page, context);
    page.space(ui::Space::tight);
}

void CalendarScreen::draw_week(ui::Page& page, const Context& context, const Remote<api::BookingList>& list,
                               CalendarSpan span, Intent& intent) {
    if (const auto* error = context.store.business.failed()) {
        intent.try_again = draw_failure(page, context, "business-failed", *error);
        return;
    }
    const Remote<api::BookingList> waiting = Loading{};
    const bool is_ready = context.store.business.is_here();
    intent.try_again =
        draw_remote(page, context, "failed", is_ready ? list : waiting, 8, [&](const api::BookingList& week) {
            std::vector<const api::BookingView*> shown;
            for (const auto& booking : week.bookings)
                if (is_shown(booking) && !is_hidden(booking.person_id)) shown.push_back(&booking);
            if (shown.empty()) {
                const auto line = page.row({.padding = ui::Space::regular});
                page.text(m_hidden.empty() ? context.words.nothing_this_week() : context.words.nothing_of_theirs(),
                          ui::Text::small_muted);
            }
            std::ranges::sort(shown, {},
                              [](const auto* booking) { return std::pair(booking->starts_at, booking->id); });
            intent.opened = WeekBlocks(context, span, shown, opened(context)).draw(page, context);
        });
}

void CalendarScreen::draw_opened(ui::Page& page, const Context& context, const Remote<api::BookingList>& list,
                                 Intent& intent) {
    const auto id = opened(context);
    if (!id || !context.store.business.is_here()) return;
    const api::BookingView* found = nullptr;
    if (const auto* week = here(list)) {
        const auto position = std::ranges::find(week->bookings, *id, &api::BookingView::id);
        if (position != week->bookings.end()) found = &*position;
    }
    const Remote<api::BookingView> one = found              ? Remote<api::BookingView>(*found)
                                         : is_loading(list) ? Remote<api::BookingView>(Loading{})
                                                            : context.store.bookings.want(*id);
    intent.drawer = m_drawer.draw(page, context, one);
    const auto* booking = here(one);
    if (booking) intent.opened_booking = *booking;
    if (!booking || !m_asks_to_cancel) return;
    const auto* waiting = context.store.outbox.cancelling(booking->id);
    if (waiting && waiting->delivery == Delivery::pending) page.announce(context.words.cancellation_kept());
    if (waiting || !domain::is_to_come(booking->status) ||
        !offer_to_staff(context, *booking).is_allowed) {
        intent.close_dialog = true;
        return;
    }
    const auto answer = draw_cancel_dialog(page, context, *booking, context.words.staff_cancel_rule());
    intent.close_dialog = answer.is_closed;
    if (answer.is_confirmed) intent.cancel = *booking;
}

bool CalendarScreen::is_hidden(PersonId person) const {
    return std::ranges::find(m_hidden, person) != m_hidden.end();
}

std::optional<BookingId> CalendarScreen::opened(const Context& context) const {
    if (m_covering || context.address.place() != Place::calendar_booking) return m_covering;
    return context.address.id<BookingId>("booking");
}

void CalendarScreen::open(const std::string& key, const ui::Page& page, Context& context, Date day) {
    m_asks_to_cancel = false;
    if (const auto id = text::to_integer(key); id && !page.desktop()) {
        m_covering = BookingId{*id};
        return;
    }
    const bool was_open = context.address.place() == Place::calendar_booking;
    if (!was_open) m_came_from = context.navigator.url();
    context.navigator.go(url_of(Place::calendar_booking,
                                {
                                    {"date",    to_text(day)},
                                    {"booking", key         }
    }),
                         was_open ? Step::replace : Step::push);
}

void CalendarScreen::close(Context& context, Date day) {
    m_covering.reset();
    m_asks_to_cancel = false;
    if (context.address.place() != Place::calendar_booking) return;
    context.navigator.go(m_came_from.empty() ? week_url(day) : m_came_from, Step::back);
}

void CalendarScreen::act_on(const Intent& intent, ui::Page& page, Context& context, Date day) {
    auto& store = context.store;
    if (intent.toggled) {
        if (is_hidden(*intent.toggled)) {
            std::erase(m_hidden, *intent.toggled);
        } else {
            m_hidden.push_back(*intent.toggled);
        }
    }
    if (!intent.opened.empty()) open(intent.opened, page, context, day);
    if (intent.drawer.close) {
        if (const auto id = opened(context)) page.focus(url_text(*id));
        close(context, day);
    }
    if (intent.drawer.ask_to_cancel) {
        store.bookings.forget_cancelling();
        m_asks_to_cancel = true;
    }
    if (intent.drawer.step && intent.opened_booking)
        store.booking_changes.step(*intent.drawer.step, *intent.opened_booking, {});
    if (intent.drawer.move) store.booking_changes.move(*intent.drawer.move);
    if (here(store.booking_changes.changed())) {
        page.announce(context.words.booking_changed());
        store.booking_changes.forget();
    }
    if (intent.cancel) store.bookings.cancel(*intent.cancel);
    if (here(store.bookings.cancelled())) {
        page.announce(context.words.booking_cancelled());
        store.bookings.forget_cancelling();
    }
    if (intent.close_dialog) m_asks_to_cancel = false;
    if (intent.try_again || intent.drawer.try_again) {
        store.business.load();
        store.calendar.try_again();
        store.bookings.try_again();
    }
    act(intent.waiting, context);
    act(intent.frame, page, context);
}

}  // namespace loggia::portal
