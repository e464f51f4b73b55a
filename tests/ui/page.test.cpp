#include "ui/page_on_screen.h"

#include <catch2/catch_test_macros.hpp>

#include <set>
#include <string>

using namespace loggia::ui;

TEST_CASE("an id depends on the key and its keyed parents alone") {
    Screen screen;
    bool more = false;
    const auto declare = [&](Page& page) {
        if (more) page.text("something above");
        const Scope row = page.row();
        const Scope booking = page.keyed("booking-7");
        page.button("cancel", "Cancel");
    };
    screen.show(declare);
    const NodeId before = screen.find(Role::button)->id;
    more = true;
    screen.show(declare);
    CHECK(screen.find(Role::button)->id == before);
}

TEST_CASE("ids are unique even where keys are not") {
    Screen screen;
    screen.show([](Page& page) {
        for (int i = 0; i < 500; ++i) {
            page.button("same", "Same");
            page.text("and the same words");
        }
    });
    std::set<NodeId> ids;
    std::size_t count = 0;
    for (const Node& node : screen.page.nodes()) {
        if (node.role == Role::none) continue;
        ids.insert(node.id);
        ++count;
    }
    CHECK(ids.size() == count);
}

TEST_CASE("a size of screen is phone below 700, tablet below 1100, else desktop") {
    struct Case {
        float width;
        SizeClass size;
    };
    for (const Case& one : {
             Case{390,  SizeClass::phone  },
             {699,  SizeClass::phone  },
             {700,  SizeClass::tablet },
             {1099, SizeClass::tablet },
             {1100, SizeClass::desktop}
    }) {
        Screen screen;
        screen.viewport.width = one.width;
        screen.show([](Page&) {});
        CHECK(screen.page.size_class() == one.size);
    }
}

TEST_CASE("a box closes with its scope even when boxes inside were left open") {
    Screen screen;
    screen.show([](Page& page) {
        {
            const Scope bar = page.top_bar({.title = "Harbour"});
        }
        {
            const Scope dialog = page.dialog("d", {.title = "Sure?"});
        }
        page.text("outside");
    });
    CHECK(screen.find(Role::text, "outside")->parent == 0);
}

TEST_CASE("a page built again needs no more memory") {
    Screen screen;
    const auto declare = [](Page& page) {
        for (int i = 0; i < 100; ++i)
            page.button("k" + std::to_string(i), "A button with a label that fits no small string");
    };
    screen.show(declare);
    screen.show(declare);
    const std::size_t nodes = screen.page.nodes().capacity();
    const char* words = screen.page.nodes()[2].name.data();
    screen.show(declare);
    CHECK(screen.page.nodes().capacity() == nodes);
    CHECK(screen.page.nodes()[2].name.data() == words);
}

TEST_CASE("a field behind a dialog is veiled, one inside it is not") {
    Screen screen;
    std::string text;
    screen.show([&](Page& page) {
        page.text_field("behind", "Behind", text);
        const Scope dialog = page.dialog("d", {.title = "Sure?"});
        page.text_field("inside", "Inside", text);
    });
    CHECK(has(screen.find(Role::field, "behind")->flags, Flag::veiled));
    CHECK_FALSE(has(screen.find(Role::field, "inside")->flags, Flag::veiled));
}

TEST_CASE("nothing is veiled while no dialog is open") {
    Screen screen;
    std::string text;
    screen.show([&](Page& page) { page.text_field("name", "Name", text); });
    CHECK_FALSE(has(screen.find(Role::field)->flags, Flag::veiled));
}
