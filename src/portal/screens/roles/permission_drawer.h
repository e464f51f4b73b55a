#pragma once

#include "core/policy/model.h"
#include "portal/screens/screen.h"

namespace loggia::portal {

/// Who may do it and who may not, under which condition, who can allow it, and what the reader's own roles make of
/// it. Returns whether it was asked to close.
[[nodiscard]] bool draw_permission(ui::Page& page, const Context& context, const policy::Model& model,
                                   policy::Permission permission);

}  // namespace loggia::portal
