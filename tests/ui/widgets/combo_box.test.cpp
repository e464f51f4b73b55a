#include "ui/widgets/combo_box.h"

#include "ui/fold.h"
#include "ui/page_on_screen.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

using namespace loggia::ui;

namespace {

constexpr std::array people{
    Option{"mara", "Mara Kovač" },
    Option{"luka", "Luka Kovač" },
    Option{"ana",  "Ana Novak"  },
    Option{"jose", "José García"}
};

struct Combo {
    Screen screen;
    std::string value;
    ComboSpec spec;

    void show() {
        screen.show([this](Page& page) { combo_box(page, "who", "Who", value, people, spec); });
    }
    const Node& field() { return *screen.find(Role::combo_box); }
    void focus(bool inside) {
        screen.page.incoming().focused = inside ? field().id : 0;
        show();
    }
    void type(std::string text) {
        screen.page.incoming().focused = field().id;
        screen.page.incoming().input(field().id, std::move(text));
        show();
    }
    void press(Key key) {
        screen.page.incoming().focused = field().id;
        screen.page.incoming().key({field().id, key, false});
        show();
    }
    std::vector<std::string> offered() {
        std::vector<std::string> keys;
        for (const Node& node : screen.page.nodes()) {
            if (node.role == Role::list_option) keys.emplace_back(node.key);
        }
        return keys;
    }
    std::string active() {
        const std::string_view id = screen.attribute(field(), Attribute::active);
        return id.empty() ? "" : std::string{screen.with_id(static_cast<NodeId>(std::stoul(std::string{id})))->key};
    }
    bool is_open() { return screen.attribute(field(), Attribute::expanded) == "true"; }
};

}  // namespace

TEST_CASE("what is typed filters the options, without case and marks") {
    struct Case {
        std::string typed;
        std::vector<std::string> offered;
    };
    for (const Case& one : {
             Case{"kovac",    {"mara", "luka"}               },
             Case{"NOV",      {"ana"}                        },
             Case{"garcia j", {"jose"}                       },
             Case{"",         {"mara", "luka", "ana", "jose"}},
             Case{"nobody",   {}                             }
    }) {
        Combo combo;
        combo.show();
        combo.type(one.typed);
        INFO(one.typed);
        CHECK(combo.offered() == one.offered);
        CHECK(combo.is_open() == !one.offered.empty());
        CHECK((combo.screen.find(Role::text, "Nothing found") != nullptr) == one.offered.empty());
    }
}

TEST_CASE("arrow keys walk the list around its ends, Enter takes the active option") {
    Combo combo;
    combo.show();
    combo.press(Key::down);
    CHECK(combo.is_open());
    CHECK(combo.active() == "mara");
    combo.press(Key::up);
    CHECK(combo.active() == "jose");
    combo.press(Key::down);
    combo.press(Key::down);
    CHECK(combo.active() == "luka");
    combo.press(Key::enter);
    CHECK(combo.value == "luka");
    CHECK_FALSE(combo.is_open());
    CHECK(combo.field().value == "Luka Kovač");
}

TEST_CASE("Escape closes the list and takes back what was typed") {
    Combo combo;
    combo.value = "ana";
    combo.show();
    combo.type("lu");
    combo.press(Key::escape);
    CHECK_FALSE(combo.is_open());
    CHECK(combo.value == "ana");
    CHECK(combo.field().value == "Ana Novak");
}

TEST_CASE("a field that is left keeps what fits exactly, forgets the rest and may be emptied") {
    struct Case {
        std::string typed, value;
        bool required;
    };
    for (const Case& one : {
             Case{"luka kovac", "luka", false},
             Case{"luka",       "ana",  false},
             Case{"",           "",     false},
             Case{"",           "ana",  true }
    }) {
        Combo combo;
        combo.value = "ana";
        combo.spec.required = one.required;
        combo.show();
        combo.type(one.typed);
        combo.focus(true);
        combo.focus(false);
        INFO("typed '" << one.typed << "'");
        CHECK(combo.value == one.value);
        CHECK_FALSE(combo.is_open());
    }
}

TEST_CASE("a press opens the list before the focus has come, and an option pressed is taken") {
    Combo combo;
    combo.show();
    combo.screen.page.incoming().click(combo.field().id);
    combo.show();
    CHECK(combo.is_open());
    CHECK(combo.screen.page.focus_id_wanted() == combo.field().id);
    combo.screen.page.incoming().click(combo.screen.find(Role::list_option, "ana")->id);
    combo.show();
    CHECK(combo.value == "ana");
}

TEST_CASE("Escape and Enter are the page's again once the list is closed") {
    Combo combo;
    combo.show();
    CHECK(combo.screen.attribute(combo.field(), Attribute::keys) == "vb");
    combo.press(Key::down);
    CHECK(combo.screen.attribute(combo.field(), Attribute::keys) == "vneb");
}

TEST_CASE("a list being asked for says so instead of offering what is old") {
    Combo combo;
    combo.spec.loading = true;
    combo.show();
    combo.type("ma");
    CHECK(combo.offered().empty());
    CHECK(combo.screen.find(Role::text, "Loading") != nullptr);
}

TEST_CASE("several are chosen one by one and taken back by their button or Backspace") {
    Screen screen;
    std::vector<std::string> values{"mara"};
    const auto show = [&] { screen.show([&](Page& page) { multi_select(page, "who", "Who", values, people); }); };
    show();
    screen.page.incoming().focused = screen.find(Role::combo_box)->id;
    screen.page.incoming().click(screen.find(Role::combo_box)->id);
    show();
    CHECK(screen.find(Role::list_option, "mara") == nullptr);
    screen.page.incoming().click(screen.find(Role::list_option, "ana")->id);
    show();
    CHECK(values == std::vector<std::string>{"mara", "ana"});
    const auto remove = std::ranges::find_if(screen.page.nodes(), [&](const Node& node) {
        return screen.attribute(node, Attribute::label) == "Remove Mara Kovač";
    });
    REQUIRE(remove != screen.page.nodes().end());
    screen.page.incoming().click(remove->id);
    show();
    CHECK(values == std::vector<std::string>{"ana"});
    screen.page.incoming().key({screen.find(Role::combo_box)->id, Key::backspace, false});
    show();
    CHECK(values.empty());
}

TEST_CASE("text is found without its case and marks") {
    CHECK(folded("Žofía MÜLLER") == "zofia muller");
    CHECK(begins_with("Čas", U'c'));
    CHECK_FALSE(matches("Ana", "anna"));
    CHECK(matches("日本語", "本"));
}
