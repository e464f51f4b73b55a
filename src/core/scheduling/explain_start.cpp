#include "core/scheduling/explain_start.h"

#include "core/base/civil.h"
#include "core/domain/person.h"
#include "core/scheduling/candidates.h"
#include "core/scheduling/refusal_rows.h"
#include "core/scheduling/start_rules.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace loggia::scheduling {
namespace {

bool is_about_rooms(Refusal rule) {
    return rule == Refusal::no_room || rule == Refusal::room_not_open || rule == Refusal::room_busy;
}

/// Asks each rule by itself what it says to one start.
class Inquiry {
public:
    Inquiry(const Snapshot& snapshot, const FreeTimesQuery& query, Instant starts_at)
        : m_snapshot(snapshot),
          m_query(query),
          m_starts_at(starts_at),
          m_date(snapshot.zone->date_at(starts_at)),
          m_rules(snapshot, query, m_date, m_date),
          m_candidates(snapshot, query),
          m_day(m_rules.period().front()),
          m_cell(m_day.cell_of(starts_at)) {}

    StartExplanation answer() {
        ask_time();
        ask_client();
        for (const Candidate& candidate : m_candidates.people) m_answer.performers.push_back(candidate.person);
        if (m_candidates.people.empty()) {
            Obstacle obstacle{.rule = Refusal::does_not_perform};
            if (m_query.person) obstacle.resource = domain::resource_of(*m_query.person);
            add(std::move(obstacle));
        }
        for (std::size_t length = 0; length < m_candidates.lengths.size(); ++length)
            for (const auto& performer : performers_with(length)) {
                m_performer = performer;
                ask_location(m_candidates.lengths[length]);
                ask_rooms(m_candidates.lengths[length]);
                ask_equipment(m_candidates.lengths[length]);
            }
        for (const Candidate& candidate : m_candidates.people) {
            m_performer = candidate.person;
            ask_person(candidate);
        }
        return std::move(m_answer);
    }

private:
    /// Nobody in particular where all visits take as long.
    [[nodiscard]] std::vector<std::optional<PersonId>> performers_with(std::size_t length) const {
        if (m_candidates.lengths.size() == 1) return {std::nullopt};
        std::vector<std::optional<PersonId>> found;
        for (const Candidate& candidate : m_candidates.people)
            if (candidate.length == length) found.emplace_back(candidate.person);
        return found;
    }

    void add(Obstacle obstacle) {
        if (m_rules.is_waived(obstacle.rule)) return;
        obstacle.performer = m_performer;
        m_answer.obstacles.push_back(std::move(obstacle));
    }

    void ask_time() {
        const Zone& zone = *m_snapshot.zone;
        const auto& [earliest, last_date] = m_rules.window();
        if (m_starts_at < m_query.now) add({.rule = Refusal::past});
        if (m_starts_at < earliest) add({.rule = Refusal::too_soon, .until = earliest});
        if (day_of(m_date) > day_of(last_date)) add({.rule = Refusal::too_far, .since = zone.day(last_date).to});
        if (const auto& cut_off = m_rules.booking_rules().cut_off) {
            const Instant closes = closes_at(zone, *cut_off, m_date);
            if (closes <= m_query.now) add({.rule = Refusal::cut_off, .since = closes});
        }
        // Where the grid is waived a start still lies on a cell.
        if (m_day.instant_of(m_cell) != m_starts_at)
            m_answer.obstacles.push_back({.rule = Refusal::off_grid, .limit = minutes{cell_length}.count()});
        else if (!m_day.on_grid.test(m_cell))
            add({.rule = Refusal::off_grid, .limit = m_rules.booking_rules().start_grid.count()});
    }

    void ask_client() {
        for (const auto& [limit, most] : m_rules.client_limits(0)) add({.rule = limit, .limit = most});
    }

    void ask_location(const VisitCells& visit) {
        if (!m_snapshot.opening.empty()) add_gaps(OpenHours{m_snapshot.opening}, visit, {.rule = Refusal::not_open});
        for (const auto& closure : m_snapshot.closures)
            for (const TimeRange& range : m_rules.closed_ranges(closure, visit))
                if (m_rules.starts_meeting(range, visit).contains(m_cell))
                    add({.rule = Refusal::closure,
                         .since = range.from,
                         .until = range.to,
                         .closure = closure.id,
                         .closure_name = closure.name});
    }

    void ask_person(const Candidate& candidate) {
        const ResourceId resource = domain::resource_of(candidate.person);
        if (candidate.calendar == nullptr) {
            // Where nobody can be at work, nothing is waived.
            m_answer.obstacles.push_back({.rule = Refusal::not_working,
                                          .performer = m_performer,
                                          .resource = resource,
                                          .since = m_day.range.from,
                                          .until = m_day.range.to});
            return;
        }
        const Calendar& calendar = *candidate.calendar;
        const VisitCells& visit = m_candidates.lengths[candidate.length];
        add_gaps(OpenHours{calendar.hours, calendar.other_hours}, visit,
                 {.rule = Refusal::not_working, .resource = resource});
        add_leave(calendar, visit);
        for (const auto& [limit, most] : m_rules.person_limits(calendar, visit, 0))
            add({.rule = limit, .resource = resource, .limit = most});
        add_busy(calendar, visit, 1, Refusal::person_busy);
    }

    void ask_rooms(const VisitCells& visit) {
        if (!m_query.service->needs_room) return;
        const std::size_t before = m_answer.obstacles.size();
        if (m_candidates.rooms.empty()) add({.rule = Refusal::no_room});
        for (const Calendar* room : m_candidates.rooms) {
            const std::size_t before_room = m_answer.obstacles.size();
            const OpenHours hours{room->hours, room->other_hours};
            if (!hours.none()) add_gaps(hours, visit, {.rule = Refusal::room_not_open, .resource = room->resource});
            add_busy(*room, visit, 1, Refusal::room_busy);
            if (m_answer.obstacles.size() > before_room) continue;
            m_answer.obstacles.resize(before);  // one that is free is enough
            return;
        }
    }

    void ask_equipment(const VisitCells& visit) {
        for (const Needed& need : m_candidates.equipment) {
            if (need.calendar == nullptr)
                add({.rule = Refusal::equipment_busy, .resource = need.equipment});
            else
                add_busy(*need.calendar, visit, need.units, Refusal::equipment_busy);
        }
    }

    /// Every closed stretch within the visit.
    void add_gaps(const OpenHours& hours, const VisitCells& visit, const Obstacle& obstacle) {
        std::vector<Stretch> open;
        hours.on(*m_snapshot.zone, m_day, visit.visit, open);
        const int end = m_cell + visit.visit;
        const int last = std::max(end, m_day.end_cell - m_day.first_cell);
        int closed_from = 0;
        const auto add_until = [&](int opens) {
            if (closed_from >= opens || closed_from >= end || opens <= m_cell) return;
            Obstacle gap = obstacle;
            gap.since = m_day.instant_of(closed_from);
            gap.until = m_day.instant_of(opens);
            add(std::move(gap));
        };
        for (const Stretch& stretch : open) {
            add_until(stretch.from);
            closed_from = std::max(closed_from, stretch.to);
        }
        add_until(last);
    }

    void add_leave(const Calendar& calendar, const VisitCells& visit) {
        for (const auto& leave : calendar.leave)
            if (leave.status == domain::LeaveStatus::approved &&
                m_rules.starts_meeting(leave.range, visit).contains(m_cell))
                add({.rule = Refusal::on_leave,
                     .resource = calendar.resource,
                     .since = leave.range.from,
                     .until = leave.range.to,
                     .leave = leave.id});
    }

    /// Of what is there once every claim that is touched; of what is there several times where it is full.
    void add_busy(const Calendar& calendar, const VisitCells& visit, int units, Refusal rule) {
        if (units > calendar.capacity) {
            add({.rule = rule, .resource = calendar.resource, .limit = calendar.capacity});
            return;
        }
        if (calendar.capacity > 1) {
            for (const Stretch& full : m_rules.full_stretches(calendar, visit, units))
                if (Stretch{full.from - visit.after + 1, full.to + visit.before}.contains(m_cell))
                    add({.rule = rule,
                         .resource = calendar.resource,
                         .since = m_day.instant_of(full.from),
                         .until = m_day.instant_of(full.to)});
            return;
        }
        for (std::size_t i = 0; i < calendar.busy.size(); ++i)
            if (m_rules.starts_claiming(calendar.busy[i], visit).contains(m_cell)) {
                Obstacle obstacle{.rule = rule,
                                  .resource = calendar.resource,
                                  .since = calendar.busy[i].from,
                                  .until = calendar.busy[i].to};
                if (i < calendar.taken_by.size()) obstacle.booking = calendar.taken_by[i];
                add(std::move(obstacle));
            }
    }

    const Snapshot& m_snapshot;
    const FreeTimesQuery& m_query;
    Instant m_starts_at;
    Date m_date;
    StartRules m_rules;
    Candidates m_candidates;
    const Day& m_day;
    int m_cell;
    std::optional<PersonId> m_performer;
    StartExplanation m_answer;
};

/// The room that comes nearest: the one whose first obstacle is the latest of the rules.
std::optional<ResourceId> nearest_room(const std::vector<Obstacle>& obstacles) {
    std::optional<ResourceId> nearest;
    Refusal reached{};
    for (const Obstacle& first : obstacles) {
        if (!is_about_rooms(first.rule) || !first.resource || first.resource == nearest) continue;
        Refusal rule = first.rule;
        for (const Obstacle& other : obstacles)
            if (other.resource == first.resource && is_about_rooms(other.rule)) rule = std::min(rule, other.rule);
        if (nearest && rule <= reached) continue;
        nearest = first.resource;
        reached = rule;
    }
    return nearest;
}

void replace(std::string& text, std::string_view placeholder, const std::string& by) {
    if (const std::size_t at = text.find(placeholder); at != std::string::npos)
        text.replace(at, placeholder.size(), by);
}

}  // namespace

StartExplanation explain_start(const Snapshot& snapshot, const FreeTimesQuery& query, Instant starts_at) {
    return Inquiry{snapshot, query, starts_at}.answer();
}

std::vector<Obstacle> in_the_way_of(const StartExplanation& explanation, PersonId performer) {
    std::vector<Obstacle> found;
    for (const Obstacle& obstacle : explanation.obstacles)
        if (!obstacle.performer || obstacle.performer == performer) found.push_back(obstacle);
    const auto room = nearest_room(found);
    std::erase_if(
        found, [&](const Obstacle& obstacle) { return is_about_rooms(obstacle.rule) && obstacle.resource != room; });
    return found;
}

std::optional<Refusal> main_refusal(const StartExplanation& explanation) {
    const auto first = [](const std::vector<Obstacle>& obstacles) {
        const auto least = std::ranges::min_element(obstacles, {}, &Obstacle::rule);
        return least == obstacles.end() ? std::nullopt : std::optional{least->rule};
    };
    if (explanation.performers.empty()) return first(explanation.obstacles);
    std::optional<Refusal> furthest;
    for (const PersonId performer : explanation.performers) {
        const auto reached = first(in_the_way_of(explanation, performer));
        if (!reached) return std::nullopt;
        furthest = furthest ? std::max(*furthest, *reached) : reached;
    }
    return furthest;
}

std::string describe(const Obstacle& obstacle, const Zone& zone,
                     const std::function<std::string(ResourceId)>& name_of_resource) {
    const auto wall = [&](const std::optional<Instant>& moment) {
        return moment ? short_date_text(zone.date_at(*moment)) + ", " + clock_text(zone.to_civil(*moment))
                      : std::string{"always"};
    };
    std::string text{row_of(obstacle.rule).to_staff};
    replace(text, "{since}", wall(obstacle.since));
    replace(text, "{until}", wall(obstacle.until));
    replace(text, "{limit}", std::to_string(obstacle.limit));
    replace(text, "{who}", obstacle.resource ? name_of_resource(*obstacle.resource) : obstacle.closure_name);
    return text;
}

}  // namespace loggia::scheduling
