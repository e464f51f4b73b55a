#include "ui/widgets/chart.h"

#include "ui/page_on_screen.h"
#include "ui/widgets/chart_scale.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <string>

using namespace loggia::ui;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr std::array<std::string_view, 3> months{"Aug", "Sep", "Oct"};
constexpr std::array<double, 3> piano{4, 22, 27}, voice{2, 14, infinite};
constexpr std::array<ChartSeries, 2> series{
    {{"Piano", Hue::violet, piano}, {"Voice", Hue::orange, voice}}
};

struct Shown {
    Screen screen;
    bool as_table = false;

    void show(ChartKind kind) {
        screen.show([&](Page& page) {
            const Scope main = page.main();
            chart(
                page, "lessons",
                {.kind = kind, .title = "Lessons", .category_name = "Month", .categories = months, .series = series},
                as_table);
        });
    }
};

}  // namespace

TEST_CASE("an axis has round numbers that cover its values and zero") {
    struct Row {
        double least, greatest, from, to, step;
    };
    // clang-format off
    const std::array<Row, 11> rows{{
        {0,    0,      0,    1,    1},
        {0,    1,      0,    1,    0.5},
        {0,    7,      0,    8,    2},
        {3,    27,     0,    30,   10},
        {0,    99,     0,    100,  50},
        {0,    100,    0,    100,  50},
        {0,    101,    0,    150,  50},
        {-12,  30,     -20,  40,   20},
        {-5,   -1,     -6,   0,    2},
        {0,    0.003,  0,    0.003, 0.001},
        {0,    12345,  0,    15000, 5000},
    }};
    // clang-format on
    for (const Row& row : rows) {
        const ChartScale scale = nice_scale(row.least, row.greatest);
        INFO(row.least << " to " << row.greatest << ": " << scale.from << " to " << scale.to << " by " << scale.step);
        CHECK(std::abs(scale.from - row.from) < 1e-9);
        CHECK(std::abs(scale.to - row.to) < 1e-9);
        CHECK(std::abs(scale.step - row.step) < 1e-9);
        CHECK(std::abs(scale.at(scale.ticks - 1) - scale.to) < 1e-9);
        CHECK(scale.ticks <= 7);
    }
}

TEST_CASE("an axis survives what is not a number") {
    for (const double odd : {infinite, -infinite, std::numeric_limits<double>::quiet_NaN(), 1e300, -1e300}) {
        const ChartScale scale = nice_scale(odd, odd);
        CHECK((std::isfinite(scale.from) && std::isfinite(scale.to) && scale.to > scale.from));
        CHECK((scale.ticks >= 2 && scale.ticks < 20));
    }
}

TEST_CASE("behind every chart stands its table, to readers always, to everybody when asked for") {
    for (const ChartKind kind : {ChartKind::bars, ChartKind::stacked, ChartKind::lines}) {
        Shown shown;
        shown.show(kind);
        const Node& table = *shown.screen.find(Role::table);
        CHECK(has(table.flags, Flag::hidden));
        CHECK(shown.screen.attribute(table, Attribute::label) == "Lessons");
        CHECK(shown.screen.find(Role::row, "Sep") != nullptr);
        shown.screen.page.incoming().click(shown.screen.find(Role::button, "as-table")->id);
        shown.show(kind);
        CHECK(shown.as_table);
        CHECK_FALSE(has(shown.screen.find(Role::table)->flags, Flag::hidden));
        CHECK(shown.screen.find(Role::image) == nullptr);
    }
}

TEST_CASE("each category says its values, and the arrow keys walk them through one tab stop") {
    Shown shown;
    shown.show(ChartKind::bars);
    const Node& first = *shown.screen.find(Role::image, "0");
    CHECK(shown.screen.attribute(first, Attribute::label) == "Aug, Piano 4, Voice 2");
    CHECK(has(first.flags, Flag::tabbable));
    CHECK_FALSE(has(shown.screen.find(Role::image, "1")->flags, Flag::tabbable));
    shown.screen.page.incoming().key({first.id, Key::end, false});
    shown.show(ChartKind::bars);
    const Node& last = *shown.screen.find(Role::image, "2");
    CHECK(shown.screen.page.focus_id_wanted() == last.id);
    CHECK(has(last.flags, Flag::tabbable));
}

TEST_CASE("a map of heat names its picture and has every cell in its table") {
    constexpr std::array<std::string_view, 2> days{"Mon", "Tue"}, hours{"9:00", "10:00"};
    constexpr std::array<std::uint8_t, 4> percent{0, 50, 100, 101};
    Screen screen;
    bool as_table = false;
    screen.show([&](Page& page) {
        const Scope main = page.main();
        heat_map(page, "heat",
                 {.title = "Free times",
                  .description = "How free it is.",
                  .columns = days,
                  .rows = hours,
                  .percent = percent},
                 as_table);
    });
    CHECK(screen.attribute(*screen.find(Role::image), Attribute::label) == "How free it is.");
    for (const std::string_view value : {"0 %", "50 %", "100 %", "closed"})
        CHECK(screen.find(Role::text, value) != nullptr);
}
