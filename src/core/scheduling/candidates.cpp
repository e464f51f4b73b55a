#include "core/scheduling/candidates.h"

#include "core/domain/person.h"

#include <algorithm>

namespace loggia::scheduling {
namespace {

const Calendar* calendar_of(const std::vector<Calendar>& calendars, ResourceId resource) {
    const auto found = std::ranges::find(calendars, resource, &Calendar::resource);
    return found == calendars.end() ? nullptr : &*found;
}

std::size_t number_of(std::vector<VisitCells>& lengths, const VisitCells& length) {
    const auto found = std::ranges::find(lengths, length);
    if (found != lengths.end()) return static_cast<std::size_t>(found - lengths.begin());
    lengths.push_back(length);
    return lengths.size() - 1;
}

}  // namespace

Candidates::Candidates(const Snapshot& snapshot, const FreeTimesQuery& query) {
    const domain::Service& service = *query.service;
    for (const PersonId performer : service.performers)
        if (!query.person || query.person == performer)
            people.push_back({performer, calendar_of(snapshot.people, domain::resource_of(performer)),
                              number_of(lengths, cells_of(domain::terms_of(service, performer)))});
    if (service.needs_room)
        for (const ResourceId room : service.rooms)
            if (const Calendar* calendar = calendar_of(snapshot.rooms, room)) rooms.push_back(calendar);
    for (const auto& need : service.equipment)
        equipment.push_back({need.resource, calendar_of(snapshot.equipment, need.resource), need.units});
}

}  // namespace loggia::scheduling
