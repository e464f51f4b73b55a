// The month's grid has one tab stop; the arrow keys walk it and leave it at its ends into the next month.
#include "ui/widgets/date_grid.h"

#include "icons.generated.h"

#include <algorithm>

namespace loggia::ui {

namespace {

// Where the focus should land once another month is shown: counted from its first day, or from its last.
struct Landing {
    static constexpr int none = 0, from_start = 1000, from_end = 2000;
};

int step_of(Key key, int cell) {
    switch (key) {
    case Key::left: return -1;
    case Key::right: return 1;
    case Key::up: return -7;
    case Key::down: return 7;
    case Key::home: return -(cell % 7);
    case Key::end: return 6 - cell % 7;
    default: return 0;
    }
}

void header(Page& page, const GridMonth& month, DateAnswer& answer) {
    const Scope line = page.row({.gap = Space::regular});
    page.heading(2, month.title, "month");
    page.last().layout.width = fill();
    if (page.icon_button("back", icon::chevron_left, month.back_name, {.disabled = !month.may_go_back}))
        answer.months = -1;
    if (page.icon_button("on", icon::chevron_right, month.on_name, {.disabled = !month.may_go_on})) answer.months = 1;
}

void weekdays(Page& page, const GridMonth& month) {
    const Scope row = page.open(Role::grid_row, "weekdays");
    page.here().layout.flow = Flow::grid;
    page.here().layout.columns = 7;
    page.here().layout.gap = 6;
    for (std::size_t i = 0; i < month.weekdays.size(); ++i) {
        const Scope cell = page.open(Role::column_header);
        if (i < month.weekdays_spoken.size()) page.attribute(Attribute::label, month.weekdays_spoken[i]);
        page.text(month.weekdays[i], {.style = Text::caption, .align = Align::center, .one_line = true});
    }
}

bool day_button(Page& page, const GridDay& day, bool selected, bool tab_stop) {
    const Scope cell = page.open(Role::grid_cell);
    const Scope button = page.open(Role::button, day.key);
    Node& node = page.here();
    const NodeId id = node.id;
    const bool free = day.availability > 0;
    node.flags |= Flag::toggle | when(!free, Flag::disabled) | when(selected, Flag::selected) |
                  when(!tab_stop, Flag::untabbable) | when(day.today, Flag::current);
    node.layout.min_height = 50;
    node.layout.padding = {0, 10, 0, 5};
    node.layout.gap = 5;
    node.look.radius = 10;
    node.look.fill = selected ? Colour::brand : free ? Colour::brand_soft : Colour::none;
    if (day.today && !selected) node.look.border = Colour::brand;
    if (free) node.look.hover_fill = selected ? Colour::brand_hover : Colour::line;
    page.attribute(Attribute::label, day.spoken);
    page.text(day.label, {.style = free ? Text::strong : Text::body, .align = Align::center, .one_line = true});
    page.last().look.ink = selected ? Colour::on_brand : free ? Colour::brand_ink : Colour::faint;
    if (free) {
        Node& dots = page.add(Role::none);
        dots.look.mark = Mark::dots;
        dots.look.amount = static_cast<std::uint8_t>(std::clamp(day.availability, 0, 3));
        dots.look.ink = selected ? Colour::on_brand : Colour::brand;
        dots.layout.height = px(5);
    }
    return free && page.events().clicked(id);
}

// Moves the focus for the keys pressed on a day; returns the months to go.
int walk(Page& page, const GridMonth& month, std::int32_t& landing) {
    const int count = static_cast<int>(month.days.size());
    for (const KeyPress& press : page.events().keys()) {
        for (int i = 0; i < count; ++i) {
            if (page.id_of(month.days[static_cast<std::size_t>(i)].key) != press.id) continue;
            if (press.key == Key::page_up || press.key == Key::page_down) {
                landing = Landing::from_start + i;
                return press.key == Key::page_up ? -1 : 1;
            }
            const int target = i + step_of(press.key, i + month.leading_blanks);
            const bool home_or_end = press.key == Key::home || press.key == Key::end;
            if (home_or_end || (target >= 0 && target < count)) {
                page.focus_id(page.id_of(month.days[static_cast<std::size_t>(std::clamp(target, 0, count - 1))].key));
            } else if (target < 0 && month.may_go_back) {
                landing = Landing::from_end - target;
                return -1;
            } else if (target >= count && month.may_go_on) {
                landing = Landing::from_start + target - count;
                return 1;
            }
        }
    }
    return 0;
}

int tab_stop(Page& page, const GridMonth& month, std::string_view selected) {
    const int count = static_cast<int>(month.days.size());
    int stop = -1;
    for (int i = count - 1; i >= 0; --i) {
        const GridDay& day = month.days[static_cast<std::size_t>(i)];
        if (page.id_of(day.key) == page.events().focused) return i;
        if (day.key == selected) return i;
        if (day.availability > 0) stop = i;
    }
    return stop < 0 ? 0 : stop;
}

}  // namespace

DateAnswer date_grid(Page& page, std::string_view key, const GridMonth& month, std::string_view selected) {
    DateAnswer answer;
    const Scope box = page.stack({.key = key, .gap = Space::regular});
    header(page, month, answer);
    const Scope grid = page.open(Role::grid, "grid");
    page.attribute(Attribute::label, month.title);
    page.here().flags |= Flag::key_events | when(month.loading, Flag::busy);
    page.here().layout.gap = 6;
    std::int32_t& landing = page.memory(page.here().id);
    const int count = static_cast<int>(month.days.size());
    // Seen in the first build that shows the month the keys led to.
    if (landing != Landing::none && page.events().empty() && count > 0) {
        const int index =
            landing >= Landing::from_end ? count - (landing - Landing::from_end) : landing - Landing::from_start;
        page.focus_id(page.id_of(month.days[static_cast<std::size_t>(std::clamp(index, 0, count - 1))].key));
        landing = Landing::none;
    }
    if (const int months = walk(page, month, landing); months != 0) answer.months = months;
    const int stop = tab_stop(page, month, selected);
    weekdays(page, month);
    const int cells = month.leading_blanks + count;
    for (int first = 0; first < cells; first += 7) {
        const Scope row = page.open(Role::grid_row);
        page.here().layout.flow = Flow::grid;
        page.here().layout.columns = 7;
        page.here().layout.gap = 6;
        for (int cell = first; cell < std::min(first + 7, cells); ++cell) {
            const int index = cell - month.leading_blanks;
            if (index < 0) {
                page.open(Role::grid_cell).close();
                continue;
            }
            const GridDay& day = month.days[static_cast<std::size_t>(index)];
            if (day_button(page, day, day.key == selected, index == stop)) answer.day = day.key;
        }
    }
    if (!month.note.empty()) page.text(month.note, Text::caption);
    return answer;
}

}  // namespace loggia::ui
