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
    std::string_view try_again = "Try again";
    // tables
    std::string_view select = "Select {1}";
    std::string_view select_all = "Select all";
    std::string_view selected = "{1} selected";
    std::string_view page = "Page {1}";
    std::string_view previous_page = "Previous page";
    std::string_view next_page = "Next page";
    std::string_view show_as_table = "Show as table";
    std::string_view show_as_chart = "Show as chart";
    std::string_view and_more = "+{1} more";
    // moving a block of a calendar
    std::string_view move = "Move";
    std::string_view press_to_move = "Press M to move";
    std::string_view how_to_move =
        "Arrow keys move, Shift and arrow keys change the length, Enter drops, Escape leaves it where it was";
    std::string_view move_here = "Move here";
    std::string_view cancel = "Cancel";
    std::string_view not_moved = "Not moved";
    std::string_view cannot_stand = "not possible here";
    std::string_view previous_column = "To the column before";
    std::string_view next_column = "To the next column";
    std::string_view earlier = "Earlier";
    std::string_view later = "Later";
    std::string_view shorter = "Shorter";
    std::string_view longer = "Longer";
};

// "{1} removed" about "Piano" is "Piano removed".
std::string said(std::string_view words, std::string_view first, std::string_view second = {});

}  // namespace loggia::ui
