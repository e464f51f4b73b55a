#include "core/calendar/content_line.h"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace loggia::calendar;

TEST_CASE("text is escaped so that it reads the same and cannot end its line") {
    struct Row {
        std::string_view text;
        std::string_view written;
    };
    const Row rows[]{
        {"Piano lesson",              "Piano lesson"              },
        {"Room 1, Stari trg; Old",    "Room 1\\, Stari trg\\; Old"},
        {"C:\\new",                   "C:\\\\new"                 },
        {"a\nb",                      "a\\nb"                     },
        {"a\r\nb",                    "a\\nb"                     },
        {"a\rb",                      "a\\nb"                     },
        {"a\r\r\n\nb",                "a\\n\\n\\nb"               },
        {"a\xC2\x85"
         "b",                "a\\nb"                     }, // NEL
        {"a\xE2\x80\xA8"
         "b\xE2\x80\xA9",    "a\\nb\\n"                  }, // LINE and PARAGRAPH SEPARATOR
        {"a\tb",                      "a\tb"                      },
        {std::string_view{"a\0b", 3}, "ab"                        },
        {"a\x0B\x0C\x1B\x1C\x7F"
         "b",                "ab"                        },
        {"a\xC2\x9F"
         "b",                "ab"                        }, // the last of C1
        {"a\xC2\xA0"
         "b",                "a\xC2\xA0"
         "b"                                },
        {"Mara Kovač 🎹",             "Mara Kovač 🎹"             },
        {"a\xFF\xC3(\xE2\x80"
         "b",                "a(b"                       }, // no UTF-8
        {"é\x80"
         "b",                "éb"                        },
    };
    for (const auto& [text, written] : rows) {
        CAPTURE(text);
        CHECK(escaped(text) == written);
    }
}

TEST_CASE("what cannot stand in a parameter or an address is replaced") {
    CHECK(quoted("Mara Kovač") == "\"Mara Kovač\"");
    CHECK(quoted("a\"b^nc;d:e,f\r\ng\x01h") == "\"a'b'nc;d:e,f g h\"");
    CHECK(as_uri("https://a.example/b?c=d&e=%20 f\r\nX:\"č") == "https://a.example/b?c=d&e=%20%20f%0D%0AX:%22%C4%8D");
    CHECK(as_mail_uri("mara.k+x@example.org") == "mailto:mara.k+x@example.org");
    CHECK(as_mail_uri("a@b?cc=c@d&x,e\r\nf:g") == "mailto:a@b%3Fcc=c@d%26x%2Ce%0D%0Af%3Ag");
}

TEST_CASE("lines are folded at 75 octets, never within a character, and unfold to what they were") {
    for (const std::string_view piece : {"a", "č", "€", "🎹"}) {
        for (std::size_t count = 0; count < 240; ++count) {
            std::string line = "X:";
            for (std::size_t i = 0; i < count; ++i) line += piece;
            std::string folded;
            append_folded(folded, line);
            CAPTURE(piece, count);

            std::string_view rest = folded;
            bool is_first = true;
            while (!rest.empty()) {
                const std::size_t end = rest.find("\r\n");
                REQUIRE(end <= 75);
                if (!is_first) REQUIRE(rest.front() == ' ');
                const auto lead = static_cast<unsigned char>(rest[is_first ? 0 : 1]);
                REQUIRE((lead & 0xC0) != 0x80);
                if (end + 2 < rest.size()) REQUIRE(end > 75 - piece.size());
                rest.remove_prefix(end + 2);
                is_first = false;
            }
            LineReader lines{folded};
            REQUIRE(lines.next());
            REQUIRE(lines.line() == line);
            REQUIRE_FALSE(lines.next());
        }
    }
}

TEST_CASE("lines are read whatever ends and folds them, with the number that an editor shows") {
    LineReader lines{"\xEF\xBB\xBF"
                     "A:1\r\n\r\n\nB:2\n  3\r\n\t4\r\nC:\rx\n\n"};
    struct Row {
        std::size_t number;
        std::string_view line;
    };
    for (const auto& [number, line] : {
             Row{1, "A:1"   },
             Row{4, "B:2 34"},
             Row{7, "C:\rx" }
    }) {
        REQUIRE(lines.next());
        CHECK(lines.number() == number);
        CHECK(lines.line() == line);
        CHECK_FALSE(lines.is_cut());
    }
    CHECK_FALSE(lines.next());
    CHECK_FALSE(LineReader{""}.next());
    CHECK_FALSE(LineReader{"\r\n\n"}.next());
}

TEST_CASE("a line that is too long is cut, folded or not, and the next is whole") {
    const std::string full(LineReader::longest_line, 'x');
    for (const std::string& text : {full + "y\nB:2\n", full + "\n y\nB:2\n", full + "yy\n y\n z\nB:2\n"}) {
        LineReader lines{text};
        REQUIRE(lines.next());
        CHECK(lines.line() == full);
        CHECK(lines.is_cut());
        REQUIRE(lines.next());
        CHECK(lines.line() == "B:2");
        CHECK_FALSE(lines.is_cut());
    }
    const std::string fits = full + "\n";
    LineReader lines{fits};
    REQUIRE(lines.next());
    CHECK_FALSE(lines.is_cut());
}

TEST_CASE("a property is its name, its parameters in or without quotes, and its value") {
    const auto line = parse_content_line("DTSTART;TZID=\"a;b:c\";x-p=1,2;VALUE=DATE-TIME:2026:;\"");
    REQUIRE(line);
    CHECK(line->is("dtstart"));
    CHECK(line->parameter("tzid") == "a;b:c");
    CHECK(line->parameter("X-P") == "1,2");
    CHECK(line->parameter("VALUE") == "DATE-TIME");
    CHECK(line->parameter("OTHER").empty());
    CHECK(line->value == "2026:;\"");

    CHECK(parse_content_line("A:")->value.empty());
    CHECK(parse_content_line("A;B=:c")->parameter("B").empty());
    CHECK(parse_content_line("A;B=\"x\",\"y\":c")->parameter("B") == "\"x\",\"y\"");
    for (const auto* wrong :
         {"", ":", "A", ":x", ";A=b:c", "A;B:c", "A;=b:c", "A;B=\"c:d", "A B:c", "A;B=c", "Ä:b"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_content_line(wrong));
    }
}
