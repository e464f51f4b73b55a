// What the kit says by itself. Screens give it in the visitor's language; English is what it says without.
#pragma once

#include <string_view>

namespace loggia::ui {

// The texts must outlive the page that speaks them.
struct Words {
    std::string_view loading = "Loading";
    std::string_view close = "Close";
    std::string_view back = "Back";
    std::string_view show_password = "Show password";
    std::string_view hide_password = "Hide password";
    std::string_view main_navigation = "Main";
    std::string_view summary = "Summary";
};

}  // namespace loggia::ui
