#include "ui/widgets/slot_list.h"

namespace loggia::ui {

std::string_view slot_list(Page& page, std::string_view key, std::span<const SlotGroup> groups,
                           std::string_view selected) {
    std::string_view pressed;
    const Scope list = page.stack({.key = key, .gap = Space::medium});
    for (const SlotGroup& group : groups) {
        if (group.slots.empty()) continue;
        const Scope part = page.open(Role::group, group.title);
        page.attribute(Attribute::label, group.title);
        page.here().layout.gap = 8;
        if (group.icon != no_icon) {
            page.icon_line(group.icon, group.title, Text::small);
        } else {
            page.text(group.title, Text::small);
        }
        const Scope tiles = page.tiles(3);
        for (const Slot& slot : group.slots) {
            if (page.option_tile(slot.key, slot.label, slot.key == selected, slot.spoken, slot.disabled))
                pressed = slot.key;
        }
    }
    return pressed;
}

}  // namespace loggia::ui
