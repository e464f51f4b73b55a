#pragma once

#include "server/http/reply.h"
#include "server/http/request.h"

namespace loggia::http {

/// What answers. One per io thread and called on that thread only, so it may hold things that are not shared.
class Application {
public:
    virtual ~Application() = default;
    virtual void answer(Request request, Reply reply) = 0;
};

}  // namespace loggia::http
