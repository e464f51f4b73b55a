#include "portal/screens/book/for_whom.h"

#include "core/base/text.h"
#include "icons.generated.h"

namespace loggia::portal {

namespace {

void draw_choices(ui::Page& page, const Context& context, ForWhom& answer) {
    const Session& session = context.session;
    const auto group = page.radio_group("for-whom", context.words.who_is_it_for(), {.look = ui::ChoiceLook::rows});
    if (page.choice(ForWhom::me, {.title = context.words.me()}, answer.key == ForWhom::me)) answer.key = ForWhom::me;
    if (const auto* person = session.person()) {
        for (const auto& dependent : person->dependents) {
            const std::string key = url_text(dependent.id);
            const std::string subtitle = context.words.born(context.words.full_date(dependent.born));
            if (page.choice(key, {.title = dependent.name, .subtitle = subtitle}, answer.key == key))
                answer.key = key;
        }
    }
    const std::string_view label =
        session.is_signed_in() ? context.words.add_family_member() : context.words.my_child();
    if (page.choice(ForWhom::somebody_new, {.title = label}, answer.is_new())) answer.key = ForWhom::somebody_new;
}

}  // namespace

std::optional<PersonId> ForWhom::known(const Session& session) const {
    const auto value = text::to_integer(key);
    if (!value || !session.dependent(PersonId{*value})) return std::nullopt;
    return PersonId{*value};
}

void ForWhom::find_among_known(const Session& session) {
    if (!session.is_signed_in()) return;
    for (const auto& known : session.person()->dependents)
        if (known.name == text::trimmed(dependent.name)) key = url_text(known.id);
}

bool draw_for_whom(ui::Page& page, const Context& context, ForWhom& answer, const FormErrors& errors) {
    draw_choices(page, context, answer);
    if (!answer.is_new()) return false;
    draw_dependent_fields(page, context, answer.dependent, errors);
    if (!context.session.is_signed_in()) return false;
    const bool is_adding = is_loading(context.store.session.adding());
    if (const auto* error = failure(context.store.session.adding()))
        page.text(context.words.refusal(*error), ui::Text::error);
    return page.button("add-dependent", context.words.add(), {.icon = ui::icon::plus, .busy = is_adding});
}

}  // namespace loggia::portal
