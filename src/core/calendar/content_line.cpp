#include "core/calendar/content_line.h"

#include "core/base/text.h"

#include <algorithm>

namespace loggia::calendar {
namespace {

constexpr std::size_t folded_length = 75;

constexpr bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }
constexpr bool is_control(char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; }

/// How long the character is that `text` begins with; 0 if it begins with none.
std::size_t character_length(std::string_view text) {
    const std::size_t most = std::min<std::size_t>(4, text.size());
    for (std::size_t length = 1; length <= most; ++length)
        if (text::is_utf8(text.substr(0, length))) return length;
    return 0;
}

/// Line separators outside of ASCII, at which many programs end a line: NEL, LINE and PARAGRAPH SEPARATOR.
bool is_line_break(std::string_view character) {
    return character == "\n" || character == "\xC2\x85" || character == "\xE2\x80\xA8" || character == "\xE2\x80\xA9";
}
bool is_control(std::string_view character) {
    return is_control(character.front()) ||
           (character.size() == 2 && character[0] == '\xC2' && static_cast<unsigned char>(character[1]) < 0xA0);
}

/// Calls with each well-formed character; a CR before LF is not one, any other is a line break.
template <class Take> void for_each_character(std::string_view text, Take take) {
    while (!text.empty()) {
        const std::size_t length = character_length(text);
        const std::string_view character = text.substr(0, length);
        text.remove_prefix(std::max<std::size_t>(length, 1));
        if (length == 0 || (character == "\r" && text.starts_with('\n'))) continue;
        take(character == "\r" ? std::string_view{"\n"} : character);
    }
}

constexpr bool is_name_letter(char letter) {
    return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
           letter == '-';
}
constexpr char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}

std::string_view take_name(std::string_view& rest) {
    const auto end = std::ranges::find_if_not(rest, is_name_letter);
    const auto length = static_cast<std::size_t>(end - rest.begin());
    const std::string_view name = rest.substr(0, length);
    rest.remove_prefix(length);
    return name;
}

/// Up to the ';' or ':' that ends it, both of which may stand in quotes. Nothing if it does not end.
std::optional<std::string_view> take_parameter_value(std::string_view& rest) {
    bool in_quotes = false;
    for (std::size_t i = 0; i < rest.size(); ++i) {
        if (rest[i] == '"') in_quotes = !in_quotes;
        if (in_quotes || (rest[i] != ';' && rest[i] != ':')) continue;
        std::string_view value = rest.substr(0, i);
        rest.remove_prefix(i);
        if (value.size() >= 2 && value.front() == '"' && value.find('"', 1) == value.size() - 1)
            value = value.substr(1, value.size() - 2);
        return value;
    }
    return std::nullopt;
}

/// Letters, digits and what is in `kept` as they are, every other byte as its number.
std::string percent_encoded(std::string_view text, std::string_view kept) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string made;
    for (const char byte : text) {
        const auto value = static_cast<unsigned char>(byte);
        if (is_name_letter(byte) || kept.contains(byte))
            made += byte;
        else
            made.append({'%', digits[value >> 4], digits[value & 15]});
    }
    return made;
}

}  // namespace

std::string escaped(std::string_view text) {
    std::string made;
    made.reserve(text.size());
    for_each_character(text, [&](std::string_view character) {
        if (is_line_break(character)) {
            made += "\\n";
        } else if (!is_control(character) || character == "\t") {
            if (character == "\\" || character == ";" || character == ",") made += '\\';
            made += character;
        }
    });
    return made;
}

std::string quoted(std::string_view text) {
    std::string made = "\"";
    for_each_character(text, [&](std::string_view character) {
        // A caret begins an escape where RFC 6868 is spoken and none where it is not.
        if (character == "\"" || character == "^")
            made += '\'';
        else if (is_line_break(character) || is_control(character))
            made += ' ';
        else
            made += character;
    });
    return made += '"';
}

std::string as_uri(std::string_view text) { return percent_encoded(text, "-._~:/?#[]@!$&'()*+,;=%"); }

std::string as_mail_uri(std::string_view address) { return "mailto:" + percent_encoded(address, "-._~@!$'*+="); }

std::string shown(std::string_view text) {
    constexpr std::size_t longest = 40;
    std::string made{text.substr(0, longest)};
    for (char& letter : made)
        if (letter < ' ' || letter > '~') letter = '?';
    return text.size() > longest ? made + "..." : made;
}

void append_folded(std::string& text, std::string_view line) {
    std::size_t room = folded_length;
    while (line.size() > room) {
        std::size_t length = room;
        while (length > 0 && is_continuation(line[length])) --length;
        if (length == 0) length = room;
        text.append(line.substr(0, length)).append("\r\n ");
        line.remove_prefix(length);
        room = folded_length - 1;
    }
    text.append(line).append("\r\n");
}

bool is_same_name(std::string_view name, std::string_view other) {
    return std::ranges::equal(name, other, {}, lower, lower);
}

std::string_view ContentLine::parameter(std::string_view wanted) const {
    for (const auto& each : parameters)
        if (is_same_name(each.name, wanted)) return each.value;
    return {};
}

std::optional<ContentLine> parse_content_line(std::string_view line) {
    ContentLine made;
    made.name = take_name(line);
    if (made.name.empty()) return std::nullopt;
    while (line.starts_with(';')) {
        line.remove_prefix(1);
        const std::string_view name = take_name(line);
        if (name.empty() || !line.starts_with('=')) return std::nullopt;
        line.remove_prefix(1);
        const auto value = take_parameter_value(line);
        if (!value) return std::nullopt;
        made.parameters.push_back({name, *value});
    }
    if (!line.starts_with(':')) return std::nullopt;
    made.value = line.substr(1);
    return made;
}

LineReader::LineReader(std::string_view text) : m_rest(text) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (m_rest.starts_with(byte_order_mark)) m_rest.remove_prefix(byte_order_mark.size());
}

bool LineReader::next() {
    std::string_view part;
    do {
        if (m_rest.empty()) return false;
        m_number = m_parts + 1;
        part = take_part();
    } while (part.empty());

    m_is_cut = part.size() > longest_line;
    m_line = part.substr(0, longest_line);
    if (!continues()) return true;

    m_unfolded = m_line;
    while (continues()) {
        part = take_part().substr(1);
        const std::size_t room = longest_line - m_unfolded.size();
        m_is_cut = m_is_cut || part.size() > room;
        m_unfolded += part.substr(0, room);
    }
    m_line = m_unfolded;
    return true;
}

std::string_view LineReader::take_part() {
    const std::size_t end = std::min(m_rest.find('\n'), m_rest.size());
    std::string_view part = m_rest.substr(0, end);
    m_rest.remove_prefix(std::min(end + 1, m_rest.size()));
    if (part.ends_with('\r')) part.remove_suffix(1);
    ++m_parts;
    return part;
}

bool LineReader::continues() const { return m_rest.starts_with(' ') || m_rest.starts_with('\t'); }

}  // namespace loggia::calendar
