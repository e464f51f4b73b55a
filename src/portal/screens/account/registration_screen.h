#pragma once

#include "portal/screens/account/account_fields.h"
#include "portal/screens/screen.h"

namespace loggia::portal {

/// Becoming a client without booking anything yet.
class RegistrationScreen final : public Screen {
public:
    void build(ui::Page& page, Context& context) override;

private:
    [[nodiscard]] bool draw_form(ui::Page& page, const Context& context);
    void submit(ui::Page& page, Context& context);

    AccountDraft m_draft;
    FormErrors m_errors;
    bool m_awaits_answer = false;
};

}  // namespace loggia::portal
