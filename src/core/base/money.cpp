#include "core/base/money.h"

#include <array>

namespace loggia {
namespace {

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

}  // namespace

Currency currency_of(std::string_view code) {
    for (const auto& currency : currencies)
        if (currency.code == code) return currency;
    return {code, "", 2};
}

}  // namespace loggia
