#pragma once

#include "portal/screens/roles/role_form.h"

namespace loggia::portal {

/// How somebody who may not could be allowed to: a switch that is off, a role made for it, a greater role. Only what
/// the reader may do leads on; where that is nothing, who could.
void draw_ways(ui::Page& page, const Context& context, const TeamMember& member, policy::Permission permission);

}  // namespace loggia::portal
