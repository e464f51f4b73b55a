#pragma once

#include <cstdint>
#include <string>

namespace loggia {

/// An amount in the smallest unit of its currency (cents for EUR). Never a fraction, never a float.
struct Money {
    std::int64_t minor_units = 0;
    std::string currency = "EUR";  ///< ISO 4217

    bool operator==(const Money&) const = default;
};

/// "€42", "€42.50", "Free"; the symbol for the currencies we know, the ISO code before the amount for others.
[[nodiscard]] std::string to_text(const Money& amount);

/// Always with the decimals: "€42.00".
[[nodiscard]] std::string to_exact_text(const Money& amount);

}  // namespace loggia
