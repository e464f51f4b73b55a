#pragma once

#include "server/endpoints/call.h"
#include "server/storage/bookings.h"
#include "server/storage/digest.h"

#include <array>
#include <string>

namespace loggia::endpoints {

/// 32 characters that nobody can guess.
[[nodiscard]] inline std::string new_secret(const RandomSource& random) {
    std::array<std::byte, 24> bytes{};
    random(bytes);
    return storage::url_text(bytes);
}

[[nodiscard]] inline Result<BookingId> unused_booking_id(const storage::BusinessReader& business,
                                                         const RandomSource& random, Instant now) {
    for (;;) {
        const auto id = new_id<BookingId>(random, now);
        if (!TRY(storage::id_is_taken(business, id))) return id;
    }
}

}  // namespace loggia::endpoints
