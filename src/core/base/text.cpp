#include "core/base/text.h"

#include <algorithm>
#include <charconv>

namespace loggia::text {
namespace {

constexpr char32_t malformed = 0xFFFFFFFF;

struct CodePoint {
    char32_t value = malformed;
    std::size_t length = 1;
};

constexpr unsigned char byte_at(std::string_view text, std::size_t position) {
    return static_cast<unsigned char>(text[position]);
}

/// The code point that begins at `position`; `malformed` with length 1 if none does.
CodePoint code_point_at(std::string_view text, std::size_t position) {
    const unsigned char lead = byte_at(text, position);
    if (lead < 0x80) return {lead, 1};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || position + length > text.size()) return {};

    char32_t value = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        const unsigned char next = byte_at(text, position + i);
        if ((next & 0xC0) != 0x80) return {};
        value = value << 6 | (next & 0x3F);
    }
    constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < least[length] || value > 0x10FFFF || is_surrogate) return {};
    return {value, length};
}

bool is_space(char letter) { return letter == ' ' || (letter >= '\t' && letter <= '\r'); }

/// Small letters of one block of Unicode: every `every`th from `first` to `last`, its capital `distance` before it.
struct SmallLetters {
    char32_t first, last, every, distance;
};

// To the end of Latin Extended-A. The capital of ÿ, ı and ŉ is elsewhere or none; they stay as they are.
constexpr SmallLetters small_letters[]{
    {U'a',   U'z',   1, 0x20},
    {U'à',   U'ö',   1, 0x20},
    {U'ø',   U'þ',   1, 0x20},
    {0x0101, 0x012F, 2, 1   },
    {0x0133, 0x0137, 2, 1   },
    {0x013A, 0x0148, 2, 1   },
    {0x014B, 0x0177, 2, 1   },
    {0x017A, 0x017E, 2, 1   },
};

char32_t upper(char32_t letter) {
    for (const auto& row : small_letters)
        if (letter >= row.first && letter <= row.last && (letter - row.first) % row.every == 0)
            return letter - row.distance;
    return letter;
}

/// The first letter of a text that is not empty, in upper case.
std::string first_letter(std::string_view word) {
    const auto [value, length] = code_point_at(word, 0);
    const char32_t capital = upper(value);
    if (capital == value) return std::string(word.substr(0, length));
    if (capital < 0x80) return {static_cast<char>(capital)};
    return {static_cast<char>(0xC0 | capital >> 6), static_cast<char>(0x80 | (capital & 0x3F))};
}

}  // namespace

std::optional<std::int64_t> to_integer(std::string_view digits) {
    std::int64_t value = 0;
    const char* const end = digits.data() + digits.size();
    const auto [stopped, error] = std::from_chars(digits.data(), end, value);
    if (error != std::errc{} || stopped != end) return std::nullopt;
    return value;
}

std::string padded(std::int64_t value, int width) {
    std::string digits = std::to_string(value);
    const std::size_t sign = value < 0 ? 1 : 0;
    const auto wanted = static_cast<std::size_t>(std::max(width, 0));
    if (digits.size() < wanted) digits.insert(sign, wanted - digits.size(), '0');
    return digits;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    if (text.empty()) return parts;
    for (std::size_t end = text.find(separator); end != std::string_view::npos; end = text.find(separator)) {
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    parts.push_back(text);
    return parts;
}

std::string ascii_lower(std::string_view text) {
    std::string lower{text};
    for (char& letter : lower)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return lower;
}

bool is_utf8(std::string_view text) {
    for (std::size_t position = 0; position < text.size();) {
        const CodePoint next = code_point_at(text, position);
        if (next.value == malformed) return false;
        position += next.length;
    }
    return true;
}

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char byte) { return (byte & 0xC0) != 0x80; }));
}

bool has_control_characters(std::string_view text) {
    for (std::size_t position = 0; position < text.size();) {
        const auto [value, length] = code_point_at(text, position);
        if (value < 0x20 && value != '\n' && value != '\t') return true;
        if (value >= 0x7F && value <= 0x9F) return true;
        position += length;
    }
    return false;
}

std::string with_capital(std::string_view text) {
    if (text.empty()) return {};
    return first_letter(text).append(text.substr(code_point_at(text, 0).length));
}

std::string initials(std::string_view name) {
    name = trimmed(name);
    if (name.empty()) return {};
    std::string letters = first_letter(name);
    const std::size_t last_space = name.find_last_of(" \t\n\v\f\r");
    if (last_space != std::string_view::npos) letters += first_letter(name.substr(last_space + 1));
    return letters;
}

}  // namespace loggia::text
