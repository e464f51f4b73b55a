// Moving a block: from what keys and pointer did to where it would stand.
#pragma once

#include "ui/widgets/calendar.h"

namespace loggia::ui {

// The height of a minute in a calendar of hours.
inline constexpr float calendar_minute_height = 58.f / 60.f;

// Where the place goes for a key; where it was if the key means nothing or leads out of the calendar.
CalendarPlace moved_by_key(CalendarPlace place, KeyPress press, const CalendarWeek& week);

// Where the block goes under the pointer: x in columns from its own, y in pixels from the first minute.
CalendarPlace moved_by_pointer(const CalendarEdit& edit, const CalendarBlock& block, float x, float y,
                               const CalendarWeek& week);

bool can_stand(const CalendarPlace& place, const CalendarWeek& week);

// Takes what happened since the last build; answers when the block was dropped.
std::optional<CalendarMove> follow_edit(Page& page, const CalendarWeek& week);

// Leaves it where it now would stand, if it may stand there.
std::optional<CalendarMove> drop_edit(Page& page, const CalendarWeek& week);

// The same as the keys, to press: shown while a block is moved by keys.
std::optional<CalendarMove> edit_bar(Page& page, const CalendarWeek& week);

// "10:15 – 11:00"
std::string_view times_text(Page& page, int from_minute, int to_minute);
std::string_view time_text(Page& page, int minute);

}  // namespace loggia::ui
