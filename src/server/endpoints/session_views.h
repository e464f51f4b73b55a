#pragma once

#include "core/api/messages.h"
#include "core/policy/decide.h"
#include "server/storage/store.h"

namespace loggia::endpoints {

/// Who the caller is, for the caller.
[[nodiscard]] Result<api::SessionView> view_session(const storage::BusinessReader& business,
                                                    const policy::Actor& actor);

}  // namespace loggia::endpoints
