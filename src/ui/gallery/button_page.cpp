#include "ui/gallery/pages.h"
#include "ui/widgets/menu.h"

#include "icons.generated.h"

#include <array>
#include <string>

namespace loggia::ui::gallery {

namespace {

class Buttons final : public Exhibit {
public:
    void build(Page& page, Milliseconds) override {
        looks(page);
        states(page);
        icons(page);
        links(page);
        chips(page);
        menus(page);
    }

private:
    void looks(Page& page) {
        const Scope part = sample(page, "Looks");
        const Scope line = page.wrap({.gap = Space::small});
        if (page.button("count", "Pressed " + std::to_string(m_presses))) ++m_presses;
        if (page.button("primary", "Primary", {.look = ButtonLook::primary})) ++m_presses;
        if (page.button("danger", "Danger", {.look = ButtonLook::danger, .icon = icon::trash_2})) ++m_presses;
        if (page.button("ghost", "Ghost", {.look = ButtonLook::ghost})) ++m_presses;
        if (page.button("plain", "Plain", {.look = ButtonLook::plain, .icon = icon::plus})) ++m_presses;
        if (page.button("small", "Small", {.small = true})) ++m_presses;
    }

    void states(Page& page) {
        const Scope part = sample(page, "States");
        const Scope line = page.wrap({.gap = Space::small});
        page.button("busy", "Saving", {.look = ButtonLook::primary, .busy = true});
        page.button("off", "Refund", {.disabled_reason = "Only managers can refund."});
        page.button("end", "Next", {.trailing_icon = icon::chevron_right, .disabled = true});
        if (page.button("mute", "Mute", {.icon = icon::bell_off, .toggle = true, .pressed = m_muted}))
            m_muted = !m_muted;
    }

    void icons(Page& page) {
        const Scope part = sample(page, "Icons with tooltips");
        const Scope line = page.row({.gap = Space::small});
        page.icon_button("print", icon::printer, "Print", {.tooltip = "Print"});
        page.icon_button("copy", icon::copy, "Copy",
                         {.small = true, .tooltip = "Copies the address of this booking"});
        page.button("sync", "Calendar feed", {.icon = icon::calendar_sync, .tooltip = "Any calendar can follow it"});
    }

    void links(Page& page) {
        const Scope part = sample(page, "Links");
        const Scope line = page.wrap({.gap = Space::medium});
        page.link("plain-link", "A plain link", "/fields");
        page.link("button-link", "Like a button", "/fields", {.look = LinkLook::button});
        page.link("primary-link", "Book a lesson", "/book",
                  {.look = LinkLook::primary, .trailing_icon = icon::arrow_right});
        page.link("away", "Opens a tab", "/kit", {.trailing_icon = icon::external_link, .new_tab = true});
    }

    void chips(Page& page) {
        const Scope part = sample(page, "Chips");
        const Scope line = page.wrap({.gap = Space::small});
        if (page.chip("ana", "Ana", {.selected = m_ana, .initials = "AN", .hue = Hue::violet})) m_ana = !m_ana;
        if (page.chip("ben", "Ben", {.selected = m_ben, .dot = true, .hue = Hue::teal})) m_ben = !m_ben;
        page.chip("week", "Week", {.selected = true, .href = "/buttons"});
        page.chip("day", "Day", {.href = "/buttons?day"});
    }

    void menus(Page& page) {
        const Scope part = sample(page, "Menus");
        const std::array actions{
            MenuItem{.key = "move", .label = "Move", .icon = icon::calendar_clock},
            MenuItem{.key = "copy", .label = "Copy", .icon = icon::copy},
            MenuItem{.key = "refund",
                     .label = "Refund",
                     .icon = icon::euro,
                     .disabled_reason = "Only managers can refund."},
            MenuItem{.key = "page", .label = "Open its page", .icon = icon::external_link, .href = "/kit"},
            MenuItem{.key = "cancel", .label = "Cancel", .icon = icon::circle_x, .danger = true, .line_above = true}
        };
        const auto mark = [&](std::string_view key) {
            return m_view == key ? MenuMark::checked : MenuMark::unchecked;
        };
        const std::array views{
            MenuItem{.key = "day",   .label = "Day",   .mark = mark("day")  },
            MenuItem{.key = "week",  .label = "Week",  .mark = mark("week") },
            MenuItem{.key = "month", .label = "Month", .mark = mark("month")}
        };
        const Scope line = page.row({.gap = Space::small});
        const std::string_view done = menu_button(page, "actions", "Actions", actions);
        if (!done.empty()) m_done = done;
        const std::string_view view = menu_button(page, "view", "View", views);
        if (!view.empty()) m_view = view;
        page.text(m_done.empty() ? "Nothing done yet" : "Done: " + m_done, Text::muted);
        page.last().layout.width = fill();
        const std::string_view more =
            menu_button(page, "more", {}, actions,
                        {.look = ButtonLook::ghost, .icon = icon::ellipsis, .name = "More", .side = Justify::end});
        if (!more.empty()) m_done = more;
    }

    int m_presses = 0;
    bool m_muted = false, m_ana = true, m_ben = true;
    std::string m_done, m_view = "week";
};

}  // namespace

std::unique_ptr<Exhibit> make_buttons() { return std::make_unique<Buttons>(); }

}  // namespace loggia::ui::gallery
