#include "core/base/money.h"

#include "core/base/text.h"

#include <array>
#include <string_view>

namespace loggia {
namespace {

struct Currency {
    std::string_view code;
    std::string_view symbol;  ///< empty: the code is written
    int decimals;
};

/// Currencies with a symbol nobody mistakes for another's, and those without two decimals (ISO 4217).
constexpr std::array currencies{
    Currency{"EUR", "€", 2},
    Currency{"USD", "$", 2},
    Currency{"GBP", "£", 2},
    Currency{"JPY", "¥", 0},
    Currency{"INR", "₹", 2},
    Currency{"KRW", "₩", 0},
    Currency{"UAH", "₴", 2},
    Currency{"TRY", "₺", 2},
    Currency{"ISK", "",  0},
    Currency{"CLP", "",  0},
    Currency{"PYG", "",  0},
    Currency{"VND", "₫", 0},
    Currency{"UGX", "",  0},
    Currency{"RWF", "",  0},
    Currency{"XAF", "",  0},
    Currency{"XOF", "",  0},
    Currency{"XPF", "",  0},
    Currency{"BIF", "",  0},
    Currency{"DJF", "",  0},
    Currency{"GNF", "",  0},
    Currency{"KMF", "",  0},
    Currency{"VUV", "",  0},
    Currency{"BHD", "",  3},
    Currency{"IQD", "",  3},
    Currency{"JOD", "",  3},
    Currency{"KWD", "",  3},
    Currency{"LYD", "",  3},
    Currency{"OMR", "",  3},
    Currency{"TND", "",  3},
};

Currency currency_of(std::string_view code) {
    for (const auto& currency : currencies)
        if (currency.code == code) return currency;
    return {code, "", 2};
}

enum class Decimals { always, when_not_zero };

std::string written(const Money& amount, Decimals decimals) {
    const Currency currency = currency_of(amount.currency);
    std::uint64_t one = 1;
    for (int i = 0; i < currency.decimals; ++i) one *= 10;
    // Negated without a sign: the least integer has no positive twin.
    const bool is_negative = amount.minor_units < 0;
    const auto bits = static_cast<std::uint64_t>(amount.minor_units);
    const std::uint64_t magnitude = is_negative ? 0 - bits : bits;

    std::string text = is_negative ? "-" : "";
    text += currency.symbol.empty() ? amount.currency + ' ' : std::string{currency.symbol};
    text += std::to_string(magnitude / one);
    const auto rest = static_cast<std::int64_t>(magnitude % one);
    if (currency.decimals > 0 && (rest != 0 || decimals == Decimals::always))
        text += '.' + text::padded(rest, currency.decimals);
    return text;
}

}  // namespace

std::string to_text(const Money& amount) {
    return amount.minor_units == 0 ? "Free" : written(amount, Decimals::when_not_zero);
}

std::string to_exact_text(const Money& amount) { return written(amount, Decimals::always); }

}  // namespace loggia
