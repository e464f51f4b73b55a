#include "scheduling/minute_scan.h"

#include "core/base/civil.h"
#include "core/domain/person.h"

#include <algorithm>
#include <string>

namespace loggia::scheduling {
namespace {

constexpr std::int64_t five_minutes = 300;

std::int64_t down(Instant moment) {
    const std::int64_t at = unix_seconds(moment);
    return at - ((at % five_minutes) + five_minutes) % five_minutes;
}
std::int64_t up(Instant moment) { return down(moment + seconds{five_minutes - 1}); }

bool is_empty(const TimeRange& busy) { return busy.from >= busy.to; }

using Lookup = std::expected<FreeTime, Refusal>;

/// Looks at one start, minute by minute.
class Scan {
public:
    Scan(const Snapshot& snapshot, const FreeTimesQuery& query, Instant start)
        : m_snapshot(snapshot),
          m_query(query),
          m_service(*query.service),
          m_zone(*snapshot.zone),
          m_start(start),
          m_date(m_zone.date_at(start)) {}

    Lookup look() {
        if (const auto refusal = refused_to_everybody()) return std::unexpected(*refusal);
        std::optional<Refusal> furthest;
        const Calendar* best = nullptr;
        std::optional<ResourceId> best_room;
        for (const PersonId performer : m_service.performers) {
            if (m_query.person && *m_query.person != performer) continue;
            m_terms = domain::terms_of(m_service, performer);
            const Calendar* calendar = find(m_snapshot.people, domain::resource_of(performer));
            std::optional<ResourceId> room;
            if (const auto refusal = refused_with(calendar, room)) {
                furthest = std::max(furthest.value_or(*refusal), *refusal);
                continue;
            }
            if (best != nullptr && claims_on(*calendar) >= claims_on(*best)) continue;
            best = calendar;
            best_room = room;
        }
        if (best == nullptr) return std::unexpected(*furthest);
        return FreeTime{m_start, PersonId{best->resource.value}, best_room};
    }

private:
    [[nodiscard]] bool stands(Refusal refusal) const { return !m_query.waived.has(refusal); }

    [[nodiscard]] std::optional<Refusal> refused_to_everybody() const {
        using enum Refusal;
        const auto notice = m_service.minimum_notice ? *m_service.minimum_notice : m_snapshot.rules.minimum_notice;
        const auto horizon = m_service.horizon ? *m_service.horizon : m_snapshot.rules.horizon;
        const auto closing = m_service.cut_off ? m_service.cut_off : m_snapshot.rules.cut_off;
        if (m_start < m_query.now) return past;
        if (stands(too_soon) && m_start - m_query.now < notice) return too_soon;
        if (stands(too_far) && days_between(m_zone.date_at(m_query.now), m_date) > horizon.count()) return too_far;
        if (stands(cut_off) && closing) {
            const auto last_moment = day_of(plus_days(m_date, -closing->days_before)) + closing->at;
            if (m_query.now >= m_zone.to_instant(last_moment)) return cut_off;
        }
        if (unix_seconds(m_start) % five_minutes != 0 || (stands(off_grid) && !is_on_grid())) return off_grid;
        if (m_snapshot.client) {
            const auto& limits = m_snapshot.rules.client_limits;
            const auto& visits = *m_snapshot.client;
            const auto open = std::ranges::count_if(
                visits, [&](const Visit& visit) { return visit.starts_at + visit.duration > m_query.now; });
            if (stands(client_open_limit) && limits.open_bookings && open >= *limits.open_bookings)
                return client_open_limit;
            if (stands(client_day_limit) && limits.bookings_a_day && on_day(visits).first >= *limits.bookings_a_day)
                return client_day_limit;
            if (stands(client_week_limit) && limits.bookings_a_week &&
                in_week(visits).first >= *limits.bookings_a_week)
                return client_week_limit;
        }
        const auto& performers = m_service.performers;
        if (m_query.person ? std::ranges::find(performers, *m_query.person) == performers.end() : performers.empty())
            return does_not_perform;
        return std::nullopt;
    }

    /// `room` is the one that would be taken.
    std::optional<Refusal> refused_with(const Calendar* person, std::optional<ResourceId>& room) const {
        using enum Refusal;
        if (stands(not_open) && !m_snapshot.opening.empty() && !is_open_throughout(m_snapshot.opening, {}))
            return not_open;
        if (stands(closure) && is_closed()) return closure;
        if (person == nullptr) return not_working;
        if (stands(not_working) && !is_open_throughout(person->hours, person->other_hours)) return not_working;
        if (stands(on_leave) && is_away(*person)) return on_leave;
        if (const auto limit = limit_of(*person)) return limit;
        if (!are_free(*person, 1)) return person_busy;
        if (m_service.needs_room) {
            const auto found = free_room();
            if (!found) return found.error();
            room = *found;
        }
        for (const auto& need : m_service.equipment) {
            const Calendar* equipment = find(m_snapshot.equipment, need.resource);
            if (equipment == nullptr || !are_free(*equipment, need.units)) return equipment_busy;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::expected<ResourceId, Refusal> free_room() const {
        Refusal furthest = Refusal::no_room;
        for (const ResourceId room : m_service.rooms) {
            const Calendar* calendar = find(m_snapshot.rooms, room);
            if (calendar == nullptr) continue;
            if (stands(Refusal::room_not_open) && !calendar->hours.empty() &&
                !is_open_throughout(calendar->hours, {}))
                furthest = std::max(furthest, Refusal::room_not_open);
            else if (!are_free(*calendar, 1))
                furthest = std::max(furthest, Refusal::room_busy);
            else
                return room;
        }
        return std::unexpected(furthest);
    }

    [[nodiscard]] std::optional<Refusal> limit_of(const Calendar& person) const {
        using enum Refusal;
        const auto& limits = person.limits;
        const auto [day_count, day_work] = on_day(person.visits);
        const auto [week_count, week_work] = in_week(person.visits);
        if (stands(person_day_limit) && limits.bookings_a_day && day_count >= *limits.bookings_a_day)
            return person_day_limit;
        if (stands(person_week_limit) && limits.bookings_a_week && week_count >= *limits.bookings_a_week)
            return person_week_limit;
        if (stands(person_day_work) && limits.work_a_day && day_work + m_terms.duration > *limits.work_a_day)
            return person_day_work;
        if (stands(person_week_work) && limits.work_a_week && week_work + m_terms.duration > *limits.work_a_week)
            return person_week_work;
        return std::nullopt;
    }

    [[nodiscard]] bool is_on_grid() const {
        const auto since_midnight = m_zone.to_civil(m_start) - CivilTime{day_of(m_date)};
        if (since_midnight % m_snapshot.rules.start_grid != seconds{0}) return false;
        for (minutes earlier{5}; earlier <= hours{3}; earlier += minutes{5})
            if (m_zone.to_civil(m_start - earlier) == m_zone.to_civil(m_start)) return false;
        return true;
    }

    /// Hours begin and end on five minutes, so looking every five and at the last minute misses nothing.
    [[nodiscard]] bool is_open_throughout(const std::vector<domain::WeeklyHours>& weekly,
                                          const std::vector<domain::DateHours>& dates) const {
        for (minutes passed{0}; passed < m_terms.duration; passed += minutes{5})
            if (!is_open(weekly, dates, m_start + passed)) return false;
        return is_open(weekly, dates, m_start + m_terms.duration - minutes{1});
    }

    [[nodiscard]] bool is_open(const std::vector<domain::WeeklyHours>& weekly,
                               const std::vector<domain::DateHours>& dates, Instant moment) const {
        for (int earlier = 0; earlier <= 2; ++earlier) {
            const Date date = plus_days(m_zone.date_at(moment), -earlier);
            const auto is_within = [&](minutes from, minutes to) {
                const minutes begin{(from.count() + 4) / 5 * 5};
                const minutes end{to.count() / 5 * 5};
                if (end <= days{earlier}) return false;
                return moment >= m_zone.to_instant(day_of(date) + begin) &&
                       moment < m_zone.to_instant(day_of(date) + end);
            };
            const auto own = std::ranges::find(dates, date, &domain::DateHours::date);
            if (own != dates.end()) {
                for (const auto& [from, to] : own->hours)
                    if (is_within(from, to)) return true;
                continue;
            }
            for (const auto& [weekday, from, to] : weekly)
                if (weekday == std::chrono::weekday{day_of(date)} && is_within(from, to)) return true;
        }
        return false;
    }

    [[nodiscard]] bool is_touched(const TimeRange& range, Instant from, Instant to) const {
        if (is_empty(range)) return false;
        for (std::int64_t minute = down(from); minute < up(to); minute += 60)
            if (minute >= down(range.from) && minute < up(range.to)) return true;
        return false;
    }

    [[nodiscard]] bool is_closed() const {
        for (const auto& closure : m_snapshot.closures)
            for (Date date = closure.from; date <= closure.to; date = plus_days(date, 1))
                if (is_touched({m_zone.to_instant(day_of(date) + closure.part.from),
                                m_zone.to_instant(day_of(date) + closure.part.to)},
                               m_start, m_start + m_terms.duration))
                    return true;
        return false;
    }

    [[nodiscard]] bool is_away(const Calendar& person) const {
        return std::ranges::any_of(person.leave, [&](const domain::Leave& leave) {
            return leave.status == domain::LeaveStatus::approved &&
                   is_touched(leave.range, m_start, m_start + m_terms.duration);
        });
    }

    [[nodiscard]] bool are_free(const Calendar& calendar, int units) const {
        const std::int64_t from = down(m_start - m_terms.buffer_before);
        const std::int64_t to = up(m_start + m_terms.duration + m_terms.buffer_after);
        for (std::int64_t minute = from; minute < to; minute += 60) {
            const auto taken = std::ranges::count_if(calendar.busy, [&](const TimeRange& busy) {
                return !is_empty(busy) && minute >= down(busy.from) && minute < up(busy.to);
            });
            // What is there once and taken twice is taken.
            if (taken + units > calendar.capacity) return false;
        }
        return true;
    }

    [[nodiscard]] std::pair<int, minutes> on_day(const std::vector<Visit>& visits) const {
        return sum(visits, [&](Date date) { return date == m_date; });
    }
    [[nodiscard]] std::pair<int, minutes> in_week(const std::vector<Visit>& visits) const {
        const auto monday_of = [](Date date) {
            auto day = day_of(date);
            while (std::chrono::weekday{day} != std::chrono::Monday) day -= days{1};
            return day;
        };
        return sum(visits, [&](Date date) { return monday_of(date) == monday_of(m_date); });
    }
    template <class Counts>
    [[nodiscard]] std::pair<int, minutes> sum(const std::vector<Visit>& visits, Counts counts) const {
        std::pair<int, minutes> sum{};
        for (const Visit& visit : visits)
            if (counts(m_zone.date_at(visit.starts_at))) sum = {sum.first + 1, sum.second + visit.duration};
        return sum;
    }

    [[nodiscard]] std::size_t claims_on(const Calendar& calendar) const {
        const TimeRange day = m_zone.day(m_date);
        return static_cast<std::size_t>(std::ranges::count_if(
            calendar.busy, [&](const TimeRange& busy) { return !is_empty(busy) && busy.overlaps(day); }));
    }

    static const Calendar* find(const std::vector<Calendar>& calendars, ResourceId resource) {
        for (const Calendar& calendar : calendars)
            if (calendar.resource == resource) return &calendar;
        return nullptr;
    }

    const Snapshot& m_snapshot;
    const FreeTimesQuery& m_query;
    const domain::Service& m_service;
    const Zone& m_zone;
    Instant m_start;
    Date m_date;
    domain::Terms m_terms;
};

}  // namespace

std::expected<FreeTime, Refusal> scan_start(const Snapshot& snapshot, const FreeTimesQuery& query,
                                            Instant starts_at) {
    return Scan{snapshot, query, starts_at}.look();
}

std::vector<FreeTime> scan_free_times(const Snapshot& snapshot, const FreeTimesQuery& query) {
    std::vector<FreeTime> times;
    for (Date date = query.from; date <= query.to; date = plus_days(date, 1)) {
        const TimeRange day = snapshot.zone->day(date);
        for (Instant moment = day.from; moment < day.to; moment += minutes{1})
            if (const auto time = scan_start(snapshot, query, moment)) times.push_back(*time);
    }
    return times;
}

std::string disagreement(const Case& made, const Choose& choose) {
    const FreeTimesQuery query = made.asked();
    const auto wall = [&](Instant moment) {
        return to_text(made.snapshot.zone->date_at(moment)) + ' ' + clock_text(made.snapshot.zone->to_civil(moment));
    };
    const auto listed = free_times(made.snapshot, query);
    const auto scanned = scan_free_times(made.snapshot, query);
    const auto [one, other] = std::ranges::mismatch(listed, scanned);
    if (one != listed.end() || other != scanned.end())
        return "listed and scanned differ from " + wall((one != listed.end() ? one : other)->starts_at) + " on";

    const auto name = [](const std::expected<FreeTime, Refusal>& answer) {
        return answer ? std::string{"free"} : std::string{name_of(answer.error())};
    };
    for (int tries = 0; tries < 40; ++tries) {
        const Instant moment = some_moment(made, choose);
        const auto checked = check_start(made.snapshot, query, moment);
        const auto looked = scan_start(made.snapshot, query, moment);
        if (checked != looked)
            return "at " + wall(moment) + " checked is " + name(checked) + " and scanned " + name(looked);
    }
    for (const FreeTime& time : listed)
        if (check_start(made.snapshot, query, time.starts_at) != time)
            return "listed but not bookable: " + wall(time.starts_at);
    return {};
}

}  // namespace loggia::scheduling
