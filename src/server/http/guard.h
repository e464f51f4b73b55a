#pragma once

#include "server/http/request.h"
#include "server/http/response.h"

#include <expected>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace loggia::http {

struct HeaderField {
    std::string_view name;
    std::string_view value;
};

/// The head of a request as it was sent, taken apart but not yet believed.
struct RawRequest {
    std::string_view method;
    std::string_view target;
    int version = 11;  ///< 10 for HTTP/1.0
    std::vector<HeaderField> fields;
    std::string_view peer_address;
};

struct GuardRules {
    std::vector<std::string> hosts;            ///< names we answer to besides the machine's own; lower case, no port
    std::vector<std::string> trusted_proxies;  ///< addresses whose X-Forwarded-For is believed
    std::size_t longest_body = 64 * 1024;
    std::function<bool(std::string_view path)> takes_form;  ///< pages whose forms post to them; all else takes JSON
};

/// Turns a raw request into one that can be answered, or says why not; looks at the head only, so that
/// nothing is read for a request that is refused. Everything of server.md §1.4: version, method, framing,
/// Host, target, length, and for POST that a page of ours sent what the address takes.
[[nodiscard]] std::expected<Request, Refusal> check(const RawRequest& raw, const GuardRules& rules);

/// Whether `host` (with or without a port) is a name of the machine itself: localhost, 127.0.0.1, [::1].
[[nodiscard]] bool is_local_name(std::string_view host);

}  // namespace loggia::http
