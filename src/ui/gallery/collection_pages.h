// The gallery's tables, calendars and charts.
#pragma once

#include "ui/gallery/pages.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/month_grid.h"
#include "ui/widgets/week_grid.h"

#include <array>
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
    bool build_calendars(Page& page, std::string_view path);
    void calendar(Page& page, std::span<const CalendarDay> columns);
    void month(Page& page);
    bool build_numbers(Page& page, std::string_view path);
    void fill_people(std::size_t count);
    void sort_people();
    void tables(Page& page, std::size_t count, DataState state);
    void charts(Page& page);

    struct Words {
        std::string key, title, spoken;
    };
    std::vector<Words> m_words;
    std::vector<CalendarBlock> m_blocks;
    std::string m_pressed;
    int m_shift = 0;

    std::vector<CalendarBlock> m_lessons;
    CalendarEdit m_edit;
    std::vector<Words> m_month_words;
    std::vector<MonthDay> m_month_days;
    std::vector<MonthEntry> m_month_entries;
    std::string m_said;

    struct Person {
        std::string key;
        std::array<std::string, 4> texts;
        std::size_t lessons = 0, owed = 0;
        bool selected = false;
    };
    std::vector<Person> m_people;
    std::vector<std::string_view> m_cells;
    std::vector<DataRow> m_rows;
    std::string m_sorted_by;
    bool m_descending = false;
    std::array<bool, 5> m_as_table{};
};

}  // namespace loggia::ui::gallery
