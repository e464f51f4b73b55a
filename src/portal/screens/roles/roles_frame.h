#pragma once

#include "portal/screens/frame.h"

namespace loggia::portal {

/// The portal's frame around the screens of roles and access; at the end of a build `draw_tabs` completes it.
[[nodiscard]] FrameIntent draw_roles_frame(ui::Page& page, const Context& context);

/// The title, the views of roles and access, and on their own screen the way to make a role.
void draw_roles_head(ui::Page& page, const Context& context);

/// Why a change is made; nobody changes rights without saying so.
void draw_reason(ui::Page& page, const Context& context, std::string& reason, std::string_view error);

[[nodiscard]] std::string person_url(PersonId person);

}  // namespace loggia::portal
