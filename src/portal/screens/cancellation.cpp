#include "portal/screens/cancellation.h"

#include "core/booking/operation.h"
#include "core/scheduling/cancellation.h"
#include "icons.generated.h"

namespace loggia::portal {

Instant cancellation_deadline(const Context& context, const api::BookingView& booking) {
    return scheduling::free_cancellation_end(booking.starts_at, context.store.business.free_cancellation());
}

ChangeOffer offer_to_client(const Context& context, const api::BookingView& booking) {
    const auto& session = context.session;
    const auto decision = session.may(policy::Permission::cancel_booking, session.own_subject_of(booking));
    if (!decision) return {false, context.words.refusal(decision, session.actor())};
    const auto refusal = scheduling::cancellation_refusal(
        booking.starts_at, context.store.business.free_cancellation(), scheduling::Canceller::client, context.now());
    if (!refusal) return {true, {}};
    return {false, context.words.too_late(
                       context.words.short_time(context.zone().to_civil(cancellation_deadline(context, booking))))};
}

std::optional<ChangeOffer> offer_to_move(const Context& context, const api::BookingView& booking) {
    const booking::Facts facts{booking.status, booking.starts_at, context.session.own_subject_of(booking)};
    const auto allowed = booking::check(booking::Operation::reschedule, context.session.actor(), facts,
                                        context.store.business.rules(), context.now());
    if (allowed) return ChangeOffer{true, {}};
    if (allowed.error().obstacle == booking::Obstacle::permission) return std::nullopt;
    if (allowed.error().obstacle != booking::Obstacle::too_late)
        return ChangeOffer{false, std::string(context.words.not_possible())};
    const auto deadline = context.words.short_time(context.zone().to_civil(allowed.error().until));
    return ChangeOffer{false, context.words.too_late_to_move(deadline)};
}

ChangeOffer offer_to_staff(const Context& context, const api::BookingView& booking) {
    const auto& session = context.session;
    const auto decision = session.may(policy::Permission::cancel_booking, session.subject_of(booking));
    return decision ? ChangeOffer{true, {}} : ChangeOffer{false, context.words.refusal(decision, session.actor())};
}

CancelAnswer draw_cancel_dialog(ui::Page& page, const Context& context, const api::BookingView& booking,
                                std::string_view rule) {
    CancelAnswer answer;
    const auto& business = context.store.business;
    const auto from = context.zone().to_civil(booking.starts_at);
    const auto to = context.zone().to_civil(booking.ends_at);
    const auto dialog = page.dialog("cancel", {.title = context.words.cancel_question()});
    page.text(business.service_name(booking.service_id), ui::Text::strong);
    page.icon_line(ui::icon::calendar, context.words.date_and_times(from, to));
    page.text(rule, ui::Text::muted);
    const auto& state = context.store.bookings.cancelled();
    const bool is_this = context.store.bookings.cancelling() == booking.id;
    if (const auto* error = failure(state); error && is_this)
        page.banner("refused", context.words.refusal(*error), {.tone = ui::Tone::red});
    {
        const auto buttons = page.wrap({.gap = ui::Space::regular, .justify = ui::Justify::end});
        answer.is_closed = page.button("keep", context.words.keep_booking());
        answer.is_confirmed = page.button("confirm", context.words.cancel_booking(),
                                          {.look = ui::ButtonLook::danger, .busy = is_this && is_loading(state)});
    }
    answer.is_closed |= dialog.closed();
    return answer;
}

}  // namespace loggia::portal
