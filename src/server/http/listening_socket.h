#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace loggia::http {

/// Sockets that listen on one address and port, one for each thread; the kernel spreads connections over
/// them. Fails with a sentence that names the port if another program, or another Loggia, has it already.
struct ListeningSockets {
    std::vector<int> file_descriptors;
    std::uint16_t port = 0;
};
[[nodiscard]] Result<ListeningSockets> listen_on(const std::string& address, std::uint16_t port, int count);

}  // namespace loggia::http
