#include "ui/widgets/calendar_lanes.h"

#include <algorithm>

namespace loggia::ui {

void assign_lanes(std::span<const CalendarBlock> blocks, std::span<const std::uint32_t> order,
                  std::span<CalendarLane> lanes, std::span<int> ends) {
    std::size_t cluster = 0, columns = 0;  // where the current cluster begins, and how wide it has become
    int cluster_end = 0;
    const auto close_cluster = [&](std::size_t until) {
        for (std::size_t i = cluster; i < until; ++i) lanes[i].columns = static_cast<int>(columns);
        cluster = until;
        columns = 0;
    };
    for (std::size_t i = 0; i < order.size(); ++i) {
        const CalendarBlock& block = blocks[order[i]];
        if (i > 0 && block.from_minute >= cluster_end) close_cluster(i);
        const auto taken = ends.first(columns);
        const auto free = std::ranges::find_if(taken, [&](int end) { return end <= block.from_minute; });
        lanes[i].column = static_cast<int>(free - taken.begin());
        if (free == taken.end()) ++columns;
        ends[static_cast<std::size_t>(lanes[i].column)] = block.to_minute;
        cluster_end = std::max(cluster == i ? block.to_minute : cluster_end, block.to_minute);
    }
    close_cluster(order.size());
}

}  // namespace loggia::ui
