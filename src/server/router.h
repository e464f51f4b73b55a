#pragma once

#include "core/api/endpoints.h"
#include "server/conversation.h"
#include "server/endpoints/answer_once.h"
#include "server/endpoints/call.h"
#include "server/permission_uses.h"

#include <concepts>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Which function answers which row of core/api/endpoints.h, checked at compile time: every row has one
/// handler, of the row's types. `dispatch` is the only place that authenticates, asks the policy, decodes and
/// encodes.
///
///   router.mount(serve<"list_services">(endpoints::list_services),
///   serve<"create_hold">(endpoints::create_hold), …);
namespace loggia::server {

template <class Handler, class Row>
concept Reads = requires(const Handler& handler, const endpoints::Call<typename Row::Request>& call,
                         const storage::BusinessReader& business) {
    { handler(call, business) } -> std::same_as<Result<typename Row::Response>>;
};

template <class Handler, class Row>
concept Writes =
    !Reads<Handler, Row> && requires(const Handler& handler, const endpoints::Call<typename Row::Request>& call,
                                     storage::BusinessWriter& business) {
        { handler(call, business) } -> std::same_as<Result<typename Row::Response>>;
    };

template <class Handler, class Row>
concept Converses = requires(const Handler& handler, Conversation<typename Row::Request> conversation) {
    { handler(std::move(conversation)) } -> std::same_as<void>;
};

/// The brake of an endpoint, per client address.
using Brake = auth::TokenBuckets auth::RateLimits::*;

template <class Row_, class Handler_>
struct Served {
    using Row = Row_;
    using Handler = Handler_;
    Handler handler;
    Brake brake = nullptr;
};

/// `handler` answers the endpoint; at most as often as `brake` allows an address.
template <api::Name name, class Handler>
[[nodiscard]] auto serve(Handler handler, Brake brake = nullptr) {
    using Row = api::Endpoints::Find<name>;
    static_assert(Reads<Handler, Row> || Writes<Handler, Row> || Converses<Handler, Row>,
                  "the handler does not take the request, or does not give the response, of this endpoint's row");
    static_assert((Row::method == api::Method::GET) == Reads<Handler, Row>,
                  "a GET endpoint is answered by a reader, a POST endpoint by a writer or a conversation");
    return Served<Row, Handler>{handler, brake};
}

class Router {
public:
    template <class... Each>
    void mount(Each... served) {
        static_assert(every_row_once<Each...>(), "every endpoint needs exactly one handler");
        (add<typename Each::Row>(std::move(served.handler), served.brake), ...);
    }

    /// Whether the router, and not the portal, answers this path.
    [[nodiscard]] static bool owns(std::string_view path) { return path == "/api" || path.starts_with("/api/"); }

    /// On an io thread. Answers in any case.
    void dispatch(http::Request request, http::Reply reply, Services& services) const;

private:
    struct Route {
        std::string_view name;
        api::Method method;
        std::vector<std::string_view> pattern;  ///< segments; "{field}" is a placeholder
        Brake brake;
        std::function<void(Incoming, Services&)> run;
    };

    /// What the policy lets through, ready for its handler.
    struct Admitted {
        Caller caller;
        policy::Decision decision;
    };

    template <class... Each>
    static consteval bool every_row_once() {
        std::size_t rows_with_one = 0;
        api::Endpoints::each([&]<class Row>() {
            rows_with_one += ((std::same_as<Row, typename Each::Row> ? 1 : 0) + ... + 0) == 1 ? 1 : 0;
        });
        return rows_with_one == api::Endpoints::size && sizeof...(Each) == api::Endpoints::size;
    }

    template <class Row, class Handler>
    void add(Handler handler, Brake brake) {
        add_route(Row::name, Row::method, Row::path, brake, [handler](Incoming incoming, Services& services) {
            if constexpr (Reads<Handler, Row>)
                read<Row>(handler, std::move(incoming), services);
            else if constexpr (Writes<Handler, Row>)
                write<Row>(handler, std::move(incoming), services);
            else
                converse<Row>(handler, std::move(incoming), services);
        });
    }

    template <class Row, class Handler>
    static void read(const Handler& handler, Incoming incoming, Services& services);
    template <class Row, class Handler>
    static void write(const Handler& handler, Incoming incoming, Services& services);
    template <class Row, class Handler>
    static void converse(const Handler& handler, Incoming incoming, Services& services);

    void add_route(std::string_view name, api::Method method, std::string_view path, Brake brake,
                   std::function<void(Incoming, Services&)> run);
    [[nodiscard]] static bool matches(const Route& route, std::string_view path,
                                      std::vector<api::Parameter>& parameters);
    [[nodiscard]] static Result<Admitted> admitted(const storage::BusinessReader& business, const Incoming& incoming,
                                                   policy::Permission needs, Services& services);
    [[nodiscard]] static Result<Admitted> admitted_in_own_read(const Incoming& incoming, policy::Permission needs,
                                                               Services& services);
    static void answer_json(Incoming& incoming, Result<std::string> json);

    std::vector<Route> m_routes;
};

// ---- inline
// -----------------------------------------------------------------------------------------------------

template <class Row, class Handler>
void Router::read(const Handler& handler, Incoming incoming, Services& services) {
    auto json = services.reader.read(
        services.shared.business, [&](const storage::BusinessReader& business) -> Result<std::string> {
            auto [caller, decision] = TRY(admitted(business, incoming, Row::needs, services));
            auto request = TRY(api::decode_request<typename Row::Request>({}, incoming.parameters));
            const endpoints::Call<typename Row::Request> call{
                std::move(request), std::move(caller.actor), services.shared.clock(), {}, decision};
            const auto response = TRY(handler(call, business));
            note_use(services, call.actor, Row::needs);
            return api::encode(response);
        });
    answer_json(incoming, std::move(json));
}

template <class Row, class Handler>
void Router::write(const Handler& handler, Incoming incoming, Services& services) {
    using Request = typename Row::Request;
    struct Prepared {
        Caller caller;
        endpoints::Call<Request> call;
        storage::IdempotencyKey key;
    };
    auto prepared = [&]() -> Result<Prepared> {
        auto [caller, decision] = TRY(admitted_in_own_read(incoming, Row::needs, services));
        auto key = TRY(idempotency_key_of(incoming, caller.actor));
        auto request = TRY(api::decode_request<Request>(incoming.request.body, incoming.parameters));
        endpoints::Call<Request> call{std::move(request), caller.actor, services.shared.clock(),
                                      auth::fill_with_random, decision};
        return Prepared{std::move(caller), std::move(call), std::move(key)};
    }();
    if (!prepared) return incoming.fail(prepared.error());
    services.shared.writer.submit(
        services.shared.business,
        [handler,
         prepared = *std::move(prepared)](storage::BusinessWriter& business) mutable -> Result<storage::Answer> {
            auto& call = prepared.call;
            call.actor = TRY(actor_now(business, prepared.caller, call.now));
            call.decision = TRY(admit(call.actor, Row::needs));
            auto answer = TRY(endpoints::answer_once(
                business, prepared.key, call.now, [&](auto& same_business) { return handler(call, same_business); }));
            TRY(record_use(business, call.actor, Row::needs, call.now));
            return answer;
        },
        [incoming = std::move(incoming)](Result<storage::Answer> answer) mutable {
            if (!answer) return incoming.fail(answer.error());
            incoming.answer(http::Response::json(answer->status, std::move(answer->json)));
        });
}

template <class Row, class Handler>
void Router::converse(const Handler& handler, Incoming incoming, Services& services) {
    auto admission = admitted_in_own_read(incoming, Row::needs, services);
    if (!admission) return incoming.fail(admission.error());
    auto request = api::decode_request<typename Row::Request>(incoming.request.body, incoming.parameters);
    if (!request) return incoming.fail(request.error());
    handler(Conversation<typename Row::Request>{*std::move(request), std::move(admission->caller),
                                                admission->decision, services.shared.clock(), std::move(incoming),
                                                services});
}

}  // namespace loggia::server
