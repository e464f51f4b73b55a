#pragma once

#include "core/base/result.h"
#include "server/http/application.h"
#include "server/http/guard.h"
#include "server/http/request_log.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace loggia::http {

struct Timeouts {
    std::chrono::seconds head{10};  ///< from the first byte of a request to the end of its head
    std::chrono::seconds body{30};
    std::chrono::seconds idle{75};   ///< between requests
    std::chrono::seconds write{30};  ///< for a response, or for one message of a stream
    std::chrono::seconds grace{5};   ///< for what is in flight when the server stops
};

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;  ///< 0: any that is free
    int threads = 1;
    GuardRules guard;
    std::size_t connections = 10'000;
    std::size_t connections_per_address = 256;  ///< connections from a trusted proxy are not counted
    std::size_t streams_per_address = 256;
    Timeouts timeouts;
};

/// The listening sockets and their threads. Each thread has its own io_context, sockets, streams and
/// Application; the kernel spreads connections over them.
class Server {
public:
    using MakeApplication = std::function<std::unique_ptr<Application>()>;

    /// Binds and starts; once it returns, requests are answered. `log` must outlive the server.
    [[nodiscard]] static Result<std::unique_ptr<Server>>
    start(const ServerOptions& options, const MakeApplication& make_application, RequestLog& log);
    /// Stops first if that has not been done. Whatever still holds a Reply must have let go of it before.
    ~Server();
    Server(const Server&) = delete;

    [[nodiscard]] std::uint16_t port() const;

    /// Tells every event stream that the business is at `seq`. From any thread; cheap, and merged when it
    /// comes often.
    void announce(std::int64_t seq);

    /// Accepts nothing more, lets what is in flight finish, ends the streams. Returns when all threads have
    /// ended.
    void stop();

private:
    Server();
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace loggia::http
