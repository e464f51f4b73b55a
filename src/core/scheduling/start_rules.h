#pragma once

#include "core/scheduling/free_times.h"
#include "core/scheduling/limits.h"
#include "core/scheduling/open_hours.h"
#include "core/scheduling/period.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

/// The rules of booking as sets of starts. `free_times`, `check_start` and `explain_start` all read these and know no
/// rule of their own, which is why a time that is listed can be booked.
namespace loggia::scheduling {

/// Who works has hours and without any does not work; a thing without hours is there whenever a person works.
enum class Kind { person, thing };

/// What one person, room or kind of equipment says to each day of the period.
struct ResourceDays {
    std::vector<DaySet> within_hours;  ///< the visit would lie within hours, and no limit of theirs is reached
    PeriodSet blocked;                 ///< the claim would touch one that is there, or the visit a leave
    std::vector<std::uint16_t> load;   ///< claims that touch the day
};

/// When a booking made at `now` may start.
struct Window {
    Instant earliest;
    Date last_date;  ///< included
};
[[nodiscard]] Window booking_window(const Zone& zone, const domain::BookingRules& rules, Instant now);

/// Until when a visit on the date can be booked.
[[nodiscard]] Instant closes_at(const Zone& zone, const domain::CutOff& cut_off, Date date);

class StartRules {
public:
    /// `from` to `to`, both included; no days if `to` is the earlier one.
    StartRules(const Snapshot& snapshot, const FreeTimesQuery& query, Date from, Date to);

    [[nodiscard]] std::span<const Day> period() const { return m_days; }
    [[nodiscard]] const Window& window() const { return m_window; }
    [[nodiscard]] const domain::BookingRules& booking_rules() const { return m_rules; }
    [[nodiscard]] bool is_waived(Refusal refusal) const { return m_waived.has(refusal); }

    /// Fills `answer`, whose memory is kept from one resource to the next.
    void ask(const Calendar& calendar, Kind kind, const VisitCells& visit, int units, ResourceDays& answer) const;

    /// Where the visit would lie within the location's opening hours and touch no closure, per day.
    [[nodiscard]] std::vector<DaySet> open_days(const VisitCells& visit) const;

    // What the answers above are made of, each rule by itself.

    void ask_hours(const Calendar& calendar, Kind kind, const VisitCells& visit, std::vector<DaySet>& within) const;
    /// Starts, in cells of the period, from which a claim would touch what is taken, or the visit itself would.
    [[nodiscard]] Stretch starts_claiming(const TimeRange& taken, const VisitCells& visit) const;
    [[nodiscard]] Stretch starts_meeting(const TimeRange& away, const VisitCells& visit) const;
    /// Where fewer units are free than are needed, in cells of the period; ascending.
    [[nodiscard]] std::vector<Stretch> full_stretches(const Calendar& calendar, const VisitCells& visit,
                                                      int units) const;
    [[nodiscard]] std::vector<TimeRange> closed_ranges(const domain::Closure& closure, const VisitCells& visit) const;
    [[nodiscard]] std::vector<LimitReached> person_limits(const Calendar& calendar, const VisitCells& visit,
                                                          std::size_t day) const;
    [[nodiscard]] std::vector<LimitReached> client_limits(std::size_t day) const;

private:
    /// What of time matters to the starts of the period.
    struct Bounds {
        Instant origin;
        Instant end;
        int margin = 0;

        [[nodiscard]] bool meet(const TimeRange& range) const {
            return range.from < range.to && range.to > origin && range.from < end;
        }
        /// Of a range that they meet, rounded outwards, in cells of the period.
        [[nodiscard]] Stretch cells_of(const TimeRange& range) const {
            // In cells since `origin`, which leave no negative number.
            const auto since = static_cast<std::uint32_t>((std::max(range.from, origin) - origin).count());
            const auto until = static_cast<std::uint32_t>((std::min(range.to, end) - origin).count());
            return {static_cast<int>(since / cell_seconds) - margin,
                    static_cast<int>((until + cell_seconds - 1) / cell_seconds) - margin};
        }
    };

    void add_day(std::chrono::local_days date, int longest_visit);
    void set_grid(Day& day) const;
    void find_weeks();
    void bound_clients();
    [[nodiscard]] Bounds bounds(const VisitCells& visit) const;
    void ask_busy(const Calendar& calendar, const VisitCells& visit, int units, ResourceDays& answer) const;
    void ask_limits(const Calendar& calendar, const VisitCells& visit, std::vector<DaySet>& within) const;
    void count_claim(int from, int to, std::vector<std::uint16_t>& load) const;
    [[nodiscard]] std::vector<Tally> tallies(std::span<const Visit> visits) const;
    [[nodiscard]] Tally week_of_day(std::span<const Tally> tallies, std::size_t day) const;

    const Snapshot& m_snapshot;
    const Zone& m_zone;
    domain::BookingRules m_rules;  ///< as they are for the service
    RefusalSet m_waived;
    Instant m_now;
    minutes m_grid;
    Window m_window;
    DaySet m_plain_grid;
    std::vector<Day> m_days;
    std::vector<int> m_first_cells;    ///< of every day, and of the one after the last
    std::vector<Instant> m_midnights;  ///< from the Monday before the period to the Monday after it
    std::size_t m_days_since_monday = 0;
};

}  // namespace loggia::scheduling
