// Tables, pages of lists and charts.
#include "ui/gallery/collection_pages.h"

#include "ui/widgets/chart.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/pagination.h"

#include <algorithm>
#include <array>

namespace loggia::ui::gallery {

namespace {

constexpr std::array<DataColumn, 4> columns{
    {{.key = "name", .title = "Name", .weight = 2, .sortable = true},
     {.key = "service", .title = "Service", .weight = 2},
     {.key = "lessons", .title = "Lessons", .numeric = true, .sortable = true},
     {.key = "owed", .title = "Owed", .numeric = true, .sortable = true}}
};
constexpr std::array<std::string_view, 6> names{"Luka K.", "Iris Potok", "Jon B.", "Ema D.", "Zala F.", "Vid H."};
constexpr std::array<std::string_view, 3> services{"Piano", "Voice", "Violin"};

constexpr std::array<std::string_view, 6> months{"May", "Jun", "Jul", "Aug", "Sep", "Oct"};
constexpr std::array<double, 6> piano{12, 18, 7, 4, 22, 27}, voice{8, 9, 3, 2, 14, 16}, violin{5, 6, 5, 1, 9, 11};
constexpr std::array<ChartSeries, 3> series{
    {{"Piano", Hue::violet, piano}, {"Voice", Hue::orange, voice}, {"Violin", Hue::teal, violin}}
};

constexpr std::array<std::string_view, 6> weekdays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 10> hours{"9:00",  "10:00", "11:00", "12:00", "13:00",
                                                 "14:00", "15:00", "16:00", "17:00", "18:00"};

}  // namespace

void CollectionPages::fill_people(std::size_t count) {
    if (m_people.size() == count) return;
    m_people.clear();
    m_people.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        Person& person = m_people.emplace_back();
        person.key = "p" + std::to_string(i);
        person.lessons = i * 7 % 31;
        person.owed = i * 13 % 90;
        person.texts = {std::string{names[i % names.size()]} + (count > names.size() ? " " + std::to_string(i) : ""),
                        std::string{services[i % services.size()]}, std::to_string(person.lessons),
                        std::to_string(person.owed) + " €"};
    }
}

void CollectionPages::sort_people() {
    const auto before = [this](const Person& one, const Person& other) {
        const Person &low = m_descending ? other : one, &high = m_descending ? one : other;
        if (m_sorted_by == "lessons") return low.lessons < high.lessons;
        if (m_sorted_by == "owed") return low.owed < high.owed;
        return low.texts[0] < high.texts[0];
    };
    if (!m_sorted_by.empty()) std::ranges::sort(m_people, before);
}

void CollectionPages::tables(Page& page, std::size_t count, DataState state) {
    page.title("Table");
    fill_people(count);
    const Scope main = page.main();
    page.heading(1, "Clients");
    m_rows.clear();
    m_cells.clear();
    m_cells.reserve(4 * m_people.size());
    for (const Person& person : m_people) {
        for (const std::string& text : person.texts) m_cells.emplace_back(text);
        m_rows.push_back(
            {.key = person.key, .cells = std::span(m_cells).last(4), .href = "/table", .selected = person.selected});
    }
    DataAnswer answer;
    {
        const Scope card = page.card({.padding = Space::small});
        answer = data_table(page, "clients",
                            {.name = "Clients",
                             .columns = columns,
                             .rows = m_rows,
                             .sorted_by = m_sorted_by,
                             .descending = m_descending,
                             .selectable = true,
                             .state = state,
                             .nothing = "No clients yet",
                             .trouble = "The clients could not be read.",
                             .visible_rows = count > 6 ? 10 : 0});
    }
    if (!answer.sort.empty()) {
        m_descending = m_sorted_by == answer.sort && !m_descending;
        m_sorted_by = answer.sort;
        sort_people();
        page.announce("Sorted by " + m_sorted_by + (m_descending ? ", descending" : ", ascending"));
    }
    if (answer.selection) {
        for (std::size_t i = answer.selection->first; i <= answer.selection->last; ++i)
            m_people[i].selected = answer.selection->on;
    }
    if (answer.try_again) page.announce("Trying again");
    pagination(page, "pages", {.name = "Pages", .prefix = "/table?page=", .current = 7, .count = 20});
}

void CollectionPages::charts(Page& page) {
    page.title("Charts");
    const Scope main = page.main();
    page.heading(1, "Charts");
    const auto one = [&](std::string_view key, ChartKind kind, std::string_view title, std::size_t from,
                         std::size_t count, bool& as_table) {
        const Scope card = page.card();
        chart(page, key,
              {.kind = kind,
               .title = title,
               .description = "Lessons given in each of the last six months.",
               .value_name = "Lessons",
               .category_name = "Month",
               .categories = months,
               .series = std::span(series).subspan(from, count)},
              as_table);
    };
    {
        const Scope side = page.columns({});
        one("bars", ChartKind::bars, "Piano lessons", 0, 1, m_as_table[0]);
        one("stacked", ChartKind::stacked, "All lessons", 0, 3, m_as_table[1]);
    }
    {
        const Scope side = page.columns({});
        one("grouped", ChartKind::bars, "Lessons by service", 0, 3, m_as_table[2]);
        one("lines", ChartKind::lines, "Lessons over time", 0, 3, m_as_table[3]);
    }
    std::array<std::uint8_t, weekdays.size() * hours.size()> free{};
    for (std::size_t i = 0; i < free.size(); ++i)
        free[i] = i % 6 == 5 && i > 30 ? 101 : static_cast<std::uint8_t>(i * 37 % 101);
    const Scope card = page.card();
    heat_map(page, "heat",
             {.title = "Free times",
              .description = "How much of each hour is still free.",
              .low = "none free",
              .high = "all free",
              .row_name = "Hour",
              .columns = weekdays,
              .rows = hours,
              .percent = free},
             m_as_table[4]);
}

bool CollectionPages::build_numbers(Page& page, std::string_view path) {
    const auto at = [&](std::string_view wanted) { return path.starts_with(wanted); };
    if (at("/table-empty")) return tables(page, 0, DataState::ready), true;
    if (at("/table-loading")) return tables(page, 0, DataState::loading), true;
    if (at("/table-failed")) return tables(page, 0, DataState::failed), true;
    if (at("/table-long")) return tables(page, 5000, DataState::ready), true;
    if (at("/table")) return tables(page, 6, DataState::ready), true;
    if (at("/charts")) return charts(page), true;
    return false;
}

}  // namespace loggia::ui::gallery
