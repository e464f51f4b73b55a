// The free times of one day, in groups such as morning and afternoon.
#pragma once

#include "ui/page.h"

namespace loggia::ui {

struct Slot {
    std::string_view key, label, spoken{};
    bool disabled = false;
};
struct SlotGroup {
    std::string_view title;
    Icon icon = no_icon;
    std::span<const Slot> slots;
};

// Key of the slot pressed in this build, or empty.
std::string_view slot_list(Page& page, std::string_view key, std::span<const SlotGroup> groups,
                           std::string_view selected);

}  // namespace loggia::ui
