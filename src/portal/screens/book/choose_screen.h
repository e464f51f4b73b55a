#pragma once

#include "portal/screens/book/time_panel.h"
#include "portal/screens/frame.h"
#include "portal/screens/screen.h"

#include <optional>
#include <string>

namespace loggia::portal {

/// What to book and when. On a desktop both stand side by side; elsewhere they are two steps with two addresses.
class ChooseScreen final : public Screen {
public:
    void build(ui::Page& page, Context& context) override;

private:
    struct Intent {
        FrameIntent frame;
        std::optional<ServiceId> service;
        std::optional<PersonAnswer> person;
        std::optional<Instant> at;
        MonthIntent month;
        bool try_again = false;
    };

    /// A month that was leafed to; choosing another day, in whatever way, ends it.
    struct Leafed {
        Month month;
        std::optional<Date> from;
    };

    [[nodiscard]] MonthView look_at(const Context& context, const Choice& choice) const;
    [[nodiscard]] std::optional<Instant> vanished(const Context& context, const Choice& choice,
                                                  const MonthView& view) const;

    void draw_side_by_side(ui::Page& page, const Context& context, const Choice& choice, Intent& intent);
    void draw_services(ui::Page& page, const Context& context, Intent& intent);
    void draw_times_step(ui::Page& page, const Context& context, const Choice& choice, Intent& intent);
    void draw_calendar_card(ui::Page& page, const Context& context, const Choice& choice, Intent& intent);
    void draw_day_card(ui::Page& page, const Context& context, const Choice& choice, Intent& intent);
    void draw_waiting(ui::Page& page, const Context& context, Intent& intent);

    void act_on(const Intent& intent, const ui::Page& page, Context& context, const Choice& choice);
    void notice_vanished(ui::Page& page, Context& context, const Choice& choice);

    MonthView m_view;
    std::optional<Leafed> m_leafed;  ///< nothing: the month of the chosen day is shown
    std::optional<Instant> m_seen;   ///< the chosen time was still free when last looked
    std::string m_notice;            ///< about a time that is gone
};

}  // namespace loggia::portal
