#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// iCalendar, RFC 5545: what we tell other calendars and what we are told by them.
namespace loggia::calendar {

/// `text` as the value of a property of type TEXT: separators escaped, line breaks of every kind as "\n", all other
/// control characters and every byte that is not UTF-8 left out. It cannot end its line.
[[nodiscard]] std::string escaped(std::string_view text);

/// `text` as the value of a parameter, in quotes. What cannot stand there becomes an apostrophe or a space.
[[nodiscard]] std::string quoted(std::string_view text);

/// The address of a page; what cannot stand in one is percent-encoded.
[[nodiscard]] std::string as_uri(std::string_view text);

/// "mailto:mara@example.org", and nothing that a mail program takes for more than an address.
[[nodiscard]] std::string as_mail_uri(std::string_view address);

/// What somebody else has written, as it may be shown: the beginning of it, in ASCII that can be printed.
[[nodiscard]] std::string shown(std::string_view text);

/// Appends a line, folded so that no part is longer than 75 octets and no character is broken.
void append_folded(std::string& text, std::string_view line);

/// ASCII letters are the same in upper and lower case.
[[nodiscard]] bool is_same_name(std::string_view name, std::string_view other);

/// A property: NAME;PARAMETER=value;PARAMETER="value":VALUE. Views into the line it was read from.
struct ContentLine {
    struct Parameter {
        std::string_view name;
        std::string_view value;  ///< without its quotes
    };
    std::string_view name;
    std::vector<Parameter> parameters;
    std::string_view value;

    [[nodiscard]] bool is(std::string_view other) const { return is_same_name(name, other); }
    /// Empty if it is not there.
    [[nodiscard]] std::string_view parameter(std::string_view wanted) const;
};

/// Nothing if it is not one.
[[nodiscard]] std::optional<ContentLine> parse_content_line(std::string_view line);

/// The lines of a text one after the other, unfolded. Ends of lines may be CRLF or LF; empty lines are passed over.
class LineReader {
public:
    /// What is longer is cut.
    static constexpr std::size_t longest_line = 64 * 1024;

    explicit LineReader(std::string_view text);

    /// To the next line; false if there is none.
    [[nodiscard]] bool next();

    [[nodiscard]] std::string_view line() const { return m_line; }  ///< until next()
    [[nodiscard]] std::size_t number() const { return m_number; }   ///< of its first part, from 1
    [[nodiscard]] bool is_cut() const { return m_is_cut; }

private:
    [[nodiscard]] std::string_view take_part();
    [[nodiscard]] bool continues() const;

    std::string_view m_rest;
    std::string m_unfolded;
    std::string_view m_line;
    std::size_t m_parts = 0;
    std::size_t m_number = 0;
    bool m_is_cut = false;
};

}  // namespace loggia::calendar
