#include "core/scheduling/free_times.h"

#include "core/scheduling/candidates.h"
#include "core/scheduling/explain_start.h"
#include "core/scheduling/start_rules.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>
#include <span>

namespace loggia::scheduling {
namespace {

using Takers = std::array<std::uint16_t, DaySet::capacity>;

/// Gives the starts among `wanted` that nobody has been given yet to `taker`.
void assign(DaySet& wanted, DaySet taken, std::size_t taker, Takers& takers, DaySet& given) {
    taken &= wanted;
    taken.each([&](int cell) { takers[static_cast<std::size_t>(cell)] = static_cast<std::uint16_t>(taker); });
    wanted.subtract(taken);
    given |= taken;
}

void keep(const ResourceDays& answer, std::span<const Day> period, std::span<DaySet> starts) {
    for (std::size_t day = 0; day < starts.size(); ++day) {
        starts[day] = answer.within_hours[day];
        starts[day].subtract(answer.blocked.day_from(period[day].first_cell));
    }
}

/// Where visits of one length could start as far as the location, rooms and equipment go.
class Places {
public:
    Places(const StartRules& rules, const Candidates& candidates, const VisitCells& length, bool needs_room)
        : m_day_count(rules.period().size()), m_needs_room(needs_room), m_open(rules.open_days(length)) {
        const auto period = rules.period();
        for (std::size_t day = 0; day < m_day_count; ++day) {
            m_open[day] &= period[day].on_grid;
            m_open[day] &= period[day].timely;
        }
        ResourceDays answer;
        std::vector<DaySet> starts(m_day_count);
        for (const Needed& need : candidates.equipment) {
            if (need.calendar == nullptr) {
                m_open.assign(m_day_count, DaySet{});
                continue;
            }
            rules.ask(*need.calendar, Kind::thing, length, need.units, answer);
            keep(answer, period, starts);
            for (std::size_t day = 0; day < m_day_count; ++day) m_open[day] &= starts[day];
        }
        m_room_starts.resize(candidates.rooms.size() * m_day_count);
        for (std::size_t room = 0; room < candidates.rooms.size(); ++room) {
            rules.ask(*candidates.rooms[room], Kind::thing, length, 1, answer);
            keep(answer, period, std::span{m_room_starts}.subspan(room * m_day_count, m_day_count));
        }
    }

    /// Chooses a room for each start of the day that has one.
    const DaySet& choose(std::size_t day) {
        m_given = m_open[day];
        if (!m_needs_room) return m_given;
        DaySet wanted = m_given;
        m_given = {};
        const std::size_t rooms = m_room_starts.size() / m_day_count;
        for (std::size_t room = 0; room < rooms && !wanted.none(); ++room)
            assign(wanted, m_room_starts[room * m_day_count + day], room, m_where, m_given);
        return m_given;
    }

    [[nodiscard]] const DaySet& given() const { return m_given; }  ///< on the day last chosen for
    [[nodiscard]] std::size_t room_at(std::size_t cell) const { return m_where[cell]; }

private:
    std::size_t m_day_count;
    bool m_needs_room;
    std::vector<DaySet> m_open;
    std::vector<DaySet> m_room_starts;  ///< by room, then day
    DaySet m_given;
    Takers m_where{};
};

/// The starts of every candidate and room on every day of a period, and which of them serve a start.
class Table {
public:
    Table(const Snapshot& snapshot, const FreeTimesQuery& query, Date from, Date to)
        : m_rules(snapshot, query, from, to),
          m_candidates(snapshot, query),
          m_needs_room(query.service->needs_room),
          m_person_starts(m_candidates.people.size() * day_count()),
          m_anyone_starts(day_count()),
          m_load(m_person_starts.size()) {
        if (day_count() == 0) return;
        for (const VisitCells& length : m_candidates.lengths)
            m_places.emplace_back(m_rules, m_candidates, length, m_needs_room);
        ResourceDays answer;
        for (std::size_t person = 0; person < m_candidates.people.size(); ++person) {
            const Candidate& candidate = m_candidates.people[person];
            if (candidate.calendar == nullptr) continue;
            m_rules.ask(*candidate.calendar, Kind::person, m_candidates.lengths[candidate.length], 1, answer);
            keep(answer, m_rules.period(), std::span{m_person_starts}.subspan(person * day_count(), day_count()));
            for (std::size_t day = 0; day < day_count(); ++day)
                m_anyone_starts[day] |= m_person_starts[person * day_count() + day];
            std::ranges::copy(answer.load, m_load.begin() + static_cast<std::ptrdiff_t>(person * day_count()));
        }
    }

    [[nodiscard]] std::size_t day_count() const { return m_rules.period().size(); }

    /// What can be booked on the day, ascending, at the end of `times`.
    void append_day(std::size_t day, std::vector<FreeTime>& times) {
        DaySet wanted;
        for (Places& places : m_places) wanted |= places.choose(day);
        const DaySet served = assign_people(day, wanted);
        served.each([&](int cell) {
            const auto at = static_cast<std::size_t>(cell);
            const Candidate& candidate = m_candidates.people[m_who[at]];
            FreeTime time{m_rules.period()[day].instant_of(cell), candidate.person, {}};
            if (m_needs_room) time.room = m_candidates.rooms[m_places[candidate.length].room_at(at)]->resource;
            times.push_back(time);
        });
    }

private:
    /// The least loaded first, level by level: the first few people mostly serve every start there is.
    DaySet assign_people(std::size_t day, DaySet wanted) {
        constexpr unsigned no_more = std::numeric_limits<unsigned>::max();
        DaySet given;
        wanted &= m_anyone_starts[day];
        for (unsigned level = 0, next = no_more; level != no_more && !wanted.none(); level = next, next = no_more)
            for (std::size_t person = 0; person < m_candidates.people.size(); ++person) {
                const unsigned load = m_load[person * day_count() + day];
                if (load == level) {
                    DaySet starts = m_person_starts[person * day_count() + day];
                    starts &= m_places[m_candidates.people[person].length].given();
                    assign(wanted, starts, person, m_who, given);
                } else if (load > level) {
                    next = std::min(next, load);
                }
            }
        return given;
    }

    StartRules m_rules;
    Candidates m_candidates;
    bool m_needs_room;
    std::vector<Places> m_places;         ///< by length
    std::vector<DaySet> m_person_starts;  ///< by person, then day
    std::vector<DaySet> m_anyone_starts;  ///< by day
    std::vector<std::uint16_t> m_load;
    Takers m_who{};
};

}  // namespace

std::vector<FreeTime> free_times(const Snapshot& snapshot, const FreeTimesQuery& query) {
    const auto rules = domain::rules_for(*query.service, snapshot.rules);
    const Window window = booking_window(*snapshot.zone, rules, query.now);
    const bool is_early = query.waived.has(Refusal::too_soon);
    const Date first = std::max(query.from, snapshot.zone->date_at(is_early ? query.now : window.earliest));
    const Date last = query.waived.has(Refusal::too_far) ? query.to : std::min(query.to, window.last_date);
    Table table{snapshot, query, first, last};
    std::vector<FreeTime> times;
    for (std::size_t day = 0; day < table.day_count(); ++day) table.append_day(day, times);
    return times;
}

std::optional<Refusal> client_limit(const Snapshot& snapshot, const FreeTimesQuery& query, Instant starts_at) {
    const Date date = snapshot.zone->date_at(starts_at);
    const StartRules rules{snapshot, query, date, date};
    for (const LimitReached& reached : rules.client_limits(0))
        if (!rules.is_waived(reached.limit)) return reached.limit;
    return std::nullopt;
}

std::expected<FreeTime, Refusal> check_start(const Snapshot& snapshot, const FreeTimesQuery& query,
                                             Instant starts_at) {
    const Date date = snapshot.zone->date_at(starts_at);
    Table table{snapshot, query, date, date};
    std::vector<FreeTime> times;
    table.append_day(0, times);
    const auto found = std::ranges::find(times, starts_at, &FreeTime::starts_at);
    if (found != times.end()) return *found;
    const auto refusal = main_refusal(explain_start(snapshot, query, starts_at));
    assert(refusal);
    return std::unexpected(*refusal);
}

}  // namespace loggia::scheduling
