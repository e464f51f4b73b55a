#pragma once

#include "core/scheduling/zone.h"

#include <span>
#include <string_view>

namespace loggia::calendar {

struct WindowsZone {
    std::string_view name;
    std::string_view zone;
};

/// What Outlook and Exchange call a zone, and which it is, by the Unicode CLDR (windowsZones, territory 001).
/// Ascending.
[[nodiscard]] std::span<const WindowsZone> windows_zones();

/// The zone that a TZID means: a name of tzdata, alone or behind the name of whoever made the calendar, or one of
/// those that Windows has. Nothing if it is none of them.
[[nodiscard]] const scheduling::Zone* find_outside_zone(std::string_view name);

}  // namespace loggia::calendar
