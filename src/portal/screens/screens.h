#pragma once

#include "portal/routes.h"
#include "portal/screens/screen.h"

#include <memory>
#include <span>

namespace loggia::portal {

/// Which screen shows a place. Places with the same maker share one screen.
struct ScreenEntry {
    Place place;
    std::unique_ptr<Screen> (*make)();
};

/// Every screen, in the order of the route table, which says its address, its title and who may open it.
[[nodiscard]] std::span<const ScreenEntry> screens();

}  // namespace loggia::portal
