#include "server/http/raw_client.h"

#include "core/base/text.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <random>
#include <stdexcept>
#include <utility>

namespace loggia::testing {

namespace {

constexpr int patience_milliseconds = 20'000;

}  // namespace

RawClient::RawClient(std::uint16_t port) : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("cannot connect to the server under test");
    const int on = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

RawClient::~RawClient() {
    if (m_socket >= 0) ::close(m_socket);
}

RawClient::RawClient(RawClient&& other) noexcept
    : m_socket(std::exchange(other.m_socket, -1)), m_received(std::move(other.m_received)) {}

void RawClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        // The server may refuse before it has read everything; its answer is still there to be read.
        if (sent <= 0) return;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

bool RawClient::read_more() {
    pollfd ready{m_socket, POLLIN, 0};
    if (::poll(&ready, 1, patience_milliseconds) <= 0) throw std::runtime_error("the server does not answer");
    std::array<char, 16384> chunk;
    const ssize_t count = ::recv(m_socket, chunk.data(), chunk.size(), 0);
    if (count <= 0) return false;
    m_received.append(chunk.data(), static_cast<std::size_t>(count));
    return true;
}

std::string RawClient::receive_until(std::string_view text) {
    std::size_t at = 0;
    while ((at = m_received.find(text)) == std::string::npos)
        if (!read_more()) return std::exchange(m_received, {});
    std::string result = m_received.substr(0, at + text.size());
    m_received.erase(0, at + text.size());
    return result;
}

RawResponse RawClient::receive(bool has_body) {
    RawResponse response;
    const std::string head = receive_until("\r\n\r\n");
    if (!head.starts_with("HTTP/1.1 ")) return response;
    response.status = std::stoi(head.substr(9, 3));
    std::size_t line = head.find("\r\n") + 2;
    while (line < head.size() - 2) {
        const std::size_t end = head.find("\r\n", line);
        const std::size_t colon = head.find(": ", line);
        const std::string name = text::ascii_lower(head.substr(line, colon - line));
        response.headers[name] = head.substr(colon + 2, end - colon - 2);
        if (name == "set-cookie") response.cookies.push_back(response.headers[name]);
        line = end + 2;
    }
    if (!has_body || response.header("content-length").empty()) return response;
    const auto length = static_cast<std::size_t>(std::stoul(response.header("content-length")));
    while (m_received.size() < length && read_more()) {
    }
    response.body = m_received.substr(0, length);
    m_received.erase(0, length);
    return response;
}

bool RawClient::is_closed_within(std::chrono::milliseconds time) {
    pollfd ready{m_socket, POLLIN, 0};
    if (::poll(&ready, 1, static_cast<int>(time.count())) <= 0) return false;
    char byte = 0;
    return ::recv(m_socket, &byte, 1, MSG_PEEK) <= 0;
}

std::string get_request(std::string_view path, std::string_view header_lines) {
    std::string request = "GET ";
    request.append(path).append(" HTTP/1.1\r\nHost: localhost\r\n").append(header_lines).append("\r\n");
    return request;
}

std::string post_request(std::string_view path, std::string_view body, std::string_view header_lines) {
    std::string request = "POST ";
    request.append(path).append(" HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n");
    request.append("Content-Type: application/json\r\nContent-Length: ").append(std::to_string(body.size()));
    request.append("\r\n").append(header_lines).append("\r\n").append(body);
    return request;
}

std::string fresh_key_line() {
    static const std::string run = std::to_string(std::random_device{}());
    static std::atomic<int> next = 1;
    return "Idempotency-Key: test-key-" + run + "-" + text::padded(next++, 12) + "\r\n";
}

}  // namespace loggia::testing
