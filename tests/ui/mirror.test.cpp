#include "ui/mirror.h"

#include "ui/page_on_screen.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

using namespace loggia::ui;

namespace {

// What bridge.js does with the operations, in as few lines as will carry a tree.
struct Browser {
    struct Element {
        std::uint32_t parent = 0, role = 0, flags = 0;
        std::string name, value;
        std::vector<std::string> attributes;
        Rect rect;
        std::vector<std::uint32_t> children;
    };
    std::map<std::uint32_t, Element> elements{
        {1, {}}
    };
    std::uint32_t focused = 0;
    std::set<std::uint32_t> painted;
    int moves = 0;
    std::string title;
    std::vector<std::uint32_t> ints;
    std::size_t at = 0;

    std::uint32_t word() { return ints[at++]; }
    float number() { return std::bit_cast<float>(word()); }
    std::string text() {
        const std::uint32_t size = word();
        std::string result(reinterpret_cast<const char*>(ints.data() + at), size);
        at += (size + 3) / 4;
        return result;
    }

    void detach(std::uint32_t id) {
        auto& siblings = elements[elements[id].parent].children;
        std::erase(siblings, id);
    }

    void attach(std::uint32_t id, std::uint32_t parent, std::uint32_t after) {
        auto& siblings = elements[parent].children;
        const auto before = std::ranges::find(siblings, after);
        REQUIRE((after == 0 || before != siblings.end()));
        siblings.insert(after == 0 ? siblings.begin() : std::next(before), id);
        elements[id].parent = parent;
    }

    bool stands(std::uint32_t id, std::uint32_t parent, std::uint32_t after) {
        const auto& siblings = elements[parent].children;
        const auto place = std::ranges::find(siblings, id);
        if (place == siblings.end()) return false;
        return place == siblings.begin() ? after == 0 : *std::prev(place) == after;
    }

    void apply(const Ops& ops) {
        ints.assign(ops.words().begin(), ops.words().end());
        for (at = 0; at < ints.size();) one();
    }

    void one() {
        switch (static_cast<Op>(word())) {
        case Op::create: {
            const std::uint32_t id = word(), parent = word(), after = word();
            Element& made = elements[id];
            made = {.parent = parent, .role = word()};
            made.flags = word();
            word();
            made.name = text();
            const std::string made_with = text();
            if (static_cast<Role>(made.role) == Role::option_group) made.value = made_with;
            return attach(id, parent, after);
        }
        case Op::update: {
            Element& element = elements.at(word());
            element.flags = word();
            word();
            element.name = text();
            return;
        }
        case Op::rect: {
            Element& element = elements.at(word());
            element.rect = {number(), number(), number(), number()};
            return;
        }
        case Op::remove: {
            const std::uint32_t id = word();
            detach(id);
            elements.erase(id);
            return;
        }
        case Op::attributes: {
            Element& element = elements.at(word());
            element.attributes.clear();
            for (std::uint32_t count = word(); count > 0; --count) {
                const std::uint32_t name = word();
                element.attributes.push_back(std::to_string(name) + "=" + text());
            }
            return;
        }
        case Op::move: {
            const std::uint32_t id = word(), parent = word(), after = word();
            if (stands(id, parent, after)) return;
            ++moves;
            detach(id);
            return attach(id, parent, after);
        }
        case Op::value: {
            const std::uint32_t id = word();
            elements.at(id).value = text();
            return;
        }
        case Op::paint: painted.insert(word()), at += 15; return;
        case Op::focus: focused = word(); return;
        case Op::document: number(); return;
        case Op::title: title = text(); return;
        case Op::announce: word(), text(); return;
        default: FAIL("an operation the mirror should not send");
        }
    }

    // The elements a reader knows of, each below its parent.
    std::string outline(std::uint32_t id = 1, int depth = 0) const {
        const Element& element = elements.at(id);
        std::string result =
            std::string(static_cast<std::size_t>(depth), ' ') + std::to_string(id) + " " + element.name + "\n";
        for (const std::uint32_t child : element.children) {
            const auto role = static_cast<Role>(elements.at(child).role);
            if (role != Role::none && role != Role::icon) result += outline(child, depth + 1);
        }
        return result;
    }

    std::string print(std::uint32_t id = 1, int depth = 0) const {
        const Element& element = elements.at(id);
        std::string result(static_cast<std::size_t>(depth), ' ');
        result += std::to_string(id) + " " + std::to_string(element.role) + " " + std::to_string(element.flags) +
                  " " + element.name + " [" + element.value + "]";
        for (const std::string& attribute : element.attributes) result += " " + attribute;
        result += " " + std::to_string(element.rect.x) + "," + std::to_string(element.rect.y) + "," +
                  std::to_string(element.rect.w) + "," + std::to_string(element.rect.h) + "\n";
        for (const std::uint32_t child : element.children) result += print(child, depth + 1);
        return result;
    }
};

struct Mirrored : Screen {
    Mirror mirror;
    Ops ops;
    Browser browser;

    void draw(const std::function<void(Page&)>& declare) {
        show(declare);
        ops.clear();
        mirror.describe(page, document_height, ops);
        browser.apply(ops);
    }
};

// A page that grows, shrinks, reorders and moves things between its parts at random: every kind of element that has a
// rule of its own in the mirror, few keys, so that the same one comes back elsewhere and in another role.
struct Author {
    std::mt19937 random;
    std::array<std::string, 4> texts;
    std::array<bool, 4> checks;

    explicit Author(std::uint32_t seed) : random(seed) {
        for (std::string& text : texts) text = "value " + std::to_string(dice(4));
        for (bool& check : checks) check = dice(2) == 0;
    }
    unsigned dice(unsigned sides) { return static_cast<unsigned>(random() % sides); }
    std::string key() { return "k" + std::to_string(dice(7)); }

    void leaf(Page& page) {
        const std::string name = key();
        switch (dice(9)) {
        case 0: return page.text("words " + std::to_string(dice(4)));
        case 1:
            page.button(name, "Press " + std::to_string(dice(3)), {.disabled_reason = dice(2) == 0 ? "no" : ""});
            return;
        case 2: page.text_field(name, "Field", texts[dice(4)]); return;
        case 3: return page.link(name, "Go", "/" + name);
        case 4: return page.heading(1 + static_cast<int>(dice(3)), "Part " + name);
        case 5: page.checkbox(name, "Agree", checks[dice(4)]); return;
        case 6: return page.badge("Badge " + std::to_string(dice(3)));
        case 7: {
            const std::array<Option, 3> options{
                {{"a", "First"},
                 {"b", dice(2) == 0 ? "Second" : "Other", dice(2) == 0 ? "Group" : ""},
                 {"c", "Third",
                  dice(3) == 0   ? ""
                  : dice(2) == 0 ? "Group"
                                 : "Others"}}
            };
            page.select(name, "Choose", texts[dice(4)], std::span(options).first(1 + dice(3)));
            return;
        }
        default: return page.progress("Progress", static_cast<int>(dice(100)));
        }
    }
    void write(Page& page, int depth = 0) {
        for (unsigned i = 0; i < dice(6); ++i) {
            if (depth > 3 || dice(5) < 3) {
                leaf(page);
                continue;
            }
            const std::string name = key();
            const Scope box = dice(4) == 0   ? page.region(name, "Region " + name)
                              : dice(3) == 0 ? page.scroll_area(name, "Scroller")
                              : dice(2) == 0 ? page.list_row(name, {.title = "Row"})
                                             : page.stack({.key = name});
            write(page, depth + 1);
        }
    }
};

}  // namespace

TEST_CASE("a page that did not change sends nothing") {
    Mirrored screen;
    std::string text = "Mara";
    const auto declare = [&](Page& page) {
        page.heading(1, "Book");
        page.text_field("name", "Name", text);
    };
    screen.draw(declare);
    CHECK_FALSE(screen.ops.empty());
    screen.draw(declare);
    CHECK(screen.ops.empty());
}

TEST_CASE("the browser's tree after any changes is the tree of a fresh page") {
    std::mt19937 seeds{20261024};
    for (int sequence = 0; sequence < 400; ++sequence) {
        Mirrored living;
        for (int step = 0; step < 8; ++step) {
            const auto seed = static_cast<std::uint32_t>(seeds());
            // Small changes as well as whole new pages: the same author goes on with another width or other words.
            const auto declare = [&](Page& page) {
                Author author{step % 2 == 0 ? seed : seed % 5};
                author.write(page);
            };
            const float width = seed % 3 == 0 ? 390.f : 1440.f;
            living.viewport.width = width;
            living.draw(declare);
            Mirrored fresh;
            fresh.viewport.width = width;
            fresh.draw(declare);
            INFO("sequence " << sequence << ", step " << step);
            REQUIRE(living.browser.print() == fresh.browser.print());
            living.draw(declare);
            REQUIRE(living.ops.empty());
        }
    }
}

TEST_CASE("blocks of siblings that change places, and fields that become others, arrive as they should") {
    Mirrored screen;
    std::string text = "same";
    std::string_view order;
    const auto declare = [&](Page& page) {
        for (const char one : order) {
            const std::string key{one};
            if (one == 'f') {
                page.text_field("field", "Field", text);
            } else if (one == 's') {
                constexpr std::array<Option, 1> options{{{"same", "Same"}}};
                page.select("field", "Field", text, options);
            } else {
                page.button(key, key);
            }
        }
    };
    for (const std::string_view next : {"abcd", "cdab", "fab", "sab", "basc", "cabs", "dcba", "f", "abcdf"}) {
        order = next;
        screen.draw(declare);
        Mirrored fresh;
        fresh.draw(declare);
        INFO(next);
        REQUIRE(screen.browser.print() == fresh.browser.print());
    }
}

TEST_CASE("what the visitor typed is never written back to them") {
    Mirrored screen;
    std::string text;
    const auto declare = [&](Page& page) { page.text_field("name", "Name", text); };
    screen.draw(declare);
    const NodeId id = screen.find(Role::field)->id;
    screen.page.incoming().input(id, "Ma");
    screen.mirror.heard(id, "Ma");
    screen.draw(declare);
    CHECK(text == "Ma");
    CHECK(screen.ops.empty());
    text = "Mara";
    screen.draw(declare);
    CHECK(screen.browser.elements.at(id).value == "Mara");
}

TEST_CASE("a choice that the program refuses is put back in the browser") {
    Mirrored screen;
    const auto declare = [&](Page& page) {
        bool never = false;
        page.checkbox("agree", "I agree", never);
    };
    screen.draw(declare);
    screen.mirror.heard_check();
    screen.draw(declare);
    CHECK_FALSE(screen.ops.empty());
}

TEST_CASE("a box that cannot be ticked says why, and stays as it is") {
    Mirrored screen;
    bool ticked = true;
    const auto declare = [&](Page& page) {
        page.checkbox("agree", "I agree", ticked, {.disabled_reason = "Ask an owner."});
    };
    screen.draw(declare);
    const Node* box = screen.find(Role::checkbox);
    REQUIRE(box != nullptr);
    CHECK(has(box->flags, Flag::disabled));
    CHECK(std::ranges::any_of(screen.page.nodes(), [](const Node& node) { return node.name == "Ask an owner."; }));
    screen.page.incoming().input(box->id, "0");
    screen.draw(declare);
    CHECK(ticked);
}

TEST_CASE("the focus goes to the node with the wanted key, and once") {
    Mirrored screen;
    std::string text;
    const auto declare = [&](Page& page) { page.text_field("email", "Email", text); };
    screen.page.focus("email");
    screen.draw(declare);
    CHECK(screen.browser.focused == screen.find(Role::field)->id);
    screen.draw(declare);
    CHECK(screen.ops.empty());
}

TEST_CASE("no element moves when the canvas is lost and CSS has to paint") {
    Mirrored screen;
    std::string name = "Mara", plan = "trial";
    bool agreed = true;
    const auto declare = [&](Page& page) {
        const Scope form = page.form("details");
        const Scope card = page.card();
        page.heading(1, "Details");
        page.text_field("name", "Name", name);
        page.checkbox("terms", "I agree", agreed);
        page.progress("Step 1 of 3", 33);
        page.avatar("MK", Hue::teal);
        const Choice choices[] = {{.title = "Trial"}, {.title = "Lesson"}};
        const std::string_view keys[] = {"trial", "lesson"};
        page.radio_group("plan", "Plan", plan, choices, keys);
        page.submit("go", "Go on");
    };
    screen.draw(declare);
    const std::string before = screen.browser.outline();
    CHECK(screen.browser.painted.empty());
    screen.media.dom_painted = true;
    screen.draw(declare);
    CHECK(screen.browser.outline() == before);
    CHECK(screen.browser.painted.size() + 1 == screen.browser.elements.size());
    screen.media.dom_painted = false;
    screen.draw(declare);
    CHECK(screen.browser.outline() == before);
    CHECK(screen.browser.moves == 0);
    CHECK(screen.browser.elements.size() < screen.browser.painted.size());
}

TEST_CASE("fields behind a dialog stay where CSS paints") {
    Screen screen;
    std::string name;
    const auto declare = [&](Page& page) {
        page.text_field("name", "Name", name);
        const Scope dialog = page.dialog("ask", {.title = "Sure?"});
    };
    screen.show(declare);
    CHECK(has(screen.find(Role::field)->flags, Flag::veiled));
    screen.media.dom_painted = true;
    screen.show(declare);
    CHECK_FALSE(has(screen.find(Role::field)->flags, Flag::veiled));
}
