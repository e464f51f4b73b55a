#include "portal/screens/book/time_panel.h"

#include "core/base/civil.h"
#include "core/base/text.h"
#include "icons.generated.h"
#include "portal/screens/faces.h"
#include "ui/widgets/date_grid.h"
#include "ui/widgets/slot_list.h"

#include <algorithm>
#include <array>

namespace loggia::portal {

namespace {

constexpr std::string_view anyone_key = "anyone";

/// Words of a day that the grid only points at.
struct DayWords {
    Date date;
    std::string key, label, spoken;
    int free = 0;
};

/// 0 nothing, 1 few, 2 some, 3 many.
int availability(int free) { return free == 0 ? 0 : free <= 3 ? 1 : free <= 8 ? 2 : 3; }

std::vector<DayWords> words_of(const Words& words, const MonthView& view) {
    std::vector<DayWords> result;
    for (Date date = first_day(view.month); month_of(date) == view.month; date = plus_days(date, 1)) {
        const int free = static_cast<int>(times_on(view, date).size());
        result.push_back({date, to_text(date), std::to_string(static_cast<unsigned>(date.day())),
                          words.day_with_free_times(date, free), free});
    }
    return result;
}

void draw_empty_month(ui::Page& page, const Context& context, const Choice& choice, const MonthView& view) {
    page.text(context.words.nothing_free_in_month(context.words.month_and_year(view.month / 1)),
              ui::Text::small_muted);
    if (view.next_free) {
        auto there = choice;
        there.at.reset();
        there.date = view.next_free;
        page.link("next-free", context.words.next_free_on(context.words.short_date(*view.next_free)),
                  choose_time_url(there), {.icon = ui::icon::calendar_check});
    } else if (view.is_searching) {
        page.loading();
    } else {
        page.text(context.words.nothing_free_until_date(context.words.short_date(view.days.to)),
                  ui::Text::small_muted);
    }
}

std::string_view whom(const Context& context, const Choice& choice) {
    const auto& performers = choice.service->performers;
    if (choice.person) return context.store.business.person_name(*choice.person);
    return performers.size() == 1 ? context.store.business.person_name(performers.front())
                                  : context.words.anyone_in_a_line();
}

/// The slots of a day by the part of the day they begin in.
struct DayPart {
    std::string_view title;
    ui::Icon icon;
    hours until;
    std::vector<ui::Slot> slots{};
};

struct SlotWords {
    std::string key, label, spoken;
};

}  // namespace

std::span<const CivilFreeTime> times_on(const MonthView& view, Date date) {
    const auto found = std::ranges::equal_range(view.free, date, {}, &CivilFreeTime::date);
    return {found.begin(), found.end()};
}

std::optional<PersonAnswer> draw_people(ui::Page& page, const Context& context, const Choice& choice) {
    if (choice.service->performers.size() < 2) return std::nullopt;
    std::optional<PersonAnswer> answer;
    const auto group = page.radio_group("person", context.words.with_whom(), {.look = ui::ChoiceLook::chips});
    const ui::Choice anyone{.title = context.words.anyone(), .icon = ui::icon::sparkles};
    if (page.choice(anyone_key, anyone, !choice.person)) answer = PersonAnswer{};
    for (const PersonId id : choice.service->performers) {
        const auto* person = context.store.business.person(id);
        if (!person) continue;
        const std::string initials = text::initials(person->name);
        const ui::Choice one{.title = person->name, .initials = initials, .hue = context.store.business.hue(id)};
        if (page.choice(url_text(id), one, choice.person == id)) answer = PersonAnswer{id};
    }
    return answer;
}

MonthIntent draw_month(ui::Page& page, const Context& context, const Choice& choice, const MonthView& view) {
    MonthIntent intent;
    const auto words = words_of(context.words, view);
    std::vector<ui::GridDay> days;
    for (const auto& day : words)
        days.push_back({day.key, day.label, day.spoken, availability(day.free), day.date == context.today()});
    const std::string title = context.words.month_and_year(first_day(view.month));
    const std::string selected = view.date ? to_text(*view.date) : std::string{};
    const auto weekdays = context.words.week_of_narrow_names(), spoken = context.words.week_of_names();
    const bool is_loading_month = view.times && !here(*view.times) && !failure(*view.times);
    const auto answer = ui::date_grid(page, "date",
                                      {.title = title,
                                       .weekdays = weekdays,
                                       .weekdays_spoken = spoken,
                                       .leading_blanks = context.words.cells_before(first_day(view.month)),
                                       .days = days,
                                       .may_go_back = view.month > month_of(view.days.from),
                                       .may_go_on = view.month < month_of(view.days.to),
                                       .back_name = context.words.previous_month(),
                                       .on_name = context.words.next_month(),
                                       .note = context.words.dots_note(),
                                       .loading = is_loading_month},
                                      selected);
    intent.date = parse_date(answer.day);
    intent.months = answer.months;
    if (view.times && failure(*view.times)) {
        intent.try_again = draw_failure(page, context, "month-failed", *failure(*view.times));
    } else if (!is_loading_month && view.free.empty()) {
        draw_empty_month(page, context, choice, view);
    }
    return intent;
}

std::optional<Instant> draw_times(ui::Page& page, const Context& context, const Choice& choice, const MonthView& view,
                                  std::string_view notice) {
    if (!notice.empty()) page.banner("taken", notice, {.tone = ui::Tone::amber});
    if (!view.date) {
        if (view.times && is_loading(*view.times)) page.skeleton(4);
        return std::nullopt;
    }
    const auto times = times_on(view, *view.date);
    page.heading(2, context.words.long_date(*view.date));
    page.text(context.words.times_line(choice.service->duration_minutes, whom(context, choice),
                                       static_cast<int>(times.size())),
              ui::Text::small_muted);

    std::array parts{
        DayPart{context.words.morning(),   ui::icon::sun,    hours{12}},
        DayPart{context.words.afternoon(), ui::icon::sunset, hours{17}},
        DayPart{context.words.evening(),   ui::icon::moon,   hours{24}}
    };
    std::vector<SlotWords> words;
    for (const auto& time : times)
        words.push_back(
            {url_text(time.view->starts_at), context.words.clock(time.time), context.words.time_on(time.time)});
    for (std::size_t i = 0; i < times.size(); ++i) {
        const auto since_midnight = times[i].time - day_of(times[i].date);
        const auto part = std::ranges::find_if(parts, [&](const DayPart& one) { return since_midnight < one.until; });
        part->slots.push_back({words[i].key, words[i].label, words[i].spoken});
    }
    std::vector<ui::SlotGroup> groups;
    for (const auto& part : parts)
        if (!part.slots.empty()) groups.push_back({part.title, part.icon, part.slots});
    const auto pressed = ui::slot_list(page, "times", groups, choice.at ? url_text(*choice.at) : std::string{});
    if (!times.empty())
        if (const auto* zone = differing_zone(context, times.front().view->starts_at))
            page.text(context.words.zone_note(context.zone(), *zone, times.front().view->starts_at),
                      ui::Text::caption);
    const auto at = text::to_integer(pressed);
    return at ? std::optional(instant_of(*at)) : std::nullopt;
}

void draw_summary(ui::Page& page, const Context& context, const Choice& choice, const CivilFreeTime& time) {
    const auto& business = context.store.business;
    const auto* business_view = here(business.business());
    const std::string_view with = business.person_name(time.view->person_id);
    const auto ends = time.time + minutes{choice.service->duration_minutes};
    {
        const auto line = page.row({.gap = ui::Space::regular, .align = ui::Align::start});
        page.avatar(text::initials(with), business.hue(time.view->person_id), 36);
        const auto words = page.stack({.grow = true});
        page.text(context.words.service_with(choice.service->name, with), ui::Text::strong);
        page.text(context.words.summary_line(time.time, ends, time.view->room_name, choice.service->price),
                  ui::Text::small_muted);
    }
    page.link("continue", context.words.go_on(), details_url(choice),
              {.look = ui::LinkLook::primary, .trailing_icon = ui::icon::arrow_right, .wide = true});
    if (business_view)
        page.text(context.words.held_for(business_view->hold_minutes),
                  {.style = ui::Text::caption, .align = ui::Align::center});
}

}  // namespace loggia::portal
