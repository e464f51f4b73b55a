#include "ui/widgets/calendar_edit.h"

#include "ui/page_on_screen.h"
#include "ui/widgets/week_grid.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <limits>
#include <string>
#include <vector>

using namespace loggia::ui;

namespace {

constexpr std::array<CalendarDay, 3> days{
    {{"mon", "Mon", "19", "Monday 19 October"},
     {"tue", "Tue", "20", "Tuesday 20 October"},
     {"wed", "Wed", "21", "Wednesday 21 October"}}
};
constexpr std::array<CalendarPlace, 1> blocked{{{1, 720, 780}}};

// A calendar with one lesson, Monday 10:00 to 10:45, and what came of moving it.
struct Calendar {
    Screen screen;
    CalendarEdit edit;
    std::vector<CalendarBlock> blocks{
        {.key = "luka", .day = 0, .from_minute = 600, .to_minute = 645, .title = "Luka K.", .spoken = "Luka K."},
        {.key = "away",
         .day = 0,
         .from_minute = 900,
         .to_minute = 960,
         .title = "Away",
         .spoken = "Away",
         .fixed = true}
    };
    std::optional<CalendarPlace> moved;
    std::string pressed;
    Direction direction = Direction::left_to_right;

    CalendarWeek week() { return {.days = days, .blocks = blocks, .blocked = blocked, .edit = &edit}; }
    void show() {
        screen.show([this](Page& page) {
            page.speak(Words{}, direction);
            const Scope main = page.full_main();
            const WeekAnswer answer = week_grid(page, "week", week());
            if (answer.moved) moved = answer.moved->place;
            if (!answer.block.empty()) pressed = answer.block;
        });
    }
    NodeId id(std::string_view key) { return screen.find(Role::button, key)->id; }
    void key(Key key, bool shift = false, std::string_view block = "luka") {
        screen.page.incoming().key({id(block), key, shift});
        show();
    }
    void pointer(PointerPhase phase, float x, int minute, std::string_view block = "luka") {
        screen.page.incoming().pointer(
            {id(block), phase, x, static_cast<float>(minute - 480) * calendar_minute_height});
        show();
    }
    std::string said() {
        const std::vector<Announcement> all = screen.page.take_announcements();
        return all.empty() ? std::string{} : all.back().text;
    }
};

}  // namespace

TEST_CASE("every key of the move mode goes where it says and never out of the calendar") {
    const CalendarPlace place{1, 600, 645};
    Calendar calendar;
    struct Row {
        Key key;
        bool shift;
        CalendarPlace from, to;
    };
    // clang-format off
    const std::array<Row, 14> rows{{
        {Key::left,      false, place,          {0, 600, 645}},
        {Key::left,      false, {0, 600, 645},  {0, 600, 645}},
        {Key::right,     false, place,          {2, 600, 645}},
        {Key::right,     false, {2, 600, 645},  {2, 600, 645}},
        {Key::up,        false, place,          {1, 585, 630}},
        {Key::up,        false, {1, 480, 525},  {1, 480, 525}},
        {Key::down,      false, place,          {1, 615, 660}},
        {Key::down,      false, {1, 1095, 1140},{1, 1095, 1140}},
        {Key::page_down, false, place,          {1, 660, 705}},
        {Key::home,      false, place,          {1, 480, 525}},
        {Key::end,       false, place,          {1, 1095, 1140}},
        {Key::down,      true,  place,          {1, 600, 660}},
        {Key::up,        true,  place,          {1, 600, 630}},
        {Key::up,        true,  {1, 600, 615},  {1, 600, 615}},
    }};
    // clang-format on
    for (const Row& row : rows) {
        INFO(static_cast<int>(row.key) << " shift " << row.shift);
        CHECK(moved_by_key(row.from, {0, row.key, row.shift}, calendar.week()) == row.to);
    }
}

TEST_CASE("a block is moved and resized with keys alone, each step is said, Enter drops it") {
    Calendar calendar;
    calendar.show();
    calendar.key(Key::move);
    CHECK(calendar.edit.moves("luka"));
    CHECK(calendar.said() == calendar.screen.page.words().how_to_move);
    calendar.key(Key::right);
    calendar.key(Key::down);
    calendar.key(Key::down, true);
    CHECK(calendar.said() == "Tuesday 20 October, 10:15 – 11:15");
    CHECK_FALSE(calendar.moved);
    calendar.key(Key::enter);
    CHECK(calendar.moved == CalendarPlace{1, 615, 675});
    CHECK(calendar.edit.block.empty());
}

TEST_CASE("Escape leaves a block where it was, whoever moves it") {
    Calendar calendar;
    calendar.show();
    calendar.key(Key::move);
    calendar.key(Key::right);
    calendar.key(Key::escape);
    CHECK(calendar.edit.block.empty());
    CHECK(calendar.said() == "Not moved");
    calendar.pointer(PointerPhase::begin, 0.5f, 610);
    calendar.pointer(PointerPhase::move, 1.5f, 700);
    calendar.pointer(PointerPhase::cancel, 1.5f, 700);
    CHECK_FALSE(calendar.moved);
    CHECK(calendar.edit.block.empty());
}

TEST_CASE("a block follows the pointer in steps and keeps the hand's place on it") {
    Calendar calendar;
    calendar.show();
    calendar.pointer(PointerPhase::begin, 0.5f, 610);
    calendar.pointer(PointerPhase::move, 2.4f, 672);
    CHECK(calendar.edit.place == CalendarPlace{2, 660, 705});
    CHECK_FALSE(calendar.moved);
    calendar.pointer(PointerPhase::end, 2.4f, 672);
    CHECK(calendar.moved == CalendarPlace{2, 660, 705});
}

TEST_CASE("drawing the lower edge changes only the end, and never below one step") {
    Calendar calendar;
    calendar.show();
    calendar.pointer(PointerPhase::begin, 0.5f, 643);
    calendar.pointer(PointerPhase::move, 1.5f, 703);
    CHECK(calendar.edit.place == CalendarPlace{0, 600, 705});
    calendar.pointer(PointerPhase::move, 0.5f, 100);
    CHECK(calendar.edit.place == CalendarPlace{0, 600, 615});
    calendar.pointer(PointerPhase::end, 0.5f, 703);
    CHECK(calendar.moved == CalendarPlace{0, 600, 705});
}

TEST_CASE("what cannot stand somewhere is not dropped there") {
    Calendar calendar;
    calendar.show();
    calendar.pointer(PointerPhase::begin, 0.5f, 610);
    calendar.pointer(PointerPhase::end, 1.5f, 740);
    CHECK_FALSE(calendar.moved);
    CHECK(calendar.edit.block.empty());
    CHECK(calendar.said().ends_with("not possible here"));
    calendar.key(Key::move);
    for (int i = 0; i < 2; ++i) calendar.key(Key::page_down);
    calendar.key(Key::right);
    CHECK(calendar.said().ends_with("not possible here"));
    calendar.key(Key::enter);
    CHECK_FALSE(calendar.moved);
    CHECK(calendar.edit.moves("luka"));
}

TEST_CASE("buttons do what the keys do while a block is moved") {
    Calendar calendar;
    calendar.show();
    CHECK(calendar.screen.find(Role::button, "drop") == nullptr);
    calendar.edit.begin(calendar.blocks[0]);
    calendar.show();
    for (const std::string_view key : {"next", "later", "longer", "drop"}) {
        calendar.screen.page.incoming().click(calendar.id(key));
        calendar.show();
    }
    CHECK(calendar.moved == CalendarPlace{1, 615, 675});
}

TEST_CASE("pressing a block that is being moved drops it and opens nothing") {
    Calendar calendar;
    calendar.show();
    calendar.key(Key::move);
    calendar.key(Key::down);
    calendar.screen.page.incoming().click(calendar.id("luka"));
    calendar.show();
    CHECK(calendar.moved == CalendarPlace{0, 615, 660});
    CHECK(calendar.pressed.empty());
}

TEST_CASE("what is fixed does not move, and what was taken away is let go") {
    Calendar calendar;
    calendar.show();
    calendar.key(Key::move, false, "away");
    calendar.pointer(PointerPhase::begin, 0.5f, 910, "away");
    CHECK(calendar.edit.block.empty());
    calendar.key(Key::move);
    calendar.blocks.erase(calendar.blocks.begin());
    calendar.show();
    CHECK(calendar.edit.block.empty());
}

TEST_CASE("where a page runs from the right, the next column is to the left") {
    Calendar calendar;
    calendar.direction = Direction::right_to_left;
    calendar.show();
    calendar.key(Key::move);
    calendar.key(Key::left);
    CHECK(calendar.edit.place.day == 1);
    calendar.key(Key::escape);
    calendar.pointer(PointerPhase::begin, 0.5f, 610);
    calendar.pointer(PointerPhase::move, -1.5f, 610);
    CHECK(calendar.edit.place.day == 2);
}

TEST_CASE("a pointer that reports nonsense moves nothing out of the calendar") {
    Calendar calendar;
    calendar.show();
    calendar.pointer(PointerPhase::begin, 0.5f, 610);
    for (const float odd :
         {1e30f, -1e30f, std::numeric_limits<float>::infinity(), std::numeric_limits<float>::quiet_NaN()}) {
        calendar.screen.page.incoming().pointer({calendar.id("luka"), PointerPhase::move, odd, odd});
        calendar.show();
        const CalendarPlace& place = calendar.edit.place;
        CHECK((place.day >= 0 && place.day < 3));
        CHECK((place.from_minute >= 480 && place.to_minute <= 1140));
    }
}
