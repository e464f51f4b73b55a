#include "ui/text_measure.h"

#include "ui/text_lines.h"

#include <array>

namespace loggia::ui {

namespace {

// In the order of Text.
// clang-format off
constexpr std::array<TextShape, text_styles> shapes{{
    {15, 22, false, Colour::ink},         // body
    {15, 22, true, Colour::ink},          // strong
    {15, 22, false, Colour::muted},       // muted
    {14, 20, false, Colour::ink},         // small
    {14, 20, true, Colour::ink},          // small_strong
    {14, 20, false, Colour::muted},       // small_muted
    {13, 18, false, Colour::muted},       // caption
    {13, 18, true, Colour::ink},          // caption_strong
    {17, 24, true, Colour::ink},          // title
    {15, 22, true, Colour::ink},          // price
    {20, 28, true, Colour::ink},          // large
    {30, 36, true, Colour::ink},          // display
    {14, 20, false, Colour::red},         // error
    {14, 20, false, Colour::green},       // success
    {16, 24, false, Colour::ink},         // field
    {24, 32, true, Colour::ink},          // heading_1
    {17, 24, true, Colour::ink},          // heading_2
    {15, 22, true, Colour::ink_soft},     // heading_3
}};
// clang-format on
static_assert(shapes.back().size > 0);

}  // namespace

const TextShape& shape_of(Text style) { return shapes[static_cast<std::size_t>(style)]; }

float TextMeasure::width(std::string_view text, float size, bool semibold) const {
    float width = 0;
    for (std::size_t at = 0; at < text.size();) width += advance(next_code_point(text, at), size, semibold);
    return width;
}

}  // namespace loggia::ui
