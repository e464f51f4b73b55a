#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace loggia::text {

/// The whole of `digits` as a number, or nothing: no sign but '-', no spaces, no overflow.
[[nodiscard]] std::optional<std::int64_t> to_integer(std::string_view digits);

/// `value` in decimal, padded with zeros on the left to at least `width`.
[[nodiscard]] std::string padded(std::int64_t value, int width);

[[nodiscard]] std::string_view trimmed(std::string_view text);

/// The parts between the separators, each as long as it is; none of an empty text.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

/// Lower case for ASCII letters; every other byte as it is.
[[nodiscard]] std::string ascii_lower(std::string_view text);

/// Well-formed UTF-8 by RFC 3629: no surrogates, nothing overlong, nothing above U+10FFFF.
[[nodiscard]] bool is_utf8(std::string_view text);

/// Code points, not bytes. `text` must be UTF-8.
[[nodiscard]] std::size_t code_points(std::string_view text);

/// Whether any code point is a control character (C0, DEL, C1), line feed and tab excepted.
[[nodiscard]] bool has_control_characters(std::string_view text);

/// "école" → "École": the first letter in upper case if it is a Latin one, the rest as it is.
[[nodiscard]] std::string with_capital(std::string_view text);

/// "Mara Kovač" → "MK"; at most two letters, upper case where Latin; "" for "".
[[nodiscard]] std::string initials(std::string_view name);

}  // namespace loggia::text
