#include "ui/widgets/date_grid.h"

#include "ui/page_on_screen.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <string>
#include <vector>

using namespace loggia::ui;

namespace {

struct Calendar {
    Screen screen;
    int month = 0;
    std::string selected, chosen;
    std::vector<std::string> keys;

    void show() {
        screen.show([this](Page& page) {
            static constexpr std::array<std::string_view, 7> weekdays{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};
            keys.clear();
            for (int day = 1; day <= 30; ++day) keys.push_back(std::to_string(month) + "-" + std::to_string(day));
            std::vector<GridDay> days;
            for (int i = 0; i < 30; ++i) {
                const std::string& key = keys[static_cast<std::size_t>(i)];
                days.push_back({key, key, key, i % 3 == 0 ? 2 : 0, false});
            }
            const DateAnswer answer = date_grid(
                page, "date", {.title = "Month", .weekdays = weekdays, .leading_blanks = 3, .days = days}, selected);
            if (!answer.day.empty()) chosen = answer.day;
            month += answer.months;
        });
    }

    const Node& day(const std::string& key) { return *screen.find(Role::button, key); }

    // The key of the day that the focus would go to.
    std::string press(const std::string& from, Key key) {
        screen.page.focus_done();
        screen.page.incoming().key({day(from).id, key, false});
        show();
        const Node* target = screen.with_id(screen.page.focus_id_wanted());
        return target == nullptr ? "" : std::string{target->key};
    }
};

}  // namespace

TEST_CASE("the arrow keys walk the month and leave it at its ends") {
    struct Case {
        std::string from;
        Key key;
        std::string to;
    };
    const std::array cases{
        Case{"0-10", Key::right,     "0-11" },
        Case{"0-10", Key::left,      "0-9"  },
        Case{"0-10", Key::down,      "0-17" },
        Case{"0-10", Key::up,        "0-3"  },
        // The month begins on a Thursday: the week of the 10th is the 5th to the 11th.
        Case{"0-10", Key::home,      "0-5"  },
        Case{"0-10", Key::end,       "0-11" },
        Case{"0-30", Key::right,     "1-1"  },
        Case{"0-28", Key::down,      "1-5"  },
        Case{"0-1",  Key::left,      "-1-30"},
        Case{"0-10", Key::page_down, "1-10" },
        Case{"0-10", Key::page_up,   "-1-10"},
    };
    for (const Case& one : cases) {
        Calendar calendar;
        calendar.show();
        INFO(one.from << " key " << static_cast<int>(one.key));
        CHECK(calendar.press(one.from, one.key) == one.to);
    }
}

TEST_CASE("the grid has one tab stop") {
    Calendar calendar;
    calendar.selected = "0-7";
    calendar.show();
    int stops = 0;
    for (const Node& node : calendar.screen.page.nodes()) {
        if (node.role == Role::button && node.key.starts_with("0-") && !has(node.flags, Flag::untabbable)) ++stops;
    }
    CHECK(stops == 1);
    CHECK_FALSE(has(calendar.day("0-7").flags, Flag::untabbable));
}

TEST_CASE("a day with nothing free cannot be chosen") {
    Calendar calendar;
    calendar.show();
    calendar.screen.page.incoming().click(calendar.day("0-2").id);
    calendar.show();
    CHECK(calendar.chosen.empty());
    calendar.screen.page.incoming().click(calendar.day("0-4").id);
    calendar.show();
    CHECK(calendar.chosen == "0-4");
}
