#pragma once

#include "portal/screens/roles/role_form.h"

namespace loggia::portal {

/// "Why can’t Ana take attendance?", or that she can.
[[nodiscard]] std::string why_title(const Context& context, const TeamMember& member, policy::Permission permission);

/// What each of their roles says of it, who may do it, and the ways in which the reader, or somebody else, could
/// allow it.
void draw_why(ui::Page& page, const Context& context, const TeamMember& member, policy::Permission permission);

}  // namespace loggia::portal
