// Switches, accordions, steps, popups and tooltips: what shows and hides.
#include "ui/page_on_screen.h"
#include "ui/widgets/accordion.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/popup.h"
#include "ui/widgets/stepper.h"
#include "ui/widgets/switch_box.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <string>

using namespace loggia::ui;

TEST_CASE("a switch changes with its input, and a disabled one does not") {
    Screen screen;
    bool on = false, off = true;
    const auto declare = [&](Page& page) {
        switch_box(page, "on", "Reminders", on, {.hint = "A day before"});
        switch_box(page, "off", "Charge", off, {.disabled_reason = "Connect an account first."});
    };
    screen.show(declare);
    for (const std::string_view key : {"on", "off"})
        screen.page.incoming().input(screen.find(Role::switch_box, key)->id, key == "on" ? "1" : "0");
    screen.show(declare);
    CHECK(on);
    CHECK(off);
    CHECK(has(screen.find(Role::switch_box, "on")->flags, Flag::checked));
    CHECK(has(screen.find(Role::switch_box, "off")->flags, Flag::disabled));
    CHECK(screen.find(Role::switch_box, "on")->rect.h >= 44);
    const std::string reason{screen.attribute(*screen.find(Role::switch_box, "off"), Attribute::described_by)};
    CHECK(screen.with_id(static_cast<NodeId>(std::stoul(reason)))->name == "Connect an account first.");
}

TEST_CASE("an accordion's heading is a button that says whether it is open and names its region") {
    Screen screen;
    const auto declare = [](Page& page) {
        if (const auto part = accordion(page, "hours", "Opening hours")) page.text("Mon to Fri");
        page.text("below");
    };
    screen.show(declare);
    CHECK(screen.find(Role::text, "Mon to Fri") == nullptr);
    CHECK(screen.attribute(*screen.find(Role::button), Attribute::expanded) == "false");
    CHECK(screen.find(Role::heading) != nullptr);
    screen.page.incoming().click(screen.find(Role::button)->id);
    screen.show(declare);
    CHECK(screen.find(Role::text, "Mon to Fri") != nullptr);
    const Node& button = *screen.find(Role::button);
    const Node& region = *screen.find(Role::region);
    CHECK(screen.attribute(button, Attribute::expanded) == "true");
    CHECK(screen.attribute(button, Attribute::controls) == std::to_string(region.id));
    CHECK(screen.attribute(region, Attribute::labelled_by) == std::to_string(button.id));
    CHECK(screen.find(Role::text, "below")->parent == 0);
}

TEST_CASE("one step is the current one, those before it are done and may lead back") {
    Screen screen;
    constexpr std::array steps{
        TaskStep{"a", "Service", "/a"},
        TaskStep{"b", "Time",    "/b"},
        TaskStep{"c", "Details", "/c"}
    };
    screen.show([&](Page& page) { stepper(page, "Booking", steps, 1); });
    CHECK(screen.find(Role::ordered_list) != nullptr);
    CHECK_FALSE(has(screen.find(Role::list_item, "a")->flags, Flag::current));
    CHECK(has(screen.find(Role::list_item, "b")->flags, Flag::current));
    CHECK(screen.attribute(*screen.find(Role::link), Attribute::href) == "/a");
    int links = 0;
    for (const Node& node : screen.page.nodes()) links += node.role == Role::link ? 1 : 0;
    CHECK(links == 1);
}

TEST_CASE("a popup stands below its opener, above it near the lower edge, and always inside the window") {
    struct Case {
        float above;     // of the opener
        float scrolled;  // the page
        bool upwards;
    };
    for (const Case& one : {
             Case{0,    0,   false},
             Case{700,  0,   true },
             Case{1200, 900, false},
             Case{1700, 900, true }
    }) {
        Screen screen;
        screen.page.incoming().scroll(0, 0, one.scrolled);
        screen.show([&](Page& page) {
            Node& distance = page.add(Role::none);
            distance.layout.height = px(one.above);
            const Scope box = page.row({.key = "box", .justify = Justify::end});
            page.here().layout.height = px(44);
            const Scope list = popup(page, Role::menu, "list", {.side = Justify::end});
            page.here().layout.min_width = 200;
            for (int i = 0; i < 5; ++i) page.button("b" + std::to_string(i), "Item");
        });
        const Node& list = *screen.find(Role::menu);
        INFO(one.above << " above, scrolled by " << one.scrolled);
        CHECK((list.rect.y < one.above) == one.upwards);
        CHECK(list.rect.y >= one.scrolled);
        CHECK(list.rect.y + list.rect.h <= one.scrolled + screen.viewport.height);
        CHECK(list.rect.x >= 0);
        CHECK(list.rect.x + list.rect.w <= screen.viewport.width);
        CHECK(screen.document_height == std::max(screen.viewport.height, one.above + 44));
    }
}

TEST_CASE("a popup inside what is fixed to the window is fixed too") {
    Screen screen;
    screen.page.incoming().scroll(0, 0, 500);
    screen.show([](Page& page) {
        const Scope dialog = page.dialog("d", {.title = "Sure?"});
        const Scope box = page.row({.key = "box"});
        page.here().layout.height = px(44);
        const Scope list = popup(page, Role::menu, "list");
        page.button("b", "Item");
    });
    CHECK(has(screen.find(Role::menu)->flags, Flag::anchored));
    CHECK(screen.find(Role::menu)->rect.y < screen.viewport.height);
}

TEST_CASE("a tooltip describes its button unless it only repeats its name") {
    Screen screen;
    screen.show([](Page& page) {
        page.icon_button("print", U'x', "Print", {.tooltip = "Print"});
        page.icon_button("copy", U'y', "Copy", {.tooltip = "Copies the address"});
    });
    int described = 0;
    for (const Node& node : screen.page.nodes()) {
        if (node.role != Role::button) continue;
        const std::string tip{screen.attribute(node, Attribute::tip)};
        REQUIRE_FALSE(tip.empty());
        CHECK(screen.with_id(static_cast<NodeId>(std::stoul(tip)))->role == Role::tooltip);
        if (!screen.attribute(node, Attribute::described_by).empty()) ++described;
    }
    CHECK(described == 1);
}

TEST_CASE("a question is answered once, and leaving it is a no") {
    struct Case {
        std::string button;
        Confirmed answer;
    };
    for (const Case& one : {
             Case{"Cancel lesson", Confirmed::yes},
             Case{"Keep it",       Confirmed::no },
             Case{"",              Confirmed::no }
    }) {
        Screen screen;
        Confirmed answer = Confirmed::undecided;
        const auto declare = [&](Page& page) {
            if (answer == Confirmed::undecided)
                answer = confirm(page, "ask",
                                 {.title = "Cancel?", .text = "For free.", .yes = "Cancel lesson", .no = "Keep it"});
        };
        screen.show(declare);
        CHECK(answer == Confirmed::undecided);
        if (one.button.empty()) {
            screen.page.incoming().close(screen.find(Role::dialog)->id);
        } else {
            screen.page.incoming().click(screen.find(Role::button, one.button)->id);
        }
        screen.show(declare);
        INFO(one.button);
        CHECK(answer == one.answer);
    }
}

TEST_CASE("a notice goes by itself, but not while it is looked at") {
    Screen screen;
    Notice notice{"Cancelled", "Undo"};
    Milliseconds now = 1'000'000;
    NoticeAnswer answer = NoticeAnswer::stays;
    const auto show = [&] { screen.show([&](Page& page) { answer = show_notice(page, "notice", notice, now); }); };
    show();
    CHECK(screen.page.take_announcements().size() == 1);
    CHECK(screen.page.wake_time() == notice.ends_at);
    screen.page.incoming().focused = screen.find(Role::button, "Undo")->id;
    now = notice.ends_at - 1;
    show();
    CHECK(answer == NoticeAnswer::stays);
    CHECK(screen.page.wake_time() == 0);
    now += 60'000;
    screen.page.incoming().focused = 0;
    show();
    CHECK(answer == NoticeAnswer::stays);
    CHECK(screen.page.wake_time() > now);
    now = notice.ends_at;
    show();
    CHECK(answer == NoticeAnswer::over);
    CHECK(screen.page.wake_time() == now);
    CHECK(screen.page.take_announcements().empty());
}
