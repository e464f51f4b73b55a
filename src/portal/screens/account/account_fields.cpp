#include "portal/screens/account/account_fields.h"

#include "core/base/civil.h"
#include "core/base/text.h"

namespace loggia::portal {

namespace {

constexpr int oldest_years = 120;

std::string trimmed(std::string_view text) { return std::string(text::trimmed(text)); }

}  // namespace

void draw_account_fields(ui::Page& page, const Words& words, AccountDraft& draft, const FormErrors& errors) {
    page.text_field("name", words.your_name(), draft.name,
                    {.autocomplete = "name",
                     .error = errors.of("name"),
                     .enter_key = "next",
                     .required = true,
                     .max_length = 200});
    page.text_field("phone", words.phone(), draft.phone,
                    {.type = ui::FieldType::tel,
                     .autocomplete = "tel",
                     .error = errors.of("phone"),
                     .enter_key = "next",
                     .required = true,
                     .max_length = 40});
    // Right before the password: what stands there is taken for the name that belongs to it.
    page.text_field("email", words.email(), draft.email,
                    {.type = ui::FieldType::email,
                     .autocomplete = "email",
                     .error = errors.of("email"),
                     .enter_key = "next",
                     .required = true,
                     .max_length = 254});
    page.text_field("password", words.choose_password(), draft.password,
                    {.type = ui::FieldType::password,
                     .autocomplete = "new-password",
                     .hint = words.password_hint(),
                     .error = errors.of("password"),
                     .enter_key = "done",
                     .required = true,
                     .reveal = true,
                     .max_length = 200});
}

void check(const AccountDraft& draft, FormErrors& errors, const Words& words) {
    if (trimmed(draft.name).empty()) errors.add("name", words.name_missing());
    if (trimmed(draft.phone).empty()) errors.add("phone", words.phone_missing());
    const auto email = trimmed(draft.email);
    const auto at = email.find('@');
    if (at == std::string::npos || at == 0 || at + 1 == email.size()) errors.add("email", words.email_wrong());
    if (draft.password.empty()) errors.add("password", words.password_missing());
}

api::Registration registration_of(const AccountDraft& draft) {
    return {trimmed(draft.name), trimmed(draft.email), trimmed(draft.phone), draft.password, {}};
}

void draw_dependent_fields(ui::Page& page, const Context& context, DependentDraft& draft, const FormErrors& errors) {
    page.text_field(
        "dependent-name", context.words.their_name(), draft.name,
        {.autocomplete = "off", .error = errors.of("dependent-name"), .required = true, .max_length = 200});
    page.text_field("dependent-born", context.words.date_of_birth(), draft.born,
                    {.type = ui::FieldType::date,
                     .autocomplete = "off",
                     .error = errors.of("dependent-born"),
                     .required = true,
                     .maximum = to_text(context.today())});
}

void check(const DependentDraft& draft, FormErrors& errors, const Context& context) {
    if (trimmed(draft.name).empty()) errors.add("dependent-name", context.words.their_name_missing());
    const auto born = parse_date(draft.born);
    if (!born || *born > context.today() || age_on(*born, context.today()) > oldest_years)
        errors.add("dependent-born", context.words.date_of_birth_wrong());
}

api::NewDependent dependent_of(const DependentDraft& draft) {
    return {trimmed(draft.name), parse_date(draft.born).value_or(Date{})};
}

}  // namespace loggia::portal
