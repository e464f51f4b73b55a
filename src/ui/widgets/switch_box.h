// On or off, with effect at once. For what takes effect with a form's button there is the checkbox.
#pragma once

#include "ui/page.h"

namespace loggia::ui {

struct SwitchSpec {
    std::string_view hint{};
    std::string_view disabled_reason{};
};

// Returns true in the build in which the visitor changed it.
bool switch_box(Page& page, std::string_view key, std::string_view label, bool& value, const SwitchSpec& spec = {});

}  // namespace loggia::ui
