#pragma once

#include "server/http/application.h"
#include "server/http/request_log.h"
#include "server/http/static_files.h"
#include "server/pages/pages.h"
#include "server/router.h"
#include "server/services.h"

#include <optional>
#include <string>

namespace loggia::server {

/// What one io thread answers with: the endpoints, the event stream, the health check, and the portal's files
/// for the rest. Whatever goes wrong inside becomes a 500 for that one request.
class PortalApplication : public http::Application {
public:
    /// All that is referred to serves all threads and outlives them.
    PortalApplication(const Router& router, const http::StaticFiles& files, const std::optional<PageFrame>& frame,
                      const StyleSheets& styles, http::RequestLog& log, Services services)
        : m_router(router), m_files(files), m_styles(styles), m_log(log), m_services(std::move(services)) {
        if (frame) m_pages.emplace(router, *frame, styles);
    }

    void move_in(http::HomeThread& home) override { m_home = &home; }
    void answer(http::Request request, http::Reply reply) override;

private:
    void route(http::Request request, http::Reply reply);
    void answer_event_stream(const http::Request& request, http::Reply reply);
    void answer_health(http::Reply reply);

    const Router& m_router;
    const http::StaticFiles& m_files;
    const StyleSheets& m_styles;
    http::RequestLog& m_log;
    Services m_services;
    std::optional<Pages> m_pages;  ///< without them the built page alone is served
    http::HomeThread* m_home = nullptr;
};

}  // namespace loggia::server
