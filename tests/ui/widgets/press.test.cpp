#include "ui/page_on_screen.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <string>

using namespace loggia::ui;

TEST_CASE("a button answers in the build that hears of the click, once") {
    Screen screen;
    int presses = 0;
    const auto declare = [&](Page& page) {
        if (page.button("save", "Save")) ++presses;
    };
    screen.show(declare);
    screen.page.incoming().click(screen.find(Role::button)->id);
    screen.show(declare);
    screen.show(declare);
    CHECK(presses == 1);
}

TEST_CASE("a disabled button carries its reason and answers nobody") {
    Screen screen;
    bool pressed = false;
    const auto declare = [&](Page& page) {
        pressed |= page.button("edit", "Edit", {.disabled_reason = "Only owners can change services."});
    };
    screen.show(declare);
    const Node& button = *screen.find(Role::button);
    CHECK(has(button.flags, Flag::disabled));
    CHECK(screen.attribute(button, Attribute::label) == "Edit");
    const std::string described{screen.attribute(button, Attribute::described_by)};
    const Node* reason = screen.with_id(static_cast<NodeId>(std::stoul(described)));
    REQUIRE(reason != nullptr);
    CHECK(reason->name == "Only owners can change services.");
    screen.page.incoming().click(button.id);
    screen.show(declare);
    CHECK_FALSE(pressed);
}

TEST_CASE("a busy button does not answer a second time") {
    Screen screen;
    bool pressed = false;
    const auto declare = [&](Page& page) { pressed |= page.button("pay", "Pay", {.busy = true}); };
    screen.show(declare);
    screen.page.incoming().click(screen.find(Role::button)->id);
    screen.show(declare);
    CHECK_FALSE(pressed);
}

TEST_CASE("an icon alone has a name") {
    Screen screen;
    screen.show([](Page& page) { page.icon_button("close", U'x', "Close"); });
    CHECK(screen.attribute(*screen.find(Role::button), Attribute::label) == "Close");
}

TEST_CASE("a chip with an address is a link, without one a toggle") {
    Screen screen;
    screen.show([](Page& page) {
        page.chip("week", "Week", {.selected = true, .href = "/week"});
        page.chip("ana", "Ana", {.selected = true});
    });
    CHECK(has(screen.find(Role::link)->flags, Flag::current));
    CHECK(has(screen.find(Role::button)->flags, Flag::toggle | Flag::selected));
}
