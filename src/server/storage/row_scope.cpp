#include "server/storage/row_scope.h"

#include <optional>

namespace loggia::storage {

namespace {

using policy::Reach;

/// How a reach takes in stored bookings: by which part of the scope, and a record that it takes in.
struct StoredReach {
    bool RowScope::* part;
    policy::Subject record;
};

/// Nothing where no stored booking is of that kind. Without a default, so that a new reach does not compile
/// until it is said here what it is in SQL.
std::optional<StoredReach> stored(Reach reach, std::optional<PersonId> me) {
    switch (reach) {
    case Reach::own: return StoredReach{&RowScope::own, {.client = me}};
    case Reach::assigned: return StoredReach{&RowScope::assigned, {.assigned_staff = me}};
    case Reach::recent_clients: return StoredReach{&RowScope::recent, {.days_to_nearest_service = 0}};
    case Reach::all: return StoredReach{&RowScope::all, {}};
    case Reach::none:
    case Reach::support_tasks:
    case Reach::my_teams: break;
    }
    return std::nullopt;
}

}  // namespace

RowScope row_scope(const policy::Actor& actor, policy::Permission permission, const scheduling::Zone& zone,
                   Instant now) {
    RowScope scope;
    scope.me = actor.person.value_or(PersonId{});
    for (std::size_t reach = 0; reach < policy::reach_count; ++reach)
        if (const auto kind = stored(static_cast<Reach>(reach), actor.person))
            scope.*(kind->part) = policy::decide(actor, permission, kind->record).allowed;
    const Date today = zone.date_at(now);
    scope.recent_window = {zone.day(plus_days(today, -policy::recent_client_days)).from,
                           zone.day(plus_days(today, policy::recent_client_days)).to};
    return scope;
}

}  // namespace loggia::storage
