#pragma once

#include "core/calendar/calendar_feed.h"

#include <string>

/// Feeds by chance, and what anybody who reads them should find in them.
namespace loggia::calendar {

struct MadeFeed {
    Feed feed;
    std::string as_read;  ///< a line for each thing to be found: its name, a space, what it says
};

/// The same seed gives the same feed. Its events are within 2026 and 2027, and apart from each other. Texts have in
/// them what is hard to write; `as_read` has it as it should arrive, with '%' and what is not printed in ASCII as
/// "%0A".
[[nodiscard]] MadeFeed make_feed(unsigned seed);

}  // namespace loggia::calendar
