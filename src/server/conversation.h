#pragma once

#include "core/api/json.h"
#include "server/auth/random.h"
#include "server/caller.h"
#include "server/endpoints/call.h"
#include "server/http/application.h"
#include "server/services.h"
#include "server/storage/answers.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace loggia::server {

/// A request on its way through the router, and where its answer goes.
struct Incoming {
    http::Request request;
    std::vector<api::Parameter> parameters;  ///< of the path and the query
    http::Reply reply;
    std::string_view route;  ///< a literal

    void answer(http::Response response) {
        response.name_route(route);
        reply(std::move(response));
    }
    void fail(const Error& error) { answer(http::Response::failure(error)); }
};

/// An endpoint that takes several steps on several threads, as everything with a password does. The router
/// has authenticated, asked the policy and decoded; the handler answers when it is done.
template <class Request>
struct Conversation {
    Request request;
    Caller caller;
    policy::Decision decision;
    Instant now;
    Incoming incoming;
    Services& services;  ///< `services.reader` only before the first step on another thread

    /// What the endpoint functions take; `inner` may be less than the whole request.
    template <class Inner>
    [[nodiscard]] endpoints::Call<Inner> call_with(Inner inner) const {
        return {std::move(inner), caller.actor, now, auth::fill_with_random, decision};
    }
};

/// Required of every mutation but signing in and out: 16–64 letters, digits, '-' and '_', new for each
/// intent.
[[nodiscard]] Result<storage::IdempotencyKey> idempotency_key_of(const Incoming& incoming,
                                                                 const policy::Actor& actor);

}  // namespace loggia::server
