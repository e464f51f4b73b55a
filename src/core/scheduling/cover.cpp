#include "core/scheduling/cover.h"

#include "core/domain/person.h"

#include <algorithm>
#include <map>

namespace loggia::scheduling {
namespace {

TimeRange claimed_by(const OpenVisit& visit) {
    const CellRange cells = claimed_cells(*visit.service, visit.starts_at);
    return {instant_of(cells.from * 300), instant_of(cells.to * 300)};
}

Calendar* calendar_of(std::vector<Calendar>& calendars, ResourceId resource) {
    const auto found = std::ranges::find(calendars, resource, &Calendar::resource);
    return found == calendars.end() ? nullptr : &*found;
}

/// The visits given away so far, as busy times of a snapshot.
class Plan {
public:
    Plan(Snapshot snapshot, PersonId absent, Instant now)
        : m_snapshot(std::move(snapshot)), m_before(m_snapshot), m_absent(absent), m_now(now) {}

    Cover cover(const OpenVisit& visit) {
        leave_room(m_before, visit);
        leave_room(m_snapshot, visit);
        Cover cover{visit.booking, {}, {}};
        for (const PersonId colleague : visit.service->performers) {
            if (colleague == m_absent || !serves(m_before, visit, colleague)) continue;
            cover.colleagues.push_back(colleague);
            const bool is_better = !cover.proposed || m_given[colleague] < m_given[*cover.proposed];
            if (is_better && serves(m_snapshot, visit, colleague)) cover.proposed = colleague;
        }
        take(m_before, visit, visit.room);
        if (cover.proposed) {
            const auto time = serves(m_snapshot, visit, *cover.proposed);
            take(m_snapshot, visit, time->room);
            take(m_snapshot, visit, domain::resource_of(*cover.proposed));
            ++m_given[*cover.proposed];
        } else {
            take(m_snapshot, visit, visit.room);
        }
        return cover;
    }

private:
    std::expected<FreeTime, Refusal> serves(const Snapshot& snapshot, const OpenVisit& visit,
                                            PersonId colleague) const {
        const Date day = snapshot.zone->date_at(visit.starts_at);
        return check_start(snapshot, {visit.service, colleague, day, day, m_now}, visit.starts_at);
    }

    static void leave_room(Snapshot& snapshot, const OpenVisit& visit) {
        auto* room = visit.room ? calendar_of(snapshot.rooms, *visit.room) : nullptr;
        if (!room) return;
        const auto own = std::ranges::find(room->busy, claimed_by(visit));
        if (own != room->busy.end()) room->busy.erase(own);
    }

    static void take(Snapshot& snapshot, const OpenVisit& visit, std::optional<ResourceId> resource) {
        if (!resource) return;
        for (auto* calendars : {&snapshot.people, &snapshot.rooms})
            if (auto* calendar = calendar_of(*calendars, *resource)) calendar->busy.push_back(claimed_by(visit));
    }

    Snapshot m_snapshot;  ///< with what is proposed
    Snapshot m_before;    ///< without
    PersonId m_absent;
    Instant m_now;
    std::map<PersonId, int> m_given;
};

}  // namespace

std::vector<Cover> plan_cover(Snapshot snapshot, PersonId absent, std::span<const OpenVisit> visits, Instant now) {
    Plan plan{std::move(snapshot), absent, now};
    std::vector<Cover> covers;
    covers.reserve(visits.size());
    for (const OpenVisit& visit : visits) covers.push_back(plan.cover(visit));
    return covers;
}

}  // namespace loggia::scheduling
