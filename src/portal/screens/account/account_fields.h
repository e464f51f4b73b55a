#pragma once

#include "core/api/messages.h"
#include "portal/screens/form_errors.h"
#include "portal/screens/screen.h"
#include "ui/page.h"

#include <optional>
#include <string>

namespace loggia::portal {

/// What a visitor types to become a client.
struct AccountDraft {
    std::string name, email, phone, password;
};
void draw_account_fields(ui::Page& page, const Words& words, AccountDraft& draft, const FormErrors& errors);
void check(const AccountDraft& draft, FormErrors& errors, const Words& words);
[[nodiscard]] api::Registration registration_of(const AccountDraft& draft);

/// What is typed of a family member.
struct DependentDraft {
    std::string name;
    std::string born;  ///< as the date field gives it: "2017-05-03"
};
void draw_dependent_fields(ui::Page& page, const Context& context, DependentDraft& draft, const FormErrors& errors);
void check(const DependentDraft& draft, FormErrors& errors, const Context& context);
/// Only of a draft without errors.
[[nodiscard]] api::NewDependent dependent_of(const DependentDraft& draft);

}  // namespace loggia::portal
