#pragma once

#include <string>
#include <string_view>

namespace loggia::http {

/// One member as RFC 1952 has it: no name, no time. For what is written anew for each request; files have theirs made
/// when they are built. Never for a page that holds a lasting secret beside what a stranger may have put into it: its
/// length would tell of the secret (BREACH, Black Hat 2013).
[[nodiscard]] std::string gzip(std::string_view plain);

}  // namespace loggia::http
