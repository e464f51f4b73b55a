// What the kit says by itself. Screens give it in the visitor's language; English is what it says without.
#pragma once

#include <string>
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
    std::string_view less = "Less", more = "More";  // of a number
    std::string_view not_a_number = "Enter a number.";
    std::string_view number_at_least = "Enter {1} or more.", number_at_most = "Enter {1} or less.";
    std::string_view decimal_mark = ".";
    std::string_view nothing_found = "Nothing found", found = "Found: {1}";
    std::string_view remove = "Remove {1}", removed = "{1} removed", added = "{1} added";
    std::string_view step_done = "Done";
    std::string_view choose_file = "Choose a file or drop it here", choose_files = "Choose files or drop them here";
    std::string_view file_too_large = "{1} is larger than {2}.", file_of_wrong_kind = "{1} cannot be used here.";
};

// "{1} removed" about "Piano" is "Piano removed".
std::string said(std::string_view words, std::string_view first, std::string_view second = {});

}  // namespace loggia::ui
