#include "portal/screens/book/other_times.h"

#include "core/base/civil.h"
#include "portal/screens/faces.h"

#include <algorithm>

namespace loggia::portal {

namespace {

constexpr std::size_t most_times = 6;
constexpr int days_ahead = 13;

/// The nearest ones, in the order of the day.
std::vector<CivilFreeTime> nearest(std::vector<CivilFreeTime> times, Instant to) {
    const auto distance = [&](const CivilFreeTime& time) {
        const auto away = time.view->starts_at - to;
        return away < seconds{0} ? -away : away;
    };
    std::ranges::stable_sort(times, {}, distance);
    times.resize(std::min(times.size(), most_times));
    std::ranges::sort(times, {}, [](const CivilFreeTime& time) { return time.view->starts_at; });
    return times;
}

}  // namespace

std::optional<Instant> draw_other_times(ui::Page& page, const Context& context, const Choice& choice) {
    const Bookable bookable = bookable_days(context);
    const Date wanted = context.zone().date_at(*choice.at);
    const Date from = std::max(bookable.from, plus_days(wanted, -1));
    const Date to = std::min(bookable.to, plus_days(wanted, days_ahead));
    if (from > to) return std::nullopt;
    const auto& times = context.store.free_times.want({choice.service->id, choice.person, from, to});

    std::optional<Instant> pressed;
    const bool try_again =
        draw_remote(page, context, "other-times-failed", times, 2, [&](const api::FreeTimesView& view) {
            const auto near = nearest(by_the_clock(view, context.zone()), *choice.at);
            if (near.empty()) return page.text(context.words.nothing_free_nearby(), ui::Text::small_muted);
            page.heading(2, context.words.free_now());
            const auto tiles = page.tiles(page.phone() ? 2 : 3);
            for (const auto& time : near) {
                const std::string label = context.words.short_time(time.time);
                const bool is_it =
                    page.option_tile(url_text(time.view->starts_at), label, false, context.words.time_on(time.time));
                if (is_it) pressed = time.view->starts_at;
            }
        });
    if (try_again) context.store.free_times.try_again();
    return pressed;
}

}  // namespace loggia::portal
