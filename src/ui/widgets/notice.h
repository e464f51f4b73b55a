// What just happened, for a moment at the lower edge, with something to do about it: "Booking cancelled · Undo".
//
// It is read out once, waits while the pointer or the focus is on it, and goes by itself.
#pragma once

#include "ui/host.h"

#include <string>

namespace loggia::ui {

struct Notice {
    std::string text, action{};
    Tone tone = Tone::neutral;
    Milliseconds ends_at = 0;  // the widget's own
};

enum class NoticeAnswer : std::uint8_t { stays, action_pressed, over };

NoticeAnswer show_notice(Page& page, std::string_view key, Notice& notice, Milliseconds now);

}  // namespace loggia::ui
