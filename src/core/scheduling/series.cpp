#include "core/scheduling/series.h"

#include "core/domain/person.h"
#include "core/scheduling/series_book.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace loggia::scheduling {
namespace {

class Planner {
public:
    Planner(const Snapshot& snapshot, const SeriesQuery& query, std::span<const Instant> starts)
        : m_snapshot(snapshot),
          m_query(query),
          m_zone(*snapshot.zone),
          m_book(snapshot, *query.service, starts, nearest_days) {
        for (const Instant start : starts) {
            m_plan.visits.push_back({.starts_at = start});
            m_days.push_back(m_zone.day(m_zone.date_at(start)));
        }
    }

    SeriesPlan plan() {
        m_plan.person = m_query.person ? m_query.person : whom_to_keep();
        for (PlannedVisit& visit : m_plan.visits) take_own_time(visit);
        for (PlannedVisit& visit : m_plan.visits) propose_another_time(visit);
        for (PlannedVisit& visit : m_plan.visits) list_alternatives(visit);
        return std::move(m_plan);
    }

private:
    [[nodiscard]] FreeTimesQuery asking(std::optional<PersonId> person, Date from, Date to) const {
        return {m_query.service, person, from, to, m_query.now, m_query.waived};
    }

    [[nodiscard]] std::expected<FreeTime, Refusal> check(std::optional<PersonId> person, Instant starts_at) const {
        const Date day = m_zone.date_at(starts_at);
        return check_start(m_book.around(starts_at), asking(person, day, day), starts_at);
    }

    // ---- whom to keep

    [[nodiscard]] std::optional<PersonId> whom_to_keep() {
        std::optional<PersonId> best;
        std::size_t most = 0;
        for (const PersonId performer : by_claims()) {
            const std::size_t count = possible_with(performer, most);
            if (count <= most) continue;
            best = performer;
            most = count;
        }
        return best;
    }

    /// Performers, those with the fewest claims that touch a day of the series first.
    [[nodiscard]] std::vector<PersonId> by_claims() const {
        std::vector<std::pair<std::ptrdiff_t, PersonId>> counted;
        for (const PersonId performer : m_query.service->performers) {
            const auto resource = domain::resource_of(performer);
            const auto person = std::ranges::find(m_snapshot.people, resource, &Calendar::resource);
            const auto is_on_a_day = [&](const TimeRange& busy) {
                return std::ranges::any_of(m_days, [&](const TimeRange& day) { return day.overlaps(busy); });
            };
            if (person != m_snapshot.people.end())
                counted.emplace_back(std::ranges::count_if(person->busy, is_on_a_day), performer);
        }
        std::ranges::stable_sort(counted, {}, [](const auto& each) { return each.first; });
        std::vector<PersonId> performers;
        for (const auto& [claims, performer] : counted) performers.push_back(performer);
        return performers;
    }

    /// How much of the series they could serve alone, its own visits counted; less where it cannot be more than
    /// `enough`.
    [[nodiscard]] std::size_t possible_with(PersonId performer, std::size_t enough) {
        std::vector<FreeTime> served;
        std::size_t left = m_plan.visits.size();
        for (const PlannedVisit& visit : m_plan.visits) {
            if (served.size() + left-- <= enough) break;
            const auto time = check(performer, visit.starts_at);
            if (!time) continue;
            m_book.add(*time);
            served.push_back(*time);
        }
        for (const FreeTime& time : served) m_book.remove(time);
        return served.size();
    }

    // ---- what to propose

    void propose(PlannedVisit& visit, const FreeTime& time) {
        visit.proposed = time;
        m_book.add(time);
    }

    void take_own_time(PlannedVisit& visit) {
        const auto kept = check(m_plan.person, visit.starts_at);
        const auto time = kept || m_query.person ? kept : check({}, visit.starts_at);
        if (time) {
            propose(visit, *time);
            return;
        }
        const Date day = m_zone.date_at(visit.starts_at);
        visit.refusal = time.error();
        visit.explanation =
            explain_start(m_book.around(visit.starts_at), asking(m_query.person, day, day), visit.starts_at);
    }

    void propose_another_time(PlannedVisit& visit) {
        if (visit.proposed || m_query.alternatives <= 0) return;
        const auto times = nearest(visit.starts_at, 1);
        if (!times.empty()) propose(visit, times.front());
    }

    /// Once everything has been proposed: what is offered besides must not take from what came later.
    void list_alternatives(PlannedVisit& visit) {
        if (!visit.refusal || !visit.proposed) return;
        m_book.remove(*visit.proposed);
        visit.alternatives = {*visit.proposed};
        for (const FreeTime& time : nearest(visit.starts_at, m_query.alternatives))
            if (time.starts_at != visit.proposed->starts_at && std::ssize(visit.alternatives) < m_query.alternatives)
                visit.alternatives.push_back(time);
        m_book.add(*visit.proposed);
    }

    // ---- what is near

    [[nodiscard]] std::vector<FreeTime> nearest(Instant asked_for, int most) const {
        const auto day = day_of(m_zone.date_at(asked_for));
        const auto question = asking(m_query.person, date_of(day - nearest_days), date_of(day + nearest_days));
        const Snapshot& around = m_book.around(asked_for);
        auto times = free_times(around, question);
        if (!m_query.person && m_plan.person) prefer_kept_person(times, around, question);
        const auto count = std::min(static_cast<std::ptrdiff_t>(most), std::ssize(times));
        std::ranges::partial_sort(times, times.begin() + count, {},
                                  [&](const FreeTime& time) { return distance(asked_for, time.starts_at); });
        times.resize(static_cast<std::size_t>(count));
        return times;
    }

    void prefer_kept_person(std::vector<FreeTime>& times, const Snapshot& around, FreeTimesQuery question) const {
        question.person = m_plan.person;
        auto time = times.begin();
        for (const FreeTime& kept : free_times(around, question)) {
            time = std::ranges::lower_bound(time, times.end(), kept.starts_at, {}, &FreeTime::starts_at);
            *time = kept;
        }
    }

    /// In days, then by the clock on the wall, then the earlier.
    [[nodiscard]] std::tuple<days, seconds, Instant> distance(Instant asked_for, Instant starts_at) const {
        const auto away = [](auto one, auto other) { return one < other ? other - one : one - other; };
        const CivilTime asked = m_zone.to_civil(asked_for);
        const CivilTime shown = m_zone.to_civil(starts_at);
        const auto asked_day = std::chrono::floor<days>(asked);
        const auto day = std::chrono::floor<days>(shown);
        return {away(asked_day, day), away(asked - asked_day, shown - day), starts_at};
    }

    const Snapshot& m_snapshot;
    const SeriesQuery& m_query;
    const Zone& m_zone;
    SeriesBook m_book;
    std::vector<TimeRange> m_days;  ///< of the visits
    SeriesPlan m_plan;
};

}  // namespace

SeriesPlan plan_series(const Snapshot& snapshot, const SeriesQuery& query, std::span<const Instant> starts) {
    return Planner{snapshot, query, starts}.plan();
}

}  // namespace loggia::scheduling
