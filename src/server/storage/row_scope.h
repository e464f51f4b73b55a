#pragma once

#include "core/policy/decide.h"
#include "core/scheduling/zone.h"
#include "server/storage/database.h"

namespace loggia::storage {

/// Which bookings a permission reaches, as parameters of a WHERE. Made by asking the policy itself about a
/// record of each reach, so that rows(SQL) and filter(rows, decide) are the same. What is not a field here is
/// not stored of a booking: no booking has a support task or a team.
struct RowScope {
    bool all = false;
    bool own = false;
    bool assigned = false;
    bool recent = false;
    PersonId me;              ///< not set for a visitor
    TimeRange recent_window;  ///< services in it make a client a recent one

    [[nodiscard]] bool nothing() const { return !all && !own && !assigned && !recent; }
};

[[nodiscard]] RowScope row_scope(const policy::Actor& actor, policy::Permission permission,
                                 const scheduling::Zone& zone, Instant now);

}  // namespace loggia::storage
