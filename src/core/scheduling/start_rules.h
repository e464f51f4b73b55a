#pragma once

#include "core/scheduling/day_set.h"
#include "core/scheduling/free_times.h"

#include <cstdint>
#include <vector>

/// The rules of booking as sets of starts. `free_times` and `check_start` both read these and know no rule of
/// their own, which is why a time that is listed can be booked.
namespace loggia::scheduling {

/// One day of the period asked for. Each set holds starts, in cells of that day.
struct Day {
    TimeRange range;
    int first_cell = 0;  ///< number of cell 0 in the period
    int end_cell = 0;    ///< of the first cell of the next day
    std::chrono::local_days date;
    bool clocks_change = false;
    DaySet on_grid;  ///< a multiple of the grid by the clock on the wall; of a repeated hour the first showing
    DaySet timely;   ///< neither sooner than the notice nor later than the horizon

    [[nodiscard]] int cell_of(Instant moment) const;
};

/// What one person or room says to each day of the period.
struct ResourceDays {
    std::vector<DaySet> within_hours;  ///< the visit would lie within working hours
    PeriodSet blocked;                 ///< the claim would touch one that is there
    std::vector<std::uint16_t> load;   ///< claims that touch the day
};

/// What no working hours mean: a person without any does not work, a room is open whenever a person works.
enum class WithoutHours { closed, open };

/// When a booking made at `now` may start.
struct Window {
    Instant earliest;
    Date last_date;  ///< included
};
[[nodiscard]] Window booking_window(const Snapshot& snapshot, Instant now);

class StartRules {
public:
    /// `from` to `to`, both included; no days if `to` is the earlier one.
    StartRules(const Snapshot& snapshot, const domain::Service& service, Instant now, Date from, Date to);

    [[nodiscard]] const std::vector<Day>& period() const { return m_days; }
    [[nodiscard]] const Window& window() const { return m_window; }

    /// Fills `answer`, whose memory is kept from one resource to the next.
    void ask(const Calendar& calendar, WithoutHours without, ResourceDays& answer) const;

private:
    void add_day(std::chrono::local_days date);
    void set_grid(Day& day) const;
    void ask_hours(const Calendar& calendar, WithoutHours without, ResourceDays& answer) const;
    void ask_busy(const Calendar& calendar, ResourceDays& answer) const;
    [[nodiscard]] DaySet starts_within(const Calendar& calendar, const Day& day) const;
    void count_claim(int from, int to, std::vector<std::uint16_t>& load) const;

    const Zone& m_zone;
    minutes m_grid;
    Window m_window;
    int m_visit_cells;
    int m_cells_before;  ///< claimed before the start
    int m_cells_after;   ///< claimed from the start on: duration and buffer
    DaySet m_plain_grid;
    std::vector<Day> m_days;
    std::vector<int> m_first_cells;  ///< of every day, and of the one after the last
};

}  // namespace loggia::scheduling
