#include "ui/widgets/month_grid.h"

#include <algorithm>

namespace loggia::ui {

namespace {

constexpr float entry_height = 24;

void line_of_seven(Page& page) {
    Layout& layout = page.here().layout;
    layout.flow = Flow::grid;
    layout.columns = 7;
}

void weekdays(Page& page, const CalendarMonth& month) {
    const Scope row = page.open(Role::row, "weekdays");
    line_of_seven(page);
    page.here().look.line_below = true;
    page.here().layout.padding = sides(0, 6);
    for (std::size_t i = 0; i < month.weekdays.size(); ++i) {
        const Scope cell = page.open(Role::column_header);
        if (i < month.weekdays_spoken.size()) page.attribute(Attribute::label, month.weekdays_spoken[i]);
        page.text(month.weekdays[i], {.style = Text::caption, .align = Align::center, .one_line = true});
    }
}

void day_link(Page& page, const MonthDay& day, std::size_t entries) {
    const Scope link = page.open(Role::link, "day");
    Node& node = page.here();
    const bool phone = page.phone();
    node.flags |= when(day.today, Flag::current);
    node.layout.flow = Flow::row;
    node.layout.align = Align::center;
    node.layout.justify = Justify::center;
    node.layout.hug = true;
    node.layout.min_width = phone ? 44 : 28;
    node.layout.min_height = phone ? 44 : 28;
    node.look.radius = phone ? 22 : 14;
    node.look.fill = day.today ? Colour::brand : Colour::none;
    node.look.hover_fill = day.today ? Colour::brand_hover : Colour::sunken;
    page.attribute(Attribute::href, day.href);
    std::string spoken{day.spoken};
    if (phone && entries > 0) spoken.append(", ").append(std::to_string(entries));
    page.attribute(Attribute::label, spoken);
    page.text(day.number, {.style = day.today ? Text::small_strong : Text::small, .one_line = true});
    page.last().look.ink = day.today ? Colour::on_brand : day.outside ? Colour::muted : Colour::ink;
}

// Up to three dots in the colours of what there is.
void dots(Page& page, std::span<const MonthEntry> entries) {
    const Scope row = page.row({.gap = Space::hair, .justify = Justify::center});
    page.here().layout.min_height = 8;
    for (const MonthEntry& entry : entries.first(std::min<std::size_t>(3, entries.size()))) {
        Node& dot = page.add(Role::none);
        dot.look.mark = Mark::dot;
        dot.look.ink = strong(entry.hue);
        dot.layout.width = dot.layout.height = px(6);
    }
}

bool entry_button(Page& page, const MonthEntry& entry) {
    const Scope scope = page.open(Role::button, entry.key);
    Node& node = page.here();
    const NodeId id = node.id;
    node.flags |= Flag::toggle | when(entry.selected, Flag::selected) | Flag::clips;
    node.layout.flow = Flow::row;
    node.layout.align = Align::center;
    node.layout.gap = 5;
    node.layout.padding = {9, 0, 3, 0};
    node.layout.min_height = entry_height;
    node.look.radius = 6;
    node.look.fill = soft(entry.hue);
    node.look.edge = strong(entry.hue);
    if (entry.selected) node.look.border = strong(entry.hue), node.look.border_width = 2;
    page.attribute(Attribute::label, entry.spoken);
    page.text(entry.time, {.style = Text::caption, .one_line = true});
    page.last().look.ink = Colour::ink_soft;
    page.text(entry.title, {.style = Text::caption_strong, .one_line = true});
    page.last().layout.width = fill();
    page.last().layout.may_shrink = true;
    return page.events().clicked(id);
}

void more_link(Page& page, const MonthDay& day, std::size_t hidden) {
    const Scope link = page.open(Role::link, "more");
    page.here().layout.min_height = entry_height;
    page.here().layout.padding = sides(9, 3);
    page.here().layout.hug = true;
    page.here().look.radius = 6;
    page.here().look.hover_fill = Colour::sunken;
    const std::string shown = said(page.words().and_more, std::to_string(hidden));
    page.attribute(Attribute::href, day.href);
    page.attribute(Attribute::label, shown + ", " + std::string{day.spoken});
    page.text(shown, {.style = Text::caption_strong, .one_line = true});
    page.last().look.ink = Colour::brand_ink;
}

std::string_view day_cell(Page& page, const CalendarMonth& month, const MonthDay& day,
                          std::span<const MonthEntry> entries) {
    std::string_view pressed;
    const bool phone = page.phone();
    const Scope cell = page.open(Role::cell, day.key);
    Node& node = page.here();
    node.layout.gap = 3;
    node.layout.padding = phone ? sides(0, 4) : Edges{5, 4, 5, 6};
    node.layout.align = phone ? Align::center : Align::stretch;
    node.layout.min_height = phone ? 62 : 36 + (entry_height + 3) * static_cast<float>(month.most + 1);
    node.look.line_right = node.look.line_below = true;
    if (day.outside) node.look.fill = Colour::ground;
    day_link(page, day, entries.size());
    if (phone) return dots(page, entries), pressed;
    // The last line says how many there are besides; one more entry fits there too.
    const auto most = static_cast<std::size_t>(std::max(1, month.most));
    const std::size_t shown = entries.size() <= most + 1 ? entries.size() : most;
    for (const MonthEntry& entry : entries.first(shown)) {
        if (entry_button(page, entry)) pressed = entry.key;
    }
    if (shown < entries.size()) more_link(page, day, entries.size() - shown);
    return pressed;
}

}  // namespace

std::string_view month_grid(Page& page, std::string_view key, const CalendarMonth& month) {
    std::string_view pressed;
    const Scope table = page.open(Role::table, key);
    page.attribute(Attribute::label, month.name);
    weekdays(page, month);
    std::size_t next = 0;
    for (std::size_t first = 0; first < month.days.size(); first += 7) {
        const Scope row = page.open(Role::row);
        line_of_seven(page);
        for (std::size_t day = first; day < std::min(first + 7, month.days.size()); ++day) {
            const std::size_t from = next;
            while (next < month.entries.size() && month.entries[next].day <= static_cast<int>(day)) ++next;
            const std::string_view one =
                day_cell(page, month, month.days[day], month.entries.subspan(from, next - from));
            if (!one.empty()) pressed = one;
        }
    }
    return pressed;
}

}  // namespace loggia::ui
