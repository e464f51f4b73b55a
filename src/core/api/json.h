#pragma once

#include "core/api/endpoints.h"
#include "core/base/result.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

/// The one JSON codec. Defined in json.cpp for every struct of messages.h; using it with another type does not link.
namespace loggia::api {

/// Nothing the portal sends is longer or deeper. `decode` refuses beyond, before it builds anything.
inline constexpr std::size_t longest_body = 64 * 1024;
inline constexpr int deepest_nesting = 8;
inline constexpr std::size_t longest_text = 2000;  ///< code points, in any one field

template <class Message> [[nodiscard]] std::string encode(const Message& message);

/// Strict: unknown, repeated and missing fields, wrong types, malformed UTF-8, control characters, texts over
/// `longest_text` and numbers out of range are invalid_input with the field named; nothing is defaulted but
/// optionals.
template <class Message> [[nodiscard]] Result<Message> decode(std::string_view json);

/// A path placeholder or query parameter: a field of the request that travels as text.
struct Parameter {
    std::string name;
    std::string value;
};

/// `decode` for a request whose fields come from path, query and body together; a field given twice is refused.
template <class Message>
[[nodiscard]] Result<Message> decode_request(std::string_view json_body, std::span<const Parameter> parameters);

/// The other direction: what a request looks like on the wire. For POST what is not in the path goes into the body.
struct WireRequest {
    Method method = Method::GET;
    std::string path;  ///< with the query
    std::string body;  ///< empty for GET
};
template <class Message>
[[nodiscard]] WireRequest encode_request(Method method, std::string_view path_template, const Message& message);

template <Name name> [[nodiscard]] WireRequest wire_request(const RequestOf<name>& request) {
    using Row = Endpoints::Find<name>;
    return encode_request(Row::method, Row::path, request);
}

}  // namespace loggia::api
