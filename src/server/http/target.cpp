#include "server/http/target.h"

#include <algorithm>
#include <optional>

namespace loggia::http {

namespace {

int hexadecimal(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return -1;
}

enum class PlusIsSpace { no, yes };

std::optional<std::string> percent_decoded(std::string_view text, PlusIsSpace plus) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '+' && plus == PlusIsSpace::yes) {
            decoded += ' ';
        } else if (text[at] != '%') {
            decoded += text[at];
        } else {
            if (at + 2 >= text.size()) return std::nullopt;
            const int high = hexadecimal(text[at + 1]);
            const int low = hexadecimal(text[at + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            decoded += static_cast<char>(high * 16 + low);
            at += 2;
        }
    }
    return decoded;
}

bool holds_encoded_slash(std::string_view path) {
    for (std::size_t at = path.find('%'); at != std::string_view::npos; at = path.find('%', at + 1)) {
        const std::string_view code = path.substr(at + 1, 2);
        if (code == "2f" || code == "2F" || code == "5c" || code == "5C") return true;
    }
    return false;
}

bool is_control(unsigned char byte) { return byte < 0x20 || byte == 0x7f; }

std::unexpected<Refusal> refused(int status, std::string message) {
    return std::unexpected(Refusal{status, std::move(message), {}});
}

std::expected<std::string, Refusal> parse_path(std::string_view raw) {
    if (holds_encoded_slash(raw)) return refused(400, "The path holds an encoded slash.");
    auto path = percent_decoded(raw, PlusIsSpace::no);
    if (!path) return refused(400, "The path holds a percent sign that encodes nothing.");
    if (std::ranges::any_of(*path, is_control)) return refused(400, "The path holds a control character.");
    if (path->find("..") != std::string::npos) return refused(400, "The path holds \"..\".");
    if (path->find("//") != std::string::npos) return refused(400, "The path holds an empty part.");
    return std::move(*path);
}

}  // namespace

std::expected<std::vector<api::Parameter>, Refusal> parse_pairs(std::string_view raw) {
    std::vector<api::Parameter> query;
    while (!raw.empty()) {
        const std::string_view pair = raw.substr(0, raw.find('&'));
        raw.remove_prefix(std::min(raw.size(), pair.size() + 1));
        if (pair.empty()) continue;
        const std::size_t equals = pair.find('=');
        auto name = percent_decoded(pair.substr(0, equals), PlusIsSpace::yes);
        const std::string_view raw_value = equals == std::string_view::npos ? "" : pair.substr(equals + 1);
        auto value = percent_decoded(raw_value, PlusIsSpace::yes);
        if (!name || !value) return refused(400, "There is a percent sign that encodes nothing.");
        query.push_back({std::move(*name), std::move(*value)});
    }
    return query;
}

std::expected<Target, Refusal> parse_target(std::string_view target) {
    if (target.size() > longest_target) return refused(414, "The address is longer than 2 KiB.");
    if (target.empty() || target.front() != '/') return refused(400, "The request target must begin with a slash.");
    for (const unsigned char byte : target)
        if (byte <= 0x20 || byte >= 0x7f || byte == '\\' || byte == '#')
            return refused(400, "The address holds a character that must be percent-encoded.");
    if (target.find("%00") != std::string_view::npos) return refused(400, "The address holds a NUL.");

    const std::size_t question = target.find('?');
    auto path = parse_path(target.substr(0, question));
    if (!path) return std::unexpected(std::move(path).error());
    auto query = parse_pairs(question == std::string_view::npos ? std::string_view{} : target.substr(question + 1));
    if (!query) return std::unexpected(std::move(query).error());
    return Target{std::move(*path), std::move(*query)};
}

}  // namespace loggia::http
