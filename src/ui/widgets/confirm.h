// Asks before something that cannot be taken back.
#pragma once

#include "ui/page.h"

namespace loggia::ui {

struct ConfirmSpec {
    std::string_view title{}, text{};
    std::string_view yes{}, no{};  // the labels of its buttons: what happens, never "OK"
    bool danger = true;
    bool busy = false;
};

enum class Confirmed : std::uint8_t { undecided, yes, no };

Confirmed confirm(Page& page, std::string_view key, const ConfirmSpec& spec);

}  // namespace loggia::ui
