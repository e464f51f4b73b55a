#pragma once

#include "portal/screens/calendar/booking_drawer.h"
#include "portal/screens/calendar/week_blocks.h"
#include "portal/screens/frame.h"
#include "portal/screens/screen.h"
#include "portal/screens/waiting_list.h"

#include <optional>
#include <string>
#include <vector>

namespace loggia::portal {

/// The week of those who work for the business: a day at a time on a phone, with one booking opened beside it.
class CalendarScreen final : public Screen {
public:
    void build(ui::Page& page, Context& context) override;

private:
    struct Intent {
        FrameIntent frame;
        WaitingIntent waiting;
        std::optional<PersonId> toggled;
        std::string opened;  ///< key of a block
        DrawerIntent drawer;
        std::optional<api::BookingView> opened_booking;  ///< what the drawer shows
        bool close_dialog = false;
        std::optional<api::BookingView> cancel;
        bool try_again = false;
    };

    void draw_head(ui::Page& page, const Context& context, const CalendarSpan& span);
    void draw_people(ui::Page& page, const Context& context, Intent& intent);
    void draw_week(ui::Page& page, const Context& context, const Remote<api::BookingList>& list, CalendarSpan span,
                   Intent& intent);
    void draw_opened(ui::Page& page, const Context& context, const Remote<api::BookingList>& list, Intent& intent);
    void act_on(const Intent& intent, ui::Page& page, Context& context, Date day);

    [[nodiscard]] bool is_hidden(PersonId person) const;
    [[nodiscard]] std::optional<BookingId> opened(const Context& context) const;
    void open(const std::string& key, const ui::Page& page, Context& context, Date day);
    void close(Context& context, Date day);

    /// Where the drawer covers the page the browser gives it a step of its own, and the address stays the week's.
    std::optional<BookingId> m_covering;
    std::string m_came_from;  ///< where the opened booking was opened
    bool m_asks_to_cancel = false;
    BookingDrawer m_drawer;
    std::vector<PersonId> m_hidden;  ///< whose bookings are left out
};

}  // namespace loggia::portal
