#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// A client that says exactly what it is told to, byte for byte.
namespace loggia::testing {

struct RawResponse {
    int status = 0;                              ///< 0: the server closed without an answer
    std::map<std::string, std::string> headers;  ///< names in lower case; the last of several
    std::vector<std::string> cookies;            ///< values of Set-Cookie, in their order
    std::string body;

    [[nodiscard]] std::string header(const std::string& name) const {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string{} : found->second;
    }
};

class RawClient {
public:
    explicit RawClient(std::uint16_t port);
    ~RawClient();
    RawClient(RawClient&& other) noexcept;
    RawClient(const RawClient&) = delete;

    void send(std::string_view bytes);
    /// The next response. `has_body` is false for the answer to a HEAD.
    [[nodiscard]] RawResponse receive(bool has_body = true);
    [[nodiscard]] RawResponse exchange(std::string_view bytes) {
        send(bytes);
        return receive();
    }
    /// Reads until `text` has come; what came up to and with it, or all there was before the end.
    std::string receive_until(std::string_view text);
    /// Whether the server closes within `time`.
    [[nodiscard]] bool is_closed_within(std::chrono::milliseconds time);

private:
    bool read_more();

    int m_socket = -1;
    std::string m_received;
};

/// "GET /path HTTP/1.1" with a Host and the header lines given, each ending in CR LF.
[[nodiscard]] std::string get_request(std::string_view path, std::string_view header_lines = {});
/// A POST as a page of ours sends it.
[[nodiscard]] std::string post_request(std::string_view path, std::string_view body, std::string_view header_lines);
/// A new Idempotency-Key line.
[[nodiscard]] std::string fresh_key_line();

}  // namespace loggia::testing
