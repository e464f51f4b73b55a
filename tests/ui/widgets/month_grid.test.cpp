#include "ui/widgets/month_grid.h"

#include "ui/page_on_screen.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <string>
#include <vector>

using namespace loggia::ui;

namespace {

constexpr std::array<std::string_view, 7> weekdays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

struct Month {
    Screen screen;
    std::vector<std::string> keys;
    std::vector<MonthDay> days;
    std::vector<MonthEntry> entries;
    std::string pressed;

    Month() {
        for (int i = 0; i < 35; ++i) keys.push_back("d" + std::to_string(i));
        for (const std::string& key : keys) days.push_back({key, key, key, "/day"});
    }
    void show() {
        screen.show([this](Page& page) {
            const Scope main = page.main();
            const std::string_view key = month_grid(
                page, "month", {.name = "October", .weekdays = weekdays, .days = days, .entries = entries});
            if (!key.empty()) pressed = key;
        });
    }
    std::size_t count(Role role) const {
        std::size_t result = 0;
        for (const Node& node : screen.page.nodes()) result += node.role == role ? 1 : 0;
        return result;
    }
};

}  // namespace

TEST_CASE("a month is a table of its days, each a link") {
    Month month;
    month.days[8].today = true;
    month.show();
    CHECK(month.count(Role::cell) == 35);
    CHECK(month.count(Role::column_header) == 7);
    CHECK(month.count(Role::link) == 35);
}

TEST_CASE("a day shows its first entries and says how many more there are") {
    struct Row {
        std::size_t entries, shown;
        std::string_view more;
    };
    constexpr std::array<Row, 4> rows{
        {{0, 0, ""}, {3, 3, ""}, {4, 4, ""}, {7, 3, "+4 more"}}
    };
    constexpr std::array<std::string_view, 7> keys{"a", "b", "c", "d", "e", "f", "g"};
    for (const Row& row : rows) {
        Month month;
        for (std::size_t i = 0; i < row.entries; ++i)
            month.entries.push_back({.key = keys[i], .day = 9, .time = "9:00", .title = "Luka", .spoken = "Luka"});
        month.show();
        INFO(row.entries);
        CHECK(month.count(Role::button) == row.shown);
        CHECK((month.screen.find(Role::link, "more") != nullptr) == !row.more.empty());
        if (row.more.empty()) continue;
        CHECK(month.screen.attribute(*month.screen.find(Role::link, "more"), Attribute::label) == "+4 more, d9");
    }
}

TEST_CASE("a pressed entry answers with its key; a phone leads to the day and says how much there is") {
    Month month;
    month.entries = {
        {.key = "luka", .day = 9, .time = "9:00", .title = "Luka", .spoken = "Luka, 9:00"}
    };
    month.show();
    month.screen.page.incoming().click(month.screen.find(Role::button, "luka")->id);
    month.show();
    CHECK(month.pressed == "luka");
    month.screen.viewport.width = 390;
    month.show();
    CHECK(month.count(Role::button) == 0);
    bool said = false;
    for (const Node& node : month.screen.page.nodes())
        said = said || month.screen.attribute(node, Attribute::label) == "d9, 1";
    CHECK(said);
}
