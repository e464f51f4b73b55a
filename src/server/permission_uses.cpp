#include "server/permission_uses.h"

#include "server/storage/catalog.h"
#include "server/storage/team.h"

namespace loggia::server {

void note_use(Services& services, const policy::Actor& actor, policy::Permission permission) {
    if (!policy::works_here(actor)) return;
    const Instant now = services.shared.clock();
    if (!services.uses_today.is_first(*actor.person, permission, std::chrono::floor<days>(now))) return;
    services.shared.writer.submit(
        services.shared.business,
        [actor, permission, now](storage::BusinessWriter& business) {
            return record_use(business, actor, permission, now);
        },
        [](const Result<bool>&) {});
}

Result<bool> record_use(storage::BusinessWriter& business, const policy::Actor& actor, policy::Permission permission,
                        Instant now) {
    if (!policy::works_here(actor)) return false;
    const auto catalog = TRY(business.catalog());
    TRY(storage::record_permission_use(business, *actor.person, permission, catalog->today(now)));
    return true;
}

}  // namespace loggia::server
