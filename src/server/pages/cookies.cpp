#include "server/pages/cookies.h"

#include "core/base/text.h"
#include "portal/url.h"

#include <algorithm>

namespace loggia::server {

namespace {

constexpr std::size_t longest_kept = 2048;
constexpr std::size_t most_kept = 8;
constexpr int kept_seconds = 30 * 24 * 60 * 60;

std::string_view kept_name(auth::Transport transport) {
    return transport == auth::Transport::tls ? "__Host-loggia-kept" : "loggia-kept";
}

struct Pair {
    std::string_view name, value;
};

Pair pair_of(std::string_view text) {
    const auto equals = text.find('=');
    if (equals == std::string_view::npos) return {text::trimmed(text), {}};
    return {text::trimmed(text.substr(0, equals)), text::trimmed(text.substr(equals + 1))};
}

template <class See> void each_pair(std::string_view header, See see) {
    while (!header.empty()) {
        const std::string_view pair = header.substr(0, header.find(';'));
        header.remove_prefix(std::min(header.size(), pair.size() + 1));
        if (const Pair one = pair_of(pair); !one.name.empty()) see(one);
    }
}

}  // namespace

std::string cookies_after(std::string_view cookie_header, std::string_view set_cookie) {
    const Pair fresh = pair_of(set_cookie.substr(0, set_cookie.find(';')));
    std::string header;
    const auto append = [&](const Pair& pair) {
        header.append(header.empty() ? "" : "; ").append(pair.name).append("=").append(pair.value);
    };
    each_pair(cookie_header, [&](const Pair& pair) {
        if (pair.name != fresh.name) append(pair);
    });
    if (!fresh.value.empty()) append(fresh);
    return header;
}

std::vector<ui::Stored> kept_in(std::string_view cookie_header, auth::Transport transport) {
    std::vector<ui::Stored> kept;
    each_pair(cookie_header, [&](const Pair& cookie) {
        if (cookie.name != kept_name(transport) || cookie.value.size() > longest_kept) return;
        kept.clear();
        for (auto& [name, value] : portal::query_of(cookie.value)) {
            const bool is_text = text::is_utf8(value) && !text::has_control_characters(value);
            if (is_text && text::is_utf8(name) && kept.size() < most_kept)
                kept.push_back({.key = name, .value = value});
        }
    });
    return kept;
}

std::string kept_cookie(const std::vector<ui::Stored>& stored, auth::Transport transport) {
    std::string value;
    for (const auto& [key, text, by] : stored) {
        if (text.empty()) continue;
        value.append(value.empty() ? "" : "&").append(portal::url_encoded(key));
        value.append("=").append(portal::url_encoded(text));
    }
    if (value.size() > longest_kept) return {};
    std::string cookie(kept_name(transport));
    cookie.append("=").append(value).append("; Path=/; SameSite=Strict; Max-Age=");
    cookie.append(std::to_string(value.empty() ? 0 : kept_seconds));
    if (transport == auth::Transport::tls) cookie.append("; Secure");
    return cookie;
}

}  // namespace loggia::server
