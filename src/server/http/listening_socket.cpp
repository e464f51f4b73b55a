#include "server/http/listening_socket.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>

namespace loggia::http {

namespace {

struct SocketAddress {
    sockaddr_storage storage{};
    socklen_t length = 0;

    [[nodiscard]] int family() const { return storage.ss_family; }
    [[nodiscard]] const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&storage); }
};

std::optional<SocketAddress> socket_address(const std::string& address, std::uint16_t port) {
    SocketAddress result;
    sockaddr_in v4{};
    v4.sin_family = AF_INET;
    v4.sin_port = htons(port);
    if (inet_pton(AF_INET, address.c_str(), &v4.sin_addr) == 1) {
        std::memcpy(&result.storage, &v4, sizeof v4);
        result.length = sizeof v4;
        return result;
    }
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(port);
    if (inet_pton(AF_INET6, address.c_str(), &v6.sin6_addr) != 1) return std::nullopt;
    std::memcpy(&result.storage, &v6, sizeof v6);
    result.length = sizeof v6;
    return result;
}

enum class SharePort { no, yes };

/// A socket bound to the address, or -1 with errno set.
int bound_socket(const SocketAddress& address, SharePort share) {
    const int descriptor = ::socket(address.family(), SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0) return -1;
    const int on = 1;
    ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (share == SharePort::yes) ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
    if (::bind(descriptor, address.get(), address.length) == 0) return descriptor;
    const int failure = errno;
    ::close(descriptor);
    errno = failure;
    return -1;
}

std::uint16_t port_of(int descriptor) {
    sockaddr_storage storage{};
    socklen_t length = sizeof storage;
    ::getsockname(descriptor, reinterpret_cast<sockaddr*>(&storage), &length);
    if (storage.ss_family == AF_INET6) return ntohs(reinterpret_cast<const sockaddr_in6*>(&storage)->sin6_port);
    return ntohs(reinterpret_cast<const sockaddr_in*>(&storage)->sin_port);
}

std::unexpected<Error> cannot_listen(const std::string& address, std::uint16_t port, int failure) {
    std::string message = "cannot listen on " + address + " port " + std::to_string(port) + ": ";
    if (failure == EADDRINUSE)
        message += "another program has it; choose another with --port";
    else
        message += std::strerror(failure);
    return fail(ErrorCode::unavailable, std::move(message), "port");
}

}  // namespace

Result<ListeningSockets> listen_on(const std::string& address, std::uint16_t port, int count) {
    auto where = socket_address(address, port);
    if (!where) return fail(ErrorCode::invalid_input, address + " is not an IP address", "address");
    // Sockets that share a port would also share it with another Loggia, so one that does not share goes
    // first.
    const int probe = bound_socket(*where, SharePort::no);
    if (probe < 0) return cannot_listen(address, port, errno);
    ::close(probe);

    ListeningSockets sockets{{}, port};
    for (int made = 0; made < count; ++made) {
        const int descriptor = bound_socket(*where, SharePort::yes);
        if (descriptor < 0 || ::listen(descriptor, SOMAXCONN) != 0) {
            const int failure = errno;
            for (const int other : sockets.file_descriptors) ::close(other);
            return cannot_listen(address, port, failure);
        }
        sockets.file_descriptors.push_back(descriptor);
        sockets.port = port_of(descriptor);
        where = socket_address(address, sockets.port);
    }
    return sockets;
}

}  // namespace loggia::http
