#pragma once

#include "portal/screens/screen.h"

#include <optional>
#include <string>

namespace loggia::portal {

/// Until when a client may cancel this booking.
[[nodiscard]] Instant cancellation_deadline(const Context& context, const api::BookingView& booking);

/// Whether to offer the cancelling or moving of a booking, and why not.
struct ChangeOffer {
    bool is_allowed = false;
    std::string reason;  ///< of a refusal, for the person who reads it
};

/// By the client's own list: the policy and the deadline.
[[nodiscard]] ChangeOffer offer_to_client(const Context& context, const api::BookingView& booking);

/// The same of moving it to another time; nothing where only others may.
[[nodiscard]] std::optional<ChangeOffer> offer_to_move(const Context& context, const api::BookingView& booking);

/// By the calendar: the policy alone; staff may cancel after the deadline.
[[nodiscard]] ChangeOffer offer_to_staff(const Context& context, const api::BookingView& booking);

/// "Cancel this booking?" with the rule that applies.
struct CancelAnswer {
    bool is_confirmed = false;
    bool is_closed = false;
};
[[nodiscard]] CancelAnswer draw_cancel_dialog(ui::Page& page, const Context& context, const api::BookingView& booking,
                                              std::string_view rule);

}  // namespace loggia::portal
