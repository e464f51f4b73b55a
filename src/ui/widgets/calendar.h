// What calendars are told: columns of days (or of people and rooms on one day) and the blocks that stand in them.
#pragma once

#include "ui/page.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace loggia::ui {

// A column of the calendar: a day, or whoever the column belongs to.
struct CalendarDay {
    std::string_view key;       // "2026-10-21"
    std::string_view weekday;   // "Wed"; of a person or room: its name
    std::string_view number{};  // "21"; empty for people and rooms
    std::string_view spoken;    // "Wednesday 21 October"
    bool today = false;
    std::string_view href{};      // in a day strip: where the day leads
    std::string_view initials{};  // of a person
    Hue hue = Hue::slate;
};

struct CalendarBlock {
    std::string_view key;
    int day = 0;                         // index into days
    int from_minute = 0, to_minute = 0;  // since midnight in the location's zone
    std::string_view title, subtitle{};
    std::string_view
        spoken;  // named in full: "Piano lesson, Luka K., Wednesday 21 October, 10:15 to 11:00, Ana Novak, confirmed"
    Hue hue = Hue::blue;
    bool selected = false;
    bool hatched = false;  // time off, closed
    bool fixed = false;    // cannot be moved where others can
};

// Where a block stands, or would.
struct CalendarPlace {
    int day = 0, from_minute = 0, to_minute = 0;
    bool operator==(const CalendarPlace&) const = default;
};

// What is being moved; the screen keeps it between builds. A screen may begin a move by itself, for a button "Move".
struct CalendarEdit {
    enum class By : std::uint8_t { keys, pointer, pointer_at_end };

    std::string block;  // its key; empty: nothing is being moved
    By by = By::keys;
    CalendarPlace place;  // where it would stand now
    int grabbed = 0;      // minutes from its start to the pointer

    bool moves(std::string_view key) const { return !block.empty() && block == key; }
    void begin(const CalendarBlock& one) {
        block = one.key;
        by = By::keys;
        place = {one.day, one.from_minute, one.to_minute};
    }
    void end() { block.clear(); }
};

// The dropped block and where it should stand now. The screen decides what comes of it.
struct CalendarMove {
    std::string_view block;
    CalendarPlace place;
};

struct CalendarWeek {
    std::span<const CalendarDay> days;
    std::span<const CalendarBlock> blocks;
    int first_minute = 8 * 60, last_minute = 19 * 60;
    int now_day = -1, now_minute = 0;      // the red line; −1: not in view
    std::span<const CalendarDay> strip{};  // phone: the week above the one day shown
    int strip_day = 0;
    std::string_view name = "Calendar";
    std::span<const CalendarPlace> closed{};   // drawn as closed hours
    std::span<const CalendarPlace> blocked{};  // where what is being moved cannot stand
    CalendarEdit* edit = nullptr;              // set: blocks can be moved and resized
    int snap = 15;                             // minutes
};

struct WeekAnswer {
    std::string_view block{};  // key of the block pressed in this build
    std::optional<CalendarMove> moved{};
};

}  // namespace loggia::ui
