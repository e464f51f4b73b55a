// Shapes text by the browser's own means: measured by a 2D canvas, drawn by it and handed to WebGL as a texture.
#pragma once

#include "ui/paint/text_shaper.h"

#include <cstdint>
#include <vector>

namespace loggia::platform {

class BrowserText final : public ui::TextShaper {
public:
    float width(std::string_view text, float size, bool semibold) override;
    ui::ShapedPicture picture(const ui::ShapedText& text) override;

    void begin_frame();      // lets go of what was not shown for long, once there is much of it
    void forget();           // all of it is shaped anew: another font has come
    void forget_pictures();  // the graphics context is gone with them

private:
    struct Width {
        std::uint64_t key;
        float width;
    };
    struct Picture {
        std::uint64_t key;
        ui::ShapedPicture picture;
        std::uint32_t pixels, frame;
    };

    std::vector<Width> m_widths;  // sorted by key
    std::vector<Picture> m_pictures;
    std::uint32_t m_frame = 0, m_pixels = 0;
};

}  // namespace loggia::platform
