#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/wait_traits.hpp>

#include <chrono>

/// Asio, narrowed to how it is used here: every io_context belongs to one thread, so the executor is always
/// its own and nothing ever needs a strand. Included by the few files that touch sockets.
namespace loggia::http::net {

using namespace boost::asio;

using Executor = io_context::executor_type;
using Socket = basic_stream_socket<ip::tcp, Executor>;
using Acceptor = basic_socket_acceptor<ip::tcp, Executor>;
using Timer = basic_waitable_timer<std::chrono::steady_clock, wait_traits<std::chrono::steady_clock>, Executor>;
template <class Value>
using Task = awaitable<Value, Executor>;

/// Errors come back as values: `const auto [error, count] = co_await socket.async_read_some(buffer,
/// as_value);`
inline constexpr as_tuple_t<use_awaitable_t<Executor>> as_value{};

}  // namespace loggia::http::net
