// One month to choose a day from. The caller brings words and availability; the grid brings keyboard, roles and
// looks.
#pragma once

#include "ui/page.h"

namespace loggia::ui {

struct GridDay {
    std::string_view key;     // "2026-10-22"
    std::string_view label;   // "22"
    std::string_view spoken;  // "Thursday 22 October, 5 times free"
    int availability = 0;     // 0 nothing free; 1 few, 2 some, 3 many
    bool today = false;
};

struct GridMonth {
    std::string_view title;                      // "October 2026"
    std::span<const std::string_view> weekdays;  // seven short names, first day of the week first
    std::span<const std::string_view> weekdays_spoken{};
    int leading_blanks = 0;  // cells before the first day
    std::span<const GridDay> days;
    bool may_go_back = true, may_go_on = true;
    std::string_view back_name = "Previous month", on_name = "Next month";
    std::string_view note{};  // "Dots show how many times are free"
    bool loading = false;
};

struct DateAnswer {
    std::string_view day{};  // key of the day chosen in this build, points into GridMonth
    int months = 0;          // −1, +1: show another month
};

// Left and right move by a day, up and down by a week, Home and End within the week, PageUp and PageDown by a month.
DateAnswer date_grid(Page& page, std::string_view key, const GridMonth& month, std::string_view selected);

}  // namespace loggia::ui
