#pragma once

#include "portal/screens/screen.h"

namespace loggia::portal {

/// One of all permissions by its words, under their topics. Returns whether another one was chosen; `name`
/// is its name, empty while there is none.
[[nodiscard]] bool draw_permission_select(ui::Page& page, const Context& context, std::string_view label,
                                          std::string& name);

}  // namespace loggia::portal
