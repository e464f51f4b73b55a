// A heading that shows and hides what stands under it.
//
//     if (const auto part = accordion(page, "hours", "Opening hours")) page.text("Mon to Fri 9–18");
#pragma once

#include "ui/page.h"

#include <optional>

namespace loggia::ui {

struct AccordionSpec {
    int level = 3;
    std::string_view trailing{};  // a short fact that stands there also while it is closed
    Icon icon = no_icon;
    bool begins_open = false;
};

// What is shown, or nothing while it is closed.
std::optional<Scope> accordion(Page& page, std::string_view key, std::string_view title,
                               const AccordionSpec& spec = {});

}  // namespace loggia::ui
