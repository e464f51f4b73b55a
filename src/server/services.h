#pragma once

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/policy/permission.h"
#include "server/auth/hashing_worker.h"
#include "server/auth/passwords.h"
#include "server/auth/rate_limits.h"
#include "server/storage/store.h"
#include "server/storage/writer.h"

#include <chrono>
#include <functional>
#include <set>
#include <utility>

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

/// What was used today as far as this thread knows: who, which permission. Forgets at midnight, UTC.
class UsesToday {
public:
    [[nodiscard]] bool is_first(PersonId person, policy::Permission permission, std::chrono::sys_days today) {
        if (today != m_day) m_uses.clear();
        m_day = today;
        return m_uses.emplace(person, permission).second;
    }

private:
    std::chrono::sys_days m_day;
    std::set<std::pair<PersonId, policy::Permission>> m_uses;
};

/// One io thread's: the shared ones, and its own door to the stored businesses.
struct Services {
    SharedServices shared;
    storage::Store reader;
    UsesToday uses_today;
};

}  // namespace loggia::server
