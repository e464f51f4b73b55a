#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace loggia {

/// An amount in the smallest unit of its currency (cents for EUR). Never a fraction, never a float.
struct Money {
    std::int64_t minor_units = 0;
    std::string currency = "EUR";  ///< ISO 4217

    bool operator==(const Money&) const = default;
};

/// How a currency is written: its decimals by ISO 4217, and a symbol if nobody mistakes it for another's.
struct Currency {
    std::string_view code;
    std::string_view symbol;  ///< empty: the code is written
    int decimals = 2;
};
/// A code we do not know has two decimals and no symbol.
[[nodiscard]] Currency currency_of(std::string_view code);

}  // namespace loggia
