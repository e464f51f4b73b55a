#include "portal/screens/book/choose_screen.h"

#include "core/base/civil.h"
#include "icons.generated.h"
#include "portal/screens/book/service_panel.h"
#include "portal/screens/faces.h"

#include <algorithm>
#include <array>

namespace loggia::portal {

namespace {

const CivilFreeTime* chosen_time(const MonthView& view, const Choice& choice) {
    if (!choice.at) return nullptr;
    const auto found = std::ranges::find_if(
        view.free, [&](const CivilFreeTime& time) { return time.view->starts_at == *choice.at; });
    return found == view.free.end() ? nullptr : &*found;
}

Date first_free_day(const api::FreeTimesView& times, const scheduling::Zone& zone) {
    return zone.date_at(times.times.front().starts_at);
}

bool chooses_time(const Context& context) { return context.address.place() == Place::choose_time; }

}  // namespace

void ChooseScreen::build(ui::Page& page, Context& context) {
    context.store.hold.release();
    Intent intent;
    Choice choice = choice_in(context);
    const auto* services = here(context.store.business.services());
    if (page.desktop() && !chooses_time(context) && services && !services->services.empty())
        choice.service = &services->services.front();
    m_view = choice.service && context.store.business.is_here() ? look_at(context, choice) : MonthView{};

    if (!context.store.business.is_here()) {
        draw_waiting(page, context, intent);
    } else if (page.desktop()) {
        draw_side_by_side(page, context, choice, intent);
    } else if (chooses_time(context)) {
        draw_times_step(page, context, choice, intent);
    } else {
        draw_services(page, context, intent);
    }
    notice_vanished(page, context, choice);
    act_on(intent, page, context, choice);
}

MonthView ChooseScreen::look_at(const Context& context, const Choice& choice) const {
    auto& store = context.store.free_times;
    MonthView view;
    view.days = bookable_days(context);
    const bool has_leafed = m_leafed && m_leafed->from == choice.date;
    view.month = has_leafed ? m_leafed->month : month_of(choice.date.value_or(view.days.from));
    view.date = choice.date && month_of(*choice.date) == view.month ? choice.date : std::nullopt;
    const auto request = request_for(choice, view.month, view.days);
    if (!request) return view;
    view.times = &store.want(*request);
    view.is_settled = store.is_settled(*request);
    const auto* times = here(*view.times);
    if (!times) return view;
    view.free = by_the_clock(*times, context.zone());
    if (!view.date && !view.free.empty()) view.date = view.free.front().date;
    if (!view.free.empty()) return view;
    if (const auto later = request_after(choice, view.month, view.days)) {
        const auto& search = store.want(*later);
        view.is_searching = is_loading(search);
        const auto* found = here(search);
        if (found && !found->times.empty()) view.next_free = first_free_day(*found, context.zone());
    }
    return view;
}

void ChooseScreen::draw_waiting(ui::Page& page, const Context& context, Intent& intent) {
    intent.frame |= draw_top_bar(page, context, Section::book);
    const auto main = page.main(ui::Width::wide);
    page.heading(1, context.words.book_a_visit(), "title");
    if (const auto* error = context.store.business.failed()) {
        intent.try_again |= draw_failure(page, context, "failed", *error);
    } else {
        const auto card = page.card();
        page.skeleton(5);
    }
}

void ChooseScreen::draw_side_by_side(ui::Page& page, const Context& context, const Choice& choice, Intent& intent) {
    intent.frame |= draw_top_bar(page, context, Section::book);
    const auto main = page.main(ui::Width::wide);
    constexpr std::array<float, 3> weights{34, 53, 32};
    const auto columns = page.columns({.weights = weights,
                                       .stack_up_to = ui::SizeClass::tablet,
                                       .gap = ui::Space::large,
                                       .align = ui::Align::start});
    {
        const auto column = page.stack({.gap = ui::Space::medium});
        page.heading(1, context.words.book_a_visit(), "title");
        intent.service = draw_service_tiles(page, context, choice.service);
        draw_cancellation_note(page, context);
        intent.frame |= draw_language_menu(page, context);
    }
    if (choice.service) {
        draw_calendar_card(page, context, choice, intent);
        draw_day_card(page, context, choice, intent);
    } else if (chooses_time(context)) {
        page.text(context.words.no_such_service(), ui::Text::muted);
    }
}

void ChooseScreen::draw_calendar_card(ui::Page& page, const Context& context, const Choice& choice, Intent& intent) {
    const auto padding = page.phone() ? ui::Space::medium : ui::Space::large;
    const auto card = page.card({.key = "calendar", .gap = ui::Space::large, .padding = padding});
    intent.person = draw_people(page, context, choice);
    intent.month = draw_month(page, context, choice, m_view);
}

void ChooseScreen::draw_day_card(ui::Page& page, const Context& context, const Choice& choice, Intent& intent) {
    const auto card = page.card({.key = "day", .gap = ui::Space::medium, .padding = ui::Space::large});
    {
        const auto region = page.region("free-times", context.words.free_times());
        const auto stack = page.stack({.gap = ui::Space::regular});
        intent.at = draw_times(page, context, choice, m_view, m_notice);
    }
    const auto* time = chosen_time(m_view, choice);
    if (!time) return;
    page.divider();
    draw_summary(page, context, choice, *time);
}

void ChooseScreen::draw_services(ui::Page& page, const Context& context, Intent& intent) {
    intent.frame |= draw_top_bar(page, context, Section::book);
    {
        const auto main = page.main(ui::Width::half);
        page.heading(1, context.words.book_a_visit(), "title");
        draw_service_links(page, context);
        draw_cancellation_note(page, context);
        intent.frame |= draw_language_menu(page, context);
    }
    draw_tabs(page, context, Section::book);
}

void ChooseScreen::draw_times_step(ui::Page& page, const Context& context, const Choice& choice, Intent& intent) {
    const std::string_view title =
        choice.service ? std::string_view(choice.service->name) : context.words.choose_a_time();
    draw_step_bar(page, context, title, url_of(Place::choose_service), 2);
    const auto main = page.main(ui::Width::half);
    if (!choice.service) return page.text(context.words.no_such_service(), ui::Text::muted);
    draw_calendar_card(page, context, choice, intent);
    {
        const auto card = page.card({.key = "day"});
        const auto region = page.region("free-times", context.words.free_times());
        const auto stack = page.stack({.gap = ui::Space::regular});
        intent.at = draw_times(page, context, choice, m_view, m_notice);
    }
    const auto* time = chosen_time(m_view, choice);
    if (!time) return;
    const auto bar = page.bottom_bar();
    draw_summary(page, context, choice, *time);
}

std::optional<Instant> ChooseScreen::vanished(const Context& context, const Choice& choice,
                                              const MonthView& view) const {
    const bool knows = choice.at && view.is_settled && !context.store.hold.is_releasing();
    if (!knows || month_of(context.zone().date_at(*choice.at)) != view.month) return std::nullopt;
    return chosen_time(view, choice) ? std::nullopt : choice.at;
}

/// Takes a time that somebody else got back out of the address and says so.
void ChooseScreen::notice_vanished(ui::Page& page, Context& context, const Choice& choice) {
    if (const auto gone = vanished(context, choice, m_view)) {
        const auto time = context.zone().to_civil(*gone);
        m_notice = m_seen == gone ? context.words.just_taken(context.words.clock(time))
                                  : context.words.no_longer_free(context.words.short_time(time));
        page.announce(m_notice, ui::Priority::assertive);
        Choice without = choice;
        without.at.reset();
        context.navigator.go(choose_time_url(without), Step::replace);
        return;
    }
    if (chosen_time(m_view, choice)) m_seen = choice.at;
}

void ChooseScreen::act_on(const Intent& intent, const ui::Page& page, Context& context, const Choice& choice) {
    Choice next = choice;
    bool has_changed = false;
    if (intent.service) {
        next = {
            .service = context.store.business.service(*intent.service), .person = {}, .date = choice.date, .at = {}};
        if (choice.person && std::ranges::count(next.service->performers, *choice.person) > 0)
            next.person = choice.person;
        has_changed = true;
    }
    if (intent.person) {
        next.person = intent.person->person;
        next.at.reset();
        has_changed = true;
    }
    if (intent.month.date) {
        next.date = intent.month.date;
        next.at.reset();
        m_leafed.reset();
        has_changed = true;
    }
    if (intent.at) {
        next.at = intent.at;
        next.date = context.zone().date_at(*intent.at);
        has_changed = true;
    }
    if (intent.month.months != 0) m_leafed = {m_view.month + std::chrono::months{intent.month.months}, choice.date};
    if (has_changed) {
        m_notice.clear();
        context.navigator.go(choose_time_url(next), Step::replace);
    }
    if (intent.try_again) context.store.business.load();
    if (intent.month.try_again) context.store.free_times.try_again();
    act(intent.frame, page, context);
}

}  // namespace loggia::portal
