#pragma once

#include "server/http/response.h"

#include <functional>
#include <utility>

namespace loggia::http {

/// Where the answer to one request goes. Called exactly once, from any thread; dropped without a call it
/// answers 500, so a forgotten reply can never leave a client waiting.
class Reply {
public:
    using Deliver = std::move_only_function<void(Response)>;

    explicit Reply(Deliver deliver) : m_deliver(std::move(deliver)) {}
    Reply(Reply&& other) noexcept : m_deliver(std::exchange(other.m_deliver, nullptr)) {}
    Reply& operator=(Reply&&) = delete;
    ~Reply() {
        if (m_deliver) m_deliver(Response::failure({ErrorCode::internal, "The request was not answered.", {}, 0}));
    }

    void operator()(Response response) {
        if (auto deliver = std::exchange(m_deliver, nullptr)) deliver(std::move(response));
    }

private:
    Deliver m_deliver;
};

}  // namespace loggia::http
