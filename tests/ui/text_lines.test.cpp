#include "ui/text_lines.h"

#include "ui/page_on_screen.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <string>
#include <vector>

using namespace loggia::ui;

namespace {

// Body text is 15 high, so a character of the even measure is 7.5 wide.
std::vector<std::string> lines_of(std::string_view words, float characters) {
    Screen screen;
    screen.viewport.width = characters * 7.5f + 1;
    screen.show([&](Page& page) { page.text(words); });
    std::vector<std::string> lines;
    for (const TextLine& line : screen.page.lines()) lines.emplace_back(line.text);
    return lines;
}

}  // namespace

TEST_CASE("text breaks at spaces, never within a word") {
    struct Case {
        std::string_view words;
        float characters;
        std::vector<std::string> lines;
    };
    const std::array cases{
        Case{"one two three", 20, {"one two three"}      },
        Case{"one two three", 7,  {"one two", "three"}   },
        Case{"one two three", 6,  {"one", "two", "three"}},
        Case{"unbreakable",   4,  {"unbreakable"}        },
        Case{"first\nsecond", 20, {"first", "second"}    },
        Case{"",              5,  {}                     },
    };
    for (const Case& one : cases) {
        INFO(one.words << " in " << one.characters);
        CHECK(lines_of(one.words, one.characters) == one.lines);
    }
}

TEST_CASE("runs of a paragraph share its lines") {
    Screen screen;
    screen.viewport.width = 7 * 10 + 1;
    screen.show([](Page& page) {
        const std::array<Run, 2> runs{
            {{"see the ", Text::small}, {"terms", Text::small, "/terms"}}
        };
        page.paragraph(runs);
    });
    REQUIRE(screen.page.lines().size() == 2);
    CHECK(screen.page.lines()[0].text == "see the ");
    CHECK(screen.page.lines()[1].text == "terms");
    CHECK(screen.page.lines()[1].x == 0);
    CHECK(screen.page.lines()[1].y == 20);
}

TEST_CASE("broken UTF-8 becomes replacement characters and ends") {
    for (const std::string_view bytes : {"\xc3", "\xe2\x82", "\xff\xfe", "a\x80z"}) {
        std::size_t count = 0;
        for (std::size_t at = 0; at < bytes.size(); ++count) next_code_point(bytes, at);
        CHECK(count <= bytes.size());
    }
    std::size_t at = 0;
    CHECK(next_code_point("€", at) == U'€');
    CHECK(at == 3);
}

TEST_CASE("ideographic text breaks between its characters, but not where a mark would lead or end a line") {
    struct Row {
        std::string_view text;
        float characters;  // that fit on a line
        std::vector<std::string_view> lines;
    };
    // Each character is half as wide as the text is high.
    const float width = shape_of(Text::body).size / 2;
    const Row rows[]{
        {"予約を確認",  3, {"予約を", "確認"}  },
        {"予約です。次", 4, {"予約で", "す。次"} },
        {"次に「予約」", 3, {"次に", "「予", "約」"} },
        {"Book 予約 now", 7, {"Book 予約", "now"} },
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        Screen screen;
        screen.viewport.width = row.characters * width;
        screen.show([&](Page& page) { page.text(row.text); });
        std::vector<std::string_view> lines;
        for (const TextLine& line : screen.page.lines()) lines.push_back(line.text);
        CHECK(lines == row.lines);
    }
}
