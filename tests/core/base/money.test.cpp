#include "core/base/money.h"

#include <catch2/catch_test_macros.hpp>

using loggia::currency_of;
using loggia::Money;

TEST_CASE("a currency has the decimals of ISO 4217, and a symbol only if nobody mistakes it") {
    CHECK(currency_of("EUR").symbol == "€");
    CHECK(currency_of("EUR").decimals == 2);
    CHECK(currency_of("JPY").decimals == 0);
    CHECK(currency_of("KWD").decimals == 3);
    CHECK(currency_of("KWD").symbol.empty());
    CHECK(currency_of("CHF").symbol.empty());
    CHECK(currency_of("XYZ").decimals == 2);
}

TEST_CASE("amounts of different currencies differ") {
    CHECK(Money{1, "EUR"} != Money{1, "USD"});
    CHECK(Money{1, "EUR"} == Money{1});
}
