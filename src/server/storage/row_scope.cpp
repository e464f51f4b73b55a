#include "server/storage/row_scope.h"

namespace loggia::storage {

RowScope row_scope(const policy::Actor& actor, policy::Permission permission, const scheduling::Zone& zone,
                   Instant now) {
    const auto reaches = [&](const policy::Subject& subject) {
        return static_cast<bool>(policy::decide(actor, permission, subject));
    };
    RowScope scope;
    scope.all = reaches({});
    scope.me = actor.person.value_or(PersonId{});
    if (actor.person) {
        scope.own = reaches({.client = actor.person});
        scope.assigned = reaches({.assigned_staff = actor.person});
        scope.recent = reaches({.days_to_nearest_service = 0});
    }
    const Date today = zone.date_at(now);
    scope.recent_window = {zone.day(plus_days(today, -policy::recent_client_days)).from,
                           zone.day(plus_days(today, policy::recent_client_days)).to};
    return scope;
}

}  // namespace loggia::storage
