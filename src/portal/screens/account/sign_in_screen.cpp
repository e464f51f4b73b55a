#include "portal/screens/account/sign_in_screen.h"

#include "core/base/text.h"
#include "icons.generated.h"
#include "portal/screens/frame.h"

namespace loggia::portal {

void SignInScreen::build(ui::Page& page, Context& context) {
    auto frame = draw_top_bar(page, context, Section::none);
    bool is_submitted = false;
    {
        const auto main = page.main(ui::Width::reading);
        page.heading(1, context.words.sign_in(), "title");
        is_submitted = draw_form(page, context);
        const std::string other =
            url_of(Place::registration, {
                                            {"next", std::string(context.address.text("next"))}
        });
        const ui::Run runs[]{
            {context.words.new_here(), ui::Text::small_muted},
            {context.words.create_account(), ui::Text::small, other}
        };
        page.paragraph(runs, "register");
        frame |= draw_language_menu(page, context);
    }
    if (is_submitted && !is_loading(context.store.session.signing_in())) submit(page, context);
    act(frame, page, context);
}

bool SignInScreen::draw_form(ui::Page& page, const Context& context) {
    const auto card = page.card({.padding = ui::Space::large});
    const auto form = page.form("sign-in-form");
    const auto* refusal = failure(context.store.session.signing_in());
    if (refusal && m_errors.empty()) page.banner("refused", context.words.refusal(*refusal), {.tone = ui::Tone::red});
    page.text_field("email", context.words.email(), m_email,
                    {.type = ui::FieldType::email,
                     .autocomplete = "username",
                     .error = m_errors.of("email"),
                     .enter_key = "next",
                     .required = true,
                     .max_length = 254});
    page.text_field("password", context.words.password(), m_password,
                    {.type = ui::FieldType::password,
                     .autocomplete = "current-password",
                     .error = m_errors.of("password"),
                     .enter_key = "done",
                     .required = true,
                     .reveal = true,
                     .max_length = 200});
    page.submit(
        "go", context.words.sign_in(),
        {.look = ui::ButtonLook::primary, .busy = is_loading(context.store.session.signing_in()), .wide = true});
    return form.submitted();
}

void SignInScreen::submit(ui::Page& page, Context& context) {
    m_errors = {};
    const std::string email(text::trimmed(m_email));
    if (email.empty()) m_errors.add("email", context.words.email_wrong());
    if (m_password.empty()) m_errors.add("password", context.words.password_missing());
    if (!m_errors.empty()) {
        page.focus(m_errors.first_field());
        return;
    }
    context.store.session.sign_in({email, m_password});
}

}  // namespace loggia::portal
