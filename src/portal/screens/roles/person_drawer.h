#pragma once

#include "portal/screens/roles/role_form.h"

namespace loggia::portal {

struct PersonIntent {
    bool closes = false;
    bool changes_roles = false;
    std::string goes_to;  ///< an address
};

/// Somebody who works here: which roles they have and how those are changed, why they cannot do something, and what
/// they could do and have not done for long.
[[nodiscard]] PersonIntent draw_person(ui::Page& page, const Context& context, const TeamMember& member,
                                       RoleForm& form);

}  // namespace loggia::portal
