#include "core/scheduling/cover.h"

#include "core/domain/person.h"

#include <algorithm>
#include <map>

namespace loggia::scheduling {
namespace {

Calendar* calendar_of(std::vector<Calendar>& calendars, ResourceId resource) {
    const auto found = std::ranges::find(calendars, resource, &Calendar::resource);
    return found == calendars.end() ? nullptr : &*found;
}

/// The visits given away so far, as busy times of a snapshot.
class Plan {
public:
    Plan(Snapshot snapshot, PersonId absent, Instant now, RefusalSet waived)
        : m_given_away(std::move(snapshot)),
          m_as_booked(m_given_away),
          m_absent(absent),
          m_now(now),
          m_waived(waived) {}

    Cover cover(const OpenVisit& visit) {
        leave_things(m_as_booked, visit);
        leave_things(m_given_away, visit);
        Cover cover{visit.booking, {}, {}};
        for (const PersonId colleague : visit.service->performers) {
            if (colleague == m_absent || !serves(m_as_booked, visit, colleague)) continue;
            cover.colleagues.push_back(colleague);
            const bool is_better = !cover.proposed || m_counts[colleague] < m_counts[*cover.proposed];
            if (is_better && serves(m_given_away, visit, colleague)) cover.proposed = colleague;
        }
        take_things(m_as_booked, visit, visit.claimed);
        if (cover.proposed) {
            give(visit, *cover.proposed);
        } else {
            take_things(m_given_away, visit, visit.claimed);
        }
        return cover;
    }

private:
    [[nodiscard]] std::expected<FreeTime, Refusal> serves(const Snapshot& snapshot, const OpenVisit& visit,
                                                          PersonId colleague) const {
        const Date day = snapshot.zone->date_at(visit.starts_at);
        return check_start(snapshot, {visit.service, colleague, day, day, m_now, m_waived}, visit.starts_at);
    }

    void give(const OpenVisit& visit, PersonId colleague) {
        const auto time = serves(m_given_away, visit, colleague);
        const auto terms = domain::terms_of(*visit.service, colleague);
        const CellRange cells = claimed_cells(terms, visit.starts_at);
        const TimeRange claimed{instant_of(cells.from * 300), instant_of(cells.to * 300)};
        for (const auto& need : visit.service->equipment) take(m_given_away, need, claimed);
        if (time->room) take(m_given_away, {*time->room}, claimed);
        take(m_given_away, {domain::resource_of(colleague)}, claimed);
        if (auto* person = calendar_of(m_given_away.people, domain::resource_of(colleague)))
            person->visits.push_back({visit.starts_at, terms.duration});
        ++m_counts[colleague];
    }

    static void leave_things(Snapshot& snapshot, const OpenVisit& visit) {
        for (const auto& need : visit.things)
            for (auto* calendars : {&snapshot.rooms, &snapshot.equipment})
                if (auto* calendar = calendar_of(*calendars, need.resource))
                    for (int unit = 0; unit < need.units; ++unit) erase_one(calendar->busy, visit.claimed);
    }

    static void take_things(Snapshot& snapshot, const OpenVisit& visit, TimeRange claimed) {
        for (const auto& need : visit.things) take(snapshot, need, claimed);
    }

    static void erase_one(std::vector<TimeRange>& busy, TimeRange claimed) {
        const auto own = std::ranges::find(busy, claimed);
        if (own != busy.end()) busy.erase(own);
    }

    static void take(Snapshot& snapshot, const domain::Need& need, TimeRange claimed) {
        for (auto* calendars : {&snapshot.people, &snapshot.rooms, &snapshot.equipment})
            if (auto* calendar = calendar_of(*calendars, need.resource))
                calendar->busy.insert(calendar->busy.end(), static_cast<std::size_t>(need.units), claimed);
    }

    Snapshot m_given_away;  ///< with what is proposed
    Snapshot m_as_booked;   ///< without
    PersonId m_absent;
    Instant m_now;
    RefusalSet m_waived;
    std::map<PersonId, int> m_counts;  ///< of the visits given to each
};

}  // namespace

std::vector<Cover> plan_cover(Snapshot snapshot, PersonId absent, std::span<const OpenVisit> visits, Instant now,
                              RefusalSet waived) {
    Plan plan{std::move(snapshot), absent, now, waived};
    std::vector<Cover> covers;
    covers.reserve(visits.size());
    for (const OpenVisit& visit : visits) covers.push_back(plan.cover(visit));
    return covers;
}

}  // namespace loggia::scheduling
