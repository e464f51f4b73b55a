#pragma once

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/policy/decide.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>

namespace loggia::endpoints {

/// Fills the span with bytes nobody can predict.
using RandomSource = std::function<void(std::span<std::byte>)>;

/// One request as a handler sees it: no HTTP, no clock, no global. The router has authenticated the caller,
/// decoded and checked the request, and asked the policy whether the caller may use the endpoint at all;
/// which records it reaches is the handler's question.
template <class Request>
struct Call {
    Request request;
    policy::Actor actor;
    Instant now;
    RandomSource random;        ///< ids and secrets; reads may leave it empty
    policy::Decision decision;  ///< of the router, for the endpoint's permission
};

/// A new number: the second it was made, then 31 random bits. Sorts by age, cannot be guessed.
template <class AnyId>
[[nodiscard]] AnyId new_id(const RandomSource& random, Instant now) {
    std::array<std::byte, 4> bytes{};
    random(bytes);
    std::int64_t low = 0;
    for (std::byte byte : bytes) low = (low << 8) | std::to_integer<std::int64_t>(byte);
    return AnyId{(unix_seconds(now) << 31) | (low & 0x7fff'ffff)};
}

}  // namespace loggia::endpoints
