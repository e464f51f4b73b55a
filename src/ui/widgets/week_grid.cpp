// Days are named groups of buttons, so that a reader hears Wednesday and then its bookings in the order of the day.
#include "ui/widgets/week_grid.h"

#include <algorithm>
#include <array>
#include <vector>

namespace loggia::ui {

namespace {

constexpr float gutter = 60, minute_height = 58.f / 60.f;

struct Lane {
    int column = 0, columns = 1;
};

// Blocks of one day that overlap, directly or through others, share the width; each takes the first free column.
std::vector<Lane> lanes_of(std::span<const CalendarBlock> blocks, const std::vector<std::size_t>& order) {
    std::vector<Lane> lanes(blocks.size());
    std::vector<int> ends;  // of the columns of the current cluster
    std::size_t cluster = 0;
    int cluster_end = -1;
    const auto close_cluster = [&](std::size_t until) {
        for (std::size_t i = cluster; i < until; ++i) lanes[order[i]].columns = static_cast<int>(ends.size());
        cluster = until;
        ends.clear();
    };
    for (std::size_t i = 0; i < order.size(); ++i) {
        const CalendarBlock& block = blocks[order[i]];
        if (block.from_minute >= cluster_end) close_cluster(i);
        const auto free = std::ranges::find_if(ends, [&](int end) { return end <= block.from_minute; });
        lanes[order[i]].column = static_cast<int>(free - ends.begin());
        if (free == ends.end()) {
            ends.push_back(block.to_minute);
        } else {
            *free = block.to_minute;
        }
        cluster_end = std::max(ends.size() == 1 && cluster == i ? block.to_minute : cluster_end, block.to_minute);
    }
    close_cluster(order.size());
    return lanes;
}

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
        page.text(day.weekday, {.style = Text::caption, .one_line = true});
        day_number(page, day);
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
        std::array<char, 8> label{
            static_cast<char>('0' + hour / 10), static_cast<char>('0' + hour % 10), ':', '0', '0', 0};
        Node& node = page.add(Role::none);
        node.name = page.keep({label.data() + (hour < 10 ? 1 : 0), hour < 10 ? 4u : 5u});
        node.look.mark = Mark::text;
        node.look.text = Text::caption;
        node.flags |= Flag::one_line;
        node.layout.align = Align::end;
        node.layout.placed = true;
        node.place = {0, 0.84f, static_cast<float>(hour * 60 - week.first_minute) * minute_height - 9, 18};
    }
}

bool block_button(Page& page, const CalendarWeek& week, const CalendarBlock& block, Lane lane) {
    const Scope scope = page.open(Role::button, block.key);
    Node& node = page.here();
    const NodeId id = node.id;
    const float share = 1.f / static_cast<float>(lane.columns);
    const float height = static_cast<float>(block.to_minute - block.from_minute) * minute_height - 2;
    node.layout.placed = true;
    node.place = {static_cast<float>(lane.column) * share, share,
                  static_cast<float>(block.from_minute - week.first_minute) * minute_height + 1,
                  std::max(height, 18.f)};
    node.flags |= Flag::toggle | when(block.selected, Flag::selected) | Flag::clips;
    node.layout.padding = {12, height < 30 ? 0.f : 4.f, 6, 0};
    node.layout.margin_right = 3;
    node.look.radius = 8;
    node.look.fill = block.hatched ? Colour::sunken : soft(block.hue);
    node.look.edge = block.hatched ? Colour::faint : strong(block.hue);
    if (block.hatched) node.look.mark = Mark::hatch;
    if (block.selected) node.look.border = strong(block.hue), node.look.border_width = 2, node.look.shadow = 2;
    page.attribute(Attribute::label, block.spoken);
    page.text(block.title, {.style = Text::caption_strong, .one_line = true});
    if (!block.subtitle.empty() && height >= 34) {
        page.text(block.subtitle, {.style = Text::caption, .one_line = true});
        page.last().look.ink = Colour::ink_soft;
    }
    return page.events().clicked(id);
}

std::string_view day_column(Page& page, const CalendarWeek& week, std::size_t day, const std::vector<Lane>& lanes,
                            const std::vector<std::size_t>& order) {
    std::string_view pressed;
    const Scope column = page.open(Role::group, week.days[day].key);
    page.attribute(Attribute::label, week.days[day].spoken);
    Node& node = page.here();
    node.layout.width = fill();
    node.look.line_left = true;
    node.look.mark = Mark::hour_lines;
    node.place.height = 60 * minute_height;
    node.place.top = static_cast<float>((60 - week.first_minute % 60) % 60) * minute_height;
    for (const std::size_t index : order) {
        if (week.blocks[index].day != static_cast<int>(day)) continue;
        if (block_button(page, week, week.blocks[index], lanes[index])) pressed = week.blocks[index].key;
    }
    const bool shown = week.now_minute >= week.first_minute && week.now_minute <= week.last_minute;
    if (shown && week.now_day == static_cast<int>(day)) {
        Node& now = page.add(Role::none);
        now.look.mark = Mark::now_line;
        now.look.ink = Colour::red;
        now.layout.placed = true;
        now.place = {0, 1, static_cast<float>(week.now_minute - week.first_minute) * minute_height - 1, 2};
    }
    return pressed;
}

}  // namespace

WeekAnswer week_grid(Page& page, std::string_view key, const CalendarWeek& week) {
    WeekAnswer answer;
    const Scope box = page.stack({.key = key});
    page.here().layout.height = fill();
    page.here().layout.width = fill();
    if (week.strip.empty()) {
        day_heads(page, week);
    } else {
        day_strip(page, week);
    }
    const Scope scroller = page.scroll_area("hours", week.name);
    page.here().layout.padding = {0, 8, 0, 8};
    const Scope hours = page.row();
    page.here().layout.height = px(static_cast<float>(week.last_minute - week.first_minute) * minute_height);
    page.here().layout.align = Align::stretch;
    hours_gutter(page, week);
    for (std::size_t day = 0; day < week.days.size(); ++day) {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < week.blocks.size(); ++i) {
            if (week.blocks[i].day == static_cast<int>(day)) order.push_back(i);
        }
        std::ranges::stable_sort(order, {}, [&](std::size_t i) { return week.blocks[i].from_minute; });
        const std::string_view pressed = day_column(page, week, day, lanes_of(week.blocks, order), order);
        if (!pressed.empty()) answer.block = pressed;
    }
    return answer;
}

}  // namespace loggia::ui
