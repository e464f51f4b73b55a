// A field that offers what fits to what is typed.
//
// Typing filters, arrow keys, Home and End stay in the list, Enter chooses, Escape closes and takes back what was
// typed, leaving the field keeps what fits exactly. The focus stays in the field.
#pragma once

#include "ui/page.h"

#include <string>
#include <vector>

namespace loggia::ui {

enum class ComboFilter : std::uint8_t { by_words, none /* the caller offers only what fits */ };

struct ComboSpec {
    std::string_view name{}, placeholder{}, hint{}, error{};
    ComboFilter filter = ComboFilter::by_words;
    bool loading = false;  // what fits is being asked for
    bool required = false, disabled = false, hide_label = false;
};

struct ComboAnswer {
    bool changed = false;     // the value is another one
    bool typed = false;       // the text is another one
    std::string_view text{};  // what is typed, while it is not the chosen option's label
};

// One of the options or none: `value` is an option's key or empty.
ComboAnswer combo_box(Page& page, std::string_view key, std::string_view label, std::string& value,
                      std::span<const Option> options, const ComboSpec& spec = {});

// Any number of them, shown as chips above the field. Backspace in the empty field takes the last one back.
ComboAnswer multi_select(Page& page, std::string_view key, std::string_view label, std::vector<std::string>& values,
                         std::span<const Option> options, const ComboSpec& spec = {});

}  // namespace loggia::ui
