#pragma once

#include "core/policy/decide.h"
#include "server/services.h"

/// That somebody who works here used a permission today is stored, so that rights which nobody needs can be found.
namespace loggia::server {

/// From a reader: stored by and by, at most once a day for each thread. Nothing waits for it.
void note_use(Services& services, const policy::Actor& actor, policy::Permission permission);

/// With what a writer does.
Result<bool> record_use(storage::BusinessWriter& business, const policy::Actor& actor, policy::Permission permission,
                        Instant now);

}  // namespace loggia::server
