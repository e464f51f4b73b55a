// The gallery's tables, calendars and charts.
#pragma once

#include "ui/gallery/pages.h"
#include "ui/widgets/week_grid.h"

#include <string>
#include <string_view>
#include <vector>

namespace loggia::ui::gallery {

class CollectionPages {
public:
    // False when the address is none of theirs.
    bool build(Page& page, std::string_view path);

private:
    void week_500(Page& page);
    void fill_week();

    struct Words {
        std::string key, title, spoken;
    };
    std::vector<Words> m_words;
    std::vector<CalendarBlock> m_blocks;
    std::string m_pressed;
    int m_shift = 0;
};

}  // namespace loggia::ui::gallery
