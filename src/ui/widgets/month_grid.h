// A month at a glance: a table of days, each with its first entries and a way to the others. On a phone a day shows
// how much there is, and leads there.
#pragma once

#include "ui/page.h"

namespace loggia::ui {

struct MonthDay {
    std::string_view key;     // "2026-10-21"
    std::string_view number;  // "21"
    std::string_view spoken;  // "Wednesday 21 October"
    std::string_view href;    // where the day leads
    bool today = false;
    bool outside = false;  // of the month before or after
};

struct MonthEntry {
    std::string_view key;
    int day = 0;  // index into days
    std::string_view time, title;
    std::string_view spoken;
    Hue hue = Hue::blue;
    bool selected = false;
};

struct CalendarMonth {
    std::string_view name;                       // "October 2026"
    std::span<const std::string_view> weekdays;  // seven, first day of the week first
    std::span<const std::string_view> weekdays_spoken{};
    std::span<const MonthDay> days;       // whole weeks
    std::span<const MonthEntry> entries;  // by day, then by time
    int most = 3;                         // entries shown in a day
};

// Answers with the key of the entry pressed in this build.
std::string_view month_grid(Page& page, std::string_view key, const CalendarMonth& month);

}  // namespace loggia::ui
