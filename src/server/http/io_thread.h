#pragma once

#include "server/http/address_limits.h"
#include "server/http/application.h"
#include "server/http/asio.h"
#include "server/http/server.h"

#include <atomic>
#include <list>
#include <memory>
#include <string>

namespace loggia::http {

class Connection;

/// What all io threads share: read-only or safe from any thread.
struct SharedState {
    SharedState(const ServerOptions& server_options, RequestLog& request_log)
        : options(server_options),
          log(request_log),
          connections(options.connections, options.connections_per_address),
          streams(options.connections, options.streams_per_address) {}

    const ServerOptions options;
    RequestLog& log;
    AddressLimits connections;
    AddressLimits streams;
    std::atomic<std::int64_t> seq = 0;
};

/// One thread's world: the io_context, the listening socket, the connections, the clock that ends what takes
/// too long. Everything but `announce` and `stop` happens on its own thread.
class IoThread final : public HomeThread {
public:
    IoThread(SharedState& shared, net::Acceptor::native_handle_type listening_socket,
             std::unique_ptr<Application> application);
    ~IoThread();
    IoThread(const IoThread&) = delete;

    void run();
    void post(Task task) override;
    void announce();
    void stop();
    /// Gives up on what is in flight.
    void abandon() { m_context.stop(); }

    using Place = std::list<Connection*>::iterator;
    [[nodiscard]] Place enter(Connection* connection);
    void leave(Place place) { m_connections.erase(place); }

    [[nodiscard]] SharedState& shared() { return m_shared; }
    [[nodiscard]] Application& application() { return *m_application; }
    [[nodiscard]] bool is_stopping() const { return m_is_stopping; }
    /// The time as HTTP writes it.
    [[nodiscard]] std::string_view date();

private:
    net::Task<void> accept_connections();
    net::Task<void> watch_deadlines();
    net::Task<void> wake_streams();
    void welcome(net::Socket socket);

    SharedState& m_shared;
    net::io_context m_context{1};
    net::Acceptor m_acceptor;
    net::Timer m_deadline_timer;
    net::Timer m_announce_timer;
    std::unique_ptr<Application> m_application;
    std::list<Connection*> m_connections;
    std::atomic<bool> m_is_announcing = false;
    std::chrono::steady_clock::time_point m_announced_at;
    bool m_is_stopping = false;
    std::time_t m_date_second = 0;
    std::string m_date;
};

}  // namespace loggia::http
