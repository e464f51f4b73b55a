#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace loggia::calendar {

/// A DATE or a DATE-TIME as it is written, before any zone is known.
struct WrittenTime {
    enum class Form : std::uint8_t { date, civil, utc };
    CivilTime shown;
    Form form = Form::civil;

    bool operator==(const WrittenTime&) const = default;
};

/// "20261024", "20261024T083000" or "20261024T083000Z", of a day that exists.
[[nodiscard]] std::optional<WrittenTime> parse_written_time(std::string_view text);

/// "20261024T083000Z"
[[nodiscard]] std::string to_written_text(Instant moment);

/// Days are of the calendar and may be 23 or 25 hours long; the rest is exact.
struct WrittenDuration {
    std::int64_t whole_days = 0;
    seconds exact{};

    bool operator==(const WrittenDuration&) const = default;
};

/// "P1D", "PT45M", "P1W", "-PT15M", "P1DT12H": not longer than a hundred years.
[[nodiscard]] std::optional<WrittenDuration> parse_written_duration(std::string_view text);

}  // namespace loggia::calendar
