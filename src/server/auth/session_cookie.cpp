#include "server/auth/session_cookie.h"

#include "core/base/text.h"
#include "server/auth/random.h"
#include "server/storage/digest.h"

#include <algorithm>
#include <array>

namespace loggia::auth {

namespace {

constexpr std::size_t token_bytes = 32;
constexpr std::size_t token_characters = 43;

constexpr std::string_view name_for(Transport transport) {
    return transport == Transport::tls ? "__Host-loggia" : "loggia";
}

bool has_form_of_token(std::string_view text) {
    return text.size() == token_characters && std::ranges::all_of(text, [](char letter) {
               return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                      (letter >= '0' && letter <= '9') || letter == '-' || letter == '_';
           });
}

std::string cookie_text(std::string_view value, Transport transport, seconds life) {
    std::string cookie(name_for(transport));
    cookie.append("=").append(value).append("; Path=/; HttpOnly; SameSite=Strict; Max-Age=");
    cookie.append(std::to_string(life.count()));
    if (transport == Transport::tls) cookie.append("; Secure");
    return cookie;
}

}  // namespace

std::string new_session_token() {
    std::array<std::byte, token_bytes> bytes{};
    fill_with_random(bytes);
    return storage::url_text(bytes);
}

std::string session_cookie(std::string_view token, Transport transport, seconds life) {
    return cookie_text(token, transport, life);
}

std::string ended_session_cookie(Transport transport) { return cookie_text("", transport, seconds{0}); }

std::optional<std::string> session_token_in(std::string_view cookie_header, Transport transport) {
    std::optional<std::string> token;
    while (!cookie_header.empty()) {
        const std::string_view pair = cookie_header.substr(0, cookie_header.find(';'));
        cookie_header.remove_prefix(std::min(cookie_header.size(), pair.size() + 1));
        const std::size_t equals = pair.find('=');
        if (equals == std::string_view::npos) continue;
        if (text::trimmed(pair.substr(0, equals)) != name_for(transport)) continue;
        // Two of them: someone planted one, and which is ours cannot be known.
        if (token) return std::nullopt;
        token = text::trimmed(pair.substr(equals + 1));
    }
    if (token && !has_form_of_token(*token)) return std::nullopt;
    return token;
}

}  // namespace loggia::auth
