#include "ui/widgets/calendar_edit.h"

#include "icons.generated.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace loggia::ui {

namespace {

constexpr float edge_height = 10;  // at the lower end of a block, as in style.css

int snapped(float minute, int snap) {
    return static_cast<int>(std::lround(minute / static_cast<float>(snap))) * snap;
}

CalendarPlace inside(CalendarPlace place, const CalendarWeek& week) {
    const int length = place.to_minute - place.from_minute;
    place.day = std::clamp(place.day, 0, static_cast<int>(week.days.size()) - 1);
    place.from_minute =
        std::clamp(place.from_minute, week.first_minute, std::max(week.first_minute, week.last_minute - length));
    place.to_minute = place.from_minute + length;
    return place;
}

const CalendarBlock* block_of(const CalendarWeek& week, std::string_view key) {
    const auto found = std::ranges::find(week.blocks, key, &CalendarBlock::key);
    return found == week.blocks.end() ? nullptr : &*found;
}

void say(Page& page, const CalendarWeek& week) {
    const CalendarPlace& place = week.edit->place;
    std::string said{week.days[static_cast<std::size_t>(place.day)].spoken};
    said.append(", ").append(times_text(page, place.from_minute, place.to_minute));
    if (!can_stand(place, week)) said.append(", ").append(page.words().cannot_stand);
    page.announce(said);
}

void give_up(Page& page, CalendarEdit& edit) {
    edit.end();
    page.announce(page.words().not_moved);
}

void begin_by_pointer(CalendarEdit& edit, const CalendarBlock& block, float y, const CalendarWeek& week) {
    edit.begin(block);
    y = std::isfinite(y) ? std::clamp(y, 0.f, 1e5f) : 0;
    const float end = static_cast<float>(block.to_minute - week.first_minute) * calendar_minute_height;
    edit.by = y >= end - edge_height ? CalendarEdit::By::pointer_at_end : CalendarEdit::By::pointer;
    edit.grabbed = static_cast<int>(y / calendar_minute_height) + week.first_minute -
                   (edit.by == CalendarEdit::By::pointer ? block.from_minute : block.to_minute);
}

std::optional<CalendarMove> follow_pointer(Page& page, const CalendarWeek& week, const CalendarBlock& block,
                                           const PointerStep& step) {
    CalendarEdit& edit = *week.edit;
    if (step.phase == PointerPhase::begin) begin_by_pointer(edit, block, step.y, week);
    if (!edit.moves(block.key)) return {};
    if (step.phase == PointerPhase::cancel) return give_up(page, edit), std::nullopt;
    const float x = page.runs_right_to_left() ? 1 - step.x : step.x;
    edit.place = moved_by_pointer(edit, block, x, step.y, week);
    if (step.phase == PointerPhase::end) return drop_edit(page, week);
    return {};
}

std::optional<CalendarMove> follow_key(Page& page, const CalendarWeek& week, const CalendarBlock& block,
                                       KeyPress press) {
    CalendarEdit& edit = *week.edit;
    if (press.key == Key::move && edit.block.empty()) {
        edit.begin(block);
        page.announce(page.words().how_to_move);
    } else if (!edit.moves(block.key)) {
        return {};
    } else if (press.key == Key::escape) {
        give_up(page, edit);
    } else if (press.key == Key::enter) {
        return drop_edit(page, week);
    } else {
        if (page.runs_right_to_left() && (press.key == Key::left || press.key == Key::right))
            press.key = press.key == Key::left ? Key::right : Key::left;
        edit.place = moved_by_key(edit.place, press, week);
        say(page, week);
    }
    return {};
}

}  // namespace

std::optional<CalendarMove> drop_edit(Page& page, const CalendarWeek& week) {
    CalendarEdit& edit = *week.edit;
    const CalendarBlock* block = block_of(week, edit.block);
    const CalendarPlace place = edit.place;
    const bool stays = block == nullptr || place == CalendarPlace{block->day, block->from_minute, block->to_minute};
    if (!stays && !can_stand(place, week)) {
        say(page, week);
        if (edit.by != CalendarEdit::By::keys) edit.end();
        return {};
    }
    edit.end();
    if (stays) page.announce(page.words().not_moved);
    return stays ? std::nullopt
                 : std::optional{
                       CalendarMove{block->key, place}
    };
}

CalendarPlace moved_by_key(CalendarPlace place, KeyPress press, const CalendarWeek& week) {
    const auto by = [&](int days, int minutes) {
        return inside({place.day + days, place.from_minute + minutes, place.to_minute + minutes}, week);
    };
    const auto longer = [&](int minutes) {
        const int to = std::clamp(place.to_minute + minutes, place.from_minute + week.snap,
                                  std::max(place.from_minute + week.snap, week.last_minute));
        return CalendarPlace{place.day, place.from_minute, to};
    };
    switch (press.key) {
    case Key::left: return by(-1, 0);
    case Key::right: return by(1, 0);
    case Key::up: return press.shift ? longer(-week.snap) : by(0, -week.snap);
    case Key::down: return press.shift ? longer(week.snap) : by(0, week.snap);
    case Key::page_up: return by(0, -60);
    case Key::page_down: return by(0, 60);
    case Key::home: return by(0, -24 * 60);
    case Key::end: return by(0, 24 * 60);
    default: return place;
    }
}

CalendarPlace moved_by_pointer(const CalendarEdit& edit, const CalendarBlock& block, float x, float y,
                               const CalendarWeek& week) {
    // A pointer may be drawn far out of the window.
    if (!std::isfinite(x) || !std::isfinite(y)) return edit.place;
    const float minute =
        std::clamp(y, -1e5f, 1e5f) / calendar_minute_height + static_cast<float>(week.first_minute - edit.grabbed);
    if (edit.by == CalendarEdit::By::pointer_at_end) {
        const int least = block.from_minute + week.snap;
        return {block.day, block.from_minute,
                std::clamp(snapped(minute, week.snap), least, std::max(least, week.last_minute))};
    }
    const int day = block.day + static_cast<int>(std::floor(std::clamp(x, -1e3f, 1e3f)));
    const int from = snapped(minute, week.snap);
    return inside({day, from, from + block.to_minute - block.from_minute}, week);
}

bool can_stand(const CalendarPlace& place, const CalendarWeek& week) {
    return std::ranges::none_of(week.blocked, [&](const CalendarPlace& taken) {
        return taken.day == place.day && taken.from_minute < place.to_minute && place.from_minute < taken.to_minute;
    });
}

std::string_view time_text(Page& page, int minute) {
    const int hour = minute / 60 % 24;
    std::array<char, 5> label{static_cast<char>('0' + hour / 10), static_cast<char>('0' + hour % 10), ':',
                              static_cast<char>('0' + minute % 60 / 10), static_cast<char>('0' + minute % 10)};
    const std::string_view text{label.data(), label.size()};
    return page.keep(hour < 10 ? text.substr(1) : text);
}

std::string_view times_text(Page& page, int from_minute, int to_minute) {
    std::string text{time_text(page, from_minute)};
    return page.keep(text.append(" – ").append(time_text(page, to_minute)));
}

std::optional<CalendarMove> follow_edit(Page& page, const CalendarWeek& week) {
    if (week.edit == nullptr) return {};
    CalendarEdit& edit = *week.edit;
    // Somebody else may have taken it away meanwhile.
    if (!edit.block.empty() && block_of(week, edit.block) == nullptr) give_up(page, edit);
    std::optional<CalendarMove> moved;
    const auto each = [&](NodeId id, auto follow) {
        for (const CalendarBlock& block : week.blocks) {
            if (block.fixed || page.id_of(week.days[static_cast<std::size_t>(block.day)].key, block.key) != id)
                continue;
            if (const auto answer = follow(block)) moved = answer;
            return;
        }
    };
    for (const PointerStep& step : page.events().pointers())
        each(step.id, [&](const CalendarBlock& block) { return follow_pointer(page, week, block, step); });
    for (const KeyPress& press : page.events().keys())
        each(press.id, [&](const CalendarBlock& block) { return follow_key(page, week, block, press); });
    return moved;
}

std::optional<CalendarMove> edit_bar(Page& page, const CalendarWeek& week) {
    if (week.edit == nullptr || week.edit->block.empty() || week.edit->by != CalendarEdit::By::keys) return {};
    CalendarEdit& edit = *week.edit;
    const Words& words = page.words();
    const CalendarBlock* block = block_of(week, edit.block);
    if (block == nullptr) return {};
    const Scope bar = page.open(Role::group, "moving");
    page.attribute(Attribute::label, words.move);
    Node& node = page.here();
    node.layout.flow = Flow::wrap;
    node.layout.gap = node.layout.line_gap = 8;
    node.layout.align = Align::center;
    node.layout.padding = sides(16, 8);
    node.look.fill = Colour::brand_soft;
    const bool possible = can_stand(edit.place, week);
    page.text(block->title, {.style = Text::small_strong, .one_line = true});
    page.text(times_text(page, edit.place.from_minute, edit.place.to_minute), {.style = Text::small, .key = "times"});
    page.spacer();
    struct Step {
        std::string_view key;
        Icon icon;
        std::string_view name;
        KeyPress press;
    };
    const std::array<Step, 6> steps{
        {{"previous", icon::chevron_left, words.previous_column, {0, Key::left, false}},
         {"next", icon::chevron_right, words.next_column, {0, Key::right, false}},
         {"earlier", icon::chevron_up, words.earlier, {0, Key::up, false}},
         {"later", icon::chevron_down, words.later, {0, Key::down, false}},
         {"shorter", icon::minus, words.shorter, {0, Key::up, true}},
         {"longer", icon::plus, words.longer, {0, Key::down, true}}}
    };
    for (const Step& step : steps) {
        if (!page.icon_button(step.key, step.icon, step.name)) continue;
        edit.place = moved_by_key(edit.place, step.press, week);
        say(page, week);
    }
    std::optional<CalendarMove> moved;
    if (page.button("drop", words.move_here, {.look = ButtonLook::primary, .disabled = !possible}))
        moved = drop_edit(page, week);
    if (page.button("cancel", words.cancel)) give_up(page, edit);
    return moved;
}

}  // namespace loggia::ui
