#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace loggia::http {

inline constexpr std::size_t longest_head = 16 * 1024;

/// Finds where the head of a request ends, and refuses at once what two parsers could read in two ways.
struct HeadScan {
    enum class State { incomplete, complete, malformed, too_long };
    State state = State::incomplete;
    std::size_t length = 0;  ///< with the empty line, once complete
};

/// `received` is everything since the last request. Malformed: a line feed without its carriage return or the
/// reverse, NUL, a line that begins with a blank (a folded header), an empty first line.
[[nodiscard]] HeadScan scan_head(std::string_view received);

}  // namespace loggia::http
