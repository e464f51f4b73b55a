#include "portal/screens/roles/history_screen.h"

#include "icons.generated.h"
#include "portal/screens/faces.h"
#include "portal/screens/roles/access_change_words.h"
#include "portal/screens/roles/cell_words.h"
#include "portal/screens/roles/roles_frame.h"

namespace loggia::portal {

namespace {

void draw_change(ui::Page& page, const Context& context, const api::AccessChangeView& change) {
    const auto& words = context.words;
    const auto card = page.card(
        {.key = "change-" + std::to_string(change.id), .gap = ui::Space::tight, .padding = ui::Space::medium});
    page.heading(2, subject_in_words(words, change));
    page.text(change_in_words(words, *context.session.actor().model, change));
    page.text(words.because(change.reason), ui::Text::small);
    page.text(joined({words.changed_by(change.author_name, title_of(words, change.granted_by)),
                      words.short_time(context.zone().to_civil(change.made_at))}),
              ui::Text::caption);
}

/// Whose changes these are, and the way back to everybody's.
void draw_filter(ui::Page& page, const Context& context, std::optional<PersonId> person) {
    if (!person) return;
    const auto* team = here(context.store.team.want());
    const auto* member = team ? team->member(*person) : nullptr;
    const auto line = page.wrap({.gap = ui::Space::small});
    if (member) page.chip("whose", member->name, {.selected = true, .href = person_url(*person)});
    page.chip("everybody", context.words.of_everybody(), {.href = url_of(Place::access_history)});
}

/// Returns whether more was asked for.
bool draw_changes(ui::Page& page, const Context& context, const api::AccessHistory& history) {
    if (history.changes.empty()) {
        const auto empty = page.empty({.title = context.words.no_changes(), .icon = ui::icon::history});
        return false;
    }
    {
        const auto stack = page.stack({.gap = ui::Space::regular});
        for (const auto& change : history.changes) draw_change(page, context, change);
    }
    const auto& more = context.store.access_history.more();
    if (const auto* error = failure(more)) return draw_failure(page, context, "more-failed", *error);
    return history.has_more &&
           page.button("more", context.words.earlier_changes(), {.busy = is_loading(more), .wide = true});
}

}  // namespace

void HistoryScreen::build(ui::Page& page, Context& context) {
    const auto person = context.address.id<PersonId>("person");
    auto& store = context.store.access_history;
    const auto& history = store.want(person);
    auto frame = draw_roles_frame(page, context);
    bool tries_again = false, wants_more = false;
    {
        const auto main = page.main(ui::Width::wide);
        draw_roles_head(page, context);
        draw_filter(page, context, person);
        tries_again = draw_remote(page, context, "failed", history, 6, [&](const api::AccessHistory& here) {
            wants_more = draw_changes(page, context, here);
        });
    }
    draw_tabs(page, context, Section::roles);
    if (tries_again) store.try_again();
    if (wants_more) store.want_more();
    act(frame, page, context);
}

}  // namespace loggia::portal
