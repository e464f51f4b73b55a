#include "server/http/address_limits.h"

#include <arpa/inet.h>

#include <array>

namespace loggia::http {

std::string client_key(std::string_view address) {
    const std::string text(address);
    std::array<unsigned char, 16> bytes{};
    if (inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1) return text;
    return std::string(reinterpret_cast<const char*>(bytes.data()), 8);
}

AddressLimits::Ticket AddressLimits::admit(std::string_view address) {
    const std::string key = client_key(address);
    const std::lock_guard lock(m_mutex);
    if (m_open >= m_in_all) return nullptr;
    std::size_t& mine = m_open_by_client[key];
    if (mine >= m_per_address) return nullptr;
    ++mine;
    ++m_open;
    return Ticket(this, [key](void* limits) {
        auto& self = *static_cast<AddressLimits*>(limits);
        const std::lock_guard release_lock(self.m_mutex);
        --self.m_open;
        const auto entry = self.m_open_by_client.find(key);
        if (--entry->second == 0) self.m_open_by_client.erase(entry);
    });
}

std::size_t AddressLimits::open() const {
    const std::lock_guard lock(m_mutex);
    return m_open;
}

}  // namespace loggia::http
