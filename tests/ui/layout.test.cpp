#include "ui/page_on_screen.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <vector>

using namespace loggia::ui;

namespace {

// Keeps handing out boxes of a known size inside whatever container a test declares.
void box(Page& page, float width, float height) {
    Node& node = page.add(Role::group, {}, "box");
    node.layout.width = px(width);
    node.layout.height = px(height);
}

std::vector<Rect> boxes(const Screen& screen) {
    std::vector<Rect> found;
    for (const Node& node : screen.page.nodes()) {
        if (node.role == Role::group) found.push_back(node.rect);
    }
    return found;
}

}  // namespace

TEST_CASE("a stack puts its children under each other with its gap between them") {
    Screen screen;
    screen.show([](Page& page) {
        const Scope stack = page.stack({.gap = Space::small});
        box(page, 100, 40);
        box(page, 200, 30);
    });
    CHECK(boxes(screen) == std::vector<Rect>{
                               {0, 0,  100, 40},
                               {0, 48, 200, 30}
    });
}

TEST_CASE("a row centres its children and a spacer takes what is left") {
    Screen screen;
    screen.show([](Page& page) {
        const Scope row = page.row({.gap = Space::small});
        box(page, 100, 40);
        page.spacer();
        box(page, 200, 20);
    });
    CHECK(boxes(screen) == std::vector<Rect>{
                               {0,    0,  100, 40},
                               {1240, 10, 200, 20}
    });
}

TEST_CASE("what is justified stands where it was told to") {
    struct Case {
        Justify justify;
        float first, second;
    };
    for (const Case& one : {
             Case{Justify::start,   0,    100 },
             {Justify::center,  620,  720 },
             {Justify::end,     1240, 1340},
             {Justify::between, 0,    1340}
    }) {
        Screen screen;
        screen.show([&](Page& page) {
            const Scope row = page.row({.justify = one.justify});
            box(page, 100, 10);
            box(page, 100, 10);
        });
        CHECK(boxes(screen)[0].x == one.first);
        CHECK(boxes(screen)[1].x == one.second);
    }
}

TEST_CASE("a wrap begins a new line when the next child does not fit") {
    Screen screen;
    screen.viewport.width = 250;
    screen.show([](Page& page) {
        const Scope wrap = page.wrap({.gap = Space::small});
        for (int i = 0; i < 3; ++i) box(page, 100, 20);
    });
    CHECK(boxes(screen) == std::vector<Rect>{
                               {0,   0,  100, 20},
                               {108, 0,  100, 20},
                               {0,   28, 100, 20}
    });
}

TEST_CASE("tiles are equal and as high as the highest of their row") {
    Screen screen;
    screen.viewport.width = 316;
    screen.show([](Page& page) {
        const Scope tiles = page.tiles(3);
        for (const float height : {20.f, 50.f, 20.f, 20.f}) {
            const Scope tile = page.open(Role::group);
            page.here().layout.min_height = height;
        }
    });
    CHECK(boxes(screen) == std::vector<Rect>{
                               {0,   0,  100, 50},
                               {108, 0,  100, 50},
                               {216, 0,  100, 50},
                               {0,   58, 100, 20}
    });
}

TEST_CASE("columns share by weight on a desktop and stand under each other on a phone") {
    constexpr std::array<float, 2> weights{2, 1};
    const auto declare = [&](Page& page) {
        const Scope columns = page.columns({.weights = weights, .gap = Space::none});
        for (int i = 0; i < 2; ++i) {
            const Scope column = page.open(Role::group);
            page.here().layout.min_height = 10;
        }
    };
    Screen desktop, phone;
    desktop.viewport.width = 1200;
    phone.viewport.width = 390;
    desktop.show(declare);
    phone.show(declare);
    CHECK(boxes(desktop) == std::vector<Rect>{
                                {0,   0, 800, 10},
                                {800, 0, 400, 10}
    });
    CHECK(boxes(phone) == std::vector<Rect>{
                              {0, 0,  390, 10},
                              {0, 10, 390, 10}
    });
}

TEST_CASE("the main part is centred and no wider than it may be") {
    Screen screen;
    screen.show([](Page& page) {
        const Scope main = page.main(Width::page);
        const Scope inside = page.open(Role::group);
    });
    CHECK(boxes(screen)[0].x == 150);
    CHECK(boxes(screen)[0].w == 1140);
}

TEST_CASE("bars and drawers narrow what stands between them, and the document ends above the bar") {
    Screen screen;
    screen.show([](Page& page) {
        {
            const Scope nav = page.side_nav({.title = "Harbour"});
        }
        {
            const Scope main = page.full_main();
        }
        {
            const Scope drawer = page.drawer("detail", "Detail");
        }
        const Scope bar = page.bottom_bar();
        page.here().layout.padding = {};
        page.here().layout.height = px(60);
    });
    CHECK(screen.find(Role::navigation)->rect == Rect{0, 0, 216, 900});
    CHECK(screen.find(Role::complementary)->rect == Rect{1120, 0, 320, 900});
    CHECK(screen.find(Role::main)->rect == Rect{216, 0, 904, 840});
    CHECK(screen.document_height == 900);
}

TEST_CASE("a side navigation has no place on a phone and a drawer covers it") {
    Screen screen;
    screen.viewport = {390, 800, 1, 1};
    screen.show([](Page& page) {
        {
            const Scope nav = page.side_nav({.title = "Harbour"});
        }
        const Scope drawer = page.drawer("detail", "Detail");
    });
    CHECK(has(screen.find(Role::navigation)->flags, Flag::absent));
    CHECK(screen.find(Role::dialog)->rect == Rect{0, 0, 390, 800});
}

TEST_CASE("a dialog higher than the window scrolls inside") {
    Screen screen;
    screen.show([](Page& page) {
        const Scope dialog = page.dialog("terms", {.title = "Terms"});
        box(page, 100, 3000);
    });
    CHECK(screen.find(Role::dialog)->rect.h == 868);
    CHECK(screen.find(Role::scroll)->rect.h < 868);
}

TEST_CASE("every target on every size of screen is at least 36 high, and 44 unless it stands in a row") {
    for (const float width : {390.f, 820.f, 1440.f}) {
        Screen screen;
        screen.viewport.width = width;
        screen.show([](Page& page) {
            page.button("a", "Save");
            page.button("b", "Small", {.small = true});
            page.link("c", "Away", "/");
            page.icon_button("d", U'x', "Close");
            page.option_tile("e", "09:00", false);
        });
        for (const Node& node : screen.page.nodes()) {
            if (node.role == Role::button || node.role == Role::link)
                CHECK(node.rect.h >= (node.key == "b" ? 36 : 44));
        }
    }
}

TEST_CASE("a wrap puts what is left between its children when told to") {
    Screen screen;
    screen.show([](Page& page) {
        const Scope wrap = page.wrap({.justify = Justify::between});
        box(page, 100, 20);
        box(page, 100, 20);
    });
    CHECK(boxes(screen)[1].x == 1340);
}

TEST_CASE("columns that stand under each other fill the width") {
    Screen screen;
    screen.viewport.width = 390;
    screen.show([](Page& page) {
        const Scope columns = page.columns({.align = Align::start});
        const Scope column = page.open(Role::group);
    });
    CHECK(boxes(screen)[0].w == 390);
}

TEST_CASE("closing a drawer gives the focus back to what opened it") {
    Screen screen;
    bool open = false;
    const auto declare = [&](Page& page) {
        if (page.button("opener", "Open")) open = true;
        if (!open) return;
        const Scope drawer = page.drawer("detail", "Detail");
        if (drawer.closed()) open = false;
    };
    screen.show(declare);
    const NodeId opener = screen.find(Role::button, "opener")->id;
    screen.page.incoming().focused = opener;
    screen.page.incoming().click(opener);
    screen.show(declare);
    const NodeId close = screen.find(Role::button, "close")->id;
    screen.page.incoming().focused = close;
    screen.page.incoming().click(close);
    screen.show(declare);
    CHECK_FALSE(open);
    CHECK(screen.page.focus_id_wanted() == opener);
}
