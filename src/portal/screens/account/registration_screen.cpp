#include "portal/screens/account/registration_screen.h"

#include "portal/screens/frame.h"

namespace loggia::portal {

void RegistrationScreen::build(ui::Page& page, Context& context) {
    auto frame = draw_top_bar(page, context, Section::none);
    bool is_submitted = false;
    {
        const auto main = page.main(ui::Width::reading);
        page.heading(1, context.words.create_account(), "title");
        is_submitted = draw_form(page, context);
        const std::string other = url_of(Place::sign_in, {
                                                             {"next", std::string(context.address.text("next"))}
        });
        const ui::Run runs[]{
            {context.words.have_account_question(), ui::Text::small_muted},
            {context.words.sign_in(), ui::Text::small, other}
        };
        page.paragraph(runs, "sign-in-instead");
        frame |= draw_language_menu(page, context);
    }
    const auto& answer = context.store.session.registering();
    if (m_awaits_answer && !is_loading(answer)) {
        m_awaits_answer = false;
        if (const auto* refusal = failure(answer); refusal && !refusal->field.empty()) page.focus(refusal->field);
    }
    if (is_submitted && !is_loading(answer)) submit(page, context);
    act(frame, page, context);
}

bool RegistrationScreen::draw_form(ui::Page& page, const Context& context) {
    const auto& state = context.store.session.registering();
    const auto card = page.card({.padding = ui::Space::large});
    const auto form = page.form("registration");
    const auto* refusal = failure(state);
    const FormErrors errors = refusal && m_errors.empty() ? FormErrors(context.words, *refusal) : m_errors;
    const auto rest = errors.besides({"name", "email", "phone", "password"});
    if (!rest.empty()) page.banner("refused", rest, {.tone = ui::Tone::red});
    draw_account_fields(page, context.words, m_draft, errors);
    page.submit("create", context.words.create_account(),
                {.look = ui::ButtonLook::primary, .busy = is_loading(state), .wide = true});
    return form.submitted();
}

void RegistrationScreen::submit(ui::Page& page, Context& context) {
    m_errors = {};
    check(m_draft, m_errors, context.words);
    if (m_errors.empty()) {
        m_awaits_answer = true;
        context.store.session.register_client(registration_of(m_draft));
    } else {
        page.focus(m_errors.first_field());
    }
}

}  // namespace loggia::portal
