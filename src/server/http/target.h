#pragma once

#include "core/api/json.h"
#include "server/http/response.h"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace loggia::http {

inline constexpr std::size_t longest_target = 2 * 1024;

struct Target {
    std::string path;
    std::vector<api::Parameter> query;
};

/// "/a/b%20c?d=e": origin form only, percent signs undone. Refused: everything that could name a thing in two
/// ways
/// ("..", an encoded slash or NUL, a backslash), and bytes that no URL holds.
[[nodiscard]] std::expected<Target, Refusal> parse_target(std::string_view target);

/// "a=1&b=2", of an address or of a form; '+' is a blank.
[[nodiscard]] std::expected<std::vector<api::Parameter>, Refusal> parse_pairs(std::string_view pairs);

}  // namespace loggia::http
