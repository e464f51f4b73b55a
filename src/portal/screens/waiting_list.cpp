#include "portal/screens/waiting_list.h"

#include "core/api/error_status.h"
#include "portal/screens/book/choice.h"

namespace loggia::portal {

namespace {

ui::Tone tone_of(Delivery delivery) {
    switch (delivery) {
    case Delivery::failed: return ui::Tone::red;
    case Delivery::conflict: return ui::Tone::amber;
    case Delivery::sending: return ui::Tone::brand;
    default: return ui::Tone::neutral;
    }
}

std::string_view name_of(const Words& words, Delivery delivery) {
    switch (delivery) {
    case Delivery::sending: return words.delivery_names(1);
    case Delivery::failed: return words.delivery_names(2);
    case Delivery::conflict: return words.delivery_names(3);
    default: return words.delivery_names(0);
    }
}

bool was_refused(const Waiting& waiting) {
    return waiting.delivery == Delivery::failed || waiting.delivery == Delivery::conflict;
}

bool is_booking(const Waiting& waiting) { return waiting.record.what == "create_booking"; }

std::string reason_of(const Context& context, const api::OutboxRecord& record) {
    if (record.reason_code.empty()) return std::string(context.words.waited_too_long());
    Error error{ErrorCode::internal, record.reason, record.reason_field, 0};
    for (const auto& row : api::error_statuses)
        if (row.name == record.reason_code) error.code = row.code;
    return context.words.refusal(error);
}

void draw_actions(ui::Page& page, const Context& context, const Waiting& waiting, std::string_view name,
                  WaitingIntent& intent) {
    const auto& words = context.words;
    if (was_refused(waiting)) {
        const std::string again = words.try_again_named(name);
        if (page.button("retry", words.try_again(), {.small = true, .name = again})) intent.retry = waiting.id;
    }
    const auto* service = context.store.business.service(waiting.record.service_id);
    if (waiting.delivery == Delivery::conflict && is_booking(waiting) && service) {
        const Choice choice{.service = service,
                            .person = waiting.record.performer_id,
                            .date = context.zone().date_at(waiting.record.starts_at),
                            .at = {}};
        page.link("others", words.other_times(), choose_time_url(choice),
                  {.look = ui::LinkLook::button, .small = true});
    }
    const std::string discard = words.discard_named(name);
    if (waiting.delivery != Delivery::sending &&
        page.button("discard", words.discard(), {.look = ui::ButtonLook::ghost, .small = true, .name = discard}))
        intent.discard = waiting.id;
}

void draw_one(ui::Page& page, const Context& context, const Waiting& waiting, bool is_first, WaitingIntent& intent) {
    const auto& words = context.words;
    const auto what = context.store.business.service_name(waiting.record.service_id);
    const auto title = is_booking(waiting) ? words.to_book(what) : words.to_cancel(what);
    const auto when = words.short_time(context.zone().to_civil(waiting.record.starts_at));
    const auto about = joined({when, was_refused(waiting) ? reason_of(context, waiting.record) : std::string{}});
    const auto row = page.list_row(waiting.id, {.title = title, .subtitle = about, .line_above = !is_first});
    page.badge(name_of(words, waiting.delivery), {.tone = tone_of(waiting.delivery)});
    draw_actions(page, context, waiting, joined({title, when}), intent);
}

}  // namespace

WaitingIntent draw_waiting_list(ui::Page& page, const Context& context) {
    WaitingIntent intent;
    const auto waiting = context.store.outbox.waiting();
    if (waiting.empty()) return intent;
    const auto card = page.card({.key = "waiting", .gap = ui::Space::small});
    page.heading(2, context.words.waiting_list());
    page.text(context.words.waiting_hint(), ui::Text::small_muted);
    const auto list = page.list(context.words.waiting_list());
    for (const auto* one : waiting) draw_one(page, context, *one, one == waiting.front(), intent);
    return intent;
}

void act(const WaitingIntent& intent, Context& context) {
    if (intent.retry) context.store.outbox.retry(*intent.retry);
    if (intent.discard) context.store.outbox.discard(*intent.discard);
}

bool draw_waiting_badge(ui::Page& page, const Context& context, BookingId booking) {
    const auto* waiting = context.store.outbox.cancelling(booking);
    if (!waiting) return false;
    page.badge(was_refused(*waiting) ? name_of(context.words, waiting->delivery) : context.words.cancellation_waits(),
               {.tone = was_refused(*waiting) ? tone_of(waiting->delivery) : ui::Tone::amber});
    return !was_refused(*waiting);
}

}  // namespace loggia::portal
