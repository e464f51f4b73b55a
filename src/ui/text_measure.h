// What layout asks about text. On the web the answer comes from the font that also draws it.
#pragma once

#include "ui/style.h"

#include <string_view>

namespace loggia::ui {

struct TextShape {
    float size;
    float line;
    bool semibold;
    Colour colour;
};
const TextShape& shape_of(Text style);

class TextMeasure {
public:
    virtual ~TextMeasure() = default;
    virtual float advance(char32_t code_point, float size, bool semibold) const = 0;
    virtual bool has_glyph(char32_t code_point) const = 0;
    virtual float width(std::string_view text, float size, bool semibold) const;  // the sum of the advances
    // Whether text without glyphs is measured and drawn all the same; else it is left to the browser's elements.
    virtual bool shapes() const { return false; }
};

// Every character is half as wide as the text is high: enough for tests and for the server.
class EvenMeasure final : public TextMeasure {
public:
    float advance(char32_t, float size, bool) const override { return size / 2; }
    bool has_glyph(char32_t) const override { return true; }
};

}  // namespace loggia::ui
