// A calendar of columns and hours. Blocks that overlap stand side by side. On a phone pass one day and a day strip.
//
// With an edit, blocks are moved by drawing them with the pointer and resized at their lower edge. The keyboard does
// the same: M begins, arrows move, Shift and arrows resize, Enter drops, Escape gives up; so do the buttons that are
// shown meanwhile.
#pragma once

#include "ui/widgets/calendar.h"

namespace loggia::ui {

WeekAnswer week_grid(Page& page, std::string_view key, const CalendarWeek& week);

}  // namespace loggia::ui
