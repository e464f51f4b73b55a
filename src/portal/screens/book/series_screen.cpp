#include "portal/screens/book/series_screen.h"

#include "core/base/civil.h"
#include "core/base/text.h"
#include "icons.generated.h"
#include "portal/screens/faces.h"

#include <algorithm>
#include <array>

namespace loggia::portal {

namespace {

constexpr std::string_view leave_out = "leave-out";

constexpr std::array counts{"2", "4", "6", "8", "10", "12", "16", "20", "30", "40", "52"};
constexpr std::array weekday_codes{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};

/// "every third Tuesday": RFC 5545, BYDAY. The fifth of a month that has none is its last.
std::string monthly_rule(Date date) {
    const unsigned ordinal = (static_cast<unsigned>(date.day()) - 1) / 7 + 1;
    const std::chrono::weekday weekday{day_of(date)};
    return "FREQ=MONTHLY;BYDAY=" + (ordinal > 4 ? std::string("-1") : std::to_string(ordinal)) +
           weekday_codes[weekday.c_encoding()];
}

std::string rule_of(std::string_view every, Date first, const std::string& count) {
    std::string rule = "FREQ=WEEKLY";
    if (every == "two-weeks") rule += ";INTERVAL=2";
    if (every == "month") rule = monthly_rule(first);
    return rule + ";COUNT=" + count;
}

std::string key_of(const api::SeriesTime& time) {
    return std::to_string(unix_seconds(time.starts_at)) + "-" + url_text(time.person_id);
}

std::string name_of(const Context& context, const api::SeriesTime& time) {
    return joined({context.words.short_time(context.zone().to_civil(time.starts_at)),
                   context.store.business.person_name(time.person_id), time.room_name});
}

/// What can be chosen for a visit: as proposed, an alternative, or nothing.
std::vector<api::SeriesTime> times_of(const api::SeriesVisitView& visit) {
    std::vector<api::SeriesTime> times;
    if (visit.proposed) times.push_back(*visit.proposed);
    for (const auto& time : visit.alternatives)
        if (std::ranges::find(times, time) == times.end()) times.push_back(time);
    return times;
}

}  // namespace

void SeriesScreen::build(ui::Page& page, Context& context) {
    Intent intent;
    const Choice choice = choice_in(context);
    // The first of its visits is not to stand in the way of itself.
    if (here(context.store.hold.state())) context.store.hold.release();
    intent.frame = draw_top_bar(page, context, Section::book);
    {
        const auto main = page.main(ui::Width::reading);
        page.heading(1, context.words.series_title(), "title");
        if (!context.store.business.is_here()) {
            if (const auto* error = context.store.business.failed()) {
                intent.try_again = draw_failure(page, context, "failed", *error);
            } else {
                page.skeleton(6);
            }
        } else if (!choice.service || !choice.at) {
            const auto empty = page.empty({.title = context.words.nothing_chosen(), .icon = ui::icon::calendar_days});
            page.link("choose", context.words.choose_a_time(), url_of(Place::choose_service),
                      {.look = ui::LinkLook::primary});
        } else {
            draw_rule(page, context, choice, intent);
            const Remote<api::SeriesPlanView> waiting = Loading{};
            const auto& plan =
                context.store.hold.is_releasing() ? waiting : context.store.series.want(request_for(context, choice));
            intent.try_again |= draw_remote(page, context, "plan-failed", plan, 6,
                                            [&](const auto& here) { draw_plan(page, context, here, intent); });
        }
    }
    draw_tabs(page, context, Section::book);
    act_on(intent, page, context, choice);
}

void SeriesScreen::draw_rule(ui::Page& page, const Context& context, const Choice& choice, Intent& intent) {
    const auto card = page.card({.key = "rule"});
    page.text(joined({choice.service->name, context.words.short_time(context.zone().to_civil(*choice.at))}),
              ui::Text::strong);
    const auto form = page.form("series-rule");
    {
        const auto columns = page.columns({.key = "how-often", .gap = ui::Space::regular});
        const std::array rhythms{
            ui::Option{"week",      context.words.every_week()     },
            ui::Option{"two-weeks", context.words.every_two_weeks()},
            ui::Option{"month",     context.words.every_month()    },
        };
        page.select("every", context.words.repeats(), m_every, rhythms, {.autocomplete = "off"});
        std::vector<ui::Option> options;
        for (const char* count : counts) options.push_back({count, count});
        page.select("count", context.words.how_many_times(), m_count, options, {.autocomplete = "off"});
    }
    intent.add_dependent = draw_for_whom(page, context, m_for, m_errors);
}

void SeriesScreen::draw_plan(ui::Page& page, const Context& context, const api::SeriesPlanView& plan,
                             Intent& intent) {
    const auto possible = std::ranges::count_if(plan.visits, [](const auto& visit) { return !visit.refusal; });
    const auto all = static_cast<std::int64_t>(plan.visits.size());
    const auto form = page.form("series");
    page.heading(2, context.words.series_possible(all, std::to_string(possible)));
    for (const auto& visit : plan.visits) draw_visit(page, context, visit);
    const auto accepted = static_cast<std::int64_t>(wanted(plan).size());
    if (const auto* refusal = failure(context.store.series.booked()))
        page.banner("refused", context.words.refusal(*refusal), {.tone = ui::Tone::red});
    page.submit("book", context.words.book_visits(accepted),
                {.look = ui::ButtonLook::primary,
                 .disabled = accepted == 0,
                 .busy = is_loading(context.store.series.booked()),
                 .wide = true});
    intent.book = form.submitted() && accepted > 0;
}

void SeriesScreen::draw_visit(ui::Page& page, const Context& context, const api::SeriesVisitView& visit) {
    const auto times = times_of(visit);
    std::vector<std::string> keys, names;
    for (const auto& time : times) {
        keys.push_back(key_of(time));
        names.push_back(name_of(context, time));
    }
    std::vector<ui::Option> options;
    for (std::size_t i = 0; i < keys.size(); ++i) options.push_back({keys[i], names[i]});
    options.push_back({leave_out, context.words.leave_out()});
    const auto chosen = m_choices.find(visit.starts_at);
    std::string key =
        chosen == m_choices.end() || std::ranges::find(options, chosen->second, &ui::Option::key) == options.end()
            ? std::string(options.front().key)
            : chosen->second;
    const std::string label = context.words.long_date(context.zone().date_at(visit.starts_at));
    if (visit.refusal)
        page.icon_line(
            ui::icon::circle_alert,
            context.words.not_possible_then(context.words.short_time(context.zone().to_civil(visit.starts_at))),
            ui::Text::small_muted);
    if (page.select("visit-" + url_text(visit.starts_at), label, key, options, {.autocomplete = "off"}))
        m_choices[visit.starts_at] = key;
}

api::SeriesPlanRequest SeriesScreen::request_for(const Context& context, const Choice& choice) const {
    return {choice.service->id, choice.person, *choice.at,
            rule_of(m_every, context.zone().date_at(*choice.at), m_count), m_for.known(context.session)};
}

std::vector<api::SeriesVisit> SeriesScreen::wanted(const api::SeriesPlanView& plan) const {
    std::vector<api::SeriesVisit> visits;
    for (const auto& visit : plan.visits) {
        const auto times = times_of(visit);
        const auto chosen = m_choices.find(visit.starts_at);
        if (times.empty() || (chosen != m_choices.end() && chosen->second == leave_out)) continue;
        auto time = times.begin();
        if (chosen != m_choices.end()) time = std::ranges::find(times, chosen->second, key_of);
        if (time == times.end()) time = times.begin();
        visits.push_back({time->starts_at, time->person_id});
    }
    return visits;
}

void SeriesScreen::act_on(const Intent& intent, ui::Page& page, Context& context, const Choice& choice) {
    auto& store = context.store;
    if (intent.add_dependent) {
        m_errors = {};
        check(m_for.dependent, m_errors, context);
        if (m_errors.empty()) store.session.add_dependent(dependent_of(m_for.dependent));
    }
    if (const auto* added = here(store.session.adding()); added && m_for.is_new()) {
        m_for = {.key = url_text(added->id), .dependent = {}};
        store.session.forget_attempts();
    }
    if (intent.book && choice.service && !m_for.is_new()) {
        if (const auto* plan = here(store.series.want(request_for(context, choice))))
            store.series.book({choice.service->id, wanted(*plan), m_for.known(context.session)});
    }
    if (intent.try_again) {
        store.business.load();
        store.series.try_again();
    }
    if (const auto* booked = here(store.series.booked())) {
        page.announce(context.words.visits_booked(static_cast<std::int64_t>(booked->bookings.size())));
        store.series.forget_booked();
        m_choices.clear();
        context.navigator.go(url_of(Place::my_home), Step::replace);
    }
    act(intent.frame, page, context);
}

}  // namespace loggia::portal
