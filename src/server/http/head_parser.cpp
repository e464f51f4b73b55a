#include "server/http/head_parser.h"

#include "server/http/raw_head.h"

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/version.hpp>

namespace loggia::http {

static_assert(BOOST_VERSION >= 108100, "Boost 1.81 or newer");
static_assert(BOOST_VERSION / 100 != 1086, "Boost 1.86 has a defect in Beast; take 1.85 or older, 1.87 or newer");

namespace {

namespace beast = boost::beast::http;

Refusal refusal_of(const boost::system::error_code& error) {
    if (error == beast::error::bad_version) return {505, "Speak HTTP/1.1.", {}};
    if (error == beast::error::header_limit) return {431, "The header is longer than 16 KiB.", {}};
    if (error == beast::error::body_limit) return {413, "The body is too long.", {}};
    return {400, "The request is not well-formed HTTP.", {}};
}

}  // namespace

std::expected<Request, Refusal> read_head(std::string_view head, std::string_view peer_address,
                                          const GuardRules& rules) {
    beast::request_parser<beast::empty_body> parser;
    parser.header_limit(static_cast<std::uint32_t>(longest_head));
    // The guard has its own limit and a better answer.
    parser.body_limit(boost::none);
    boost::system::error_code error;
    parser.put(boost::asio::const_buffer(head.data(), head.size()), error);
    if (error && error != beast::error::need_more) return std::unexpected(refusal_of(error));
    if (!parser.is_header_done()) return std::unexpected(Refusal{400, "The request is not well-formed HTTP.", {}});

    const auto& message = parser.get();
    RawRequest raw;
    raw.method = {message.method_string().data(), message.method_string().size()};
    raw.target = {message.target().data(), message.target().size()};
    raw.version = static_cast<int>(message.version());
    raw.peer_address = peer_address;
    for (const auto& field : message)
        raw.fields.push_back({
            {field.name_string().data(), field.name_string().size()},
            {field.value().data(),       field.value().size()      }
        });
    return check(raw, rules);
}

}  // namespace loggia::http
