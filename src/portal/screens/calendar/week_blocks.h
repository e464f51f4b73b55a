#pragma once

#include "portal/screens/screen.h"

#include <span>
#include <string>
#include <vector>

namespace loggia::portal {

/// The days that are shown, and of which week.
struct CalendarSpan {
    Date monday;
    Date from;
    int days = 1;
};

/// Bookings in the shape the week grid wants them. Owns the words the grid only points at.
class WeekBlocks {
public:
    WeekBlocks(const Context& context, CalendarSpan span, std::span<const api::BookingView* const> bookings,
               std::optional<BookingId> selected);

    /// The key of the block pressed in this build, or empty.
    [[nodiscard]] std::string_view draw(ui::Page& page, const Context& context) const;

private:
    struct DayWords {
        Date date;
        std::string key, weekday, number, spoken, href;
    };
    struct BlockWords {
        int day = 0, from = 0, to = 0;
        std::string key, title, subtitle, spoken;
        ui::Hue hue = ui::Hue::slate;
        bool is_selected = false, is_held = false;
    };

    [[nodiscard]] static DayWords day_words(const Words& words, Date date);
    void add(const Context& context, const api::BookingView& booking, bool is_selected);

    CalendarSpan m_span;
    std::vector<DayWords> m_week;  ///< all seven days
    std::vector<BlockWords> m_blocks;
};

}  // namespace loggia::portal
