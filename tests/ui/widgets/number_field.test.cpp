#include "ui/widgets/number_field.h"

#include "ui/page_on_screen.h"

#include <catch2/catch_test_macros.hpp>

#include <optional>
#include <string>

using namespace loggia::ui;

namespace {

struct Number {
    Screen screen;
    std::optional<std::int64_t> value;
    NumberSpec spec{.minimum = 1, .maximum = 8};

    void show() {
        screen.show([this](Page& page) { number_field(page, "seats", "Seats", value, spec); });
    }
    const Node& field() { return *screen.find(Role::spin_button); }
    void type(std::string text) {
        screen.page.incoming().focused = field().id;
        screen.page.incoming().input(field().id, std::move(text));
        show();
    }
    void leave() {
        screen.page.incoming().focused = 0;
        show();
    }
    void press(Key key) {
        screen.page.incoming().focused = field().id;
        screen.page.incoming().key({field().id, key, false});
        show();
    }
    const Node& button(std::string_view name) {
        for (const Node& node : screen.page.nodes()) {
            if (screen.attribute(node, Attribute::label) == name) return node;
        }
        throw std::string{name};
    }
};

}  // namespace

TEST_CASE("a number is read with either decimal mark, and nothing else is taken for one") {
    struct Case {
        std::string text;
        int decimals;
        std::optional<std::int64_t> number;
    };
    for (const Case& one : {
             Case{"42",                  0, 42          },
             Case{" 4 250 ",             0, 4250        },
             Case{"42.5",                2, 4250        },
             Case{"42,50",               2, 4250        },
             Case{"-0,05",               2, -5          },
             Case{".5",                  1, 5           },
             Case{"5.",                  1, 50          },
             Case{"42.5",                0, std::nullopt},
             Case{"1.234",               2, std::nullopt},
             Case{"1.2.3",               2, std::nullopt},
             Case{"4-2",                 0, std::nullopt},
             Case{"",                    0, std::nullopt},
             Case{"-",                   0, std::nullopt},
             Case{"e3",                  0, std::nullopt},
             Case{"9999999999999999999", 0, std::nullopt}
    }) {
        INFO("'" << one.text << "'");
        CHECK(parse_number(one.text, one.decimals) == one.number);
    }
}

TEST_CASE("a number is written with all its decimals") {
    CHECK(number_text(4250, 2, ".") == "42.50");
    CHECK(number_text(-5, 2, ",") == "-0,05");
    CHECK(number_text(0, 0, ".") == "0");
    CHECK(number_text(7, 1, ".") == "0.7");
}

TEST_CASE("keys and buttons step on the grid that begins at the minimum, inside the bounds") {
    struct Case {
        std::optional<std::int64_t> from;
        Key key;
        std::int64_t to;
    };
    for (const Case& one : {
             Case{2,            Key::up,        4},
             Case{3,            Key::up,        4},
             Case{3,            Key::down,      2},
             Case{8,            Key::up,        8},
             Case{0,            Key::down,      0},
             Case{std::nullopt, Key::up,        0},
             Case{2,            Key::page_up,   8},
             Case{8,            Key::page_down, 0}
    }) {
        Number number;
        number.spec = {.minimum = 0, .maximum = 8, .step = 2};
        number.value = one.from;
        number.show();
        number.press(one.key);
        INFO((one.from ? std::to_string(*one.from) : "nothing") << " key " << static_cast<int>(one.key));
        CHECK(number.value == one.to);
    }
}

TEST_CASE("what is typed stays as it is typed until the field is left") {
    Number number;
    number.spec = {.minimum = 0, .maximum = 10'000, .decimals = 2};
    number.show();
    number.type("42,5");
    CHECK(number.value == 4250);
    CHECK(number.field().value == "42,5");
    number.leave();
    CHECK(number.field().value == "42.50");
}

TEST_CASE("what is no number or outside the bounds is empty and says why once the field is left") {
    for (const auto& [typed, said] : {
             std::pair{"many", "Enter a number." },
             std::pair{"9",    "Enter 8 or less."},
             std::pair{"0",    "Enter 1 or more."}
    }) {
        Number number;
        number.value = 3;
        number.show();
        number.type(typed);
        CHECK_FALSE(number.value.has_value());
        CHECK_FALSE(has(number.field().flags, Flag::invalid));
        number.leave();
        INFO(typed);
        CHECK(has(number.field().flags, Flag::invalid));
        CHECK(number.screen.find(Role::text, said) != nullptr);
        CHECK(number.field().value == typed);
    }
}

TEST_CASE("the buttons step too and end at the bounds") {
    Number number;
    number.value = 7;
    number.show();
    number.screen.page.incoming().click(number.button("More, Seats").id);
    number.show();
    CHECK(number.value == 8);
    CHECK(has(number.button("More, Seats").flags, Flag::disabled));
    number.screen.page.incoming().click(number.button("Less, Seats").id);
    number.show();
    CHECK(number.value == 7);
    CHECK(number.screen.attribute(number.field(), Attribute::value_now) == "7");
    CHECK(number.screen.attribute(number.field(), Attribute::value_min) == "1");
}
