#pragma once

#include "core/base/result.h"
#include "core/policy/decide.h"
#include "server/http/request.h"
#include "server/storage/sessions.h"
#include "server/storage/store.h"

#include <optional>

namespace loggia::server {

/// Who sent a request, as far as its cookie proves.
struct Caller {
    policy::Actor actor;
    std::optional<storage::TokenHash> token;  ///< of a session that lives
    storage::SessionRights rights;
    std::int64_t catalog_version = 0;
    bool wants_touch = false;  ///< the session should be marked as used
};

/// A visitor, unless the cookie names a session that lives.
[[nodiscard]] Result<Caller> caller_of(const storage::BusinessReader& business, const http::Request& request,
                                       Instant now);

/// Who the caller is by now, some moments after `caller_of`: with other roles, or a visitor if the session has ended.
[[nodiscard]] Result<policy::Actor> actor_now(const storage::BusinessReader& business, const Caller& caller,
                                              Instant now);

/// The policy's answer for the endpoint as a whole: unauthenticated where signing in would help, else
/// forbidden with the reason.
[[nodiscard]] Result<policy::Decision> admit(const policy::Actor& actor, policy::Permission permission);

}  // namespace loggia::server
