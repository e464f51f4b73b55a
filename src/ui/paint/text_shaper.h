// Text that our fonts have no glyphs for: Arabic, Japanese, emoji. Somebody else shapes it and draws it as a picture.
#pragma once

#include "ui/style.h"
#include "ui/theme.h"

#include <imgui.h>

#include <string_view>

namespace loggia::ui {

struct ShapedText {
    std::string_view text;
    float size = 15;
    bool semibold = false;
    Rgba colour{};
    Direction direction = Direction::left_to_right;
    float scale = 1;  // device pixels per CSS pixel
};

// In CSS pixels, which are whole device pixels: how far the picture reaches to the left of the pen and above the
// baseline, and how large it is.
struct ShapedPicture {
    ImTextureID texture = ImTextureID_Invalid;
    float left = 0, above = 0, width = 0, height = 0;
};

class TextShaper {
public:
    virtual ~TextShaper() = default;
    virtual float width(std::string_view text, float size, bool semibold) = 0;
    // Stays valid until the end of the frame; without a texture if it cannot be drawn.
    virtual ShapedPicture picture(const ShapedText& text) = 0;
};

}  // namespace loggia::ui
