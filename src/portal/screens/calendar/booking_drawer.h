#pragma once

#include "core/booking/operation.h"
#include "portal/screens/move_form.h"
#include "portal/screens/screen.h"

#include <optional>

namespace loggia::portal {

struct DrawerIntent {
    bool close = false;
    bool ask_to_cancel = false;
    bool try_again = false;
    std::optional<booking::Operation> step;
    std::optional<api::BookingMove> move;
};

/// One booking beside the calendar: all that the reader may know of it and do with it.
class BookingDrawer {
public:
    [[nodiscard]] DrawerIntent draw(ui::Page& page, const Context& context, const Remote<api::BookingView>& booking);

private:
    enum class Part : std::uint8_t { facts, move, history };

    void draw_actions(ui::Page& page, const Context& context, const api::BookingView& booking, DrawerIntent& intent);
    void draw_parts(ui::Page& page, const Context& context, const api::BookingView& booking, DrawerIntent& intent);
    bool draw_toggle(ui::Page& page, std::string_view key, std::string_view label, ui::Icon icon, Part part,
                     const std::string& disabled_reason = {});

    BookingId m_booking;
    Part m_part = Part::facts;
    MoveForm m_move;
};

}  // namespace loggia::portal
