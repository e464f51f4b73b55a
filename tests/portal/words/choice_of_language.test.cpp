#include "portal/words/choice_of_language.h"

#include <catch2/catch_test_macros.hpp>

#include <vector>

using namespace loggia::portal;

TEST_CASE("the address, an earlier choice and the visitor's own languages decide in this order") {
    struct Row {
        std::string_view address, before;
        std::vector<std::string> own;
        std::string_view chosen;
    };
    const Row rows[]{
        {"/",                "",   {},              "en"},
        {"/",                "",   {"de-AT", "en"}, "de"},
        {"/",                "",   {"nl", "SL-si"}, "sl"},
        {"/",                "",   {"nl", "tlh"},   "en"},
        {"/",                "fr", {"de"},          "fr"},
        {"/?lang=ja",        "fr", {"de"},          "ja"},
        {"/?a=1&lang=AR-EG", "fr", {"de"},          "ar"},
        {"/?lang=xx",        "fr", {"de"},          "fr"},
        {"/?lang=",          "xx", {"es"},          "es"},
        {"/?lang=%2e%2e",    "",   {"", "-", "es"}, "es"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.address, row.before);
        CHECK(choice_of_language(row.address, row.before, row.own) == row.chosen);
    }
}
