#include "ui/theme.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

using namespace loggia::ui;

namespace {

Rgba at(const Palette& palette, Colour colour) { return palette[static_cast<std::size_t>(colour)]; }

void check_pairs(const Palette& palette) {
    for (const Pair& pair : text_pairs()) {
        INFO(token(pair.text) << " on " << token(pair.ground));
        CHECK(contrast(at(palette, pair.text), at(palette, pair.ground)) >= 4.5f);
    }
}

std::string hex(Rgba colour) {
    char text[8];
    std::snprintf(text, sizeof text, "#%02x%02x%02x", colour.r, colour.g, colour.b);
    return text;
}

}  // namespace

TEST_CASE("every text reads on its ground in light and dark") {
    check_pairs(light_palette());
    check_pairs(dark_palette());
}

TEST_CASE("text on every person's colour reads") {
    for (const Palette& palette : {light_palette(), dark_palette()}) {
        for (int hue = 0; hue < hues; ++hue) {
            INFO(token(strong(static_cast<Hue>(hue))));
            CHECK(contrast(at(palette, Colour::on_brand), at(palette, strong(static_cast<Hue>(hue)))) >= 4.5f);
        }
    }
}

TEST_CASE("a business's colour is nudged until text reads on it") {
    for (const std::uint32_t brand : {0xffd400u, 0x000000u, 0xffffffu, 0x12805cu, 0xff00ffu, 0x777777u}) {
        for (const bool dark : {false, true}) {
            const Palette palette = branded(dark ? dark_palette() : light_palette(), brand, dark);
            INFO(brand << (dark ? " dark" : " light"));
            CHECK(contrast(at(palette, Colour::on_brand), at(palette, Colour::brand)) >= 4.5f);
            CHECK(contrast(at(palette, Colour::brand_ink), at(palette, Colour::brand_soft)) >= 4.5f);
        }
    }
}

TEST_CASE("borders of fields stand out from both grounds") {
    for (const Palette& palette : {light_palette(), dark_palette()}) {
        CHECK(contrast(at(palette, Colour::field_line), at(palette, Colour::surface)) >= 3.f);
        CHECK(contrast(at(palette, Colour::field_line), at(palette, Colour::ground)) >= 2.8f);
    }
}

TEST_CASE("style.css has the colours of the themes") {
    std::ifstream file{"web/style.css"};
    const std::string css{std::istreambuf_iterator<char>{file}, {}};
    const std::size_t dark_begins = css.find(":root.dark");
    REQUIRE(dark_begins != std::string::npos);
    const std::string light_part = css.substr(0, dark_begins), dark_part = css.substr(dark_begins);
    for (int i = 1; i < colour_count; ++i) {
        const auto colour = static_cast<Colour>(i);
        INFO(token(colour));
        const auto line = [&](const Palette& palette) {
            return "--" + std::string{token(colour)} + ": " + hex(at(palette, colour)) + ";";
        };
        CHECK(light_part.find(line(light_palette())) != std::string::npos);
        CHECK(dark_part.find(line(dark_palette())) != std::string::npos);
    }
}

TEST_CASE("a name keeps its hue") {
    CHECK(hue_of("Ana Novak") == hue_of("Ana Novak"));
    CHECK(hue_of("") == hue_of(""));
}
