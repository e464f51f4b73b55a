#include "portal/screens/home/calendar_feed_card.h"

#include "icons.generated.h"
#include "portal/screens/faces.h"

namespace loggia::portal {

namespace {

/// What is known of a new address; shown once.
void draw_address(ui::Page& page, const Context& context) {
    const auto& address = context.store.calendar_feed.address();
    if (const auto* error = failure(address))
        page.banner("feed-refused", context.words.refusal(*error), {.tone = ui::Tone::red});
    const auto* made = here(address);
    if (!made) return;
    page.link("feed-address", context.words.feed_address(), made->path,
              {.icon = ui::icon::link, .new_tab = true, .download = true});
    page.text(context.words.feed_secret_hint(), ui::Text::small_muted);
}

}  // namespace

CalendarFeedIntent draw_calendar_feed(ui::Page& page, const Context& context) {
    CalendarFeedIntent intent;
    auto& store = context.store.calendar_feed;
    const auto card = page.card({.key = "calendar-feed"});
    page.heading(2, context.words.feed_title());
    page.text(context.words.feed_hint(), ui::Text::small_muted);
    intent.try_again = draw_remote(page, context, "feed-failed", store.want(), 1, [&](const auto& feed) {
        draw_address(page, context);
        if (feed.made_at && !here(store.address()))
            page.icon_line(ui::icon::calendar_sync,
                           context.words.feed_is_on(context.words.full_date(context.zone().date_at(*feed.made_at))));
        const auto buttons = page.wrap({.gap = ui::Space::small});
        intent.renew = page.button("make-feed", feed.made_at ? context.words.feed_renew() : context.words.feed_make(),
                                   {.icon = ui::icon::calendar_sync, .busy = store.is_busy()});
        if (feed.made_at) intent.end = page.button("end-feed", context.words.feed_end());
    });
    return intent;
}

void act(const CalendarFeedIntent& intent, const Context& context) {
    auto& store = context.store.calendar_feed;
    if (intent.renew) store.renew();
    if (intent.end) store.end();
    if (intent.try_again) store.try_again();
}

}  // namespace loggia::portal
