#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <optional>

namespace loggia::scheduling {

/// As whom a booking is cancelled: the rules for clients do not bind those who may cancel it at work.
enum class Canceller : std::uint8_t { client, staff };

enum class CancellationRefusal : std::uint8_t {
    begun,     ///< the visit has started
    too_late,  ///< the period in which clients cancel freely has ended
};

/// The first moment at which a client can no longer cancel a visit.
[[nodiscard]] constexpr Instant free_cancellation_end(Instant starts_at, minutes free_cancellation) {
    return starts_at - free_cancellation;
}

/// What the time says against cancelling a visit, if anything. Whether the person may cancel it at all is the
/// policy's.
[[nodiscard]] constexpr std::optional<CancellationRefusal>
cancellation_refusal(Instant starts_at, minutes free_cancellation, Canceller canceller, Instant now) {
    if (now >= starts_at) return CancellationRefusal::begun;
    if (canceller == Canceller::client && now >= free_cancellation_end(starts_at, free_cancellation))
        return CancellationRefusal::too_late;
    return std::nullopt;
}

}  // namespace loggia::scheduling
