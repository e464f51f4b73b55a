#pragma once

#include "core/base/time.h"

#include <optional>

/// How much anybody is given. A day is one of the location, a week begins on Monday, and a visit belongs to the day
/// it starts on. Nothing set: no limit.
namespace loggia::domain {

/// Of somebody who works: how many visits, and how many minutes of them without buffers.
struct WorkLimits {
    std::optional<int> bookings_a_day{};
    std::optional<int> bookings_a_week{};
    std::optional<minutes> work_a_day{};
    std::optional<minutes> work_a_week{};
    bool operator==(const WorkLimits&) const = default;
};

/// Of a client. A booking is open until its visit has ended.
struct ClientLimits {
    std::optional<int> open_bookings{};
    std::optional<int> bookings_a_day{};
    std::optional<int> bookings_a_week{};
    bool operator==(const ClientLimits&) const = default;
};

}  // namespace loggia::domain
