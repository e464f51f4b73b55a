#include "core/scheduling/start_rules.h"

#include <array>
#include <cassert>

// A day is a set of five-minute cells, and a rule says at which cells a visit may start. Say a visit takes 20
// minutes, cleaning up after it another 10, and somebody has booked 09:40 to 10:00:
//
//                     09:00                   09:30                   10:00                   10:30
//     working           |===|===|===|===|===|===|===|===|===|===|===|===|===|===|===|===|===|===|
//     within hours      *   *   *   *   *   *   *   *   *   *   *   *   *   *   *   .   .   .      the last
//     three would
//                                                                                                end after
//                                                                                                hours
//     busy                                              |###|###|###|###|
//     blocked           .   .   .   x   x   x   x   x   x   x   x   x   .   .   .   .   .   .
//                                   '---- 6 cells would be claimed, so a start may not be less
//                                         than 6 cells before the busy ones: 09:15 is too late, 09:10 is not
//     grid of 15        *   .   .   *   .   .   *   .   .   *   .   .   *   .   .   *   .   .
//     ------------------------------------------------------------------------------------------
//     can start         *   .   .   .   .   .   .   .   .   .   .   .   *   .   .   .   .   .      09:00 and
//     10:00
//
// "Blocked" needs no search for long enough gaps: a claim from s - before to s + after touches a busy stretch
// [b, e) if and only if b - after < s < e + before, so each busy stretch blocks one stretch of starts. This
// is exact over midnight too, where a buffer or a late visit of the day before reaches into the day.
//
// Cells advance in UTC from local midnight; working hours and the grid are what clocks on the wall show. On a
// day without a change of clocks both are the same numbers, so the hours of a weekday are worked out once for
// the whole period. On the two days a year on which they differ every wall time goes through the zone: of a
// skipped hour nothing is left, of a repeated one the grid takes the first showing.

namespace loggia::scheduling {
namespace {

constexpr std::uint32_t cell_seconds = seconds{cell_length}.count();

constexpr std::int64_t floor_cell(std::int64_t moment) {
    constexpr std::int64_t length = cell_seconds;
    return moment / length - (moment % length < 0 ? 1 : 0);
}
constexpr std::int64_t ceil_cell(std::int64_t moment) { return floor_cell(moment + cell_seconds - 1); }

constexpr int cells_to_hold(minutes length) { return static_cast<int>(ceil_cell(seconds{length}.count())); }
constexpr int whole_cells_in(minutes length) { return static_cast<int>(floor_cell(seconds{length}.count())); }

}  // namespace

CellRange claimed_cells(const domain::Service& service, Instant starts_at) {
    const Instant from = starts_at - service.buffer_before;
    const Instant to = starts_at + service.duration + service.buffer_after;
    return {floor_cell(unix_seconds(from)), ceil_cell(unix_seconds(to))};
}

int Day::cell_of(Instant moment) const { return static_cast<int>(floor_cell(seconds{moment - range.from}.count())); }

Window booking_window(const Snapshot& snapshot, Instant now) {
    const auto today = day_of(snapshot.zone->date_at(now));
    return {now + snapshot.rules.minimum_notice, date_of(today + snapshot.rules.horizon)};
}

StartRules::StartRules(const Snapshot& snapshot, const domain::Service& service, Instant now, Date from, Date to)
    : m_zone(*snapshot.zone),
      m_grid(std::max(snapshot.rules.start_grid, cell_length)),
      m_window(booking_window(snapshot, now)),
      m_visit_cells(std::max(1, cells_to_hold(service.duration))),
      m_cells_before(cells_to_hold(service.buffer_before)),
      m_cells_after(std::max(1, cells_to_hold(service.duration + service.buffer_after))) {
    assert(m_grid % cell_length == minutes{0});
    for (minutes time{0}; time < days{1}; time += m_grid) {
        const int cell = whole_cells_in(time);
        m_plain_grid.set(cell, cell + 1);
    }
    if (from.ok() && to.ok())
        for (auto date = day_of(from); date <= day_of(to); date += days{1}) add_day(date);
}

void StartRules::add_day(std::chrono::local_days date) {
    Day day{.range = m_zone.day(date_of(date)), .date = date};
    // Every offset in use is a multiple of a quarter of an hour, so midnight lies between two cells.
    assert(unix_seconds(day.range.from) % cell_seconds == 0);
    day.first_cell = m_days.empty() ? 0 : m_days.back().end_cell;
    day.end_cell = day.first_cell + day.cell_of(day.range.to);
    // By the offsets too: a day may be 24 hours long and still begin at another offset than it ends with.
    day.clocks_change = day.range.to - day.range.from != days{1} ||
                        m_zone.offset_at(day.range.from) != m_zone.offset_at(day.range.to);
    set_grid(day);
    if (date <= day_of(m_window.last_date) && m_window.earliest < day.range.to) {
        const Instant earliest = std::max(day.range.from, m_window.earliest);
        day.timely.set(day.cell_of(earliest + cell_length - seconds{1}), DaySet::capacity);
    }
    m_days.push_back(day);
    if (m_first_cells.empty()) m_first_cells.push_back(0);
    m_first_cells.push_back(day.end_cell);
}

void StartRules::set_grid(Day& day) const {
    if (!day.clocks_change) {
        day.on_grid = m_plain_grid;
        return;
    }
    for (minutes time{0}; time < days{1}; time += m_grid) {
        const CivilTime shown = day.date + time;
        const Instant moment = m_zone.to_instant(shown);
        const int cell = day.cell_of(moment);
        if (m_zone.to_civil(moment) == shown) day.on_grid.set(cell, cell + 1);
    }
}

void StartRules::ask(const Calendar& calendar, WithoutHours without, ResourceDays& answer) const {
    ask_hours(calendar, without, answer);
    ask_busy(calendar, answer);
}

void StartRules::ask_hours(const Calendar& calendar, WithoutHours without, ResourceDays& answer) const {
    answer.within_hours.assign(m_days.size(), DaySet{});
    if (calendar.hours.empty()) {
        if (without == WithoutHours::open) answer.within_hours.assign(m_days.size(), DaySet::full());
        return;
    }
    std::array<std::optional<DaySet>, 7> of_weekday;
    for (std::size_t i = 0; i < m_days.size(); ++i) {
        const Day& day = m_days[i];
        if (day.clocks_change) {
            answer.within_hours[i] = starts_within(calendar, day);
            continue;
        }
        auto& known = of_weekday[std::chrono::weekday{day.date}.c_encoding()];
        if (!known) known = starts_within(calendar, day);
        answer.within_hours[i] = *known;
    }
}

DaySet StartRules::starts_within(const Calendar& calendar, const Day& day) const {
    DaySet open;
    for (const auto& [weekday, from, to] : calendar.hours) {
        if (weekday != std::chrono::weekday{day.date}) continue;
        int first = cells_to_hold(from);
        int end = whole_cells_in(to);
        if (day.clocks_change) {
            first = day.cell_of(m_zone.to_instant(day.date + first * cell_length));
            end = day.cell_of(m_zone.to_instant(day.date + end * cell_length));
        }
        open.set(first, end);
    }
    return open.starts_of_runs(m_visit_cells);
}

void StartRules::ask_busy(const Calendar& calendar, ResourceDays& answer) const {
    answer.load.assign(m_days.size(), 0);
    answer.blocked.reset(m_days.empty() ? 0 : m_days.back().end_cell);
    if (m_days.empty()) return;
    // From here on in cells since `origin`, which leave no negative number for what matters to the period.
    const int margin = std::max(m_cells_before, m_cells_after);
    const Instant origin = m_days.front().range.from - margin * cell_length;
    const Instant end = m_days.back().range.to + margin * cell_length;

    for (const TimeRange& busy : calendar.busy) {
        if (busy.from >= busy.to || busy.to <= origin || busy.from >= end) continue;
        const auto since_origin = static_cast<std::uint32_t>((std::max(busy.from, origin) - origin).count());
        const auto until = static_cast<std::uint32_t>((std::min(busy.to, end) - origin).count());
        const int from = static_cast<int>(since_origin / cell_seconds) - margin;
        const int to = static_cast<int>((until + cell_seconds - 1) / cell_seconds) - margin;
        answer.blocked.set(from - m_cells_after + 1, to + m_cells_before);
        count_claim(from, to, answer.load);
    }
}

void StartRules::count_claim(int from, int to, std::vector<std::uint16_t>& load) const {
    if (to <= 0) return;
    constexpr int cells_a_day = days{1} / cell_length;
    const int begin = std::max(from, 0);
    // A guess that a change of clocks makes wrong by one at most.
    std::size_t day = std::min(static_cast<std::size_t>(begin / cells_a_day), load.size() - 1);
    while (day > 0 && begin < m_first_cells[day]) --day;
    while (day + 1 < load.size() && begin >= m_first_cells[day + 1]) ++day;
    for (; day < load.size() && m_first_cells[day] < to; ++day)
        if (from < m_first_cells[day + 1]) ++load[day];
}

}  // namespace loggia::scheduling
