#include "core/base/text.h"

#include <catch2/catch_test_macros.hpp>

#include <limits>

namespace text = loggia::text;
using namespace std::string_literals;

TEST_CASE("a number is read whole or not at all") {
    struct Row {
        std::string_view digits;
        std::optional<std::int64_t> value;
    };
    const Row rows[]{
        {"0",                    0                                       },
        {"42",                   42                                      },
        {"-7",                   -7                                      },
        {"007",                  7                                       },
        {"9223372036854775807",  std::numeric_limits<std::int64_t>::max()},
        {"-9223372036854775808", std::numeric_limits<std::int64_t>::min()},
        {"9223372036854775808",  {}                                      },
        {"",                     {}                                      },
        {"-",                    {}                                      },
        {"+1",                   {}                                      },
        {" 1",                   {}                                      },
        {"1 ",                   {}                                      },
        {"1.0",                  {}                                      },
        {"0x10",                 {}                                      },
        {"١",                    {}                                      },
    };
    for (const auto& [digits, value] : rows) {
        CAPTURE(digits);
        CHECK(text::to_integer(digits) == value);
    }
}

TEST_CASE("padding adds zeros and never cuts") {
    CHECK(text::padded(5, 2) == "05");
    CHECK(text::padded(123, 2) == "123");
    CHECK(text::padded(-5, 3) == "-05");
    CHECK(text::padded(0, 0) == "0");
}

TEST_CASE("white space is trimmed at both ends only") {
    CHECK(text::trimmed(" \t Mara Kovač \r\n") == "Mara Kovač");
    CHECK(text::trimmed(" \n ").empty());
    CHECK(text::trimmed("").empty());
}

TEST_CASE("lower case changes ASCII letters and leaves every other byte") {
    CHECK(text::ascii_lower("MARA@Example.ORG") == "mara@example.org");
    CHECK(text::ascii_lower("Ž[]`@Z{") == "Ž[]`@z{");
}

TEST_CASE("UTF-8 is what RFC 3629 says") {
    struct Row {
        std::string bytes;
        bool well_formed;
        std::size_t code_points;
    };
    const Row rows[]{
        {"",                         true,  0},
        {"plain",                    true,  5},
        {"Kovač",                    true,  5},
        {"\xE2\x82\xAC",             true,  1}, // €
        {"\xF0\x9F\x8E\xB9",         true,  1}, // a piano
        {"\xF4\x8F\xBF\xBF",         true,  1}, // U+10FFFF
        {"\xED\x9F\xBF\xEE\x80\x80", true,  2}, // around the surrogates
        {"a\0b"s,                    true,  3}, // control characters are another rule's
        {"\x80",                     false, 0}, // a continuation alone
        {"\xC3",                     false, 0}, // cut short
        {"\xE2\x82",                 false, 0},
        {"\xF0\x9F\x8E",             false, 0},
        {"\xC3(",                    false, 0}, // lead without continuation
        {"\xC0\xAF",                 false, 0}, // overlong '/'
        {"\xE0\x80\xAF",             false, 0},
        {"\xF0\x80\x80\xAF",         false, 0},
        {"\xED\xA0\x80",             false, 0}, // a surrogate
        {"\xED\xBF\xBF",             false, 0},
        {"\xF4\x90\x80\x80",         false, 0}, // above U+10FFFF
        {"\xF8\x88\x80\x80\x80",     false, 0}, // five bytes
        {"\xFF",                     false, 0},
    };
    for (const auto& row : rows) {
        CAPTURE(row.bytes);
        CHECK(text::is_utf8(row.bytes) == row.well_formed);
        if (row.well_formed) CHECK(text::code_points(row.bytes) == row.code_points);
    }
}

TEST_CASE("control characters are C0, DEL and C1, but line feed and tab may stand") {
    CHECK_FALSE(text::has_control_characters("two\nlines\tand a tab"));
    CHECK_FALSE(text::has_control_characters("Kovač €42 \xC2\xA0"));
    CHECK(text::has_control_characters("a\0b"s));
    CHECK(text::has_control_characters("\r\n"));
    CHECK(text::has_control_characters("\x1B[31m"));
    CHECK(text::has_control_characters("\x7F"));
    CHECK(text::has_control_characters("\xC2\x85"));
    CHECK(text::has_control_characters("\xC2\x9F"));
}

TEST_CASE("a capital is given to the first letter if it is Latin, whatever follows stays") {
    struct Row {
        std::string_view text, capital;
    };
    const Row rows[]{
        {"move a booking", "Move a booking"},
        {"à vérifier",     "À vérifier"    },
        {"écrire",         "Écrire"        },
        {"öffnen",         "Öffnen"        },
        {"þing",           "Þing"          },
        {"član",           "Član"          },
        {"ľud",            "Ľud"           },
        {"ňu",             "Ňu"            },
        {"šola",           "Šola"          },
        {"žig",            "Žig"           },
        {"Äpfel",          "Äpfel"         },
        {"Člani",          "Člani"         },
        {"Žito",           "Žito"          },
        {"÷ x",            "÷ x"           },
        {"ßa",             "ßa"            },
        {"ÿa",             "ÿa"            },
        {"ıa",             "ıa"            },
        {"ŉa",             "ŉa"            },
        {"7 days",         "7 days"        },
        {"نقل حجز",        "نقل حجز"       },
        {"予約の閲覧",     "予約の閲覧"    },
        {"\xC5",           "\xC5"          },
        {"",               ""              },
    };
    for (const auto& row : rows) CHECK(text::with_capital(row.text) == row.capital);
}

TEST_CASE("initials are those of the first and the last name") {
    CHECK(text::initials("Mara Kovač") == "MK");
    CHECK(text::initials("ana maria novak") == "AN");
    CHECK(text::initials("Cher") == "C");
    CHECK(text::initials(" Žiga  Šuštar ") == "ŽŠ");
    CHECK(text::initials("žiga šuštar") == "ŽŠ");
    CHECK(text::initials("").empty());
    CHECK(text::initials("  ").empty());
    CHECK(text::initials("\xC5") == "\xC5");
}

TEST_CASE("a text is split at each separator, and nothing of it is lost") {
    struct Row {
        std::string_view text;
        std::vector<std::string_view> parts;
    };
    for (const auto& [whole, parts] : {
             Row{"",      {}                },
             Row{"a",     {"a"}             },
             Row{"a b",   {"a", "b"}        },
             Row{" a",    {"", "a"}         },
             Row{"a  b ", {"a", "", "b", ""}}
    })
        CHECK(text::split(whole, ' ') == parts);
}
