#pragma once

#include "portal/screens/book/choice.h"

#include <optional>

namespace loggia::portal {

/// The services as tiles to choose from beside a calendar. Returns the one that was chosen just now.
[[nodiscard]] std::optional<ServiceId> draw_service_tiles(ui::Page& page, const Context& context,
                                                          const api::ServiceView* chosen);

/// The services as a list of links to the next step.
void draw_service_links(ui::Page& page, const Context& context);

/// "Free to cancel until 24 h before"
void draw_cancellation_note(ui::Page& page, const Context& context);

}  // namespace loggia::portal
