#include "ui/widgets/tabs.h"

#include "ui/page_on_screen.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <string>

using namespace loggia::ui;

namespace {

constexpr std::array three{
    Tab{"one",   "One"  },
    Tab{"two",   "Two"  },
    Tab{"three", "Three"}
};

struct Tabs {
    Screen screen;
    std::string selected = "one";

    void show() {
        screen.show([this](Page& page) {
            tab_list(page, "list", "Numbers", selected, three);
            const Scope panel = tab_panel(page, "list", selected);
            page.text("Inside " + selected);
        });
    }
    const Node& tab(std::string_view key) { return *screen.find(Role::tab, key); }
};

}  // namespace

TEST_CASE("keys choose a tab and take the focus along") {
    struct Case {
        std::string from;
        Key key;
        std::string to;
    };
    for (const Case& one : {
             Case{"one",   Key::right, "two"  },
             Case{"three", Key::right, "one"  },
             Case{"one",   Key::left,  "three"},
             Case{"two",   Key::home,  "one"  },
             Case{"two",   Key::end,   "three"}
    }) {
        Tabs tabs;
        tabs.selected = one.from;
        tabs.show();
        tabs.screen.page.incoming().key({tabs.tab(one.from).id, one.key, false});
        tabs.show();
        INFO(one.from << " key " << static_cast<int>(one.key));
        CHECK(tabs.selected == one.to);
        CHECK(tabs.screen.page.focus_id_wanted() == tabs.tab(one.to).id);
    }
}

TEST_CASE("tabs are one tab stop, and the selected one names the panel it controls") {
    Tabs tabs;
    tabs.selected = "two";
    tabs.show();
    for (const Tab& one : three) CHECK(has(tabs.tab(one.key).flags, Flag::untabbable) == (one.key != "two"));
    CHECK(has(tabs.tab("two").flags, Flag::selected));
    const Node& panel = *tabs.screen.find(Role::tab_panel);
    CHECK(tabs.screen.attribute(tabs.tab("two"), Attribute::controls) == std::to_string(panel.id));
    CHECK(tabs.screen.attribute(panel, Attribute::labelled_by) == std::to_string(tabs.tab("two").id));
    CHECK(has(panel.flags, Flag::tabbable));
}

TEST_CASE("a tab that is pressed is shown") {
    Tabs tabs;
    tabs.show();
    tabs.screen.page.incoming().click(tabs.tab("three").id);
    tabs.show();
    CHECK(tabs.selected == "three");
    CHECK(tabs.screen.find(Role::text, "Inside three") != nullptr);
}
