#include "ui/gallery/pages.h"
#include "ui/widgets/notice.h"

#include "icons.generated.h"

#include <optional>
#include <string>

namespace loggia::ui::gallery {

namespace {

class Feedback final : public Exhibit {
public:
    void build(Page& page, Milliseconds now) override {
        banners(page);
        badges(page);
        waiting(page);
        notices(page, now);
    }

private:
    void banners(Page& page) {
        const Scope part = sample(page, "Banners");
        page.banner("note", "Lessons of the autumn term can be booked.", {.tone = Tone::neutral});
        page.banner("news", "The concert is on 12 December.", {.title = "Save the date"});
        page.banner("good", "Your changes are saved.", {.tone = Tone::green});
        page.banner("offline", "What you change is kept here and sent later.",
                    {.tone = Tone::amber, .title = "No connection", .action = "Try again"});
        page.banner("wrong", "That time was just taken. Choose another one.", {.tone = Tone::red});
    }

    void badges(Page& page) {
        const Scope part = sample(page, "Badges and people");
        const Scope line = page.wrap({.gap = Space::small, .align = Align::center});
        page.badge("Draft");
        page.badge("New", {.tone = Tone::brand});
        page.badge("Paid", {.tone = Tone::green, .icon = icon::check});
        page.badge("Due", {.tone = Tone::amber});
        page.badge("Failed", {.tone = Tone::red});
        page.avatar("AN", Hue::violet);
        page.avatar("BK", Hue::teal, 36);
        page.avatar("CI", Hue::orange, 28);
    }

    void waiting(Page& page) {
        const Scope part = sample(page, "Waiting, and nothing");
        page.progress("Sending the file", 40);
        {
            const Scope card = page.card();
            page.skeleton(3);
        }
        const Scope card = page.card();
        const Scope nothing = page.empty(
            {.title = "No lessons yet", .text = "Book the first one; it takes a minute.", .icon = icon::calendar});
        page.link("first", "Book a lesson", "/book", {.look = LinkLook::primary});
    }

    void notices(Page& page, Milliseconds now) {
        {
            const Scope part = sample(page, "Notices");
            const Scope line = page.row({.gap = Space::small});
            if (page.button("cancel", "Cancel the booking"))
                m_notice = Notice{"Booking cancelled", "Undo", Tone::green};
            page.text(m_said, Text::muted);
        }
        if (!m_notice) return;
        const NoticeAnswer answer = show_notice(page, "notice", *m_notice, now);
        if (answer == NoticeAnswer::action_pressed) m_said = "Undone";
        if (answer != NoticeAnswer::stays) m_notice.reset();
    }

    std::optional<Notice> m_notice;
    std::string m_said = "Nothing undone";
};

}  // namespace

std::unique_ptr<Exhibit> make_feedback() { return std::make_unique<Feedback>(); }

}  // namespace loggia::ui::gallery
