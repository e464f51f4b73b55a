#include "ui/widgets/menu.h"

#include "ui/page_on_screen.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <string>

using namespace loggia::ui;

namespace {

constexpr std::array items{
    MenuItem{.key = "move", .label = "Move"},
    MenuItem{.key = "copy", .label = "Copy"},
    MenuItem{.key = "refund", .label = "Refund", .disabled_reason = "Only managers can refund."},
    MenuItem{.key = "page", .label = "Open its page", .href = "/b/1"}
};

struct Menu {
    Screen screen;
    std::string chosen;

    void show() {
        screen.show([this](Page& page) {
            const std::string_view key = menu_button(page, "actions", "Actions", items);
            if (!key.empty()) chosen = key;
        });
    }
    const Node& button() { return *screen.find(Role::button, "Actions"); }
    const Node* item(std::string_view label) {
        for (const Node& node : screen.page.nodes()) {
            const bool is_item = node.role == Role::menu_item || node.role == Role::menu_link;
            if (is_item && node.key == label) return &node;
        }
        return nullptr;
    }
    bool is_open() { return screen.find(Role::menu) != nullptr; }
    void focus(NodeId id) {
        screen.page.incoming().focused = id;
        show();
    }
    void click(NodeId id) {
        screen.page.focus_done();
        screen.page.incoming().click(id);
        show();
    }
    void press(NodeId id, Key key, char32_t character = 0) {
        screen.page.focus_done();
        screen.page.incoming().key({id, key, false, character});
        show();
    }
    void open() {
        show();
        click(button().id);
        focus(item("move")->id);
    }
};

}  // namespace

TEST_CASE("the button opens its menu with the focus on the first item") {
    Menu menu;
    menu.show();
    CHECK(menu.screen.attribute(menu.button(), Attribute::has_popup) == "menu");
    CHECK(menu.screen.attribute(menu.button(), Attribute::expanded) == "false");
    menu.click(menu.button().id);
    REQUIRE(menu.is_open());
    CHECK(menu.screen.attribute(menu.button(), Attribute::expanded) == "true");
    CHECK(menu.screen.page.focus_id_wanted() == menu.item("move")->id);
    CHECK(menu.screen.attribute(*menu.screen.find(Role::menu), Attribute::label) == "Actions");
}

TEST_CASE("keys walk a menu around its ends and jump to what begins with a letter") {
    struct Case {
        std::string from;
        Key key;
        char32_t character;
        std::string to;
    };
    for (const Case& one : {
             Case{"move", Key::down,      0,    "copy"  },
             Case{"page", Key::down,      0,    "move"  },
             Case{"move", Key::up,        0,    "page"  },
             Case{"copy", Key::home,      0,    "move"  },
             Case{"copy", Key::end,       0,    "page"  },
             Case{"move", Key::character, U'o', "page"  },
             Case{"move", Key::character, U'R', "refund"},
             Case{"move", Key::character, U'x', "move"  }
    }) {
        Menu menu;
        menu.open();
        menu.focus(menu.item(one.from)->id);
        menu.press(menu.item(one.from)->id, one.key, one.character);
        INFO(one.from << " key " << static_cast<int>(one.key));
        CHECK(menu.screen.page.focus_id_wanted() == menu.item(one.to)->id);
    }
}

TEST_CASE("Escape closes a menu and gives its button the focus back") {
    Menu menu;
    menu.open();
    menu.press(menu.item("copy")->id, Key::escape);
    CHECK_FALSE(menu.is_open());
    CHECK(menu.screen.page.focus_id_wanted() == menu.button().id);
}

TEST_CASE("a menu closes when the focus leaves it, and not before it has come") {
    Menu menu;
    menu.show();
    menu.click(menu.button().id);
    menu.show();
    CHECK(menu.is_open());
    menu.focus(menu.item("move")->id);
    CHECK(menu.is_open());
    menu.focus(0);
    CHECK_FALSE(menu.is_open());
}

TEST_CASE("an item answers once, a disabled one with its reason only") {
    Menu menu;
    menu.open();
    menu.click(menu.item("refund")->id);
    CHECK(menu.chosen.empty());
    CHECK(menu.is_open());
    CHECK(menu.screen.find(Role::text, "Only managers can refund.") != nullptr);
    menu.click(menu.item("copy")->id);
    CHECK(menu.chosen == "copy");
    CHECK_FALSE(menu.is_open());
}

TEST_CASE("an arrow key on the button opens the menu at that end") {
    Menu menu;
    menu.show();
    menu.press(menu.button().id, Key::up);
    CHECK(menu.screen.page.focus_id_wanted() == menu.item("page")->id);
}
