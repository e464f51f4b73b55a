#pragma once

#include "core/base/time.h"

#include <optional>
#include <span>

namespace loggia::policy {

/// Signed distance in whole calendar days of the business zone from `today` to the nearest of the service days:
/// 0 is today, -3 three days ago. Nothing if there is none. Cancelled services must not be among them (reading A21).
[[nodiscard]] std::optional<int> days_to_nearest_service(std::span<const Date> service_days, Date today);

/// Day 15 is in, day 16 is out, on both sides.
[[nodiscard]] bool is_recent(std::optional<int> days_to_nearest_service);

}  // namespace loggia::policy
