#pragma once

#include "server/http/guard.h"

#include <expected>
#include <string_view>

namespace loggia::http {

/// Parses one complete head, as `scan_head` found it, and passes it through the guard.
[[nodiscard]] std::expected<Request, Refusal> read_head(std::string_view head, std::string_view peer_address,
                                                        const GuardRules& rules);

}  // namespace loggia::http
