#include "ui/text_measure.h"

namespace loggia::ui {

TextShape shape_of(Text style) {
    switch (style) {
    case Text::body: return {15, 22, false, Colour::ink};
    case Text::strong: return {15, 22, true, Colour::ink};
    case Text::muted: return {15, 22, false, Colour::muted};
    case Text::small: return {14, 20, false, Colour::ink};
    case Text::small_strong: return {14, 20, true, Colour::ink};
    case Text::small_muted: return {14, 20, false, Colour::muted};
    case Text::caption: return {13, 18, false, Colour::muted};
    case Text::caption_strong: return {13, 18, true, Colour::ink};
    case Text::title: return {17, 24, true, Colour::ink};
    case Text::price: return {15, 22, true, Colour::ink};
    case Text::large: return {20, 28, true, Colour::ink};
    case Text::display: return {30, 36, true, Colour::ink};
    case Text::error: return {14, 20, false, Colour::red};
    case Text::success: return {14, 20, false, Colour::green};
    case Text::field: return {16, 24, false, Colour::ink};
    case Text::heading_1: return {24, 32, true, Colour::ink};
    case Text::heading_2: return {17, 24, true, Colour::ink};
    case Text::heading_3: return {15, 22, true, Colour::ink_soft};
    }
    return {15, 22, false, Colour::ink};
}

}  // namespace loggia::ui
