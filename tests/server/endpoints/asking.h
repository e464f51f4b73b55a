#pragma once

#include "server/endpoints/handlers.h"
#include "server/storage/stored_world.h"

#include <memory>
#include <random>
#include <type_traits>

/// Asking the handlers as one of the world's people, without a router.
namespace loggia::endpoints {

using storage::harbour;
using storage::must;
using storage::StoredWorld;

/// Bytes anybody can predict. Copies go on where the others are.
inline RandomSource repeatable_random(unsigned seed = 42) {
    return [random = std::make_shared<std::mt19937>(seed)](std::span<std::byte> bytes) {
        for (auto& byte : bytes) byte = static_cast<std::byte>((*random)());
    };
}

struct World : StoredWorld {
    RandomSource random = repeatable_random();
    Instant now = world::now();

    template <class Request>
    Call<Request> call(const policy::Actor& actor, Request request) const {
        return {std::move(request), actor, now, random, {}};
    }
    template <class Response, class Request>
    Result<Response> ask(Result<Response> (*handler)(const Call<Request>&, const BusinessReader&),
                         const policy::Actor& actor, std::type_identity_t<Request> request = {}) {
        const auto asked = call<Request>(actor, std::move(request));
        return store().read(harbour, [&](const BusinessReader& business) { return handler(asked, business); });
    }
    template <class Response, class Request>
    Result<Response> ask(Result<Response> (*handler)(const Call<Request>&, BusinessWriter&),
                         const policy::Actor& actor, std::type_identity_t<Request> request = {}) {
        const Call<Request> asked{std::move(request), actor, now, random, {}};
        return store().write(harbour, [&](BusinessWriter& business) { return handler(asked, business); });
    }
};

template <class T>
ErrorCode code_of(const Result<T>& result) {
    if (result) throw std::runtime_error{"this was to be refused"};
    return result.error().code;
}

}  // namespace loggia::endpoints
