#pragma once

#include "core/scheduling/period.h"

#include <span>
#include <vector>

namespace loggia::scheduling {

/// The hours of a week, and of single dates in their place, as starts from which a whole visit lies within them.
/// Hours that meet are one, over midnight too.
class OpenHours {
public:
    explicit OpenHours(std::span<const domain::WeeklyHours> weekly, std::span<const domain::DateHours> dates = {});

    /// Never on any day.
    [[nodiscard]] bool none() const { return m_weekly.empty() && m_dates.empty(); }

    /// Per day of the period.
    void starts(const Zone& zone, std::span<const Day> period, int visit_cells, std::vector<DaySet>& within) const;

    /// What is open on the day and around it as far as a visit may reach, in cells of the day; ascending, those that
    /// meet as one. In `stretches`, whose memory is kept.
    void on(const Zone& zone, const Day& day, int visit_cells, std::vector<Stretch>& stretches) const;

private:
    [[nodiscard]] bool has_dates_near(const Day& day, int visit_cells) const;
    [[nodiscard]] const domain::DateHours* date_hours(std::chrono::local_days date) const;

    std::span<const domain::WeeklyHours> m_weekly;
    std::span<const domain::DateHours> m_dates;
    bool m_over_midnight = false;  ///< some hours reach midnight, so that a visit may go on into the next day's
};

}  // namespace loggia::scheduling
