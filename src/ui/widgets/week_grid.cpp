// Days are named groups of buttons, so that a reader hears Wednesday and then its bookings in the order of the day.
#include "ui/widgets/week_grid.h"

#include "ui/widgets/calendar_edit.h"
#include "ui/widgets/calendar_lanes.h"

#include <algorithm>

namespace loggia::ui {

namespace {

constexpr float gutter = 60, minute_height = calendar_minute_height;

void day_number(Page& page, const CalendarDay& day) {
    const Scope disc = page.row({.justify = Justify::center});
    Node& node = page.here();
    node.layout.width = node.layout.height = px(34);
    node.look.radius = 17;
    if (day.today) node.look.fill = Colour::brand;
    page.text(day.number, {.style = Text::title, .align = Align::center, .one_line = true});
    if (day.today) page.last().look.ink = Colour::on_brand;
}

void day_heads(Page& page, const CalendarWeek& week) {
    const Scope heads = page.row();
    page.here().layout.padding = {gutter, 8, 0, 6};
    page.here().look.line_below = true;
    for (const CalendarDay& day : week.days) {
        const Scope head = page.stack({.align = Align::center});
        page.here().layout.width = fill();
        if (!day.initials.empty()) page.avatar(day.initials, day.hue, 32);
        const Text style = day.number.empty() ? Text::small_strong : Text::caption;
        page.text(day.weekday, {.style = style, .one_line = true});
        if (!day.number.empty()) day_number(page, day);
    }
}

void day_strip(Page& page, const CalendarWeek& week) {
    const Scope strip = page.open(Role::navigation, "days");
    page.attribute(Attribute::label, week.name);
    page.here().layout.flow = Flow::row;
    page.here().layout.padding = sides(8, 4);
    page.here().look.line_below = true;
    for (std::size_t i = 0; i < week.strip.size(); ++i) {
        const CalendarDay& day = week.strip[i];
        const bool current = static_cast<int>(i) == week.strip_day;
        const Scope link = page.open(Role::link, day.key);
        Node& node = page.here();
        node.flags |= when(current, Flag::current);
        node.layout.width = fill();
        node.layout.align = Align::center;
        node.layout.padding = sides(0, 6);
        node.look.radius = 10;
        node.look.fill = current ? Colour::brand_soft : Colour::none;
        node.look.hover_fill = current ? Colour::none : Colour::hover;
        page.attribute(Attribute::href, day.href);
        page.attribute(Attribute::label, day.spoken);
        page.text(day.weekday, {.style = Text::caption, .one_line = true});
        day_number(page, day);
    }
}

void hours_gutter(Page& page, const CalendarWeek& week) {
    const Scope column = page.stack();
    page.here().layout.width = px(gutter);
    page.here().layout.hug = true;
    for (int hour = (week.first_minute + 59) / 60; hour * 60 <= week.last_minute; ++hour) {
        const std::string_view time = time_text(page, hour * 60);
        Node& node = page.add(Role::icon, {}, time);
        node.name = time;
        node.look.mark = Mark::text;
        node.look.text = Text::caption;
        node.flags |= Flag::one_line;
        node.layout.align = Align::end;
        node.layout.placed = true;
        node.place = {0, 0.84f, static_cast<float>(hour * 60 - week.first_minute) * minute_height - 9, 18};
    }
}

// A box that lies over the hours from `place.from_minute` to `place.to_minute`.
void lay(Node& node, const CalendarWeek& week, const CalendarPlace& place) {
    node.layout.placed = true;
    node.place = {0, 1, static_cast<float>(place.from_minute - week.first_minute) * minute_height,
                  static_cast<float>(place.to_minute - place.from_minute) * minute_height};
}

void shade(Page& page, const CalendarWeek& week, const CalendarPlace& place, Mark mark) {
    const int from = std::max(place.from_minute, week.first_minute), to = std::min(place.to_minute, week.last_minute);
    if (to <= from) return;
    Node& node = page.add(Role::none);
    lay(node, week, {place.day, from, to});
    node.look.fill = Colour::ground;
    node.look.mark = mark;
    node.look.line_left = true;
}

void block_words(Page& page, std::string_view title, std::string_view subtitle, float height) {
    constexpr float two_lines = 40;
    page.text(title, {.style = Text::caption_strong, .one_line = true});
    if (subtitle.empty() || height < two_lines) return;
    page.text(subtitle, {.style = Text::caption, .one_line = true});
    page.last().look.ink = Colour::ink_soft;
}

bool block_button(Page& page, const CalendarWeek& week, const CalendarBlock& block, CalendarLane lane) {
    const Scope scope = page.open(Role::button, block.key);
    Node& node = page.here();
    const NodeId id = node.id;
    const float share = 1.f / static_cast<float>(lane.columns);
    const float height = std::max(static_cast<float>(block.to_minute - block.from_minute) * minute_height - 2, 18.f);
    const bool moving = week.edit != nullptr && week.edit->moves(block.key);
    const bool movable = week.edit != nullptr && !block.fixed;
    node.layout.placed = true;
    node.place = {static_cast<float>(lane.column) * share, share,
                  static_cast<float>(block.from_minute - week.first_minute) * minute_height + 1, height};
    node.flags |= Flag::toggle | when(block.selected, Flag::selected) | Flag::clips | when(movable, Flag::drags) |
                  when(moving, Flag::key_events | Flag::grabs);
    node.layout.padding = {lane.columns > 3 ? 7.f : 12.f, height < 30 ? 0.f : 2.f, lane.columns > 3 ? 1.f : 6.f, 0};
    node.layout.margin_right = 3;
    node.look.radius = 8;
    node.look.fill = block.hatched ? Colour::sunken : moving ? Colour::none : soft(block.hue);
    node.look.edge = block.hatched ? Colour::faint : strong(block.hue);
    if (block.hatched) node.look.mark = Mark::hatch;
    if (moving) node.look.border = Colour::line;
    if (block.selected) node.look.border = strong(block.hue), node.look.border_width = 2, node.look.shadow = 2;
    page.attribute(Attribute::label, block.spoken);
    if (movable) page.attribute(Attribute::key_shortcuts, "M");
    block_words(page, block.title, block.subtitle, height);
    return page.events().clicked(id);
}

// What is being moved, where it would stand. The announcements say it to readers.
void ghost(Page& page, const CalendarWeek& week) {
    const CalendarEdit& edit = *week.edit;
    const auto block = std::ranges::find(week.blocks, edit.block, &CalendarBlock::key);
    if (block == week.blocks.end()) return;
    const bool possible = can_stand(edit.place, week);
    const Scope scope = page.stack();
    Node& node = page.here();
    lay(node, week, edit.place);
    node.layout.margin_right = 3;
    node.layout.padding = {12, 2, 6, 0};
    node.look.radius = 8;
    node.look.fill = possible ? soft(block->hue) : Colour::red_soft;
    node.look.border = possible ? strong(block->hue) : Colour::red;
    node.look.border_width = 2;
    node.look.shadow = 2;
    const auto words = [&](std::string_view text, Text style) {
        Node& line = page.add(Role::icon, {}, text);
        line.name = text;
        line.look.mark = Mark::text;
        line.look.text = style;
        line.look.ink = Colour::ink;
        line.flags |= Flag::one_line;
    };
    words(times_text(page, edit.place.from_minute, edit.place.to_minute), Text::caption_strong);
    if (edit.place.to_minute - edit.place.from_minute >= 40)
        words(possible ? page.keep(block->title) : page.words().cannot_stand, Text::caption);
}

struct Day {
    std::size_t index;
    std::span<const std::uint32_t> order;  // of its blocks
    std::span<const CalendarLane> lanes;
};

std::string_view day_column(Page& page, const CalendarWeek& week, const Day& day) {
    std::string_view pressed;
    const auto number = static_cast<int>(day.index);
    const Scope column = page.open(Role::group, week.days[day.index].key);
    page.attribute(Attribute::label, week.days[day.index].spoken);
    Node& node = page.here();
    node.layout.width = fill();
    node.look.line_left = true;
    for (const CalendarPlace& place : week.closed) {
        if (place.day == number) shade(page, week, place, Mark::none);
    }
    const bool moving = week.edit != nullptr && !week.edit->block.empty();
    for (const CalendarPlace& place : week.blocked) {
        if (moving && place.day == number) shade(page, week, place, Mark::hatch);
    }
    Node& hours = page.add(Role::none);
    lay(hours, week, {number, week.first_minute, week.last_minute});
    hours.look.mark = Mark::hour_lines;
    hours.layout.gap = 60 * minute_height;
    hours.layout.padding.top = static_cast<float>((60 - week.first_minute % 60) % 60) * minute_height;
    for (std::size_t i = 0; i < day.order.size(); ++i) {
        const CalendarBlock& block = week.blocks[day.order[i]];
        if (block_button(page, week, block, day.lanes[i])) pressed = block.key;
    }
    const bool shown = week.now_minute >= week.first_minute && week.now_minute <= week.last_minute;
    if (shown && week.now_day == number) {
        Node& now = page.add(Role::none);
        now.look.mark = Mark::now_line;
        now.look.ink = Colour::red;
        now.layout.placed = true;
        now.place = {0, 1, static_cast<float>(week.now_minute - week.first_minute) * minute_height - 1, 2};
    }
    if (moving && week.edit->place.day == number) ghost(page, week);
    return pressed;
}

std::string_view day_columns(Page& page, const CalendarWeek& week) {
    const std::size_t count = week.blocks.size();
    const auto order = page.room<std::uint32_t>(count);
    const auto lanes = page.room<CalendarLane>(count);
    const auto ends = page.room<int>(count);
    std::string_view pressed;
    for (std::size_t day = 0, from = 0; day < week.days.size(); ++day) {
        std::size_t to = from;
        for (std::size_t i = 0; i < count; ++i) {
            if (week.blocks[i].day == static_cast<int>(day)) order[to++] = static_cast<std::uint32_t>(i);
        }
        const auto own = order.subspan(from, to - from);
        std::ranges::sort(own, {}, [&](std::uint32_t i) { return std::pair(week.blocks[i].from_minute, i); });
        assign_lanes(week.blocks, own, lanes.subspan(from), ends);
        const std::string_view key = day_column(page, week, {day, own, lanes.subspan(from)});
        if (!key.empty()) pressed = key;
        from = to;
    }
    return pressed;
}

}  // namespace

WeekAnswer week_grid(Page& page, std::string_view key, const CalendarWeek& week) {
    WeekAnswer answer;
    const Scope box = page.stack({.key = key});
    page.here().layout.height = fill();
    page.here().layout.width = fill();
    answer.moved = edit_bar(page, week);
    if (week.strip.empty()) {
        day_heads(page, week);
    } else {
        day_strip(page, week);
    }
    const Scope scroller = page.scroll_area("hours", week.name);
    page.here().layout.padding = {0, 8, 0, 8};
    if (const auto moved = follow_edit(page, week)) answer.moved = moved;
    const Scope hours = page.row();
    page.here().layout.height = px(static_cast<float>(week.last_minute - week.first_minute) * minute_height);
    page.here().layout.align = Align::stretch;
    hours_gutter(page, week);
    answer.block = day_columns(page, week);
    // Pressing what is being moved by keys drops it; it does not open it.
    if (!answer.block.empty() && week.edit != nullptr && week.edit->moves(answer.block)) {
        answer.moved = drop_edit(page, week);
        answer.block = {};
    }
    return answer;
}

}  // namespace loggia::ui
