#include "portal/screens/account/sign_in_screen.h"

#include "core/base/text.h"
#include "icons.generated.h"
#include "portal/screens/frame.h"
#include "portal/screens/roles/cell_words.h"
#include "ui/style.h"

#include <optional>

namespace loggia::portal {

namespace {

/// The accounts of a demo, of which one may have been pressed. Of any other business nothing is drawn.
std::optional<api::SignIn> draw_demo_accounts(ui::Page& page, const Context& context) {
    std::optional<api::SignIn> pressed;
    const auto* business = here(context.store.business.business());
    if (!business || !business->demo) return pressed;
    const auto card = page.card({.key = "demo", .padding = ui::Space::large});
    page.heading(2, context.words.demo_come_in_as());
    const auto tiles = page.tiles(page.phone() ? 1 : 2);
    for (const auto& account : business->demo->accounts) {
        const auto tile = page.button_box(account.email, {.padding = ui::Space::regular});
        const auto line = page.row({.gap = ui::Space::regular});
        page.avatar(text::initials(account.name), ui::hue_of(account.name), 36);
        const auto words = page.stack({.grow = true});
        page.text(account.name, {.style = ui::Text::small_strong, .one_line = true});
        page.text(title_of(context.words, account.role), {.style = ui::Text::caption, .one_line = true});
        if (tile.pressed()) pressed = {account.email, business->demo->password};
    }
    return pressed;
}

}  // namespace

void SignInScreen::build(ui::Page& page, Context& context) {
    auto frame = draw_top_bar(page, context, Section::none);
    bool is_submitted = false;
    std::optional<api::SignIn> pressed;
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
        pressed = draw_demo_accounts(page, context);
        frame |= draw_language_menu(page, context);
    }
    if (!is_loading(context.store.session.signing_in())) {
        if (is_submitted) submit(page, context);
        if (pressed) m_errors = {}, context.store.session.sign_in(*pressed);
    }
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
