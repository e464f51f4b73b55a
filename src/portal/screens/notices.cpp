#include "portal/screens/notices.h"

namespace loggia::portal {

namespace {

std::string known_at(const Context& context, ui::Milliseconds at) {
    return context.words.short_time(context.zone().to_civil(instant_of(at / 1000)));
}

void draw_network(ui::Page& page, const Context& context) {
    const auto& words = context.words;
    const bool is_online = context.store.client.is_online();
    const auto known = context.store.client.known().recalled_as_of();
    if (!is_online) {
        page.banner("offline", known ? words.offline_known(known_at(context, *known)) : words.offline_hint(),
                    {.tone = ui::Tone::amber, .title = words.offline_title()});
    } else if (known) {
        page.banner("offline", words.known_as_of(known_at(context, *known)),
                    {.tone = ui::Tone::amber, .title = words.unreachable_title()});
    }
}

}  // namespace

void draw_notices(ui::Page& page, const Context& context) {
    auto& outbox = context.store.outbox;
    const auto* not_narrowed = failure(context.store.session.narrowing());
    const bool has_network_news =
        !context.store.client.is_online() || context.store.client.known().recalled_as_of().has_value();
    if (!has_network_news && !not_narrowed && !context.is_update_ready && outbox.unreadable() == 0) return;
    const auto stack = page.stack({.key = "notices", .gap = ui::Space::small, .padding = ui::Space::small});
    draw_network(page, context);
    if (not_narrowed && page.banner("not-narrowed", context.words.refusal(*not_narrowed),
                                    {.tone = ui::Tone::red, .action = context.words.understood()}))
        context.store.session.forget_narrowing();
    if (context.is_update_ready)
        context.wishes.update |=
            page.banner("update", context.words.update_ready(), {.action = context.words.update_now()});
    if (outbox.unreadable() == 0) return;
    if (page.banner("unreadable", context.words.unreadable(outbox.unreadable()),
                    {.tone = ui::Tone::amber, .action = context.words.understood()}))
        outbox.forget_unreadable();
}

LeaveAnswer draw_leave_dialog(ui::Page& page, const Context& context) {
    const auto& words = context.words;
    const bool is_online = context.store.client.is_online();
    const auto dialog = page.dialog("leave", {.title = is_online ? words.leave_title() : words.offline_title()});
    const auto count = static_cast<std::int64_t>(context.store.outbox.waiting().size());
    page.text(is_online ? words.leave_text(count) : std::string(words.leave_needs_network()));
    bool is_staying = false, is_leaving = false;
    {
        const auto buttons = page.wrap({.gap = ui::Space::regular, .justify = ui::Justify::end});
        is_staying = page.button("stay", words.stay_signed_in());
        if (is_online) is_leaving = page.button("leave", words.sign_out(), {.look = ui::ButtonLook::danger});
    }
    if (is_leaving) return LeaveAnswer::leave;
    return is_staying || dialog.closed() ? LeaveAnswer::stay : LeaveAnswer::none;
}

}  // namespace loggia::portal
