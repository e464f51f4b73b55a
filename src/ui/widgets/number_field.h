// A number, typed or stepped. Counted in its smallest unit, so that prices stay exact: 42.50 with two decimals is
// 4250.
#pragma once

#include "ui/page.h"

#include <cstdint>
#include <limits>
#include <optional>

namespace loggia::ui {

struct NumberSpec {
    std::int64_t minimum = std::numeric_limits<std::int64_t>::min();
    std::int64_t maximum = std::numeric_limits<std::int64_t>::max();
    std::int64_t step = 1;
    int decimals = 0;
    std::string_view name{}, hint{}, error{};
    std::string_view unit{};  // said and shown after the label, "€"
    bool required = false, disabled = false, hide_label = false;
};

// Returns true in the build in which the number became another one. What is not a number, or lies outside, leaves it
// empty and says why under the field.
bool number_field(Page& page, std::string_view key, std::string_view label, std::optional<std::int64_t>& value,
                  const NumberSpec& spec = {});

// "4 250,5" with two decimals is 425050. Spaces and either decimal mark are taken; nothing else is.
std::optional<std::int64_t> parse_number(std::string_view text, int decimals);
std::string number_text(std::int64_t value, int decimals, std::string_view decimal_mark);

}  // namespace loggia::ui
