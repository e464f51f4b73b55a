#include "core/base/money.h"

#include <catch2/catch_test_macros.hpp>

#include <limits>

using loggia::Money;

TEST_CASE("money shows decimals only where there are some, exact money always") {
    struct Row {
        Money amount;
        std::string text;
        std::string exact;
    };
    const Row rows[]{
        {{4200, "EUR"},                                     "€42",                    "€42.00"                },
        {{4250, "EUR"},                                     "€42.50",                 "€42.50"                },
        {{4205, "GBP"},                                     "£42.05",                 "£42.05"                },
        {{5, "USD"},                                        "$0.05",                  "$0.05"                 },
        {{0, "EUR"},                                        "Free",                   "€0.00"                 },
        {{-1250, "EUR"},                                    "-€12.50",                "-€12.50"               },
        {{1500, "JPY"},                                     "¥1500",                  "¥1500"                 },
        {{4200, "CHF"},                                     "CHF 42",                 "CHF 42.00"             },
        {{-4250, "CHF"},                                    "-CHF 42.50",             "-CHF 42.50"            },
        {{12500, "KWD"},                                    "KWD 12.500",             "KWD 12.500"            },
        {{9000, "ISK"},                                     "ISK 9000",               "ISK 9000"              },
        {{std::numeric_limits<std::int64_t>::min(), "EUR"}, "-€92233720368547758.08", "-€92233720368547758.08"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.amount.minor_units, row.amount.currency);
        CHECK(to_text(row.amount) == row.text);
        CHECK(to_exact_text(row.amount) == row.exact);
    }
}

TEST_CASE("amounts of different currencies differ") {
    CHECK(Money{1, "EUR"} != Money{1, "USD"});
    CHECK(Money{1, "EUR"} == Money{1});
}
