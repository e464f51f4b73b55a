#include "ui/theme.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

using namespace loggia::ui;

namespace {

Rgba at(const Palette& palette, Colour colour) { return palette[static_cast<std::size_t>(colour)]; }

constexpr Scheme schemes[] = {Scheme::light, Scheme::dark, Scheme::light_contrast, Scheme::dark_contrast};

void check_pairs(const Palette& palette, Scheme scheme) {
    for (const Pair& pair : pairs()) {
        const float has = contrast(at(palette, pair.front), at(palette, pair.ground));
        if (has >= least_contrast(pair.sight, scheme)) continue;
        INFO(token(pair.front) << " on " << token(pair.ground) << " in scheme " << static_cast<int>(scheme));
        CHECK(has >= least_contrast(pair.sight, scheme));
    }
}

std::string hex(Rgba colour) {
    char text[8];
    std::snprintf(text, sizeof text, "#%02x%02x%02x", colour.r, colour.g, colour.b);
    return text;
}

}  // namespace

TEST_CASE("every pair of colours that meet can be told apart in every scheme") {
    for (const Scheme scheme : schemes) check_pairs(palette_of(scheme), scheme);
    CHECK(pairs().size() > 60);
}

TEST_CASE("a business's colour is nudged until every pair reads in every scheme") {
    std::vector<std::uint32_t> brands{0xffffff, 0x000000, 0xffff00, 0xffd400, 0x00ff00, 0x0000ff, 0xff00ff, 0x777777};
    std::mt19937 random{20261121};
    for (int i = 0; i < 3000; ++i) brands.push_back(random() & 0xffffff);
    for (const std::uint32_t brand : brands) {
        INFO("brand " << std::hex << brand);
        for (const Scheme scheme : schemes) check_pairs(branded(brand, scheme), scheme);
    }
}

TEST_CASE("a business's colour that reads as it is stays as it is") {
    CHECK(at(branded(0x12805c, Scheme::light), Colour::brand) == Rgba{0x12, 0x80, 0x5c});
}

TEST_CASE("a primary button shows that the pointer is over it") {
    for (const std::uint32_t brand : {0x000000u, 0xffffffu, 0x2f5beau, 0xffd400u}) {
        for (const Scheme scheme : schemes) {
            const Palette palette = branded(brand, scheme);
            CHECK(at(palette, Colour::brand) != at(palette, Colour::brand_hover));
        }
    }
}

TEST_CASE("style.css has the colours of the themes") {
    std::ifstream file{"web/style.css"};
    const std::string css{std::istreambuf_iterator<char>{file}, {}};
    const std::size_t contrast_begins = css.find("@media (prefers-contrast: more)");
    REQUIRE(contrast_begins != std::string::npos);
    const std::string usual = css.substr(0, contrast_begins), contrast = css.substr(contrast_begins);
    for (int i = 1; i < colour_count; ++i) {
        const auto colour = static_cast<Colour>(i);
        INFO(token(colour));
        const auto line = [&](Scheme light, Scheme dark) {
            return "--" + std::string{token(colour)} + ": light-dark(" + hex(at(palette_of(light), colour)) + ", " +
                   hex(at(palette_of(dark), colour)) + ");";
        };
        CHECK(usual.find(line(Scheme::light, Scheme::dark)) != std::string::npos);
        CHECK(contrast.find(line(Scheme::light_contrast, Scheme::dark_contrast)) != std::string::npos);
    }
}

TEST_CASE("a name keeps its hue") {
    CHECK(hue_of("Ana Novak") == hue_of("Ana Novak"));
    CHECK(hue_of("") == hue_of(""));
}
