// The pages of a long list: each is a link, the one shown says so.
#pragma once

#include "ui/page.h"

#include <span>

namespace loggia::ui {

struct PageLinks {
    std::string_view name;    // "Pages of clients"
    std::string_view prefix;  // the address without its last number: "/clients?page="
    int current = 1, count = 1;
};

// Nothing is shown for a single page.
void pagination(Page& page, std::string_view key, const PageLinks& links);

// The numbers to show, the first and last always, 0 for those left out. There is room for five or more. Returns how
// many.
std::size_t page_numbers(int current, int count, std::span<int> numbers);

}  // namespace loggia::ui
