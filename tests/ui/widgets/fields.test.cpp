#include "ui/page_on_screen.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <string>

using namespace loggia::ui;

TEST_CASE("a field is labelled, 48 high, inside its form and says how to fill it") {
    Screen screen;
    std::string email = "mara@example.org";
    screen.show([&](Page& page) {
        const Scope form = page.form("details");
        page.text_field("email", "Email", email,
                        {.type = FieldType::email, .autocomplete = "email", .required = true});
    });
    const Node& field = *screen.find(Role::field);
    CHECK(field.rect.h == 48);
    CHECK(screen.attribute(field, Attribute::type) == "email");
    CHECK(screen.attribute(field, Attribute::name) == "email");
    CHECK(screen.attribute(field, Attribute::autocomplete) == "email");
    CHECK(has(field.flags, Flag::required));
    CHECK(screen.attribute(*screen.find(Role::label), Attribute::label_for) == std::to_string(field.id));
}

TEST_CASE("what is typed reaches the string and is said once") {
    Screen screen;
    std::string name;
    int changes = 0;
    const auto declare = [&](Page& page) {
        if (page.text_field("name", "Name", name)) ++changes;
    };
    screen.show(declare);
    screen.page.incoming().input(screen.find(Role::field)->id, "Luka");
    screen.show(declare);
    CHECK(name == "Luka");
    CHECK(changes == 1);
}

TEST_CASE("an error is tied to its field") {
    Screen screen;
    std::string text;
    screen.show([&](Page& page) { page.text_field("name", "Name", text, {.error = "Enter your name."}); });
    const Node& field = *screen.find(Role::field);
    CHECK(has(field.flags, Flag::invalid));
    CHECK(screen.attribute(field, Attribute::described_by) ==
          std::to_string(screen.find(Role::text, "Enter your name.")->id));
}

TEST_CASE("a password shows itself while its switch is on") {
    Screen screen;
    std::string secret = "correct horse";
    const auto declare = [&](Page& page) {
        page.text_field("password", "Password", secret, {.type = FieldType::password, .reveal = true});
    };
    screen.show(declare);
    CHECK(screen.attribute(*screen.find(Role::field), Attribute::type) == "password");
    screen.page.incoming().click(screen.find(Role::button)->id);
    screen.show(declare);
    CHECK(screen.attribute(*screen.find(Role::field), Attribute::type) == "text");
}

TEST_CASE("one radio of a group is checked, and choosing another moves the value") {
    Screen screen;
    std::string who = "me";
    constexpr std::array<std::string_view, 2> keys{"me", "luka"};
    constexpr std::array<Choice, 2> choices{
        {{.title = "Me"}, {.title = "Luka"}}
    };
    const auto declare = [&](Page& page) { page.radio_group("who", "For whom?", who, choices, keys); };
    screen.show(declare);
    CHECK(has(screen.find(Role::radio, "me")->flags, Flag::checked));
    screen.page.incoming().input(screen.find(Role::radio, "luka")->id, "1");
    screen.show(declare);
    CHECK(who == "luka");
    CHECK_FALSE(has(screen.find(Role::radio, "me")->flags, Flag::checked));
    CHECK(has(screen.find(Role::radio, "luka")->flags, Flag::checked));
}

TEST_CASE("a form says when it was submitted, once") {
    Screen screen;
    int submitted = 0;
    const auto declare = [&](Page& page) {
        const Scope form = page.form("details");
        page.submit("go", "Go");
        if (form.submitted()) ++submitted;
    };
    screen.show(declare);
    CHECK(has(screen.find(Role::button)->flags, Flag::submit));
    screen.page.incoming().submit(screen.find(Role::form)->id);
    screen.show(declare);
    CHECK(submitted == 1);
}
