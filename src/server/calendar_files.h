#pragma once

#include "server/http/request.h"
#include "server/http/response.h"
#include "server/services.h"

#include <string_view>

namespace loggia::server {

/// Whether the path is one of those below.
[[nodiscard]] bool is_calendar_file(std::string_view path);

/// "/calendar/<secret>.ics": what its owner is booked for and serves, to whoever knows the secret.
/// "/calendar/bookings/<number>.ics": one booking, to whoever may see it. Anything else is not found.
[[nodiscard]] http::Response answer_calendar_file(const http::Request& request, Services& services);

}  // namespace loggia::server
