#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace loggia::http {

/// Why a request is turned away before any endpoint sees it.
struct Refusal {
    int status = 400;
    std::string message;
    std::string field;

    bool operator==(const Refusal&) const = default;
};

/// An answer. Can only hold header fields that are one line each, and is always sent with the fields of
/// security_headers.h; there is no way past either.
class Response {
public:
    explicit Response(int status = 200) : m_status(status) {}

    [[nodiscard]] static Response json(int status, std::string body);
    [[nodiscard]] static Response text(int status, std::string body);
    [[nodiscard]] static Response with_type(int status, std::string_view content_type, std::string body);
    /// Reads the page at `url` instead; after a form, too.
    [[nodiscard]] static Response see_other(std::string_view url);
    /// The failure as an ErrorView with its status, and Retry-After where coming back helps.
    [[nodiscard]] static Response failure(const Error& error);
    [[nodiscard]] static Response refusal(const Refusal& refusal);
    /// Bytes that outlive every response, such as a file held in memory: sent without a copy.
    [[nodiscard]] static Response fixed(int status, std::string_view content_type, std::string_view body);
    /// Becomes a stream of sequence numbers once its head is sent.
    [[nodiscard]] static Response event_stream();

    /// False, and nothing added, if the field would not be one well-formed line.
    bool add_header(std::string_view name, std::string_view value);
    /// Replaces `no-store`, which every response has otherwise.
    void cache_for(std::string_view cache_control);
    /// Which endpoint or file answered, for the log. Must outlive the response: a literal.
    void name_route(std::string_view route) { m_route = route; }

    [[nodiscard]] int status() const { return m_status; }
    [[nodiscard]] std::string_view body() const { return m_fixed_body.empty() ? m_body : m_fixed_body; }
    [[nodiscard]] std::string_view header_lines() const { return m_header_lines; }
    [[nodiscard]] std::string_view route() const { return m_route; }
    [[nodiscard]] bool is_event_stream() const { return m_is_event_stream; }

    /// Everything up to and with the empty line. `date` as HTTP writes it.
    [[nodiscard]] std::string head(bool keep_alive, bool over_tls, std::string_view date) const;

private:
    int m_status;
    bool m_is_event_stream = false;
    std::string m_header_lines;
    std::string_view m_cache_control = "no-store";
    std::string m_body;
    std::string_view m_fixed_body;
    std::string_view m_route = "none";
};

/// "Not Found" for 404.
[[nodiscard]] std::string_view phrase_of(int status);

}  // namespace loggia::http
