#include "core/scheduling/open_hours.h"

#include <algorithm>
#include <array>
#include <optional>

namespace loggia::scheduling {
namespace {

constexpr minutes midnight{std::chrono::hours{24}};

void join_those_that_meet(std::vector<Stretch>& stretches) {
    std::ranges::sort(stretches, {}, &Stretch::from);
    std::size_t kept = 0;
    for (const Stretch& next : stretches) {
        if (next.from >= next.to) continue;
        if (kept > 0 && next.from <= stretches[kept - 1].to)
            stretches[kept - 1].to = std::max(stretches[kept - 1].to, next.to);
        else
            stretches[kept++] = next;
    }
    stretches.resize(kept);
}

/// A wall time of the date, which may lie after its midnight, in cells of the day.
int cell_at(const Zone& zone, const Day& day, std::chrono::local_days date, int cells) {
    return day.cell_of(zone.to_instant(date + cells * cell_length));
}

}  // namespace

OpenHours::OpenHours(std::span<const domain::WeeklyHours> weekly, std::span<const domain::DateHours> dates)
    : m_weekly(weekly), m_dates(dates) {
    const auto reaches_midnight = [](const auto& stretch) { return stretch.to >= midnight; };
    m_over_midnight = std::ranges::any_of(m_weekly, reaches_midnight) ||
                      std::ranges::any_of(m_dates, [&](const domain::DateHours& date) {
                          return std::ranges::any_of(date.hours, reaches_midnight);
                      });
}

void OpenHours::starts(const Zone& zone, std::span<const Day> period, int visit_cells,
                       std::vector<DaySet>& within) const {
    within.assign(period.size(), DaySet{});
    std::vector<Stretch> stretches;
    const auto starts_on = [&](const Day& day) {
        DaySet starts;
        on(zone, day, visit_cells, stretches);
        for (const Stretch& open : stretches) starts.set(open.from, open.to - visit_cells + 1);
        return starts;
    };
    std::array<std::optional<DaySet>, 7> of_weekday;
    for (std::size_t i = 0; i < period.size(); ++i) {
        const Day& day = period[i];
        const bool clocks_change = m_over_midnight ? day.clocks_change_near : day.clocks_change;
        if (clocks_change || has_dates_near(day, visit_cells)) {
            within[i] = starts_on(day);
            continue;
        }
        auto& known = of_weekday[std::chrono::weekday{day.date}.c_encoding()];
        if (!known) known = starts_on(day);
        within[i] = *known;
    }
}

void OpenHours::on(const Zone& zone, const Day& day, int visit_cells, std::vector<Stretch>& stretches) const {
    stretches.clear();
    const int first = m_over_midnight ? -1 : 0;
    const int last = m_over_midnight ? days_reached(visit_cells) : 0;
    for (int offset = first; offset <= last; ++offset) {
        const auto date = day.date + days{offset};
        const bool is_plain = m_over_midnight ? !day.clocks_change_near : !day.clocks_change;
        const auto add = [&](minutes from, minutes to) {
            const int begin = cells_to_hold(from);
            const int end = whole_cells_in(to);
            if (is_plain)
                stretches.push_back({offset * cells_a_day + begin, offset * cells_a_day + end});
            else
                stretches.push_back({cell_at(zone, day, date, begin), cell_at(zone, day, date, end)});
        };
        if (const auto* own = date_hours(date))
            for (const auto& [from, to] : own->hours) add(from, to);
        else
            for (const auto& [weekday, from, to] : m_weekly)
                if (weekday == std::chrono::weekday{date}) add(from, to);
    }
    join_those_that_meet(stretches);
}

bool OpenHours::has_dates_near(const Day& day, int visit_cells) const {
    const auto first = day.date - days{m_over_midnight ? 1 : 0};
    const auto last = day.date + days{m_over_midnight ? days_reached(visit_cells) : 0};
    return std::ranges::any_of(m_dates, [&](const domain::DateHours& date) {
        return first <= day_of(date.date) && day_of(date.date) <= last;
    });
}

const domain::DateHours* OpenHours::date_hours(std::chrono::local_days date) const {
    const auto found =
        std::ranges::find_if(m_dates, [&](const domain::DateHours& each) { return day_of(each.date) == date; });
    return found == m_dates.end() ? nullptr : &*found;
}

}  // namespace loggia::scheduling
