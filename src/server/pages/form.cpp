#include "server/pages/form.h"

#include "core/base/text.h"
#include "server/http/target.h"

#include <algorithm>

namespace loggia::server {

namespace {

constexpr std::size_t most_fields = 400;
constexpr std::string_view digits = "0123456789abcdef";

std::unexpected<Error> unreadable(std::string message) { return fail(ErrorCode::invalid_input, std::move(message)); }

Result<Seed> parse_seed(std::string_view text) {
    Seed seed{};
    if (text.size() != 2 * seed.size()) return unreadable("The form does not say which page it belongs to.");
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto value = digits.find(text[i]);
        if (value == std::string_view::npos) return unreadable("The form does not say which page it belongs to.");
        seed[i / 2] = static_cast<std::uint8_t>(seed[i / 2] << 4U | value);
    }
    return seed;
}

Result<ui::NodeId> parse_id(std::string_view text) {
    const auto number = text::to_integer(text);
    if (!number || *number <= 1 || *number > 0xffffffff) return unreadable("The form presses what no page shows.");
    return static_cast<ui::NodeId>(*number);
}

Result<std::vector<ui::NodeId>> parse_trail(std::string_view text) {
    std::vector<ui::NodeId> trail;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        if (trail.size() == longest_trail) return unreadable("The form presses more than a page remembers.");
        trail.push_back(TRY(parse_id(word)));
    }
    return trail;
}

/// Line ends travel as CR LF; everything else that a key cannot type is refused.
Result<std::string> checked_text(std::string text) {
    std::erase(text, '\r');
    if (!text::is_utf8(text)) return unreadable("The form holds text that is not UTF-8.");
    if (text::has_control_characters(text)) return unreadable("The form holds control characters.");
    return text;
}

}  // namespace

std::string to_hex(const Seed& seed) {
    std::string text;
    for (const std::uint8_t byte : seed) {
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

std::string to_text(const std::vector<ui::NodeId>& trail) {
    std::string text;
    for (const ui::NodeId id : trail) text.append(text.empty() ? "" : " ").append(std::to_string(id));
    return text;
}

Result<PostedForm> parse_form(std::string_view body) {
    auto pairs = http::parse_pairs(body);
    if (!pairs) return unreadable(std::move(pairs).error().message);
    if (pairs->size() > most_fields) return unreadable("The form holds more fields than a page of ours.");
    PostedForm form;
    bool has_seed = false;
    for (auto& [raw_name, raw_value] : *pairs) {
        const std::string name = TRY(checked_text(std::move(raw_name)));
        std::string value = TRY(checked_text(std::move(raw_value)));
        if (name == seed_name) {
            form.seed = TRY(parse_seed(value));
            has_seed = true;
        } else if (name == trail_name) {
            form.trail = TRY(parse_trail(value));
        } else if (name.starts_with(':')) {
            if (form.press == 0) form.press = TRY(parse_id(std::string_view(name).substr(1)));
        } else {
            form.fields.push_back({name, std::move(value)});
        }
    }
    if (!has_seed) return unreadable("The form does not say which page it belongs to.");
    return form;
}

}  // namespace loggia::server
