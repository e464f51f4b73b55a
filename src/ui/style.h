// The words in which a screen says how something should look: never a pixel, never a colour value.
#pragma once

#include <cstdint>
#include <string_view>

namespace loggia::ui {

// Which way a language is read.
enum class Direction : std::uint8_t { left_to_right, right_to_left };

enum class SizeClass : std::uint8_t { phone, tablet, desktop };

// Distances of the 8 px grid.
enum class Space : std::uint8_t {
    none = 0,
    hair = 2,
    tight = 4,
    small = 8,
    regular = 12,
    medium = 16,
    large = 24,
    huge = 32,
    vast = 48
};

enum class Align : std::uint8_t { start, center, end, stretch };
enum class Justify : std::uint8_t { start, center, end, between };

// How wide a box wants to be. `automatic` fills a stack and fits its content in a row.
enum class Width : std::uint8_t {
    automatic,
    fit,
    fill,
    narrow /* 320 */,
    reading /* 560 */,
    half /* 760 */,
    page /* 1140 */,
    wide /* 1240 */
};

// Text as a screen names it; size, weight and colour follow.
enum class Text : std::uint8_t {
    body,          // 15
    strong,        // 15 semibold
    muted,         // 15, muted colour
    small,         // 14
    small_strong,  // 14 semibold
    small_muted,   // 14, muted colour
    caption,       // 13, muted colour
    caption_strong,
    title,    // 17 semibold
    price,    // 15 semibold, never wraps
    large,    // 20 semibold
    display,  // 30 semibold, a number worth a look
    error,    // 14, red
    success,  // 14, green
    field,    // 16
    heading_1,
    heading_2,
    heading_3,
};
inline constexpr int text_styles = 18;

// Status colours with their soft grounds.
enum class Tone : std::uint8_t { neutral, brand, green, amber, red };

// People, services and calendars are told apart by hue; every hue has a strong, a soft and an ink colour.
enum class Hue : std::uint8_t { violet, teal, orange, blue, pink, slate, olive, cyan };
inline constexpr int hues = 8;

// A stable hue for a name, so that a person keeps one colour on every screen.
Hue hue_of(std::string_view name);

// A glyph of the icon font; names live in icons.generated.h. Zero is no icon.
using Icon = char32_t;
inline constexpr Icon no_icon = 0;

enum class Colour : std::uint8_t {
    none,
    ground,      // behind everything
    surface,     // cards, bars
    sunken,      // chips, icon tiles, disabled boxes
    hover,       // a row or plain button under the pointer
    line,        // hairlines, card borders
    field_line,  // borders of inputs
    ink,         // text
    ink_soft,    // navigation, secondary text
    muted,       // supporting text
    faint,       // disabled text, outside the contrast rule
    brand,
    brand_hover,
    on_brand,
    brand_soft,
    brand_ink,  // text on brand_soft, links
    green,
    green_soft,
    amber,
    amber_soft,
    red,
    red_hover,
    on_red,
    red_soft,
    focus,
    scrim,   // behind a dialog
    emblem,  // the business's mark
    on_emblem,
    first_hue,  // strong, soft, ink for each hue follow
    colours = first_hue + 3 * hues,
};
inline constexpr int colour_count = static_cast<int>(Colour::colours);

constexpr Colour strong(Hue hue) {
    return static_cast<Colour>(static_cast<int>(Colour::first_hue) + 3 * static_cast<int>(hue));
}
constexpr Colour soft(Hue hue) { return static_cast<Colour>(static_cast<int>(strong(hue)) + 1); }
constexpr Colour ink(Hue hue) { return static_cast<Colour>(static_cast<int>(strong(hue)) + 2); }

}  // namespace loggia::ui
