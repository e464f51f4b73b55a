#pragma once

#include "portal/screens/form_errors.h"
#include "portal/screens/screen.h"
#include "portal/team.h"

namespace loggia::portal {

/// Takes somebody who has registered into the team: who, by which role, and why.
class NewcomerForm {
public:
    /// Returns whether it was submitted.
    [[nodiscard]] bool draw(ui::Page& page, const Context& context, const Team& team);
    void send(ui::Page& page, Context& context);

private:
    std::string m_email, m_role, m_reason;
    FormErrors m_errors;
};

}  // namespace loggia::portal
