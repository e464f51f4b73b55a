#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace loggia::server {

/// The languages of an Accept-Language header, best first; at most eight.
[[nodiscard]] std::vector<std::string> languages_in(std::string_view accept_language);

}  // namespace loggia::server
