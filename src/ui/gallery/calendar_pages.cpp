// Calendars of days, of people and of a month, in which blocks are moved.
#include "ui/gallery/collection_pages.h"

#include "ui/widgets/month_grid.h"

#include "icons.generated.h"

#include <array>

namespace loggia::ui::gallery {

namespace {

constexpr std::array<CalendarDay, 5> days{
    {{"mon", "Mon", "19", "Monday 19 October", false, "/calendar"},
     {"tue", "Tue", "20", "Tuesday 20 October", false, "/calendar"},
     {"wed", "Wed", "21", "Wednesday 21 October", true, "/calendar"},
     {"thu", "Thu", "22", "Thursday 22 October", false, "/calendar"},
     {"fri", "Fri", "23", "Friday 23 October", false, "/calendar"}}
};

constexpr std::array<CalendarDay, 3> people{
    {{.key = "ana", .weekday = "Ana Novak", .spoken = "Ana Novak", .initials = "AN", .hue = Hue::violet},
     {.key = "ben", .weekday = "Ben Zupan", .spoken = "Ben Zupan", .initials = "BZ", .hue = Hue::teal},
     {.key = "hall", .weekday = "Hall", .spoken = "Hall"}}
};

constexpr std::array<CalendarPlace, 4> closed{
    {{0, 480, 540}, {2, 480, 540}, {1, 1020, 1140}, {3, 1020, 1140}}
};
constexpr std::array<CalendarPlace, 2> blocked{
    {{1, 720, 840}, {3, 540, 600}}
};

struct Lesson {
    std::string_view key, title, subtitle;
    int day, from, to;
    Hue hue;
    bool hatched;
};
constexpr std::array<Lesson, 6> lessons{
    {{"luka", "Luka K.", "Piano", 0, 600, 645, Hue::violet, false},
     {"iris", "Iris Potok-Zalokar with a long name", "Voice lesson in the large hall", 1, 540, 600, Hue::orange,
      false},
     {"jon", "Jon B.", "Violin", 2, 660, 720, Hue::teal, false},
     {"ema", "Ema D.", "Piano", 2, 690, 735, Hue::violet, false},
     {"short", "Trial", "Piano", 0, 780, 795, Hue::pink, false},
     {"away", "Away", "Time off", 2, 840, 960, Hue::slate, true}}
};

constexpr std::array<std::string_view, 7> weekdays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array<std::string_view, 7> weekdays_spoken{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                          "Friday", "Saturday", "Sunday"};

}  // namespace

// A calendar in which lessons can be moved; the last move is said under the heading.
void CollectionPages::calendar(Page& page, std::span<const CalendarDay> columns) {
    page.title("Calendar");
    if (m_lessons.empty()) {
        for (const Lesson& lesson : lessons)
            m_lessons.push_back({.key = lesson.key,
                                 .day = lesson.day,
                                 .from_minute = lesson.from,
                                 .to_minute = lesson.to,
                                 .title = lesson.title,
                                 .subtitle = lesson.subtitle,
                                 .spoken = lesson.title,
                                 .hue = lesson.hue,
                                 .hatched = lesson.hatched,
                                 .fixed = lesson.hatched});
    }
    const Scope main = page.full_main();
    {
        const Scope line = page.wrap({.gap = Space::regular, .padding = Space::regular});
        page.heading(1, "Calendar");
        page.text(m_said.empty() ? std::string_view{"Nothing moved yet"} : m_said, {.key = "said"});
        for (const CalendarBlock& block : m_lessons) {
            if (block.selected && !block.fixed && page.button("move", "Move " + std::string{block.title})) {
                m_edit.begin(block);
                page.focus(block.key);
            }
        }
    }
    const CalendarWeek week{.days = columns,
                            .blocks = m_lessons,
                            .now_day = 2,
                            .now_minute = 695,
                            .closed = closed,
                            .blocked = blocked,
                            .edit = &m_edit};
    const WeekAnswer answer = week_grid(page, "calendar", week);
    if (!answer.block.empty()) {
        for (CalendarBlock& block : m_lessons) block.selected = block.key == answer.block && !block.selected;
    }
    if (!answer.moved) return;
    for (CalendarBlock& block : m_lessons) {
        if (block.key != answer.moved->block) continue;
        const CalendarPlace& place = answer.moved->place;
        block.day = place.day, block.from_minute = place.from_minute, block.to_minute = place.to_minute;
        m_said = std::string{block.title} + " is on " +
                 std::string{columns[static_cast<std::size_t>(place.day)].spoken} + " from minute " +
                 std::to_string(place.from_minute) + " to " + std::to_string(place.to_minute);
        page.announce(m_said);
    }
}

void CollectionPages::month(Page& page) {
    page.title("Month");
    const Scope main = page.main(Width::wide);
    page.heading(1, "October 2026");
    page.text(m_said.empty() ? std::string_view{"Nothing pressed yet"} : m_said, {.key = "said"});
    if (m_month_days.empty()) {
        m_month_words.reserve(35);
        for (int i = 0; i < 35; ++i) {
            const int day = i < 3 ? 28 + i : i < 34 ? i - 2 : 1;
            m_month_words.push_back({"day" + std::to_string(i), std::to_string(day),
                                     std::string{weekdays_spoken[static_cast<std::size_t>(i % 7)]} + " " +
                                         std::to_string(day) +
                                         (i < 3    ? " September"
                                          : i < 34 ? " October"
                                                   : " November")});
        }
        for (std::size_t i = 0; i < m_month_words.size(); ++i) {
            const Words& words = m_month_words[i];
            m_month_days.push_back({words.key, words.title, words.spoken, "/calendar", i == 23, i < 3 || i == 34});
            for (std::size_t n = 0; n < i * 5 % 7; ++n) {
                const Lesson& lesson = lessons[(i + n) % 5];
                m_month_entries.push_back({.key = lesson.key,
                                           .day = static_cast<int>(i),
                                           .time = "10:15",
                                           .title = lesson.title,
                                           .spoken = lesson.title,
                                           .hue = lesson.hue});
            }
        }
    }
    const Scope card = page.card({.padding = Space::none});
    const std::string_view pressed = month_grid(page, "month",
                                                {.name = "October 2026",
                                                 .weekdays = weekdays,
                                                 .weekdays_spoken = weekdays_spoken,
                                                 .days = m_month_days,
                                                 .entries = m_month_entries});
    if (!pressed.empty()) m_said = "Pressed " + std::string{pressed};
}

bool CollectionPages::build_calendars(Page& page, std::string_view path) {
    const std::span<const CalendarDay> all{days};
    if (path.starts_with("/calendar-people")) return calendar(page, people), true;
    if (path.starts_with("/calendar")) return calendar(page, page.phone() ? all.first(3) : all), true;
    if (path.starts_with("/month")) return month(page), true;
    return false;
}

}  // namespace loggia::ui::gallery
