#include "server/http/connection.h"

#include "server/http/head_parser.h"
#include "server/http/raw_head.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>

#include <array>

namespace loggia::http {

namespace {

constexpr std::size_t read_size = 4 * 1024;
constexpr std::chrono::seconds comment_interval{15};
constexpr std::chrono::seconds linger_time{2};
constexpr std::size_t most_lingering_bytes = 256 * 1024;

/// Where a Reply and the coroutine that waits for it meet. Touched on the io thread only.
struct Exchange {
    explicit Exchange(net::Executor io_executor) : executor(io_executor) {}
    net::Executor executor;
    std::optional<Response> response;
    std::move_only_function<void()> resume;

    void take(Response answer) {
        response = std::move(answer);
        if (auto waiting = std::exchange(resume, nullptr)) waiting();
    }
};

Reply reply_into(const std::shared_ptr<Exchange>& exchange) {
    return Reply([exchange](Response response) {
        if (exchange->executor.running_in_this_thread()) return exchange->take(std::move(response));
        const net::Executor executor = exchange->executor;
        net::post(executor,
                  [exchange, answer = std::move(response)]() mutable { exchange->take(std::move(answer)); });
    });
}

/// Suspends the coroutine and leaves the way to resume it in `resume`.
auto suspended_into(std::move_only_function<void()>& resume) {
    return net::async_initiate<const net::use_awaitable_t<net::Executor>, void()>(
        [&resume](auto handler) { resume = [waiting = std::move(handler)]() mutable { std::move(waiting)(); }; },
        net::use_awaitable_t<net::Executor>{});
}

// GCC 12 copies aggregates that are written inside a coroutine byte by byte, so what is sent is put together
// here.
Response refusal_of_head(std::string_view received) {
    if (scan_head(received).state == HeadScan::State::too_long)
        return Response::refusal({431, "The header is longer than 16 KiB.", {}});
    return Response::refusal({400, "The request is not well-formed HTTP.", {}});
}

Response too_many_streams() { return Response::refusal({503, "Too many event streams are open.", {}}); }

std::chrono::microseconds since(Connection::Clock::time_point start) {
    return std::chrono::duration_cast<std::chrono::microseconds>(Connection::Clock::now() - start);
}

}  // namespace

Connection::Connection(IoThread& thread, net::Socket socket, std::string peer_address, AddressLimits::Ticket ticket)
    : m_thread(thread),
      m_socket(std::move(socket)),
      m_peer_address(std::move(peer_address)),
      m_ticket(std::move(ticket)),
      m_place(thread.enter(this)) {
    // A client that connects and says nothing is not worth more patience than one that says half a head.
    expire_after(m_thread.shared().options.timeouts.head);
}

Connection::~Connection() { m_thread.leave(m_place); }

net::Task<void> Connection::run() {
    const auto self = shared_from_this();
    Next next = Next::another_request;
    while (next == Next::another_request) next = co_await serve_request();
    if (next == Next::linger) co_await read_until_closed();
    close();
}

void Connection::close() {
    m_is_gone = true;
    boost::system::error_code ignored;
    m_socket.close(ignored);
}

void Connection::look_at_clock(Clock::time_point now) {
    if (now >= m_deadline) return close();
    if (m_is_stream && now >= m_next_comment) wake();
}

void Connection::stop() {
    if (m_is_stream) {
        m_is_gone = true;
        wake();
    } else if (m_is_idle) {
        close();
    }
}

net::Task<Connection::Next> Connection::serve_request() {
    const auto& options = m_thread.shared().options;
    const auto head_length = co_await read_head_length();
    if (!head_length) co_return Next::close;
    const auto started = Clock::now();
    if (*head_length == 0) co_return co_await refuse(refusal_of_head(m_received), "guard");
    auto request = read_head(std::string_view(m_received).substr(0, *head_length), m_peer_address, options.guard);
    if (!request) {
        Response refusal = Response::refusal(request.error());
        co_return co_await refuse(std::move(refusal), "guard");
    }
    m_received.erase(0, *head_length);
    const bool body_arrived = co_await read_body(*request);
    if (!body_arrived) co_return Next::close;

    const Method method = request->method;
    const bool over_tls = !request->is_local();
    const bool keep_alive = request->keep_alive;
    const std::string client_address = request->client_address;
    const Response response = co_await ask_application(std::move(*request));
    m_thread.shared().log.request(name_of(method), response.route(), response.status(), since(started));
    if (response.is_event_stream() && method == Method::get) {
        const auto ticket = m_thread.shared().streams.admit(client_address);
        if (!ticket) co_return co_await refuse(too_many_streams(), "events");
        co_await stream_events(response, over_tls);
        co_return Next::close;
    }
    const bool stays_open = keep_alive && !m_thread.is_stopping();
    const bool was_sent = co_await send(response, method, stays_open, over_tls);
    if (was_sent && stays_open) co_return Next::another_request;
    co_return Next::close;
}

/// The length of the next head; 0 if it is no head of HTTP/1.1; nothing if the client is gone.
net::Task<std::optional<std::size_t>> Connection::read_head_length() {
    const auto& timeouts = m_thread.shared().options.timeouts;
    m_is_idle = true;
    while (!m_thread.is_stopping()) {
        if (!m_received.empty()) {
            if (m_is_idle) expire_after(timeouts.head);
            m_is_idle = false;
            const HeadScan scan = scan_head(m_received);
            if (scan.state == HeadScan::State::complete) co_return scan.length;
            if (scan.state != HeadScan::State::incomplete) co_return std::size_t{0};
        }
        const bool has_more = co_await read_some();
        if (!has_more) co_return std::nullopt;
    }
    co_return std::nullopt;
}

net::Task<bool> Connection::read_body(Request& request) {
    if (request.content_length > m_received.size()) expire_after(m_thread.shared().options.timeouts.body);
    while (m_received.size() < request.content_length) {
        const bool has_more = co_await read_some();
        if (!has_more) co_return false;
    }
    request.body = m_received.substr(0, request.content_length);
    m_received.erase(0, request.content_length);
    co_return true;
}

net::Task<bool> Connection::read_some() {
    const std::size_t before = m_received.size();
    m_received.resize(before + read_size);
    const auto [error, count] =
        co_await m_socket.async_read_some(net::buffer(m_received.data() + before, read_size), net::as_value);
    m_received.resize(before + count);
    co_return !error && !m_is_gone;
}

net::Task<Response> Connection::ask_application(Request request) {
    m_deadline = Clock::time_point::max();
    const auto exchange = std::make_shared<Exchange>(m_socket.get_executor());
    m_thread.application().answer(std::move(request), reply_into(exchange));
    if (!exchange->response) co_await suspended_into(exchange->resume);
    co_return std::move(*exchange->response);
}

net::Task<bool> Connection::write(std::string_view head, std::string_view body) {
    expire_after(m_thread.shared().options.timeouts.write);
    const std::array buffers{net::const_buffer(head.data(), head.size()),
                             net::const_buffer(body.data(), body.size())};
    const auto [error, count] = co_await net::async_write(m_socket, buffers, net::as_value);
    expire_after(m_thread.shared().options.timeouts.idle);
    co_return !error && !m_is_gone;
}

net::Task<bool> Connection::send(const Response& response, Method method, bool keep_alive, bool over_tls) {
    const std::string head = response.head(keep_alive, over_tls, m_thread.date());
    const bool has_body = method != Method::head && response.status() != 304 && !response.is_event_stream();
    co_return co_await write(head, has_body ? response.body() : std::string_view{});
}

/// After a refusal the rest of what the client sends cannot be told apart from a next request, so the
/// connection ends.
net::Task<Connection::Next> Connection::refuse(Response response, std::string_view route) {
    m_thread.shared().log.request("-", route, response.status(), {});
    const bool was_sent = co_await send(response, Method::get, false, false);
    co_return was_sent ? Next::linger : Next::close;
}

/// Closing with unread input makes the kernel reset the connection, and the client may never see our answer.
net::Task<void> Connection::read_until_closed() {
    boost::system::error_code ignored;
    m_socket.shutdown(net::Socket::shutdown_send, ignored);
    expire_after(linger_time);
    for (std::size_t total = 0; total < most_lingering_bytes; total += read_size) {
        m_received.clear();
        const bool has_more = co_await read_some();
        if (!has_more) co_return;
    }
}

net::Task<void> Connection::wait_until_woken() {
    m_deadline = Clock::time_point::max();
    if (!std::exchange(m_was_woken, false)) co_await suspended_into(m_resume);
}

net::Task<void> Connection::stream_events(const Response& response, bool over_tls) {
    // Thousands of streams idle for hours: each gives back what it does not need.
    m_received = {};
    std::string head = response.head(false, over_tls, m_thread.date());
    head.append("retry: 2000\n\n");
    bool is_alive = co_await write(head, {});
    head = {};
    m_is_stream = true;
    // The client never speaks again; if its end becomes readable, it has gone.
    m_socket.async_wait(net::Socket::wait_read, [self = shared_from_this()](const boost::system::error_code&) {
        self->m_is_gone = true;
        self->wake();
    });
    std::int64_t sent_seq = -1;
    while (is_alive && !m_is_gone) {
        const std::int64_t seq = m_thread.shared().seq.load();
        if (seq != sent_seq || Clock::now() >= m_next_comment) {
            const std::string number = std::to_string(seq);
            std::string message = ":\n\n";
            if (seq != sent_seq) message = "id: " + number + "\ndata: {\"seq\":" + number + "}\n\n";
            is_alive = co_await write(message, {});
            sent_seq = seq;
            m_next_comment = Clock::now() + comment_interval;
        }
        // Looking again by itself would send every number of a storm.
        if (is_alive && !m_is_gone) co_await wait_until_woken();
    }
    m_is_stream = false;
}

}  // namespace loggia::http
