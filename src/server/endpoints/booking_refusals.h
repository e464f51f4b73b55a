#pragma once

#include "core/booking/operation.h"

#include "core/base/result.h"
#include "core/policy/decide.h"
#include "server/storage/catalog.h"

namespace loggia::endpoints {

/// What somebody hears who cannot do this with this booking: forbidden with the policy's reason, else conflict.
[[nodiscard]] Error refusal_of(booking::Operation operation, const booking::Facts& facts,
                               const booking::Refusal& refusal, const policy::Actor& actor,
                               const storage::Catalog& catalog);

}  // namespace loggia::endpoints
