#include "portal/screens/home/home_screen.h"

#include "core/base/civil.h"
#include "core/base/text.h"
#include "icons.generated.h"
#include "portal/screens/cancellation.h"
#include "portal/screens/faces.h"

#include <algorithm>
#include <array>

namespace loggia::portal {

namespace {

bool is_coming_up(const api::BookingView& booking, Instant now) {
    return domain::is_to_come(booking.status) && booking.ends_at > now;
}

ui::Tone tone_of(domain::BookingStatus status) {
    switch (status) {
    case domain::BookingStatus::confirmed:
    case domain::BookingStatus::completed: return ui::Tone::green;
    case domain::BookingStatus::requested:
    case domain::BookingStatus::no_show: return ui::Tone::amber;
    case domain::BookingStatus::cancelled:
    case domain::BookingStatus::held: return ui::Tone::neutral;
    }
    return ui::Tone::neutral;
}

std::string whose(const Context& context, const api::BookingView& booking) {
    const auto* person = context.session.person();
    const bool is_mine = person && (booking.client_id ? *booking.client_id == person->id
                                                      : !booking.client_is_dependent.value_or(false));
    if (is_mine) return std::string(context.words.you());
    return booking.client_name.value_or(std::string{});
}

/// The words of a row, which only points at them.
struct RowWords {
    std::string title, subtitle, day, month;
};

RowWords words_of(const Context& context, const api::BookingView& booking) {
    const auto& business = context.store.business;
    const auto from = context.zone().to_civil(booking.starts_at);
    const auto to = context.zone().to_civil(booking.ends_at);
    return {joined({business.service_name(booking.service_id), whose(context, booking)}),
            joined({context.words.times(from, to), business.person_name(booking.person_id), booking.room_name}),
            context.words.weekday_and_day(from), std::string(context.words.month_name(from))};
}

ui::RowSpec row_of(const RowWords& words, ui::Hue hue, bool is_first) {
    return {.title = words.title,
            .subtitle = words.subtitle,
            .hue = hue,
            .date_line = words.day,
            .date_below = words.month,
            .line_above = !is_first};
}

bool may_move(const Context& context, const api::BookingView& booking) {
    const auto offer = offer_to_move(context, booking);
    return offer && offer->is_allowed;
}

const api::BookingView* booking_in(const Context& context, BookingId id) {
    const auto* list = here(context.store.bookings.want_mine());
    if (!list) return nullptr;
    const auto found = std::ranges::find(list->bookings, id, &api::BookingView::id);
    return found == list->bookings.end() ? nullptr : &*found;
}

}  // namespace

void HomeScreen::build(ui::Page& page, Context& context) {
    Intent intent;
    intent.frame = draw_top_bar(page, context, Section::home);
    const auto& mine = context.store.bookings.want_mine();
    {
        const auto main = page.main();
        draw_greeting(page, context);
        constexpr std::array<float, 2> weights{7, 3};
        const auto columns =
            page.columns({.weights = weights, .stack_up_to = ui::SizeClass::tablet, .align = ui::Align::start});
        {
            const auto column = page.stack({.gap = ui::Space::medium});
            intent.waiting = draw_waiting_list(page, context);
            const bool is_ready = context.store.business.is_here();
            if (const auto* error = context.store.business.failed(); error && !is_ready) {
                intent.try_again = draw_failure(page, context, "business-failed", *error);
            } else {
                const Remote<api::BookingList> waiting = Loading{};
                intent.try_again = draw_remote(page, context, "failed", is_ready ? mine : waiting, 5,
                                               [&](const auto& list) { draw_bookings(page, context, list, intent); });
            }
        }
        {
            const auto column = page.stack({.gap = ui::Space::medium});
            draw_family(page, context, intent);
            intent.calendar_feed = draw_calendar_feed(page, context);
        }
        intent.frame |= draw_acting_as(page, context);
        intent.frame |= draw_language_menu(page, context);
    }
    draw_tabs(page, context, Section::home);
    draw_dialogs(page, context, intent);
    act_on(intent, page, context);
}

void HomeScreen::draw_greeting(ui::Page& page, const Context& context) {
    const auto* zone = scheduling::Zone::find(context.visitor_zone);
    const auto time = (zone ? *zone : context.zone()).to_civil(context.now());
    const auto* person = context.session.person();
    const auto line = page.row({.gap = ui::Space::regular});
    page.heading(1, context.words.greeting(time, person ? std::string_view(person->name) : std::string_view{}),
                 "title");
    page.spacer();
    page.link("book", page.phone() ? context.words.book() : context.words.book_a_visit(),
              url_of(Place::choose_service), {.look = ui::LinkLook::primary, .icon = ui::icon::calendar_plus});
}

void HomeScreen::draw_bookings(ui::Page& page, const Context& context, const api::BookingList& list, Intent& intent) {
    Bookings coming, past;
    for (const auto& booking : list.bookings)
        if (booking.status != domain::BookingStatus::held)
            (is_coming_up(booking, context.now()) ? coming : past).push_back(&booking);
    std::ranges::sort(coming, {}, &api::BookingView::starts_at);
    std::ranges::sort(past, std::ranges::greater{}, &api::BookingView::starts_at);
    draw_coming_up(page, context, coming, intent);
    if (!past.empty()) draw_past(page, context, past);
}

void HomeScreen::draw_coming_up(ui::Page& page, const Context& context, const Bookings& bookings, Intent& intent) {
    const auto card = page.card({.key = "coming-up", .gap = ui::Space::small});
    page.heading(2, context.words.coming_up());
    if (bookings.empty()) {
        const auto empty = page.empty({.title = context.words.nothing_coming_up(),
                                       .text = context.words.nothing_coming_up_hint(),
                                       .icon = ui::icon::calendar});
        return;
    }
    const auto list = page.list(context.words.coming_up());
    for (const auto* booking : bookings) {
        const auto words = words_of(context, *booking);
        const auto row =
            page.list_row(url_text(booking->id),
                          row_of(words, context.store.business.hue(booking->person_id), booking == bookings.front()));
        if (booking->status == domain::BookingStatus::requested)
            page.badge(context.words.status_name(booking->status), {.tone = tone_of(booking->status)});
        if (!draw_waiting_badge(page, context, booking->id))
            draw_row_actions(page, context, *booking, words.title, intent);
    }
}

void HomeScreen::draw_row_actions(ui::Page& page, const Context& context, const api::BookingView& booking,
                                  std::string_view title, Intent& intent) {
    const auto when = context.words.short_time(context.zone().to_civil(booking.starts_at));
    if (const auto move = offer_to_move(context, booking)) {
        const std::string name = context.words.move_what(title, when);
        if (page.button("move", context.words.move_now(),
                        {.disabled_reason = move->reason, .small = true, .name = name}))
            intent.ask_to_move = booking.id;
    }
    const auto cancel = offer_to_client(context, booking);
    const std::string cancel_name = context.words.cancel_what(title, when);
    if (page.button("cancel", context.words.cancel(),
                    {.disabled_reason = cancel.reason, .small = true, .name = cancel_name}))
        intent.ask_to_cancel = booking.id;
}

void HomeScreen::draw_past(ui::Page& page, const Context& context, const Bookings& bookings) {
    constexpr std::size_t most_rows = 20;
    const auto card = page.card({.key = "past", .gap = ui::Space::small});
    page.heading(2, context.words.past_bookings());
    const auto list = page.list(context.words.past_bookings());
    for (const auto* booking : std::span(bookings).first(std::min(most_rows, bookings.size()))) {
        const auto words = words_of(context, *booking);
        const auto row =
            page.list_row(url_text(booking->id),
                          row_of(words, context.store.business.hue(booking->person_id), booking == bookings.front()));
        page.badge(context.words.status_name(booking->status), {.tone = tone_of(booking->status)});
    }
}

void HomeScreen::draw_family(ui::Page& page, const Context& context, Intent& intent) {
    const auto card = page.card({.key = "family"});
    page.heading(2, context.words.family());
    const auto* person = context.session.person();
    if (person && !person->dependents.empty()) {
        const auto list = page.list(context.words.family());
        for (const auto& dependent : person->dependents) {
            const std::string age = context.words.years(age_on(dependent.born, context.today()));
            const std::string initials = text::initials(dependent.name);
            const auto row = page.list_row(
                url_text(dependent.id),
                {.title = dependent.name, .subtitle = age, .initials = initials, .hue = ui::hue_of(dependent.name)});
        }
    } else {
        page.text(context.words.no_family(), ui::Text::small_muted);
    }
    if (context.session.may_any(policy::Permission::add_dependent))
        intent.ask_for_dependent =
            page.button("add-family", context.words.add_family_member(), {.icon = ui::icon::user_plus, .wide = true});
}

void HomeScreen::draw_dialogs(ui::Page& page, const Context& context, Intent& intent) {
    switch (m_open) {
    case Open::nothing: return;
    case Open::cancelling: return draw_cancel_question(page, context, intent);
    case Open::moving: return draw_move_dialog(page, context, intent);
    case Open::adding: return draw_add_dialog(page, context, intent);
    }
}

void HomeScreen::draw_cancel_question(ui::Page& page, const Context& context, Intent& intent) {
    const auto* booking = booking_in(context, m_asked_about);
    const auto* waiting = booking ? context.store.outbox.cancelling(booking->id) : nullptr;
    if (waiting && waiting->delivery == Delivery::pending) page.announce(context.words.cancellation_kept());
    if (!booking || waiting || !is_coming_up(*booking, context.now()) ||
        !offer_to_client(context, *booking).is_allowed) {
        intent.close = true;
        return;
    }
    const auto deadline = context.zone().to_civil(cancellation_deadline(context, *booking));
    const auto answer = draw_cancel_dialog(page, context, *booking, context.words.free_to_cancel_until(deadline));
    intent.close = answer.is_closed;
    if (answer.is_confirmed) intent.cancel = *booking;
}

void HomeScreen::draw_move_dialog(ui::Page& page, const Context& context, Intent& intent) {
    const auto* booking = booking_in(context, m_asked_about);
    if (!booking || !is_coming_up(*booking, context.now()) || !may_move(context, *booking)) {
        intent.close = true;
        return;
    }
    const auto dialog = page.dialog("move-visit", {.title = context.words.another_time()});
    page.text(context.store.business.service_name(booking->service_id), ui::Text::strong);
    page.icon_line(ui::icon::calendar, context.words.date_and_times(context.zone().to_civil(booking->starts_at),
                                                                    context.zone().to_civil(booking->ends_at)));
    intent.move = m_move.draw(page, context, *booking);
    intent.close = dialog.closed();
}

void HomeScreen::draw_add_dialog(ui::Page& page, const Context& context, Intent& intent) {
    const auto& state = context.store.session.adding();
    if (here(state)) {
        intent.close = true;
        return;
    }
    const auto dialog = page.dialog("add", {.title = context.words.add_family_member()});
    {
        const auto form = page.form("add-form");
        draw_dependent_fields(page, context, m_draft, m_errors);
        if (const auto* error = failure(state))
            page.banner("refused", context.words.refusal(*error), {.tone = ui::Tone::red});
        page.submit("add", context.words.add(),
                    {.look = ui::ButtonLook::primary, .busy = is_loading(state), .wide = true});
        intent.add_dependent = form.submitted() && !is_loading(state);
    }
    intent.close = dialog.closed();
}

void HomeScreen::act_on(const Intent& intent, ui::Page& page, Context& context) {
    auto& store = context.store;
    if (intent.ask_to_cancel) {
        store.bookings.forget_cancelling();
        m_open = Open::cancelling;
        m_asked_about = *intent.ask_to_cancel;
    }
    if (intent.ask_to_move) {
        store.booking_changes.forget();
        m_open = Open::moving;
        m_asked_about = *intent.ask_to_move;
        m_move = {};
    }
    if (intent.ask_for_dependent) {
        store.session.forget_attempts();
        m_open = Open::adding;
        m_errors = {};
    }
    if (intent.cancel) store.bookings.cancel(*intent.cancel);
    if (intent.move) store.booking_changes.move(*intent.move);
    if (intent.add_dependent) {
        m_errors = {};
        check(m_draft, m_errors, context);
        if (m_errors.empty()) {
            store.session.add_dependent(dependent_of(m_draft));
        } else {
            page.focus(m_errors.first_field());
        }
    }
    const bool has_added = here(store.session.adding()) != nullptr;
    if (has_added) {
        m_draft = {};
        store.session.forget_attempts();
    }
    if (here(store.bookings.cancelled())) {
        page.announce(context.words.booking_cancelled());
        store.bookings.forget_cancelling();
    }
    const bool has_moved = here(store.booking_changes.changed()) != nullptr;
    if (has_moved) {
        page.announce(context.words.booking_changed());
        store.booking_changes.forget();
    }
    if (intent.close || has_added || has_moved) m_open = Open::nothing;
    if (intent.try_again) {
        store.business.load();
        store.bookings.try_again();
    }
    act(intent.waiting, context);
    act(intent.calendar_feed, context);
    act(intent.frame, page, context);
}

}  // namespace loggia::portal
