#pragma once

#include "core/base/id.h"
#include "core/base/time.h"
#include "server/auth/hashing_worker.h"
#include "server/auth/passwords.h"
#include "server/auth/rate_limits.h"
#include "server/storage/store.h"
#include "server/storage/writer.h"

#include <functional>

namespace loggia::server {

/// What every io thread uses and any thread may.
struct SharedServices {
    storage::Writer& writer;
    BusinessId business;
    auth::Passwords& passwords;
    auth::HashingWorker& hashing;
    auth::RateLimits& limits;
    std::function<Instant()> clock;
};

/// One io thread's: the shared ones, and its own door to the stored businesses.
struct Services {
    SharedServices shared;
    storage::Store reader;
};

}  // namespace loggia::server
