#include "icons.generated.h"
#include "ui/page_on_screen.h"
#include "ui/widgets/date_grid.h"

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <vector>

using namespace loggia::ui;

namespace {

constexpr float close_enough = 0.01f;

/// Everything that decides where something stands: bars, columns, rows, a grid, text at every alignment.
void declare(Page& page) {
    {
        const auto bar = page.top_bar({.title = "Harbour Music School", .home_href = "/"});
        page.link("in", "Sign in", "/sign-in");
    }
    const auto side = page.side_nav({.title = "Harbour", .home_href = "/"});
    page.nav_item("a", "Calendar", "/a", icon::calendar_days, true);
    side.node();
    const auto main = page.main();
    page.heading(1, "Book a visit");
    {
        const auto row = page.row({.gap = Space::regular});
        page.avatar("AN", Hue::blue);
        page.text("Ana Novak teaches the piano", {.one_line = true});
        page.spacer();
        page.badge("Confirmed");
    }
    page.text("centred", {.align = Align::center});
    page.text("at the end", {.align = Align::end});
    const auto tiles = page.tiles(3);
    for (const auto* key : {"a", "b", "c", "d"}) static_cast<void>(page.option_tile(key, key, false));
}

Screen shown(Direction direction) {
    Screen screen;
    screen.show([direction](Page& page) {
        page.speak({}, direction);
        declare(page);
    });
    return screen;
}

}  // namespace

TEST_CASE("read from the right, everything stands where it stood, seen in a mirror") {
    const Screen left = shown(Direction::left_to_right), right = shown(Direction::right_to_left);
    REQUIRE(left.page.nodes().size() == right.page.nodes().size());
    for (std::size_t i = 1; i < left.page.nodes().size(); ++i) {
        const Node& a = left.page.nodes()[i];
        const Node& b = right.page.nodes()[i];
        CAPTURE(i, a.name);
        CHECK(std::abs(b.rect.x - (left.viewport.width - a.rect.x - a.rect.w)) < close_enough);
        CHECK(b.rect.w == a.rect.w);
        CHECK(b.rect.y == a.rect.y);
        CHECK(b.rect.h == a.rect.h);
    }
    CHECK(left.document_height == right.document_height);
}

TEST_CASE("the lines of a text are mirrored within it") {
    const Screen left = shown(Direction::left_to_right), right = shown(Direction::right_to_left);
    REQUIRE(left.page.lines().size() == right.page.lines().size());
    for (std::size_t i = 0; i < left.page.nodes().size(); ++i) {
        const Node& node = left.page.nodes()[i];
        const float inner = node.rect.w - across(node.layout.padding);
        for (std::uint32_t line = node.first_line; line < node.first_line + node.lines; ++line) {
            const TextLine& a = left.page.lines()[line];
            CHECK(std::abs(right.page.lines()[line].x - std::max(0.f, inner - a.x - a.width)) < close_enough);
        }
    }
}

TEST_CASE("what lies in a scroller is mirrored within the scroller") {
    const auto x_in_scroller = [](Direction direction) {
        Screen screen;
        screen.show([direction](Page& page) {
            page.speak({}, direction);
            const auto main = page.full_main();
            const auto area = page.scroll_area("hours", "Hours");
            const auto row = page.row();
            page.avatar("AN", Hue::blue, 40);
        });
        const Node* area = screen.find(Role::scroll);
        REQUIRE(area != nullptr);
        for (const Node& node : screen.page.nodes())
            if (node.look.mark == Mark::avatar) return std::pair(node.rect.x, area->rect.w);
        return std::pair(-1.f, -1.f);
    };
    const auto [left, width] = x_in_scroller(Direction::left_to_right);
    const auto [right, same_width] = x_in_scroller(Direction::right_to_left);
    CHECK(width == same_width);
    CHECK(right == width - left - 40);
}

TEST_CASE("icons that point along the line point the other way, others do not") {
    const auto icons = [](Direction direction) {
        Screen screen;
        screen.show([direction](Page& page) {
            page.speak({}, direction);
            for (const Icon icon : {icon::chevron_left, icon::arrow_right, icon::chevron_down, icon::search})
                page.icon(icon);
        });
        std::vector<Icon> found;
        for (const Node& node : screen.page.nodes())
            if (node.look.mark == Mark::icon) found.push_back(node.look.icon);
        return found;
    };
    CHECK(icons(Direction::left_to_right) ==
          std::vector<Icon>{icon::chevron_left, icon::arrow_right, icon::chevron_down, icon::search});
    CHECK(icons(Direction::right_to_left) ==
          std::vector<Icon>{icon::chevron_right, icon::arrow_left, icon::chevron_down, icon::search});
}
