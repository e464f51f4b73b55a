#pragma once

#include <chrono>
#include <cstdint>

namespace loggia {

/// A moment, in UTC, to the second. The only form in which a time is stored, compared or sent.
using Instant = std::chrono::sys_seconds;

/// What a clock on the wall of some location shows. Means nothing without a zone (core/scheduling/zone.h).
using CivilTime = std::chrono::local_seconds;

/// A day in the calendar of some location.
using Date = std::chrono::year_month_day;

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

/// Half open: `from` is in, `to` is out.
struct TimeRange {
    Instant from;
    Instant to;

    constexpr bool operator==(const TimeRange&) const = default;
    [[nodiscard]] constexpr bool overlaps(const TimeRange& other) const { return from < other.to && other.from < to; }
    [[nodiscard]] constexpr bool contains(Instant moment) const { return from <= moment && moment < to; }
};

[[nodiscard]] constexpr Instant instant_of(std::int64_t unix_seconds) { return Instant{seconds{unix_seconds}}; }
[[nodiscard]] constexpr std::int64_t unix_seconds(Instant moment) { return moment.time_since_epoch().count(); }

[[nodiscard]] constexpr Date date_of(std::chrono::local_days day) { return Date{day}; }
[[nodiscard]] constexpr std::chrono::local_days day_of(Date date) { return std::chrono::local_days{date}; }
[[nodiscard]] constexpr Date plus_days(Date date, int count) { return Date{day_of(date) + days{count}}; }
[[nodiscard]] constexpr int days_between(Date from, Date to) {
    return static_cast<int>((day_of(to) - day_of(from)).count());
}

}  // namespace loggia
