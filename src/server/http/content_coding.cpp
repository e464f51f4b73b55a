#include "server/http/content_coding.h"

#include "core/base/text.h"

#include <algorithm>
#include <string>

namespace loggia::http {

namespace {

/// "0", "0.0", "0.000" refuse; everything else, malformed weights too, accepts.
bool is_zero_weight(std::string_view parameters) {
    const std::string weight = text::ascii_lower(text::trimmed(parameters));
    if (!weight.starts_with("q=0")) return false;
    return std::string_view(weight).substr(3).find_first_not_of(".0") == std::string_view::npos;
}

enum class Wish { unmentioned, accepted, refused };

Wish wish_for(std::string_view accept_encoding, std::string_view coding) {
    Wish wish = Wish::unmentioned;
    while (!accept_encoding.empty()) {
        const std::string_view item = accept_encoding.substr(0, accept_encoding.find(','));
        accept_encoding.remove_prefix(std::min(accept_encoding.size(), item.size() + 1));
        const std::size_t semicolon = item.find(';');
        const std::string name = text::ascii_lower(text::trimmed(item.substr(0, semicolon)));
        const bool is_refused = semicolon != std::string_view::npos && is_zero_weight(item.substr(semicolon + 1));
        if (name == coding) return is_refused ? Wish::refused : Wish::accepted;
        if (name == "*") wish = is_refused ? Wish::refused : Wish::accepted;
    }
    return wish;
}

}  // namespace

Coding choose_coding(std::string_view accept_encoding, Codings available) {
    if (available.brotli && wish_for(accept_encoding, "br") == Wish::accepted) return Coding::brotli;
    if (available.gzip && wish_for(accept_encoding, "gzip") == Wish::accepted) return Coding::gzip;
    return Coding::identity;
}

}  // namespace loggia::http
