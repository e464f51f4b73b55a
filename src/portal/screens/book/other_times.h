#pragma once

#include "portal/screens/book/choice.h"

#include <optional>

namespace loggia::portal {

/// The free times nearest to one that is gone, as tiles; returns the one that was pressed.
[[nodiscard]] std::optional<Instant> draw_other_times(ui::Page& page, const Context& context, const Choice& choice);

}  // namespace loggia::portal
