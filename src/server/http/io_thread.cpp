#include "server/http/io_thread.h"

#include "server/http/connection.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>

#include <algorithm>
#include <ctime>
#include <vector>

namespace loggia::http {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds clock_interval{500};
/// A storm of commits becomes at most this many messages on each stream.
constexpr std::chrono::milliseconds announce_interval{50};
constexpr std::chrono::milliseconds accept_pause{100};

}  // namespace

IoThread::IoThread(SharedState& shared, net::Acceptor::native_handle_type listening_socket,
                   std::unique_ptr<Application> application)
    : m_shared(shared),
      m_acceptor(m_context),
      m_deadline_timer(m_context),
      m_announce_timer(m_context),
      m_application(std::move(application)) {
    m_acceptor.assign(shared.options.address.find(':') == std::string::npos ? net::ip::tcp::v4() : net::ip::tcp::v6(),
                      listening_socket);
    m_application->move_in(*this);
}

IoThread::~IoThread() = default;

void IoThread::run() {
    net::co_spawn(m_context, accept_connections(), net::detached);
    net::co_spawn(m_context, watch_deadlines(), net::detached);
    m_context.run();
}

IoThread::Place IoThread::enter(Connection* connection) {
    m_connections.push_back(connection);
    return std::prev(m_connections.end());
}

net::Task<void> IoThread::accept_connections() {
    while (!m_is_stopping) {
        auto [error, socket] = co_await m_acceptor.async_accept(net::as_value);
        if (!error) {
            welcome(std::move(socket));
        } else if (!m_is_stopping) {
            // Out of file descriptors, most likely: some will be free in a moment.
            net::Timer pause(m_context, accept_pause);
            co_await pause.async_wait(net::as_value);
        }
    }
}

void IoThread::welcome(net::Socket socket) {
    boost::system::error_code error;
    const auto peer = socket.remote_endpoint(error);
    if (error) return;
    socket.set_option(net::ip::tcp::no_delay(true), error);
    std::string address = peer.address().to_string();
    const auto& proxies = m_shared.options.guard.trusted_proxies;
    const bool is_proxy = std::ranges::find(proxies, address) != proxies.end();
    auto ticket = m_shared.connections.admit(is_proxy ? "" : address);
    if (!ticket && !is_proxy) {
        const Response response = Response::refusal({503, "Too many connections are open.", {}});
        const std::string bytes = response.head(false, false, date()) + std::string(response.body());
        socket.non_blocking(true, error);
        socket.write_some(net::buffer(bytes), error);
        m_shared.log.request("-", "too_many_connections", 503, {});
        return;
    }
    const auto connection =
        std::make_shared<Connection>(*this, std::move(socket), std::move(address), std::move(ticket));
    net::co_spawn(m_context, connection->run(), net::detached);
}

net::Task<void> IoThread::watch_deadlines() {
    while (!m_is_stopping) {
        m_deadline_timer.expires_after(clock_interval);
        co_await m_deadline_timer.async_wait(net::as_value);
        const auto now = Clock::now();
        // A look may end a connection, which then leaves the list.
        for (auto place = m_connections.begin(); place != m_connections.end();) (*place++)->look_at_clock(now);
    }
}

void IoThread::post(Task task) { net::post(m_context, std::move(task)); }

void IoThread::announce() {
    if (m_is_announcing.exchange(true)) return;
    net::post(m_context, [this] { net::co_spawn(m_context, wake_streams(), net::detached); });
}

net::Task<void> IoThread::wake_streams() {
    const auto earliest = m_announced_at + announce_interval;
    if (Clock::now() < earliest && !m_is_stopping) {
        m_announce_timer.expires_at(earliest);
        co_await m_announce_timer.async_wait(net::as_value);
    }
    m_announced_at = Clock::now();
    m_is_announcing = false;
    for (auto place = m_connections.begin(); place != m_connections.end();) (*place++)->wake();
}

void IoThread::stop() {
    net::post(m_context, [this] {
        m_is_stopping = true;
        boost::system::error_code ignored;
        m_acceptor.close(ignored);
        m_deadline_timer.cancel();
        m_announce_timer.cancel();
        for (auto place = m_connections.begin(); place != m_connections.end();) (*place++)->stop();
    });
}

std::string_view IoThread::date() {
    const std::time_t now = std::time(nullptr);
    if (now != m_date_second) {
        std::tm parts{};
        gmtime_r(&now, &parts);
        char text[32];
        m_date.assign(text, std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts));
        m_date_second = now;
    }
    return m_date;
}

}  // namespace loggia::http
