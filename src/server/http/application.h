#pragma once

#include "server/http/reply.h"
#include "server/http/request.h"

#include <functional>

namespace loggia::http {

/// The thread an application lives on.
class HomeThread {
public:
    using Task = std::move_only_function<void()>;
    /// Runs `task` there, later. From any thread.
    virtual void post(Task task) = 0;

protected:
    ~HomeThread() = default;
};

/// What answers. One per io thread and called on that thread only, so it may hold things that are not shared.
class Application {
public:
    virtual ~Application() = default;
    /// Before the first request, and once.
    virtual void move_in(HomeThread&) {}
    virtual void answer(Request request, Reply reply) = 0;
};

}  // namespace loggia::http
