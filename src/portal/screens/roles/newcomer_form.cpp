#include "portal/screens/roles/newcomer_form.h"

#include "core/base/text.h"
#include "portal/screens/roles/cell_words.h"
#include "portal/screens/roles/role_words.h"
#include "portal/screens/roles/roles_frame.h"

namespace loggia::portal {

namespace {

policy::RoleChange beginning_as(policy::Role role) {
    return {
        {},
        {.roles = {role}, .custom_roles = {}}
    };
}

FormErrors errors_of(const Context& context, const Error& error) {
    const auto& words = context.words;
    if (error.field != "email") return {words, error};
    FormErrors errors;
    errors.add("email", error.code == ErrorCode::not_found  ? std::string(words.nobody_registered())
                        : error.code == ErrorCode::conflict ? std::string(words.works_here_already())
                                                            : words.refusal(error));
    return errors;
}

}  // namespace

bool NewcomerForm::draw(ui::Page& page, const Context& context, const Team& team) {
    const auto& author = context.session.actor();
    const auto& model = *author.model;
    std::vector<ui::Option> options;
    for (const policy::Column& column : model.columns()) {
        if (!model.staff_roles().has(column.role)) continue;
        if (!policy::check_role_change(author, beginning_as(column.role), team.headcount())) continue;
        options.push_back({policy::name_of(column.role), title_of(context.words, column.role)});
    }
    if (m_role.empty() && !options.empty()) m_role = options.front().key;
    const auto* refusal = failure(context.store.team.changing());
    const FormErrors errors = refusal && m_errors.empty() ? errors_of(context, *refusal) : m_errors;
    page.text(context.words.newcomer_hint(), ui::Text::small_muted);
    const auto form = page.form("newcomer-form");
    page.text_field("email", context.words.email(), m_email,
                    {.type = ui::FieldType::email,
                     .autocomplete = "off",
                     .error = errors.of("email"),
                     .enter_key = "next",
                     .required = true,
                     .max_length = 254});
    page.select("role", context.words.role(), m_role, options, {.autocomplete = "off", .error = errors.of("role")});
    if (const auto role = policy::role_named(m_role)) {
        const auto added = policy::permissions_added(model, beginning_as(*role));
        page.text(additions_in_words(context.words, added), ui::Text::caption);
    }
    draw_reason(page, context, m_reason, errors.of("reason"));
    const auto rest = errors.besides({"email", "role", "reason"});
    if (!rest.empty()) page.banner("refused", rest, {.tone = ui::Tone::red});
    page.submit("add", context.words.add_team_member(),
                {.look = ui::ButtonLook::primary, .busy = is_loading(context.store.team.changing()), .wide = true});
    return form.submitted();
}

void NewcomerForm::send(ui::Page& page, Context& context) {
    if (is_loading(context.store.team.changing())) return;
    m_errors = {};
    if (text::trimmed(m_email).find('@') == std::string_view::npos)
        m_errors.add("email", context.words.email_wrong());
    if (text::trimmed(m_reason).empty()) m_errors.add("reason", context.words.reason_missing());
    if (!m_errors.empty()) return page.focus(m_errors.first_field());
    context.store.team.add_member(
        {std::string(text::trimmed(m_email)), policy::role_named(m_role), std::string(text::trimmed(m_reason))});
}

}  // namespace loggia::portal
