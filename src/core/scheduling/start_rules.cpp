#include "core/scheduling/start_rules.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

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
// Hours, opening hours, closures and leave are about the visit itself, without buffers: a closed stretch [c, d)
// blocks the starts c - visit < s < d. Of what is there several times over, only the stretches in which fewer units
// are free than the visit needs are busy; the same arithmetic holds for them.
//
// Cells advance in UTC from local midnight; working hours and the grid are what clocks on the wall show. On a
// day without a change of clocks both are the same numbers, so the hours of a weekday are worked out once for
// the whole period. On the two days a year on which they differ every wall time goes through the zone: of a
// skipped hour nothing is left, of a repeated one the grid takes the first showing.

namespace loggia::scheduling {

CellRange claimed_cells(const domain::Terms& terms, Instant starts_at) {
    const Instant from = starts_at - terms.buffer_before;
    const Instant to = starts_at + terms.duration + terms.buffer_after;
    return {floor_cell(unix_seconds(from)), ceil_cell(unix_seconds(to))};
}

CellRange claimed_cells(const domain::Service& service, Instant starts_at) {
    return claimed_cells(domain::terms_of(service), starts_at);
}

VisitCells cells_of(const domain::Terms& terms) {
    return {terms.duration, std::max(1, cells_to_hold(terms.duration)), cells_to_hold(terms.buffer_before),
            std::max(1, cells_to_hold(terms.duration + terms.buffer_after))};
}

Window booking_window(const Zone& zone, const domain::BookingRules& rules, Instant now) {
    return {now + rules.minimum_notice, date_of(day_of(zone.date_at(now)) + rules.horizon)};
}

Instant closes_at(const Zone& zone, const domain::CutOff& cut_off, Date date) {
    return zone.to_instant(day_of(date) - days{cut_off.days_before} + cut_off.at);
}

StartRules::StartRules(const Snapshot& snapshot, const FreeTimesQuery& query, Date from, Date to)
    : m_snapshot(snapshot),
      m_zone(*snapshot.zone),
      m_rules(domain::rules_for(*query.service, snapshot.rules)),
      m_waived(query.waived),
      m_now(query.now),
      m_grid(std::max(m_rules.start_grid, cell_length)),
      m_window(booking_window(m_zone, m_rules, query.now)) {
    assert(m_grid % cell_length == minutes{0});
    if (is_waived(Refusal::too_soon)) m_window.earliest = query.now;
    if (is_waived(Refusal::too_far)) m_window.last_date = std::max(m_window.last_date, to);
    for (minutes time{0}; time < days{1}; time += m_grid) {
        const int cell = whole_cells_in(time);
        m_plain_grid.set(cell, cell + 1);
    }
    if (!from.ok() || !to.ok()) return;
    minutes longest = query.service->duration;
    for (const auto& own : query.service->own_terms) longest = std::max(longest, own.duration.value_or(longest));
    for (auto date = day_of(from); date <= day_of(to); date += days{1}) add_day(date, cells_to_hold(longest));
    find_weeks();
    bound_clients();
}

void StartRules::add_day(std::chrono::local_days date, int longest_visit) {
    Day day{.range = m_zone.day(date_of(date)), .date = date};
    // Every offset in use is a multiple of a quarter of an hour, so midnight lies between two cells.
    assert(unix_seconds(day.range.from) % cell_seconds == 0);
    day.first_cell = m_days.empty() ? 0 : m_days.back().end_cell;
    day.end_cell = day.first_cell + day.cell_of(day.range.to);
    // By the offsets too: a day may be 24 hours long and still begin at another offset than it ends with.
    const seconds offset = m_zone.offset_at(day.range.from);
    const days around{days_reached(longest_visit) + 1};
    day.clocks_change = day.range.to - day.range.from != days{1} || m_zone.offset_at(day.range.to) != offset;
    day.clocks_change_near = day.clocks_change || m_zone.offset_at(day.range.from - days{2}) != offset ||
                             m_zone.offset_at(day.range.to + around) != offset;
    set_grid(day);
    const bool is_closed = m_rules.cut_off && !is_waived(Refusal::cut_off) &&
                           closes_at(m_zone, *m_rules.cut_off, date_of(date)) <= m_now;
    if (date <= day_of(m_window.last_date) && m_window.earliest < day.range.to && !is_closed) {
        const Instant earliest = std::max(day.range.from, m_window.earliest);
        day.timely.set(day.cell_of(earliest + cell_length - seconds{1}), DaySet::capacity);
    }
    m_days.push_back(day);
    if (m_first_cells.empty()) m_first_cells.push_back(0);
    m_first_cells.push_back(day.end_cell);
}

void StartRules::set_grid(Day& day) const {
    if (is_waived(Refusal::off_grid)) {
        day.on_grid.set(0, day.end_cell - day.first_cell);
        return;
    }
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

void StartRules::find_weeks() {
    const bool is_anybody_limited = std::ranges::any_of(
        m_snapshot.people, [](const Calendar& person) { return person.limits != domain::WorkLimits{}; });
    if (m_days.empty() || (!is_anybody_limited && !m_snapshot.client)) return;
    const auto first = m_days.front().date;
    const auto monday = first - (std::chrono::weekday{first} - std::chrono::Monday);
    m_days_since_monday = static_cast<std::size_t>((first - monday).count());
    for (auto date = monday; date <= m_days.back().date || std::chrono::weekday{date} != std::chrono::Monday;
         date += days{1})
        m_midnights.push_back(m_zone.day(date_of(date)).from);
    m_midnights.push_back(m_zone.day(date_of(monday + days{std::ssize(m_midnights)})).from);
}

void StartRules::bound_clients() {
    for (std::size_t day = 0; day < m_days.size(); ++day)
        for (const LimitReached& limit : client_limits(day))
            if (!is_waived(limit.limit)) m_days[day].timely = {};
}

void StartRules::ask(const Calendar& calendar, Kind kind, const VisitCells& visit, int units,
                     ResourceDays& answer) const {
    ask_hours(calendar, kind, visit, answer.within_hours);
    ask_busy(calendar, visit, units, answer);
    if (kind == Kind::person && !is_waived(Refusal::on_leave))
        for (const auto& leave : calendar.leave)
            if (leave.status == domain::LeaveStatus::approved) {
                const Stretch starts = starts_meeting(leave.range, visit);
                answer.blocked.set(starts.from, starts.to);
            }
    if (calendar.limits != domain::WorkLimits{}) ask_limits(calendar, visit, answer.within_hours);
}

void StartRules::ask_hours(const Calendar& calendar, Kind kind, const VisitCells& visit,
                           std::vector<DaySet>& within) const {
    const OpenHours hours{calendar.hours, calendar.other_hours};
    const bool is_waived_for = is_waived(kind == Kind::person ? Refusal::not_working : Refusal::room_not_open);
    if (is_waived_for || (hours.none() && kind == Kind::thing))
        within.assign(m_days.size(), DaySet::full());
    else
        hours.starts(m_zone, m_days, visit.visit, within);
}

std::vector<DaySet> StartRules::open_days(const VisitCells& visit) const {
    std::vector<DaySet> open;
    if (m_snapshot.opening.empty() || is_waived(Refusal::not_open))
        open.assign(m_days.size(), DaySet::full());
    else
        OpenHours{m_snapshot.opening}.starts(m_zone, m_days, visit.visit, open);
    if (m_snapshot.closures.empty() || m_days.empty() || is_waived(Refusal::closure)) return open;

    PeriodSet closed;
    closed.reset(m_days.back().end_cell);
    for (const auto& closure : m_snapshot.closures)
        for (const TimeRange& range : closed_ranges(closure, visit)) {
            const Stretch starts = starts_meeting(range, visit);
            closed.set(starts.from, starts.to);
        }
    for (std::size_t day = 0; day < m_days.size(); ++day) open[day].subtract(closed.day_from(m_days[day].first_cell));
    return open;
}

std::vector<TimeRange> StartRules::closed_ranges(const domain::Closure& closure, const VisitCells& visit) const {
    std::vector<TimeRange> ranges;
    if (m_days.empty()) return ranges;
    const auto first = std::max(day_of(closure.from), m_days.front().date - days{2});
    const auto last = std::min(day_of(closure.to), m_days.back().date + days{days_reached(visit.visit)});
    for (auto date = first; date <= last; date += days{1})
        ranges.push_back({m_zone.to_instant(date + closure.part.from), m_zone.to_instant(date + closure.part.to)});
    return ranges;
}

StartRules::Bounds StartRules::bounds(const VisitCells& visit) const {
    const int margin = visit.margin();
    return {m_days.front().range.from - margin * cell_length, m_days.back().range.to + margin * cell_length, margin};
}

Stretch StartRules::starts_claiming(const TimeRange& taken, const VisitCells& visit) const {
    const Bounds matters = bounds(visit);
    if (!matters.meet(taken)) return {};
    const auto [from, to] = matters.cells_of(taken);
    return {from - visit.after + 1, to + visit.before};
}

Stretch StartRules::starts_meeting(const TimeRange& away, const VisitCells& visit) const {
    const Bounds matters = bounds(visit);
    if (!matters.meet(away)) return {};
    const auto [from, to] = matters.cells_of(away);
    return {from - visit.visit + 1, to};
}

void StartRules::ask_busy(const Calendar& calendar, const VisitCells& visit, int units, ResourceDays& answer) const {
    answer.load.assign(m_days.size(), 0);
    answer.blocked.reset(m_days.empty() ? 0 : m_days.back().end_cell);
    if (m_days.empty()) return;
    if (calendar.capacity > 1 || units > calendar.capacity) {
        for (const Stretch& full : full_stretches(calendar, visit, units))
            answer.blocked.set(full.from - visit.after + 1, full.to + visit.before);
        return;
    }
    const Bounds matters = bounds(visit);
    for (const TimeRange& busy : calendar.busy) {
        if (!matters.meet(busy)) continue;
        const auto [from, to] = matters.cells_of(busy);
        answer.blocked.set(from - visit.after + 1, to + visit.before);
        count_claim(from, to, answer.load);
    }
}

std::vector<Stretch> StartRules::full_stretches(const Calendar& calendar, const VisitCells& visit, int units) const {
    const Bounds matters = bounds(visit);
    if (units > calendar.capacity) return {matters.cells_of({matters.origin, matters.end})};
    std::vector<std::pair<int, int>> steps;  // at a cell, one unit more or one less
    for (const TimeRange& busy : calendar.busy) {
        if (!matters.meet(busy)) continue;
        const auto [from, to] = matters.cells_of(busy);
        steps.emplace_back(from, 1);
        steps.emplace_back(to, -1);
    }
    std::ranges::sort(steps);
    std::vector<Stretch> full;
    int taken = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        taken += steps[i].second;
        const bool is_full = taken + units > calendar.capacity;
        if (!is_full || i + 1 == steps.size() || steps[i + 1].first == steps[i].first) continue;
        if (!full.empty() && full.back().to == steps[i].first)
            full.back().to = steps[i + 1].first;
        else
            full.push_back({steps[i].first, steps[i + 1].first});
    }
    return full;
}

void StartRules::count_claim(int from, int to, std::vector<std::uint16_t>& load) const {
    if (to <= 0) return;
    const int begin = std::max(from, 0);
    // A guess that a change of clocks makes wrong by one at most.
    std::size_t day = std::min(static_cast<std::size_t>(begin / cells_a_day), load.size() - 1);
    while (day > 0 && begin < m_first_cells[day]) --day;
    while (day + 1 < load.size() && begin >= m_first_cells[day + 1]) ++day;
    for (; day < load.size() && m_first_cells[day] < to; ++day)
        if (from < m_first_cells[day + 1]) ++load[day];
}

// ---- limits

std::vector<Tally> StartRules::tallies(std::span<const Visit> visits) const {
    std::vector<Tally> found(m_midnights.size() - 1);
    for (const Visit& visit : visits) {
        const auto next = std::ranges::upper_bound(m_midnights, visit.starts_at);
        if (next == m_midnights.begin() || next == m_midnights.end()) continue;
        Tally& day = found[static_cast<std::size_t>(next - m_midnights.begin()) - 1];
        ++day.bookings;
        day.work += visit.duration;
    }
    return found;
}

Tally StartRules::week_of_day(std::span<const Tally> tallies, std::size_t day) const {
    Tally sum;
    for (const Tally& each : tallies.subspan((m_days_since_monday + day) / 7 * 7, 7)) {
        sum.bookings += each.bookings;
        sum.work += each.work;
    }
    return sum;
}

void StartRules::ask_limits(const Calendar& calendar, const VisitCells& visit, std::vector<DaySet>& within) const {
    if (m_days.empty()) return;
    const auto counted = tallies(calendar.visits);
    for (std::size_t day = 0; day < m_days.size(); ++day)
        for (const LimitReached& limit :
             reached(calendar.limits, counted[m_days_since_monday + day], week_of_day(counted, day), visit.duration))
            if (!is_waived(limit.limit)) within[day] = {};
}

std::vector<LimitReached> StartRules::person_limits(const Calendar& calendar, const VisitCells& visit,
                                                    std::size_t day) const {
    if (calendar.limits == domain::WorkLimits{}) return {};
    const auto counted = tallies(calendar.visits);
    return reached(calendar.limits, counted[m_days_since_monday + day], week_of_day(counted, day), visit.duration);
}

std::vector<LimitReached> StartRules::client_limits(std::size_t day) const {
    if (!m_snapshot.client) return {};
    const auto counted = tallies(*m_snapshot.client);
    return reached(m_rules.client_limits, open_count(*m_snapshot.client, m_now),
                   counted[m_days_since_monday + day].bookings, week_of_day(counted, day).bookings);
}

}  // namespace loggia::scheduling
