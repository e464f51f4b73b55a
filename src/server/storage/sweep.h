#pragma once

#include "server/storage/store.h"

namespace loggia::storage {

/// Releases expired holds and lets go of what is no longer needed: sessions that ended, answers and changes
/// that are old, holds that came to nothing a day ago. A job for the writer, every few seconds. The number of
/// holds it released.
Result<std::int64_t> sweep(BusinessWriter& business, Instant now);

}  // namespace loggia::storage
