// A calendar of days and hours. Blocks that overlap stand side by side. On a phone pass one day and a day strip.
#pragma once

#include "ui/page.h"

namespace loggia::ui {

struct CalendarDay {
    std::string_view key;      // "2026-10-21"
    std::string_view weekday;  // "Wed"
    std::string_view number;   // "21"
    std::string_view spoken;   // "Wednesday 21 October"
    bool today = false;
    std::string_view href{};  // in a day strip: where the day leads
};

struct CalendarBlock {
    std::string_view key;
    int day = 0;                         // index into days
    int from_minute = 0, to_minute = 0;  // since midnight in the location's zone
    std::string_view title, subtitle{};
    std::string_view
        spoken;  // named in full: "Piano lesson, Luka K., Wednesday 21 October, 10:15 to 11:00, Ana Novak, confirmed"
    Hue hue = Hue::blue;
    bool selected = false;
    bool hatched = false;  // time off, closed
};

struct CalendarWeek {
    std::span<const CalendarDay> days;
    std::span<const CalendarBlock> blocks;
    int first_minute = 8 * 60, last_minute = 19 * 60;
    int now_day = -1, now_minute = 0;      // the red line; −1: not in view
    std::span<const CalendarDay> strip{};  // phone: the week above the one day shown
    int strip_day = 0;
    std::string_view name = "Calendar";
};

struct WeekAnswer {
    std::string_view block{};
};  // key of the block pressed in this build

WeekAnswer week_grid(Page& page, std::string_view key, const CalendarWeek& week);

}  // namespace loggia::ui
