// Which blocks of one day stand beside which.
#pragma once

#include "ui/widgets/calendar.h"

namespace loggia::ui {

struct CalendarLane {
    int column = 0, columns = 1;
};

// Blocks that overlap, directly or through others, share the width; each takes the first free column. `order` names
// the blocks of the day by their start; the lanes come in that order. `ends` is room for as many numbers.
void assign_lanes(std::span<const CalendarBlock> blocks, std::span<const std::uint32_t> order,
                  std::span<CalendarLane> lanes, std::span<int> ends);

}  // namespace loggia::ui
