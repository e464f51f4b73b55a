#include "ui/html/html.h"

#include "icons.generated.h"
#include "ui/gallery/gallery.h"
#include "ui/html/checked_html.h"
#include "ui/html/classes.h"
#include "ui/html/elements.h"
#include "ui/widgets/date_grid.h"
#include "ui/widgets/slot_list.h"
#include "ui/widgets/week_grid.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <functional>
#include <sstream>

using namespace loggia::ui;
using loggia::testing::count_of;
using loggia::testing::fault_of;

namespace {

Viewport sized(float width) {
    Viewport viewport;
    viewport.width = width;
    return viewport;
}

std::string html_of(const std::function<void(Page&)>& declare, Viewport viewport = {}) {
    Page page;
    page.begin(viewport, {});
    declare(page);
    page.end();
    return html::body_of(page);
}

NodeId id_of(const Page& page, Role role) {
    for (const Node& node : page.nodes())
        if (node.role == role) return node.id;
    return 0;
}

struct Row {
    std::string_view what;
    std::function<void(Page&)> declare;
    std::vector<std::string_view> says;  // in this order
};

// clang-format off
std::vector<Row> words_and_boxes() {
    return {
        {"heading", [](Page& p) { p.heading(1, "Piano"); },
         {"<h1", ">Piano</h1>"}},
        {"text", [](Page& p) { p.text("45 minutes", Text::small_muted); },
         {"<span class=\"t5\">45 minutes</span>"}},
        {"text of another language", [](Page& p) { p.text("Klavir", {.language = "sl"}); },
         {"lang=\"sl\"", "Klavir"}},
        {"region", [](Page& p) { const auto s = p.region("r", "Free times"); },
         {"<section", "role=region", "aria-label=\"Free times\"", "</section>"}},
        {"list", [](Page& p) {
             const auto l = p.list("Services");
             const auto r = p.list_row("1", {.title = "Piano", .href = "/book/1"});
         },
         {"<div", "role=list ", "aria-label=\"Services\"", "role=listitem", "<a", "href=\"/book/1\"", "Piano"}},
        {"progress", [](Page& p) { p.progress("Step 2 of 3", 66); },
         {"<progress", "max=100", "value=\"66\"", "aria-label=\"Step 2 of 3\""}},
        {"banner", [](Page& p) { p.banner("b", "Taken", {.tone = Tone::red}); },
         {"role=alert", "aria-hidden=true", "Taken"}},
        {"loading", [](Page& p) { p.loading("Holding"); },
         {"wait", "role=status", "aria-busy=true", "Holding"}},
        {"icon", [](Page& p) { p.icon(icon::check); },
         {"aria-hidden=true"}},
    };
}

std::vector<Row> things_to_press() {
    return {
        {"button", [](Page& p) { p.button("b", "Again"); },
         {"<button", "name=\":", "Again", "</button>"}},
        {"disabled button", [](Page& p) { p.button("b", "Again", {.disabled_reason = "Only owners"}); },
         {"<button", "type=button aria-disabled=true", "aria-describedby=\"h", "Again", "Only owners"}},
        {"toggle", [](Page& p) { p.chip("c", "Ana", {.selected = true}); },
         {"<button", "aria-pressed=true"}},
        {"link", [](Page& p) { p.link("l", "Sign in", "/sign-in"); },
         {"<a", "href=\"/sign-in\"", "Sign in"}},
        {"link to a new tab", [](Page& p) { p.link("l", "Map", "https://maps.example/", {.new_tab = true}); },
         {"target=\"_blank\" rel=noopener"}},
        {"current link", [](Page& p) { p.nav_item("n", "Book", "/", no_icon, true); },
         {"aria-current=page"}},
        {"choice", [](Page& p) {
             const auto group = p.radio_group("g", "For whom?");
             p.choice("me", {.title = "Me"}, true);
         },
         {"role=radiogroup", "aria-label=\"For whom?\"", "<button", "name=\":", "role=radio aria-checked=true", "Me"}},
    };
}

std::vector<Row> things_to_fill_in() {
    return {
        {"select", [](Page& p) {
             std::string value = "b";
             const Option options[]{{"a", "One"}, {"b", "Two"}};
             p.select("s", "Which", value, options);
         },
         {"<label", "for=\"h", "Which", "<select", "name=\"s\"", "<option value=\"a\">One", "<option value=\"b\" selected>Two"}},
        {"grouped select", [](Page& p) {
             std::string value = "c";
             const Option options[]{{"", "None"}, {"a", "One", "Low"}, {"b", "Two", "Low"}, {"c", "Ten", "High"}};
             p.select("s", "Which", value, options);
         },
         {"<option value=\"\">None</option><optgroup label=\"Low\"><option value=\"a\">One</option>"
          "<option value=\"b\">Two</option></optgroup><optgroup label=\"High\"><option value=\"c\" selected>Ten"}},
        {"checkbox", [](Page& p) {
             bool value = true;
             p.checkbox("t", "I agree", value);
         },
         {"<input type=hidden value=0 name=\"+", "<label", "<input type=checkbox value=1", "name=\"+", "checked", "I agree"}},
        {"email", [](Page& p) {
             std::string value = "a@b";
             p.text_field("email", "Email", value, {.type = FieldType::email, .autocomplete = "email",
                                                    .error = "Wrong", .required = true});
         },
         {"<label", "Email", "<input class=edit id=h", "type=\"email\"", "inputmode=\"email\"", "name=\"email\"",
          "autocomplete=\"email\"", "aria-describedby=\"h", "required", "aria-invalid=true", "value=\"a@b\"", "Wrong"}},
        {"text area", [](Page& p) {
             std::string value = "\nfirst";
             p.text_field("n", "Note", value, {.multiline = true});
         },
         {"<textarea", ">\n\nfirst</textarea>"}},
    };
}
// clang-format on

std::string read_file(const std::string& path) {
    std::ifstream stream(path);
    std::stringstream text;
    text << stream.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("Every widget becomes its native element, with the words, states and relations it has on the canvas") {
    for (const auto& rows : {words_and_boxes(), things_to_press(), things_to_fill_in()}) {
        for (const Row& row : rows) {
            INFO(row.what);
            const std::string html = html_of(row.declare);
            CAPTURE(html);
            CHECK(fault_of(html).empty());
            std::size_t at = 0;
            for (const auto part : row.says) {
                CAPTURE(part);
                const auto found = html.find(part, at);
                CHECK(found != html.npos);
                if (found != html.npos) at = found;
            }
        }
    }
}

TEST_CASE("No text can become markup") {
    const std::string hostile = "</script><script>alert(1)</script>\"'&<b onclick=x>";
    const std::string html = html_of([&](Page& page) {
        page.heading(1, hostile);
        page.text(hostile);
        page.button("b", hostile, {.name = hostile});
        page.link("l", hostile, "/" + hostile);
        std::string value = hostile;
        page.text_field("f", hostile, value, {.placeholder = hostile, .error = hostile});
        page.text_field("a", hostile, value, {.multiline = true});
        const Option options[]{
            {hostile, hostile, hostile}
        };
        page.select("s", hostile, value, options);
        const auto region = page.region("r", hostile);
    });
    CAPTURE(html);
    CHECK(html.find("<script") == html.npos);
    CHECK(html.find("<b ") == html.npos);
    CHECK(fault_of(html).empty());
    CHECK(count_of(html, "&lt;script&gt;") > 8);
}

TEST_CASE("An address that runs something is no link") {
    for (const char* address : {"javascript:alert(1)", "data:text/html,x", " javascript:x", "vbscript:x"}) {
        CHECK(html_of([&](Page& page) { page.link("l", "Press", address); }).find("href") == std::string::npos);
    }
}

TEST_CASE("A password is never sent back, unless its visitor asks to see it") {
    const auto field = [](Page& page) {
        std::string value = "seven quiet pianos";
        page.text_field("password", "Password", value, {.type = FieldType::password, .reveal = true});
    };
    CHECK(html_of(field).find("pianos") == std::string::npos);
}

TEST_CASE("What may not be pressed inside a link is shown without being pressable") {
    const std::string html = html_of([](Page& page) {
        const auto box = page.link_box("l", "/a");
        page.button("b", "Press");
        bool value = false;
        page.checkbox("c", "Tick", value);
    });
    CAPTURE(html);
    CHECK(fault_of(html).empty());
    CHECK(count_of(html, "<button") == 0);
    CHECK(html.find("Press") != html.npos);
}

TEST_CASE("Enter in a field presses the button the form means, in an open dialog that of the dialog") {
    const std::string html = html_of([](Page& page) {
        page.icon_button("theme", icon::moon, "Dark");
        {
            const auto form = page.form("one");
            page.submit("go", "Go");
        }
        const auto dialog = page.dialog("d", {.title = "Add"});
        const auto form = page.form("two");
        page.submit("add", "Add");
    });
    const auto first = html.find("<button hidden name=\"");
    REQUIRE(first == 0);
    const std::string name = html.substr(21, html.find('"', 21) - 21);
    CHECK(html.find("name=\"" + name + "\"", 30) > html.find("<dialog"));
    CHECK(html.find(" open") != html.npos);
}

TEST_CASE("Behind an open dialog nothing can be reached") {
    const std::string html = html_of([](Page& page) {
        {
            const auto main = page.main();
            page.button("b", "Behind");
        }
        const auto dialog = page.dialog("d", {.title = "Question"});
        page.button("yes", "Yes");
    });
    CHECK(html.find("<main") != html.npos);
    CHECK(html.find(" inert", html.find("<main")) < html.find("<dialog"));
    CHECK(html.find(" inert", html.find("<dialog")) == html.npos);
}

TEST_CASE("Ids are the nodes' own, so that the canvas finds each field again") {
    Page page;
    page.begin({}, {});
    std::string value;
    page.text_field("email", "Email", value);
    page.end();
    const std::string html = html::body_of(page);
    CHECK(html.find("id=h" + std::to_string(id_of(page, Role::field)) + " ") != html.npos);
}

TEST_CASE("What a smaller screen leaves out is left out here too") {
    const auto declare = [](Page& page) {
        const auto nav = page.side_nav({.title = "School", .home_href = "/"});
        page.nav_item("n", "Calendar", "/staff", no_icon, true);
    };
    CHECK(html_of(declare).find("Calendar") != std::string::npos);
    CHECK(html_of(declare, sized(390)).find("Calendar") == std::string::npos);
}

TEST_CASE("Every role has its element, and it is the one the mirror makes") {
    const std::string protocol = read_file("web/protocol.js");
    const auto start = protocol.find("export const ROLES = [");
    REQUIRE(start != protocol.npos);
    std::string_view rows(protocol);
    rows.remove_prefix(start);
    rows = rows.substr(0, rows.find("\n];"));
    std::size_t role = 0;
    for (auto at = rows.find("\n  ["); at != rows.npos; at = rows.find("\n  [", at + 1), ++role) {
        const std::string_view row = rows.substr(at + 4, rows.find(']', at) - at - 4);
        INFO("role " << role << " " << row);
        REQUIRE(role < html::elements.size());
        const auto [tag, says, kind] = html::elements[role];
        CHECK(row == "'" + std::string(tag) + "'" + (says.empty() ? "" : ", '" + std::string(says) + "'"));
    }
    CHECK(role == html::elements.size());
}

TEST_CASE("The mirror knows each role it treats apart by its number") {
    const std::string protocol = read_file("web/protocol.js");
    const auto number = [](Role role) { return std::to_string(static_cast<int>(role)); };
    const std::pair<std::string, Role> names[]{
        {"HEADING = ",     Role::heading    },
        {"OPTION = ",      Role::option     },
        {"SCROLL = ",      Role::scroll     },
        {"ICON = ",        Role::icon       },
        {"TAB = ",         Role::tab        },
        {"MENU_CHOICE = ", Role::menu_choice},
        {"LIST_OPTION = ", Role::list_option},
        {"COMBO_BOX = ",   Role::combo_box  },
    };
    for (const auto& [name, role] : names) {
        CAPTURE(name);
        CHECK((protocol.find(" " + name + number(role) + ",") != protocol.npos ||
               protocol.find(" " + name + number(role) + ";") != protocol.npos));
    }
    CHECK(protocol.find(number(Role::radio) + ": ['radio'], " + number(Role::checkbox) + ": ['checkbox'], " +
                        number(Role::switch_box) + ": ['checkbox', 'switch'], " + number(Role::file) +
                        ": ['file']") != protocol.npos);
}

TEST_CASE("Every attribute has the name the mirror gives it, or none") {
    const std::string protocol = read_file("web/protocol.js");
    const auto start = protocol.find("export const ATTRIBUTES = [");
    REQUIRE(start != protocol.npos);
    std::string_view rows = std::string_view(protocol).substr(start, protocol.find("];", start) - start);
    std::size_t number = 0;
    for (auto at = rows.find("\n  '"); at != rows.npos && number < html::attribute_names.size(); ++number) {
        const auto name = html::attribute_names[number];
        if (!name.empty()) CHECK(rows.substr(at + 4, rows.find('\'', at + 4) - at - 4) == name);
        at = rows.find("\n  '", at + 1);
    }
    CHECK(number == html::attribute_names.size());
}

TEST_CASE("The style sheet knows every class that a page uses") {
    const std::string sheet = html::style_sheet(0);
    for (const float width : {390.f, 820.f, 1440.f}) {
        for (const char* address : {"/", "/details", "/home", "/week", "/kit", "/fields", "/buttons", "/choices",
                                    "/disclosure", "/feedback", "/files"}) {
            const auto gallery = make_gallery();
            Launch launch;
            launch.url = address;
            gallery->start(launch);
            Page page;
            page.begin(sized(width), {});
            gallery->build(page, 0);
            page.end();
            const std::string html = html::body_of(page);
            INFO(address << " at " << width);
            CHECK(fault_of(html) == "");
            for (auto at = html.find("class=\""); at != html.npos; at = html.find("class=\"", at + 1)) {
                std::istringstream names(html.substr(at + 7, html.find('"', at + 7) - at - 7));
                for (std::string name; names >> name;) {
                    CAPTURE(name);
                    const auto found = sheet.find("." + name);
                    CHECK((found != sheet.npos || name == "choice"));
                }
            }
        }
    }
}

TEST_CASE("A business's own colour is in its sheet, in every scheme") {
    const std::string sheet = html::style_sheet(0x7c3aed);
    CHECK(sheet.find("--brand:light-dark(#") != sheet.npos);
    CHECK(sheet.find("@media(prefers-contrast:more)") != sheet.npos);
    CHECK(html::style_sheet(0).find("--brand:") == std::string::npos);
}
