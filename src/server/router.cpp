#include "server/router.h"

#include "server/http/address_limits.h"
#include "server/path_pattern.h"

#include <algorithm>

namespace loggia::server {

namespace {

constexpr std::size_t shortest_key = 16;
constexpr std::size_t longest_key = 64;

bool has_form_of_key(std::string_view key) {
    return key.size() >= shortest_key && key.size() <= longest_key && std::ranges::all_of(key, [](char letter) {
               return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                      (letter >= '0' && letter <= '9') || letter == '-' || letter == '_';
           });
}

http::Response not_allowed(api::Method only) {
    const bool reads = only == api::Method::GET;
    http::Response response = http::Response::json(
        405, api::encode(
                 api::ErrorView{"invalid_input", reads ? "Only GET is used here." : "Only POST is used here.", {}}));
    response.add_header("Allow", reads ? "GET, HEAD" : "POST");
    return response;
}

}  // namespace

Result<storage::IdempotencyKey> idempotency_key_of(const Incoming& incoming, const policy::Actor& actor) {
    if (!has_form_of_key(incoming.request.idempotency_key))
        return fail(ErrorCode::invalid_input,
                    "Send an Idempotency-Key of 16 to 64 letters, digits, - and _, new for each intent.",
                    "idempotency-key");
    return storage::IdempotencyKey::make(actor.person, incoming.request.idempotency_key, incoming.route,
                                         incoming.request.path + '\n' + incoming.request.body);
}

void Router::add_route(std::string_view name, api::Method method, std::string_view path, Brake brake,
                       std::function<void(Incoming, Services&)> run) {
    m_routes.push_back({name, method, segments_of(path), brake, std::move(run)});
}

bool Router::matches(const Route& route, std::string_view path, std::vector<api::Parameter>& parameters) {
    const auto segments = segments_of(path);
    if (!fits(route.pattern, segments)) return false;
    for (std::size_t index = 0; index < segments.size(); ++index) {
        const std::string_view name = route.pattern[index];
        if (is_placeholder(name))
            parameters.push_back({std::string(name.substr(1, name.size() - 2)), std::string(segments[index])});
    }
    return true;
}

void Router::dispatch(http::Request request, http::Reply reply, Services& services) const {
    const bool is_post = request.method == http::Method::post;
    std::vector<api::Parameter> parameters;
    const Route* other_method = nullptr;
    for (const Route& route : m_routes) {
        if (!matches(route, request.path, parameters)) continue;
        if ((route.method == api::Method::POST) != is_post) {
            other_method = &route;
            parameters.clear();
            continue;
        }
        parameters.insert(parameters.end(), request.query.begin(), request.query.end());
        Incoming incoming{std::move(request), std::move(parameters), std::move(reply), route.name};
        if (route.brake) {
            const std::string client = http::client_key(incoming.request.client_address);
            const int wait = (services.shared.limits.*route.brake).take(client, auth::LimitClock::now());
            if (wait > 0)
                return incoming.fail(
                    {ErrorCode::rate_limited, "Too many requests; try again in a moment.", {}, wait});
        }
        return route.run(std::move(incoming), services);
    }
    http::Response response =
        other_method ? not_allowed(other_method->method)
                     : http::Response::failure({ErrorCode::not_found, "There is no such endpoint.", {}, 0});
    response.name_route("unknown");
    reply(std::move(response));
}

Result<Router::Admitted> Router::admitted(const storage::BusinessReader& business, const Incoming& incoming,
                                          policy::Permission needs, Services& services) {
    const Instant now = services.shared.clock();
    auto caller = TRY(caller_of(business, incoming.request, now));
    if (caller.wants_touch)
        services.shared.writer.submit(
            services.shared.business,
            [token = *caller.token, now](storage::BusinessWriter& writer) -> Result<bool> {
                TRY(storage::touch_session(writer, token, now));
                return true;
            },
            [](const Result<bool>&) {});
    const auto decision = TRY(admit(caller.actor, needs));
    return Admitted{std::move(caller), decision};
}

Result<Router::Admitted> Router::admitted_in_own_read(const Incoming& incoming, policy::Permission needs,
                                                      Services& services) {
    return services.reader.read(services.shared.business, [&](const storage::BusinessReader& business) {
        return admitted(business, incoming, needs, services);
    });
}

void Router::answer_json(Incoming& incoming, Result<std::string> json) {
    if (!json) return incoming.fail(json.error());
    incoming.answer(http::Response::json(200, *std::move(json)));
}

}  // namespace loggia::server
