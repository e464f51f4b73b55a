#include "ui/widgets/week_grid.h"

#include "ui/page_on_screen.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <string>
#include <vector>

using namespace loggia::ui;

namespace {

struct Week {
    Screen screen;
    std::vector<CalendarBlock> blocks;
    std::string pressed;

    void show() {
        screen.show([this](Page& page) {
            static constexpr std::array<CalendarDay, 1> days{{{"wed", "Wed", "21", "Wednesday 21 October", true}}};
            const Scope main = page.full_main();
            const WeekAnswer answer = week_grid(page, "week", {.days = days, .blocks = blocks});
            if (!answer.block.empty()) pressed = answer.block;
        });
    }
    Place place(std::string_view key) const { return screen.find(Role::button, key)->place; }
};

CalendarBlock block(std::string_view key, int from, int to) {
    return {.key = key, .from_minute = from, .to_minute = to, .title = key, .spoken = key};
}

}  // namespace

TEST_CASE("blocks that overlap stand side by side, others take the whole day") {
    Week week;
    week.blocks = {block("a", 540, 600), block("b", 570, 630), block("c", 620, 660), block("d", 700, 760)};
    week.show();
    CHECK(week.place("a").left == 0);
    CHECK(week.place("a").width == 0.5f);
    CHECK(week.place("b").left == 0.5f);
    CHECK(week.place("c").left == 0);
    CHECK(week.place("c").width == 0.5f);
    CHECK(week.place("d").width == 1);
}

TEST_CASE("no two blocks of any day overlap on the screen") {
    Week week;
    std::vector<std::string> keys(60);
    for (int i = 0; i < 60; ++i) {
        keys[static_cast<std::size_t>(i)] = "b" + std::to_string(i);
        const int from = 480 + i * 37 % 500;
        week.blocks.push_back(block(keys[static_cast<std::size_t>(i)], from, from + 20 + i * 13 % 90));
    }
    week.show();
    for (const CalendarBlock& one : week.blocks) {
        for (const CalendarBlock& other : week.blocks) {
            if (&one == &other || one.to_minute <= other.from_minute || other.to_minute <= one.from_minute) continue;
            const Place a = week.place(one.key), b = week.place(other.key);
            INFO(one.key << " and " << other.key);
            CHECK((a.left + a.width <= b.left + 0.001f || b.left + b.width <= a.left + 0.001f));
        }
    }
}

TEST_CASE("a block is a button named in full that answers with its key") {
    Week week;
    week.blocks = {
        {.key = "b7",
         .from_minute = 615,
         .to_minute = 660,
         .title = "Luka K.",
         .spoken = "Piano lesson, Luka K., Wednesday 21 October, 10:15 to 11:00"}
    };
    week.show();
    const Node& node = *week.screen.find(Role::button, "b7");
    CHECK(week.screen.attribute(node, Attribute::label) == week.blocks[0].spoken);
    week.screen.page.incoming().click(node.id);
    week.show();
    CHECK(week.pressed == "b7");
}
