#pragma once

#include "portal/screens/screen.h"

namespace loggia::portal {

/// The roles that the business made, how many people have each, and for those who may the way to change them. Nothing
/// is drawn while there is none.
void draw_custom_roles(ui::Page& page, const Context& context);

}  // namespace loggia::portal
