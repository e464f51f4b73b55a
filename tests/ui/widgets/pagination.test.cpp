#include "ui/widgets/pagination.h"

#include "ui/page_on_screen.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <vector>

using namespace loggia::ui;

TEST_CASE("the pages shown are the ends and those around the current one, as many at every page") {
    struct Row {
        int current, count;
        std::vector<int> shown;  // 0: left out
    };
    // clang-format off
    const std::array<Row, 8> rows{{
        {1,  1,  {1}},
        {2,  3,  {1, 2, 3}},
        {7,  7,  {1, 2, 3, 4, 5, 6, 7}},
        {1,  20, {1, 2, 3, 4, 5, 0, 20}},
        {4,  20, {1, 2, 3, 4, 5, 0, 20}},
        {10, 20, {1, 0, 9, 10, 11, 0, 20}},
        {17, 20, {1, 0, 16, 17, 18, 19, 20}},
        {20, 20, {1, 0, 16, 17, 18, 19, 20}},
    }};
    // clang-format on
    for (const Row& row : rows) {
        std::array<int, 7> room{};
        const std::size_t used = page_numbers(row.current, row.count, room);
        INFO(row.current << " of " << row.count);
        CHECK(std::vector<int>(room.begin(), room.begin() + static_cast<int>(used)) == row.shown);
    }
}

TEST_CASE("every page is a link, the one shown says so, and the ends lead nowhere further") {
    Screen screen;
    int current = 1;
    const auto show = [&] {
        screen.show([&](Page& page) {
            const Scope main = page.main();
            pagination(page, "pages", {.name = "Pages", .prefix = "/clients?page=", .current = current, .count = 9});
        });
    };
    show();
    CHECK(has(screen.find(Role::link, "1")->flags, Flag::current));
    CHECK(screen.find(Role::link, "previous") == nullptr);
    CHECK(screen.attribute(*screen.find(Role::link, "next"), Attribute::href) == "/clients?page=2");
    current = 9;
    show();
    CHECK(screen.find(Role::link, "next") == nullptr);
    CHECK(has(screen.find(Role::button, "next")->flags, Flag::disabled));
    current = 400;  // an address may say anything
    show();
    CHECK(has(screen.find(Role::link, "9")->flags, Flag::current));
}
