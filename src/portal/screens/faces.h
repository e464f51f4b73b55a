#pragma once

#include "core/base/result.h"
#include "portal/screens/screen.h"
#include "portal/store/remote.h"
#include "ui/page.h"

#include <string_view>

namespace loggia::portal {

/// What went wrong and a way to try again, which was pressed if this says so.
[[nodiscard]] bool draw_failure(ui::Page& page, const Context& context, std::string_view key, const Error& error);

/// The three faces of remote data that look alike everywhere; `draw` gets the value when it is here. True: try again.
template <class Value, class Draw>
[[nodiscard]] bool draw_remote(ui::Page& page, const Context& context, std::string_view key,
                               const Remote<Value>& remote, int lines, Draw draw) {
    if (const auto* value = here(remote)) {
        draw(*value);
        return false;
    }
    if (const auto* error = failure(remote)) return draw_failure(page, context, key, *error);
    page.skeleton(lines);
    return false;
}

}  // namespace loggia::portal
