// Text as people search for it: without case and without the marks on Latin letters, so that "kovac" finds "Kovač".
#pragma once

#include <string>
#include <string_view>

namespace loggia::ui {

std::string folded(std::string_view text);

// Whether every word of `wanted` stands somewhere in `text`.
bool matches(std::string_view text, std::string_view wanted);

bool begins_with(std::string_view text, char32_t letter);

}  // namespace loggia::ui
