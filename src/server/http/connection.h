#pragma once

#include "server/http/io_thread.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace loggia::http {

/// One client's connection: requests one after the other, or at last an event stream. Lives as long as its
/// coroutine.
class Connection : public std::enable_shared_from_this<Connection> {
public:
    using Clock = std::chrono::steady_clock;

    Connection(IoThread& thread, net::Socket socket, std::string peer_address, AddressLimits::Ticket ticket);
    ~Connection();
    Connection(const Connection&) = delete;

    [[nodiscard]] net::Task<void> run();

    /// Closes it if what it is doing has taken too long; lets a stream say that it still lives.
    void look_at_clock(Clock::time_point now);
    /// If it is a stream: there may be a new number to send.
    void wake() {
        if (auto resume = std::exchange(m_resume, nullptr)) return resume();
        m_was_woken = true;
    }
    /// Closes it unless a request is in flight; ends a stream.
    void stop();

private:
    enum class Next { another_request, close, linger };

    net::Task<Next> serve_request();
    net::Task<std::optional<std::size_t>> read_head_length();
    net::Task<bool> read_body(Request& request);
    net::Task<Response> ask_application(Request request);
    net::Task<bool> write(std::string_view head, std::string_view body);
    net::Task<Next> refuse(Response response, std::string_view route);
    net::Task<bool> send(const Response& response, Method method, bool keep_alive, bool over_tls);
    net::Task<void> stream_events(const Response& response, bool over_tls);
    net::Task<bool> read_some();
    net::Task<void> read_until_closed();
    net::Task<void> wait_until_woken();
    void close();
    void expire_after(std::chrono::seconds time) { m_deadline = Clock::now() + time; }

    IoThread& m_thread;
    net::Socket m_socket;
    std::string m_peer_address;
    AddressLimits::Ticket m_ticket;
    IoThread::Place m_place;
    Clock::time_point m_deadline;
    Clock::time_point m_next_comment = Clock::time_point::max();
    std::string m_received;  ///< not yet consumed
    std::move_only_function<void()> m_resume;
    bool m_is_idle = true;
    bool m_is_stream = false;
    bool m_is_gone = false;
    bool m_was_woken = false;  ///< while it was writing
};

}  // namespace loggia::http
