#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace loggia::portal {

/// How far a change that was made without a network has come.
enum class Delivery : std::uint8_t {
    writing,   ///< on its way to the disk; nobody was told that it waits
    pending,   ///< on the disk, to be sent
    sending,   ///< sent, not answered
    sent,      ///< the server has said yes
    failed,    ///< the server has said no, and would again
    conflict,  ///< the server has said no: what was wanted is not free any more
    gone,      ///< given up
};

enum class DeliveryEvent : std::uint8_t {
    kept,       ///< is on the disk
    not_kept,   ///< could not be written
    begun,      ///< the request has left
    confirmed,  ///< success
    lost,       ///< no answer, or one that says to come back
    refused,
    outrun,   ///< refused because somebody else was faster or a rule now stands against it
    expired,  ///< waited longer than the server remembers its key
    retried,
    discarded,
};

struct DeliveryStep {
    Delivery from;
    DeliveryEvent event;
    Delivery to;
};

/// The life of a change that waits. What is not in this table cannot happen.
inline constexpr std::array delivery_steps{
    DeliveryStep{Delivery::writing,  DeliveryEvent::kept,      Delivery::pending },
    DeliveryStep{Delivery::writing,  DeliveryEvent::not_kept,  Delivery::gone    },
    DeliveryStep{Delivery::pending,  DeliveryEvent::begun,     Delivery::sending },
    DeliveryStep{Delivery::pending,  DeliveryEvent::expired,   Delivery::failed  },
    DeliveryStep{Delivery::pending,  DeliveryEvent::discarded, Delivery::gone    },
    DeliveryStep{Delivery::sending,  DeliveryEvent::confirmed, Delivery::sent    },
    DeliveryStep{Delivery::sending,  DeliveryEvent::lost,      Delivery::pending },
    DeliveryStep{Delivery::sending,  DeliveryEvent::refused,   Delivery::failed  },
    DeliveryStep{Delivery::sending,  DeliveryEvent::outrun,    Delivery::conflict},
    DeliveryStep{Delivery::failed,   DeliveryEvent::retried,   Delivery::pending },
    DeliveryStep{Delivery::failed,   DeliveryEvent::discarded, Delivery::gone    },
    DeliveryStep{Delivery::conflict, DeliveryEvent::retried,   Delivery::pending },
    DeliveryStep{Delivery::conflict, DeliveryEvent::discarded, Delivery::gone    },
};

[[nodiscard]] constexpr std::optional<Delivery> after(Delivery from, DeliveryEvent event) {
    for (const auto& step : delivery_steps)
        if (step.from == from && step.event == event) return step.to;
    return std::nullopt;
}

/// What a record on the disk says. A request whose page went away while it was sent waits like any other: its key
/// makes the server do it once.
[[nodiscard]] constexpr std::string_view name_of(Delivery delivery) {
    return delivery == Delivery::failed ? "failed" : delivery == Delivery::conflict ? "conflict" : "pending";
}
[[nodiscard]] constexpr std::optional<Delivery> delivery_named(std::string_view name) {
    for (const auto delivery : {Delivery::pending, Delivery::failed, Delivery::conflict})
        if (name_of(delivery) == name) return delivery;
    return std::nullopt;
}

}  // namespace loggia::portal
