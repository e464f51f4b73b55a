#include "server/portal_application.h"

#include "server/calendar_files.h"
#include "server/version.h"

#include <exception>

namespace loggia::server {

namespace {

bool reads(const http::Request& request) { return request.method != http::Method::post; }

}  // namespace

void PortalApplication::answer(http::Request request, http::Reply reply) {
    try {
        route(std::move(request), std::move(reply));
    } catch (const std::exception&) {
        // The reply has answered 500 when it went out of scope. What the exception says may quote the
        // request.
        m_log.event("event=bug where=router");
    }
}

void PortalApplication::route(http::Request request, http::Reply reply) {
    if (request.path == "/healthz" && reads(request)) return answer_health(std::move(reply));
    if (request.path == "/api/events" && reads(request)) return answer_event_stream(request, std::move(reply));
    if (Router::owns(request.path)) return m_router.dispatch(std::move(request), std::move(reply), m_services);
    if (is_calendar_file(request.path) && reads(request)) return reply(answer_calendar_file(request, m_services));
    if (m_styles.owns(request.path) && reads(request)) return reply(m_styles.answer(request));
    if (m_pages && m_files.shows_page(request.path))
        return m_pages->answer(std::move(request), std::move(reply), m_services, *m_home);
    reply(m_files.answer(request));
}

void PortalApplication::answer_event_stream(const http::Request& request, http::Reply reply) {
    const auto decision = m_services.reader.read(
        m_services.shared.business, [&](const storage::BusinessReader& business) -> Result<policy::Decision> {
            const auto caller = TRY(caller_of(business, request, m_services.shared.clock()));
            return admit(caller.actor, policy::Permission::follow_changes);
        });
    reply(decision ? http::Response::event_stream() : http::Response::failure(decision.error()));
}

void PortalApplication::answer_health(http::Reply reply) {
    const auto seq = m_services.reader.read(
        m_services.shared.business,
        [](const storage::BusinessReader& business) -> Result<std::int64_t> { return business.seq(); });
    if (!seq) return reply(http::Response::failure({ErrorCode::unavailable, "Reading does not work.", {}, 5}));
    m_services.shared.writer.submit(
        m_services.shared.business,
        [](storage::BusinessWriter& business) -> Result<std::int64_t> { return business.seq(); },
        [reply = std::move(reply)](const Result<std::int64_t>& answer) mutable {
            http::Response response =
                answer ? http::Response::json(200, R"({"status":"ok","version":")" + std::string(version) + "\"}")
                       : http::Response::failure({ErrorCode::unavailable, "Writing does not work.", {}, 5});
            response.name_route("health");
            reply(std::move(response));
        });
}

}  // namespace loggia::server
