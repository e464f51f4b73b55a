#pragma once

#include "server/http/request.h"
#include "server/http/response.h"

#include <string>
#include <string_view>

namespace loggia::http {

/// One member as RFC 1952 has it: no name, no time. For what is written anew for each request; files have theirs made
/// when they are built. Never for a page that holds a lasting secret beside what a stranger may have put into it: its
/// length would tell of the secret (BREACH, Black Hat 2013).
[[nodiscard]] std::string gzip(std::string_view plain);

/// Packed if whoever asks unpacks it. The caller says "Vary".
[[nodiscard]] Response packed_response(int status, std::string_view type, std::string body, const Request& request);

}  // namespace loggia::http
