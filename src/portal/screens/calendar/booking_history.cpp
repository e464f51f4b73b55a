#include "portal/screens/calendar/booking_history.h"

#include "core/booking/operation.h"
#include "portal/screens/faces.h"

#include <algorithm>
#include <ranges>

namespace loggia::portal {

namespace {

/// "Moved"; a change of which this version of the portal knows nothing by its own name.
std::string operation_in_words(const Words& words, std::string_view name) {
    const auto found = std::ranges::find(booking::operations, name, &booking::OperationRow::name);
    const auto after_booking = static_cast<std::size_t>(found - booking::operations.begin()) + 1;
    if (found != booking::operations.end()) return std::string(words.booking_changes(after_booking));
    return name == "book" ? std::string(words.booking_changes(0)) : std::string(name);
}

void draw_version(ui::Page& page, const Context& context, const api::BookingVersionView& version) {
    const auto& words = context.words;
    const auto lines = page.stack({.gap = ui::Space::tight});
    page.text(operation_in_words(words, version.operation), ui::Text::strong);
    page.text(joined({words.short_time(context.zone().to_civil(version.starts_at)),
                      context.store.business.person_name(version.person_id), version.room_name}),
              ui::Text::small);
    if (version.reason) page.text(words.because(*version.reason), ui::Text::small);
    page.text(joined({version.author_name.value_or(std::string{}),
                      words.short_time(context.zone().to_civil(version.made_at))}),
              ui::Text::caption);
}

}  // namespace

void draw_booking_history(ui::Page& page, const Context& context, const api::BookingView& booking) {
    page.heading(3, context.words.booking_history());
    const auto& history = context.store.booking_changes.want_history(booking);
    static_cast<void>(draw_remote(page, context, "history-failed", history, 3, [&](const api::BookingHistory& here) {
        if (here.versions.empty()) page.text(context.words.never_changed(), ui::Text::small_muted);
        const auto list = page.stack({.gap = ui::Space::regular});
        for (const auto& version : here.versions | std::views::reverse) draw_version(page, context, version);
    }));
}

}  // namespace loggia::portal
