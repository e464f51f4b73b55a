#pragma once

#include "core/scheduling/day_set.h"
#include "core/scheduling/snapshot.h"

#include <chrono>
#include <cstdint>

/// The days asked about and how long a visit is, both counted in cells.
namespace loggia::scheduling {

inline constexpr std::uint32_t cell_seconds = seconds{cell_length}.count();
inline constexpr int cells_a_day = days{1} / cell_length;

[[nodiscard]] constexpr std::int64_t floor_cell(std::int64_t moment) {
    constexpr std::int64_t length = cell_seconds;
    return moment / length - (moment % length < 0 ? 1 : 0);
}
[[nodiscard]] constexpr std::int64_t ceil_cell(std::int64_t moment) { return floor_cell(moment + cell_seconds - 1); }
[[nodiscard]] constexpr int cells_to_hold(minutes length) {
    return static_cast<int>(ceil_cell(seconds{length}.count()));
}
[[nodiscard]] constexpr int whole_cells_in(minutes length) {
    return static_cast<int>(floor_cell(seconds{length}.count()));
}

/// Half open, in cells of whatever it is said to be counted from.
struct Stretch {
    int from = 0;
    int to = 0;
    [[nodiscard]] constexpr bool contains(int cell) const { return from <= cell && cell < to; }
    bool operator==(const Stretch&) const = default;
};

/// How much a visit takes with one performer.
struct VisitCells {
    minutes duration{};
    int visit = 1;   ///< cells that lie within hours
    int before = 0;  ///< claimed before the start
    int after = 1;   ///< claimed from the start on: duration and buffer
    bool operator==(const VisitCells&) const = default;

    [[nodiscard]] int margin() const { return before > after ? before : after; }
};
[[nodiscard]] VisitCells cells_of(const domain::Terms& terms);

/// One day of the period asked about. Each set holds starts, in cells of that day.
struct Day {
    TimeRange range;
    int first_cell = 0;  ///< number of cell 0 in the period
    int end_cell = 0;    ///< of the first cell of the next day
    std::chrono::local_days date;
    bool clocks_change = false;       ///< on this day
    bool clocks_change_near = false;  ///< on a day that a visit of this one may reach, or on the one before
    DaySet on_grid;  ///< a multiple of the grid by the clock on the wall; of a repeated hour the first showing
    DaySet timely;   ///< neither sooner nor later than may be booked, and not more than the client may book

    [[nodiscard]] int cell_of(Instant moment) const {
        return static_cast<int>(floor_cell(seconds{moment - range.from}.count()));
    }
    [[nodiscard]] Instant instant_of(int cell) const { return range.from + cell * cell_length; }
};

/// How many days after its own a visit may reach.
[[nodiscard]] constexpr int days_reached(int visit_cells) { return 2 + visit_cells / cells_a_day; }

}  // namespace loggia::scheduling
