#include "core/scheduling/free_times.h"

#include "core/domain/person.h"
#include "core/scheduling/start_rules.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>

namespace loggia::scheduling {
namespace {

/// Who may serve, in the order of the service. A performer without a calendar is not at work.
struct Candidate {
    PersonId person;
    const Calendar* calendar = nullptr;
};

const Calendar* calendar_of(const std::vector<Calendar>& calendars, ResourceId resource) {
    const auto found = std::ranges::find(calendars, resource, &Calendar::resource);
    return found == calendars.end() ? nullptr : &*found;
}

std::vector<Candidate> candidates(const Snapshot& snapshot, const FreeTimesQuery& query) {
    std::vector<Candidate> found;
    for (PersonId performer : query.service->performers)
        if (!query.person || query.person == performer)
            if (const Calendar* calendar = calendar_of(snapshot.people, domain::resource_of(performer)))
                found.push_back({performer, calendar});
    return found;
}

std::vector<const Calendar*> possible_rooms(const Snapshot& snapshot, const domain::Service& service) {
    std::vector<const Calendar*> found;
    if (service.needs_room)
        for (ResourceId room : service.rooms)
            if (const Calendar* calendar = calendar_of(snapshot.rooms, room)) found.push_back(calendar);
    return found;
}

/// The starts of every candidate and room on every day of a period, and which of them serve a start.
class Table {
public:
    Table(const Snapshot& snapshot, const FreeTimesQuery& query, Date from, Date to)
        : m_service(*query.service),
          m_rules(snapshot, *query.service, query.now, from, to),
          m_candidates(candidates(snapshot, query)),
          m_rooms(possible_rooms(snapshot, *query.service)),
          m_person_starts(m_candidates.size() * day_count()),
          m_anyone_starts(day_count()),
          m_room_starts(m_rooms.size() * day_count()),
          m_load(m_person_starts.size()) {
        ResourceDays answer;
        for (std::size_t person = 0; person < m_candidates.size(); ++person) {
            m_rules.ask(*m_candidates[person].calendar, WithoutHours::closed, answer);
            keep(answer, m_rules.period(), std::span{m_person_starts}.subspan(person * day_count(), day_count()));
            for (std::size_t day = 0; day < day_count(); ++day)
                m_anyone_starts[day] |= m_person_starts[person * day_count() + day];
            std::ranges::copy(answer.load, m_load.begin() + static_cast<std::ptrdiff_t>(person * day_count()));
        }
        for (std::size_t room = 0; room < m_rooms.size(); ++room) {
            m_rules.ask(*m_rooms[room], WithoutHours::open, answer);
            keep(answer, m_rules.period(), std::span{m_room_starts}.subspan(room * day_count(), day_count()));
        }
    }

    [[nodiscard]] std::size_t day_count() const { return m_rules.period().size(); }
    [[nodiscard]] const StartRules& rules() const { return m_rules; }
    [[nodiscard]] const std::vector<Candidate>& people() const { return m_candidates; }

    /// What can be booked on the day, ascending, at the end of `times`.
    void append_day(std::size_t day, std::vector<FreeTime>& times) {
        DaySet open = m_rules.period()[day].on_grid;
        open &= m_rules.period()[day].timely;
        if (m_service.needs_room) open &= assign_rooms(day, open);
        const DaySet served = assign_people(day, open);
        served.each([&](int cell) {
            const auto at = static_cast<std::size_t>(cell);
            FreeTime time{m_rules.period()[day].range.from + cell * cell_length, m_candidates[m_who[at]].person, {}};
            if (m_service.needs_room) time.room = m_rooms[m_where[at]]->resource;
            times.push_back(time);
        });
    }

private:
    static void keep(const ResourceDays& answer, const std::vector<Day>& period, std::span<DaySet> starts) {
        for (std::size_t day = 0; day < starts.size(); ++day) {
            starts[day] = answer.within_hours[day];
            starts[day].subtract(answer.blocked.day_from(period[day].first_cell));
        }
    }

    /// Gives the starts among `wanted` that nobody has been given yet to `taker`.
    static void assign(DaySet& wanted, const DaySet& starts, std::size_t taker,
                       std::array<std::uint16_t, DaySet::capacity>& takers, DaySet& given) {
        DaySet taken = wanted;
        taken &= starts;
        taken.each([&](int cell) { takers[static_cast<std::size_t>(cell)] = static_cast<std::uint16_t>(taker); });
        wanted.subtract(taken);
        given |= taken;
    }

    DaySet assign_rooms(std::size_t day, DaySet wanted) {
        DaySet given;
        for (std::size_t room = 0; room < m_rooms.size() && !wanted.none(); ++room)
            assign(wanted, m_room_starts[room * day_count() + day], room, m_where, given);
        return given;
    }

    /// The least loaded first, level by level: the first few people mostly serve every start there is.
    DaySet assign_people(std::size_t day, DaySet wanted) {
        constexpr unsigned no_more = std::numeric_limits<unsigned>::max();
        DaySet given;
        wanted &= m_anyone_starts[day];
        for (unsigned level = 0, next = no_more; level != no_more && !wanted.none(); level = next, next = no_more)
            for (std::size_t person = 0; person < m_candidates.size(); ++person) {
                const unsigned load = m_load[person * day_count() + day];
                if (load == level)
                    assign(wanted, m_person_starts[person * day_count() + day], person, m_who, given);
                else if (load > level)
                    next = std::min(next, load);
            }
        return given;
    }

    const domain::Service& m_service;
    StartRules m_rules;
    std::vector<Candidate> m_candidates;
    std::vector<const Calendar*> m_rooms;
    std::vector<DaySet> m_person_starts;  ///< by person, then day
    std::vector<DaySet> m_anyone_starts;  ///< by day
    std::vector<DaySet> m_room_starts;
    std::vector<std::uint16_t> m_load;
    std::array<std::uint16_t, DaySet::capacity> m_who{};
    std::array<std::uint16_t, DaySet::capacity> m_where{};
};

/// The first rule that stands against the start, in a table of the one day it lies in.
Refusal refusal_of(const Table& table, const FreeTimesQuery& query, Instant starts_at) {
    const Day& day = table.rules().period().front();
    const int cell = day.cell_of(starts_at);
    const Window& window = table.rules().window();
    if (starts_at < window.earliest) return Refusal::too_soon;
    if (day.date > day_of(window.last_date)) return Refusal::too_far;
    if (!day.on_grid.test(cell) || day.range.from + cell * cell_length != starts_at) return Refusal::off_grid;
    const auto& performers = query.service->performers;
    if (performers.empty() || (query.person && std::ranges::find(performers, *query.person) == performers.end()))
        return Refusal::does_not_perform;

    bool is_anyone_working = false;
    bool is_anyone_free = false;
    ResourceDays answer;
    for (const Candidate& candidate : table.people()) {
        table.rules().ask(*candidate.calendar, WithoutHours::closed, answer);
        const bool is_working = answer.within_hours.front().test(cell);
        is_anyone_working = is_anyone_working || is_working;
        is_anyone_free = is_anyone_free || (is_working && !answer.blocked.day_from(0).test(cell));
    }
    return is_anyone_free ? Refusal::no_room : is_anyone_working ? Refusal::person_busy : Refusal::not_working;
}

}  // namespace

std::vector<FreeTime> free_times(const Snapshot& snapshot, const FreeTimesQuery& query) {
    const Window window = booking_window(snapshot, query.now);
    const Date first = std::max(query.from, snapshot.zone->date_at(window.earliest));
    const Date last = std::min(query.to, window.last_date);
    Table table{snapshot, query, first, last};
    std::vector<FreeTime> times;
    for (std::size_t day = 0; day < table.day_count(); ++day) table.append_day(day, times);
    return times;
}

std::expected<FreeTime, Refusal> check_start(const Snapshot& snapshot, const FreeTimesQuery& query,
                                             Instant starts_at) {
    const Date date = snapshot.zone->date_at(starts_at);
    Table table{snapshot, query, date, date};
    std::vector<FreeTime> times;
    table.append_day(0, times);
    const auto found = std::ranges::find(times, starts_at, &FreeTime::starts_at);
    if (found != times.end()) return *found;

    return std::unexpected(refusal_of(table, query, starts_at));
}

std::string_view explain(Refusal refusal) {
    switch (refusal) {
    case Refusal::too_soon: return "This time is too soon to be booked online. Please choose a later one.";
    case Refusal::too_far: return "This day cannot be booked yet. Please choose an earlier one.";
    case Refusal::off_grid: return "Visits do not start at this time. Please choose one of the times shown.";
    case Refusal::does_not_perform: return "This person does not offer this service. Please choose another person.";
    case Refusal::not_working: return "Nobody works for this service at this time. Please choose another time.";
    case Refusal::person_busy: return "This time has just been taken. Please choose another time.";
    case Refusal::no_room: return "No room is free at this time. Please choose another time.";
    }
    return {};
}

}  // namespace loggia::scheduling
