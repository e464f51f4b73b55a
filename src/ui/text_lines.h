// Breaks text into lines at spaces.
#pragma once

#include "ui/page.h"
#include "ui/text_measure.h"

namespace loggia::ui {

struct TextWidth {
    float whole = 0, longest_word = 0;
    bool foreign = false; /* the font lacks a character */
};

// Of a text leaf or a paragraph with its runs.
TextWidth width_of_text(const Page& page, NodeIndex index, const TextMeasure& measure);

// Appends the lines of the node to page.lines(), at x and y relative to the node; returns their height.
float break_lines(Page& page, NodeIndex index, float width, const TextMeasure& measure);

char32_t next_code_point(std::string_view text, std::size_t& at);

}  // namespace loggia::ui
