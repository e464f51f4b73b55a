#pragma once

#include "portal/screens/form_errors.h"
#include "portal/screens/screen.h"

#include <optional>
#include <string>
#include <vector>

namespace loggia::portal {

/// Another time for a booking, or somebody else to serve it: what is offered is what the server would take.
class MoveForm {
public:
    /// Returns what was asked for, once it was submitted and is whole.
    [[nodiscard]] std::optional<api::BookingMove> draw(ui::Page& page, const Context& context,
                                                       const api::BookingView& booking);

private:
    void follow(const Context& context, const api::BookingView& booking);
    void draw_performer(ui::Page& page, const Context& context, const api::BookingView& booking);
    void draw_times(ui::Page& page, const Context& context, const api::BookingView& booking);
    /// The time that is wished for where it is offered, else the first. Of some.
    [[nodiscard]] const api::FreeTimeView& chosen_of(const std::vector<api::FreeTimeView>& times) const;
    [[nodiscard]] std::optional<api::BookingMove> wanted(const Context& context,
                                                         const api::BookingView& booking) const;

    BookingId m_booking;
    std::int64_t m_version = 0;
    std::string m_performer;
    std::string m_day;
    std::string m_start;  ///< unix seconds; wished for, whether or not it is offered
    std::string m_reason;
};

}  // namespace loggia::portal
