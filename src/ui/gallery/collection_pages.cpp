#include "ui/gallery/collection_pages.h"

#include "icons.generated.h"

#include <array>

namespace loggia::ui::gallery {

namespace {

constexpr int many = 500;

class Collection final : public Exhibit {
public:
    explicit Collection(std::string_view path) : m_path(path) {}
    void build(Page& page, Milliseconds) override { m_pages.build(page, m_path); }

private:
    std::string_view m_path;
    CollectionPages m_pages;
};

constexpr std::array<CalendarDay, 6> days{
    {{"d19", "Mon", "19", "Monday 19 October", false, "/week-500?d=19"},
     {"d20", "Tue", "20", "Tuesday 20 October", false, "/week-500?d=20"},
     {"d21", "Wed", "21", "Wednesday 21 October", true, "/week-500?d=21"},
     {"d22", "Thu", "22", "Thursday 22 October", false, "/week-500?d=22"},
     {"d23", "Fri", "23", "Friday 23 October", false, "/week-500?d=23"},
     {"d24", "Sat", "24", "Saturday 24 October", false, "/week-500?d=24"}}
};

}  // namespace

void CollectionPages::fill_week() {
    if (!m_blocks.empty()) return;
    m_words.reserve(many);
    for (int i = 0; i < many; ++i) {
        const int day = i % 6;
        const std::string number = std::to_string(i);
        const Words& words = m_words.emplace_back(
            Words{"b" + number, "Booking " + number,
                  "Booking " + number + ", Piano, " + std::string{days[static_cast<std::size_t>(day)].spoken}});
        const int from = 480 + (i / 6 * 7) % 600;
        m_blocks.push_back({.key = words.key,
                            .day = day,
                            .from_minute = from,
                            .to_minute = from + 45,
                            .title = words.title,
                            .subtitle = "Piano",
                            .spoken = words.spoken,
                            .hue = static_cast<Hue>(i % 8)});
    }
}

// What the bench measures beside FullCalendar: a first picture, then all bookings a quarter of an hour elsewhere.
void CollectionPages::week_500(Page& page) {
    page.title("A week of 500 bookings");
    fill_week();
    const Scope main = page.full_main();
    {
        const Scope line = page.row({.gap = Space::regular, .padding = Space::regular});
        page.heading(1, "A week of 500 bookings");
        page.spacer();
        int by = 0;
        if (page.button("one", "Move one", {.small = true})) {
            m_blocks[42].from_minute += 15;
            m_blocks[42].to_minute += 15;
        }
        if (page.button("all", "Move all", {.small = true})) by = m_shift == 0 ? 15 : -15;
        m_shift += by;
        for (CalendarBlock& block : m_blocks) block.from_minute += by, block.to_minute += by;
    }
    const std::span<const CalendarDay> all{days};
    const bool phone = page.phone();
    const CalendarWeek week{.days = phone ? all.first(1) : all,
                            .blocks = m_blocks,
                            .last_minute = 19 * 60,
                            .strip = phone ? all : std::span<const CalendarDay>{}};
    const WeekAnswer answer = week_grid(page, "week", week);
    if (!answer.block.empty()) m_pressed = answer.block;
    for (CalendarBlock& block : m_blocks) block.selected = block.key == m_pressed;
}

bool CollectionPages::build(Page& page, std::string_view path) {
    if (path.starts_with("/week-500")) return week_500(page), true;
    return build_calendars(page, path) || build_numbers(page, path);
}

std::unique_ptr<Exhibit> make_collection_week() { return std::make_unique<Collection>("/week-500"); }
std::unique_ptr<Exhibit> make_calendar() { return std::make_unique<Collection>("/calendar"); }
std::unique_ptr<Exhibit> make_people_calendar() { return std::make_unique<Collection>("/calendar-people"); }
std::unique_ptr<Exhibit> make_month() { return std::make_unique<Collection>("/month"); }
std::unique_ptr<Exhibit> make_table() { return std::make_unique<Collection>("/table"); }
std::unique_ptr<Exhibit> make_long_table() { return std::make_unique<Collection>("/table-long"); }
std::unique_ptr<Exhibit> make_empty_table() { return std::make_unique<Collection>("/table-empty"); }
std::unique_ptr<Exhibit> make_loading_table() { return std::make_unique<Collection>("/table-loading"); }
std::unique_ptr<Exhibit> make_failed_table() { return std::make_unique<Collection>("/table-failed"); }
std::unique_ptr<Exhibit> make_charts() { return std::make_unique<Collection>("/charts"); }

}  // namespace loggia::ui::gallery
