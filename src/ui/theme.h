// The colours of each theme. web/style.css carries the same tokens for the parts CSS paints; a test compares them.
#pragma once

#include "ui/style.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace loggia::ui {

struct Rgba {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    bool operator==(const Rgba&) const = default;
};

using Palette = std::array<Rgba, colour_count>;

Palette light_palette();
Palette dark_palette();

// The palette with the business's own colour, nudged until it carries text at 4.5 : 1.
Palette branded(Palette palette, std::uint32_t rgb, bool dark);

float contrast(Rgba one, Rgba other);

// The custom property of a colour in style.css without its dashes: "brand-soft", "violet-ink".
std::string_view token(Colour colour);

// A text colour and the ground it is read on.
struct Pair {
    Colour text, ground;
};
std::array<Pair, 46> text_pairs();

}  // namespace loggia::ui
