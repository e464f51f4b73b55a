#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace loggia::http {

/// What one client is, for limits: an IPv4 address, or the /64 an IPv6 address lies in.
[[nodiscard]] std::string client_key(std::string_view address);

/// Counts what is open, in all and per client. May be asked from any thread.
class AddressLimits {
public:
    AddressLimits(std::size_t in_all, std::size_t per_address) : m_in_all(in_all), m_per_address(per_address) {}

    /// One open thing; closes with its last owner. Must not outlive the limits.
    using Ticket = std::shared_ptr<void>;
    /// Nothing if there are too many already.
    [[nodiscard]] Ticket admit(std::string_view address);
    [[nodiscard]] std::size_t open() const;

private:
    const std::size_t m_in_all;
    const std::size_t m_per_address;
    mutable std::mutex m_mutex;
    std::size_t m_open = 0;
    std::unordered_map<std::string, std::size_t> m_open_by_client;
};

}  // namespace loggia::http
