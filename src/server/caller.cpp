#include "server/caller.h"

#include "server/auth/session_cookie.h"
#include "server/storage/catalog.h"
#include "server/storage/digest.h"

namespace loggia::server {

Result<Caller> caller_of(const storage::BusinessReader& business, const http::Request& request, Instant now) {
    const auto catalog = TRY(business.catalog());
    const auto transport = request.is_local() ? auth::Transport::local : auth::Transport::tls;
    if (const auto token = auth::session_token_in(request.cookie, transport)) {
        storage::TokenHash hash{storage::hash_of_secret(*token)};
        if (auto session = TRY(storage::find_session(business, hash, now)))
            return Caller{std::move(session->actor), std::move(hash), session->rights, catalog->version,
                          session->wants_touch(now)};
    }
    return Caller{storage::visitor_of(*catalog), {}, {}, catalog->version};
}

Result<policy::Actor> actor_now(const storage::BusinessReader& business, const Caller& caller, Instant now) {
    const auto catalog = TRY(business.catalog());
    if (!caller.token) return storage::visitor_of(*catalog);
    const auto rights = TRY(storage::rights_of(business, *caller.token));
    if (rights == caller.rights && catalog->version == caller.catalog_version) return caller.actor;
    auto session = TRY(storage::find_session(business, *caller.token, now));
    return session ? std::move(session->actor) : storage::visitor_of(*catalog);
}

Result<policy::Decision> admit(const policy::Actor& actor, policy::Permission permission) {
    policy::Decision decision = policy::decide_any(actor, permission);
    if (decision) return decision;
    const bool signing_in_helps = !actor.person && decision.reason.kind == policy::ReasonKind::sign_in_first;
    return fail(signing_in_helps ? ErrorCode::unauthenticated : ErrorCode::forbidden,
                policy::explain(decision, actor));
}

}  // namespace loggia::server
