#pragma once

#include "core/base/time.h"

#include <optional>
#include <string>
#include <string_view>

namespace loggia {

/// Somebody alive may have been born in it.
inline constexpr std::chrono::year earliest_year{1900};

/// "2026-10-24", years 1900–9999, and only days that exist.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
[[nodiscard]] std::string to_text(Date date);

/// "10:30"
[[nodiscard]] std::string clock_text(CivilTime time);

/// "Sat 24 Oct": the English form the server's sentences have. What people see on screens is in portal/words.
[[nodiscard]] std::string short_date_text(Date date);

/// Whole years between birth and today; 0 if not yet born. A 29 February birthday is kept on 1 March in common years.
[[nodiscard]] int age_on(Date born, Date today);

}  // namespace loggia
