// The browser's own file chooser, which is also where files are dropped, and the list of what was chosen.
//
// The content of a file never enters the portal: screens hand its number to Host::uploads. A file that is too large
// or of another kind is refused with its reason.
#pragma once

#include "ui/page.h"

#include <string>
#include <vector>

namespace loggia::ui {

struct FileSpec {
    std::string_view accept{};          // "image/*,.pdf"
    std::int64_t largest = 10'000'000;  // bytes
    bool several = false;
    std::string_view hint{}, error{};
    std::string_view disabled_reason{};
};

struct PickedFile {
    ChosenFile file;
    int percent = -1;  // sent so far; below zero: it is not being sent
};

struct FileAnswer {
    bool changed = false;
    std::vector<std::uint32_t> released;  // for Host::released_files
};

FileAnswer file_picker(Page& page, std::string_view key, std::string_view label, std::vector<PickedFile>& files,
                       const FileSpec& spec = {});

// "1.4 MB"
std::string size_text(std::int64_t bytes, std::string_view decimal_mark);

// Whether a file of this name and type is what `accept` names; an empty one takes everything.
bool accepts(std::string_view accept, std::string_view name, std::string_view type);

}  // namespace loggia::ui
