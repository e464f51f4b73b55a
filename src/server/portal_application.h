#pragma once

#include "server/http/application.h"
#include "server/http/request_log.h"
#include "server/http/static_files.h"
#include "server/router.h"
#include "server/services.h"

#include <string>

namespace loggia::server {

/// What one io thread answers with: the endpoints, the event stream, the health check, and the portal's files
/// for the rest. Whatever goes wrong inside becomes a 500 for that one request.
class PortalApplication : public http::Application {
public:
    /// `router`, `files` and `log` serve all threads and outlive them.
    PortalApplication(const Router& router, const http::StaticFiles& files, http::RequestLog& log, Services services)
        : m_router(router), m_files(files), m_log(log), m_services(std::move(services)) {}

    void answer(http::Request request, http::Reply reply) override;

private:
    void route(http::Request request, http::Reply reply);
    void answer_event_stream(const http::Request& request, http::Reply reply);
    void answer_health(http::Reply reply);

    const Router& m_router;
    const http::StaticFiles& m_files;
    http::RequestLog& m_log;
    Services m_services;
};

}  // namespace loggia::server
