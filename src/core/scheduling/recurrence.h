#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/scheduling/zone.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

/// When something recurs: the part of RFC 5545 §3.3.10 that people plan by, single dates left out and added. All of
/// it is what the clock on the wall shows, so that a lesson at ten stays at ten when the clocks change.
namespace loggia::scheduling {

enum class Frequency : std::uint8_t { daily, weekly, monthly, yearly };

struct RecurringWeekday {
    std::chrono::weekday weekday;
    /// 2: the second, -1: the last of the month, or of the year where that recurs and no months are named; 0: each.
    int ordinal = 0;
    bool operator==(const RecurringWeekday&) const = default;
};

/// What is named narrows the days: "yearly, in March, on Mondays, on the 1st to 7th" is the first Monday of March.
/// Where neither weekdays nor days of the month are named they are those of the first time.
struct Recurrence {
    Frequency frequency = Frequency::weekly;
    int interval = 1;  ///< every so many days, weeks …
    std::vector<RecurringWeekday> weekdays{};
    std::vector<int> month_days{};  ///< -1 is the last; one that a month does not have is left out
    std::vector<std::chrono::month> months{};
    std::optional<int> count{};                             ///< with those that are left out, without those added
    std::optional<CivilTime> until{};                       ///< included; not together with `count`
    std::chrono::weekday week_start = std::chrono::Monday;  ///< matters to every second week
    std::vector<CivilTime> left_out{};
    std::vector<CivilTime> added{};

    bool operator==(const Recurrence&) const = default;
};

// What bounds a recurrence, whatever it says.
inline constexpr int most_occurrences = 1'000;
inline constexpr days longest_recurrence{731};  ///< two years, from the first time
inline constexpr int longest_interval = 1'000;
inline constexpr std::size_t most_single_dates = 366;  ///< left out, and as many added
inline constexpr std::size_t longest_list = 62;        ///< of weekdays, days of the month, months

/// Whether it is one at all and within the bounds; the failure names the member at fault.
[[nodiscard]] Result<void> check(const Recurrence& recurrence);

struct Occurrences {
    std::vector<CivilTime> times;  ///< ascending, each once
    bool is_cut = false;           ///< the bounds ended it, and it may go on
};

/// Every time from `first` on that fits, at its time of day; `first` itself only if it fits. Never more than
/// `most_occurrences`, none later than `longest_recurrence` after `first`, and of those added none before `first`.
/// The recurrence has been checked, and `first` lies in the years of zones, 1970–2100.
[[nodiscard]] Occurrences occurrences(const Recurrence& recurrence, CivilTime first);

/// Ascending, each once: a time in a gap is the first instant after it, in a fold the first of both.
[[nodiscard]] std::vector<Instant> instants_of(std::span<const CivilTime> times, const Zone& zone);

}  // namespace loggia::scheduling
