#pragma once

#include "portal/screens/book/choice.h"
#include "portal/screens/book/for_whom.h"
#include "portal/screens/frame.h"
#include "portal/screens/screen.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace loggia::portal {

/// The same visit again and again: every one of them is shown before any is booked, and what to do about those that
/// are not possible is chosen one by one. All that is accepted is booked together.
class SeriesScreen final : public Screen {
public:
    void build(ui::Page& page, Context& context) override;

private:
    struct Intent {
        FrameIntent frame;
        bool book = false;
        bool add_dependent = false;
        bool try_again = false;
    };

    void draw_rule(ui::Page& page, const Context& context, const Choice& choice, Intent& intent);
    void draw_plan(ui::Page& page, const Context& context, const api::SeriesPlanView& plan, Intent& intent);
    void draw_visit(ui::Page& page, const Context& context, const api::SeriesVisitView& visit);
    [[nodiscard]] api::SeriesPlanRequest request_for(const Context& context, const Choice& choice) const;
    [[nodiscard]] std::vector<api::SeriesVisit> wanted(const api::SeriesPlanView& plan) const;
    void act_on(const Intent& intent, ui::Page& page, Context& context, const Choice& choice);

    std::string m_every{"week"};
    std::string m_count{"10"};
    ForWhom m_for;
    FormErrors m_errors;
    std::map<Instant, std::string> m_choices;  ///< by the time that was asked for: a key of its select
};

}  // namespace loggia::portal
