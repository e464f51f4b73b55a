#pragma once

#include "portal/screens/account/account_fields.h"
#include "portal/screens/frame.h"
#include "portal/screens/home/calendar_feed_card.h"
#include "portal/screens/move_form.h"
#include "portal/screens/screen.h"
#include "portal/screens/waiting_list.h"

#include <optional>
#include <vector>

namespace loggia::portal {

/// A client's own place: what is coming up, what was, and the family.
class HomeScreen final : public Screen {
public:
    void build(ui::Page& page, Context& context) override;

private:
    struct Intent {
        FrameIntent frame;
        WaitingIntent waiting;
        CalendarFeedIntent calendar_feed;
        std::optional<BookingId> ask_to_cancel;
        std::optional<api::BookingView> cancel;
        std::optional<BookingId> ask_to_move;
        std::optional<api::BookingMove> move;
        bool close = false;
        bool ask_for_dependent = false;
        bool add_dependent = false;
        bool try_again = false;
    };

    using Bookings = std::vector<const api::BookingView*>;

    void draw_greeting(ui::Page& page, const Context& context);
    void draw_bookings(ui::Page& page, const Context& context, const api::BookingList& list, Intent& intent);
    void draw_coming_up(ui::Page& page, const Context& context, const Bookings& bookings, Intent& intent);
    void draw_row_actions(ui::Page& page, const Context& context, const api::BookingView& booking,
                          std::string_view title, Intent& intent);
    void draw_past(ui::Page& page, const Context& context, const Bookings& bookings);
    void draw_family(ui::Page& page, const Context& context, Intent& intent);
    void draw_dialogs(ui::Page& page, const Context& context, Intent& intent);
    void draw_cancel_question(ui::Page& page, const Context& context, Intent& intent);
    void draw_move_dialog(ui::Page& page, const Context& context, Intent& intent);
    void draw_add_dialog(ui::Page& page, const Context& context, Intent& intent);

    void act_on(const Intent& intent, ui::Page& page, Context& context);

    enum class Open { nothing, cancelling, moving, adding };

    Open m_open = Open::nothing;  ///< which dialog
    BookingId m_asked_about;      ///< by the dialogs about one booking
    MoveForm m_move;
    DependentDraft m_draft;
    FormErrors m_errors;
};

}  // namespace loggia::portal
