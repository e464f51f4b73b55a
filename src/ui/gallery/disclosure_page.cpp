#include "ui/gallery/pages.h"
#include "ui/widgets/accordion.h"
#include "ui/widgets/combo_box.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/stepper.h"
#include "ui/widgets/tabs.h"

#include "icons.generated.h"

#include <array>
#include <string>

namespace loggia::ui::gallery {

namespace {

constexpr std::array client_tabs{
    Tab{"lessons", "Lessons", icon::music},
    Tab{"invoices", "Invoices", icon::receipt, "2"},
    Tab{"notes", "Notes", icon::file_text}
};

constexpr std::array booking_steps{
    TaskStep{"service", "Service", "/disclosure?service"},
    TaskStep{"time", "Time", "/disclosure?time"},
    TaskStep{"details", "Your details"},
    TaskStep{"done", "Done"}
};

constexpr std::array rooms{
    Option{"one",  "Room 1"},
    Option{"two",  "Room 2"},
    Option{"hall", "Hall"  }
};

class Disclosure final : public Exhibit {
public:
    void build(Page& page, Milliseconds) override {
        tabs(page);
        parts(page);
        steps(page);
        openers(page);
        dialogs(page);
    }

private:
    void tabs(Page& page) {
        const Scope part = sample(page, "Tabs");
        tab_list(page, "client", "Client", m_tab, client_tabs);
        const Scope panel = tab_panel(page, "client", m_tab);
        if (m_tab == "lessons") page.text("Piano on Wednesdays at 10:15");
        if (m_tab == "invoices") page.text("Two invoices are open");
        if (m_tab == "notes") page.text_field("note", "Note", m_note, {.multiline = true});
    }

    void parts(Page& page) {
        const Scope part = sample(page, "Accordion");
        const Scope card = page.card({.gap = Space::none, .padding = Space::none});
        if (const auto hours = accordion(page, "hours", "Opening hours", {.trailing = "Open until 18:00"}))
            page.text("Monday to Friday from 9 to 18, Saturday from 9 to 13");
        if (const auto rules = accordion(page, "rules", "Cancelling", {.begins_open = true}))
            page.text("Free of charge until 24 hours before the lesson.");
        if (const auto way = accordion(page, "way", "How to find us", {.icon = icon::map_pin}))
            page.link("map", "Show the map", "/kit");
    }

    void steps(Page& page) {
        const Scope part = sample(page, "Steps");
        stepper(page, "Booking", booking_steps, m_step);
        const Scope line = page.row({.gap = Space::small});
        if (page.button("before", "Back", {.disabled = m_step == 0, .small = true})) --m_step;
        if (page.button("after", "Next", {.disabled = m_step + 1 == booking_steps.size(), .small = true})) ++m_step;
    }

    void openers(Page& page) {
        const Scope part = sample(page, "Dialogs");
        const Scope line = page.wrap({.gap = Space::small});
        if (page.button("ask", "Cancel lesson…")) m_open = "ask";
        if (page.button("sheet", "Choose a room…")) m_open = "sheet";
        if (page.button("drawer", "Show details")) m_open = "drawer";
        page.text(m_answer, Text::muted);
    }

    void dialogs(Page& page) {
        if (m_open == "ask") {
            const Confirmed answer = confirm(page, "confirm",
                                             {.title = "Cancel this lesson?",
                                              .text = "Piano lesson, Wed 21 Oct, 10:15. It is free of charge.",
                                              .yes = "Cancel lesson",
                                              .no = "Keep it"});
            if (answer != Confirmed::undecided) m_open.clear();
            if (answer == Confirmed::yes) m_answer = "Cancelled";
            if (answer == Confirmed::no) m_answer = "Kept";
        }
        if (m_open == "sheet") {
            const Scope sheet = page.dialog("room-sheet", {.title = "Choose a room", .sheet = true});
            combo_box(page, "room", "Room", m_room, rooms);
            page.text("The room is free at that time.", Text::muted);
            if (page.button("take", "Take it", {.look = ButtonLook::primary, .wide = true}) || sheet.closed())
                m_open.clear();
        }
        if (m_open == "drawer") {
            const Scope drawer = page.drawer("detail", "Details");
            page.text("Piano lesson with Ana Novak");
            if (drawer.closed()) m_open.clear();
        }
    }

    std::string m_tab = "lessons", m_note, m_open, m_answer = "Nothing asked yet", m_room;
    std::size_t m_step = 2;
};

}  // namespace

std::unique_ptr<Exhibit> make_disclosure() { return std::make_unique<Disclosure>(); }

}  // namespace loggia::ui::gallery
