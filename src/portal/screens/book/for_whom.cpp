#include "portal/screens/book/for_whom.h"

#include "core/base/text.h"
#include "icons.generated.h"
#include "portal/texts.h"

namespace loggia::portal {

namespace {

void draw_choices(ui::Page& page, const Session& session, ForWhom& answer) {
    const auto group = page.radio_group("for-whom", texts::who_is_it_for, {.look = ui::ChoiceLook::rows});
    if (page.choice(ForWhom::me, {.title = texts::me}, answer.key == ForWhom::me)) answer.key = ForWhom::me;
    if (const auto* person = session.person()) {
        for (const auto& dependent : person->dependents) {
            const std::string key = url_text(dependent.id);
            const std::string subtitle = texts::born_on(dependent.born);
            if (page.choice(key, {.title = dependent.name, .subtitle = subtitle}, answer.key == key))
                answer.key = key;
        }
    }
    const std::string_view label = session.is_signed_in() ? texts::add_family_member : texts::my_child;
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
    draw_choices(page, context.session, answer);
    if (!answer.is_new()) return false;
    draw_dependent_fields(page, answer.dependent, errors, context.today());
    if (!context.session.is_signed_in()) return false;
    const bool is_adding = is_loading(context.store.session.adding());
    if (const auto* error = failure(context.store.session.adding())) page.text(error->message, ui::Text::error);
    return page.button("add-dependent", texts::add, {.icon = ui::icon::plus, .busy = is_adding});
}

}  // namespace loggia::portal
