// Numbers and money as the language writes them.
#include "core/base/money.h"
#include "core/base/text.h"
#include "portal/words/words.h"

namespace loggia::portal {

namespace {

constexpr int digits_in_group = 3;

/// Negated without a sign: the least integer has no positive twin.
std::uint64_t magnitude(std::int64_t value) {
    const auto bits = static_cast<std::uint64_t>(value);
    return value < 0 ? 0 - bits : bits;
}

std::string grouped(std::uint64_t value, const Words& words) {
    const std::string digits = std::to_string(value);
    const auto least = text::to_integer(words.group_from_digits()).value_or(0);
    if (static_cast<std::int64_t>(digits.size()) < least) return digits;
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % digits_in_group == 0) text += words.group_mark();
        text += digits[i];
    }
    return text;
}

enum class Decimals : std::uint8_t { always, when_not_zero };

std::string written(const Words& words, const Money& amount, Decimals decimals) {
    const Currency currency = currency_of(amount.currency);
    std::uint64_t one = 1;
    for (int i = 0; i < currency.decimals; ++i) one *= 10;
    std::string number = grouped(magnitude(amount.minor_units) / one, words);
    const auto rest = static_cast<std::int64_t>(magnitude(amount.minor_units) % one);
    if (currency.decimals > 0 && (rest != 0 || decimals == Decimals::always))
        number.append(words.decimal_mark()).append(text::padded(rest, currency.decimals));
    const std::string text = currency.symbol.empty() ? words.money_with_code(amount.currency, number)
                                                     : words.money_with_symbol(currency.symbol, number);
    return amount.minor_units < 0 ? "-" + text : text;
}

}  // namespace

std::string Words::number(std::int64_t value) const {
    return (value < 0 ? "-" : "") + grouped(magnitude(value), *this);
}

std::string Words::price(const Money& amount) const {
    return amount.minor_units == 0 ? std::string(free_of_charge()) : written(*this, amount, Decimals::when_not_zero);
}

std::string Words::exact_price(const Money& amount) const { return written(*this, amount, Decimals::always); }

}  // namespace loggia::portal
