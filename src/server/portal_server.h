#pragma once

#include "core/base/result.h"
#include "server/auth/rate_limits.h"
#include "server/http/server.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace loggia::server {

struct PortalServerOptions {
    std::string database;  ///< as storage::opener_of reads it
    std::string business;  ///< slug; empty: the only one
    std::optional<std::filesystem::path> site;
    http::ServerOptions http;
    auth::Limits limits;
    std::size_t largest_commit_group = 64;
    std::function<Instant()> clock;  ///< empty: the system's
};

/// The whole server: storage, the threads that hash and write, the listening sockets, and their order of
/// starting and stopping. Tests start it in their own process.
class PortalServer {
public:
    [[nodiscard]] static Result<std::unique_ptr<PortalServer>> start(const PortalServerOptions& options,
                                                                     http::RequestLog& log);
    /// Stops as `stop` does.
    ~PortalServer();
    PortalServer(const PortalServer&) = delete;

    [[nodiscard]] std::uint16_t port() const;

    /// What has to be done now and then; every 15 seconds is often enough.
    void sweep();

    /// Accepts nothing more, answers what is in flight, writes what is queued, closes the database.
    void stop();

private:
    PortalServer();
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace loggia::server
