#pragma once

#include "portal/screens/form_errors.h"
#include "portal/screens/screen.h"

#include <string>

namespace loggia::portal {

/// The way in for whoever has an account. Where it leads afterwards is the portal's business.
class SignInScreen final : public Screen {
public:
    void build(ui::Page& page, Context& context) override;

private:
    [[nodiscard]] bool draw_form(ui::Page& page, const Context& context);
    void submit(ui::Page& page, Context& context);

    std::string m_email;
    std::string m_password;
    FormErrors m_errors;
};

}  // namespace loggia::portal
