#pragma once

#include <string_view>
#include <vector>

namespace loggia::server {

/// The segments between the slashes: "/api/bookings" has "api" and "bookings", "/" one that is empty.
[[nodiscard]] std::vector<std::string_view> segments_of(std::string_view path);

/// "{booking_id}" stands for any one segment.
[[nodiscard]] bool is_placeholder(std::string_view segment);

/// Whether both have as many segments, and equal ones where the pattern has no placeholder.
[[nodiscard]] bool fits(const std::vector<std::string_view>& pattern, const std::vector<std::string_view>& path);

}  // namespace loggia::server
