#pragma once

#include "server/router.h"

namespace loggia::server {

/// Every endpoint with the function that answers it. One router serves all threads.
[[nodiscard]] Router make_router();

}  // namespace loggia::server
