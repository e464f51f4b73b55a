// A picture from an address. The browser loads and shows it; until it is there, or when it does not come, a quiet
// tile stands in its place.
#pragma once

#include "ui/page.h"

namespace loggia::ui {

struct PictureSpec {
    float width = 0;  // 0: as wide as there is room
    float height = 160;
    std::uint8_t radius = 12;
};

// `alternative` says what can be seen; an empty one makes it an ornament that no reader mentions.
void picture(Page& page, std::string_view key, std::string_view address, std::string_view alternative,
             const PictureSpec& spec = {});

}  // namespace loggia::ui
