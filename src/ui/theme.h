// The colours of each theme. web/style.css carries the same tokens for the parts CSS paints; a test compares them.
#pragma once

#include "ui/style.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace loggia::ui {

struct Rgba {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    bool operator==(const Rgba&) const = default;
};

using Palette = std::array<Rgba, colour_count>;

enum class Scheme : std::uint8_t { light, dark, light_contrast, dark_contrast };
constexpr bool is_dark(Scheme scheme) { return scheme == Scheme::dark || scheme == Scheme::dark_contrast; }
constexpr bool has_contrast(Scheme scheme) { return scheme >= Scheme::light_contrast; }

Palette palette_of(Scheme scheme);
inline Palette light_palette() { return palette_of(Scheme::light); }
inline Palette dark_palette() { return palette_of(Scheme::dark); }

// The scheme's palette with the business's own colour, 0xRRGGBB, nudged until every pair of the scheme reads.
Palette branded(std::uint32_t rgb, Scheme scheme);

float contrast(Rgba one, Rgba other);

// The custom property of a colour in style.css without its dashes: "brand-soft", "violet-ink".
std::string_view token(Colour colour);

// What is seen on what. Text has to be read; a mark, a border or a ring only to be seen.
enum class Sight : std::uint8_t { text, mark };
struct Pair {
    Colour front, ground;
    Sight sight = Sight::text;
};
std::span<const Pair> pairs();

// What WCAG asks of a pair: AA, and of text in high contrast AAA.
constexpr float least_contrast(Sight sight, Scheme scheme) {
    return sight == Sight::mark ? 3.f : has_contrast(scheme) ? 7.f : 4.5f;
}

}  // namespace loggia::ui
