#pragma once

#include "core/api/json.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// HTTP/1.1 for one application: what it accepts is what the portal and honest proxies send, and nothing
/// else.
namespace loggia::http {

enum class Method { get, head, post };

[[nodiscard]] constexpr std::string_view name_of(Method method) {
    switch (method) {
    case Method::get: return "GET";
    case Method::head: return "HEAD";
    case Method::post: return "POST";
    }
    return "GET";
}

/// A request that has passed the guard. Header fields nobody reads are not here.
struct Request {
    Method method = Method::get;
    std::string path;                   ///< decoded; begins with '/', holds no "..", backslash or control character
    std::vector<api::Parameter> query;  ///< decoded, in the order sent
    std::string host;                   ///< lower case, with the port if one was sent; a name we answer to
    std::string client_address;         ///< for limits; behind our proxy, whom the proxy names
    std::string cookie;
    std::string accept_encoding;
    std::string accept_language;
    std::string if_none_match;
    std::string idempotency_key;
    std::size_t content_length = 0;
    bool keep_alive = true;
    bool is_from_phone = false;      ///< as far as the browser says
    bool is_from_elsewhere = false;  ///< another site led here, so the browser kept our cookies to itself
    std::string body;

    /// Whether the client reached us under a name of its own machine, where there is no TLS.
    [[nodiscard]] bool is_local() const;
};

}  // namespace loggia::http
