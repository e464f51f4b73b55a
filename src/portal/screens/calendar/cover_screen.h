#pragma once

#include "portal/screens/form_errors.h"
#include "portal/screens/frame.h"
#include "portal/screens/screen.h"

#include <map>
#include <optional>
#include <string>

namespace loggia::portal {

/// Somebody is away: their visits are handed over, cancelled or left, all in one step.
class CoverScreen final : public Screen {
public:
    void build(ui::Page& page, Context& context) override;

private:
    struct Intent {
        FrameIntent frame;
        bool asks = false;
        bool try_again = false;
        bool makes_changes = false;
    };

    void follow(const Context& context);
    void draw_question(ui::Page& page, const Context& context, Intent& intent);
    void draw_visits(ui::Page& page, const Context& context, const api::CoverageView& coverage, Intent& intent);
    void draw_visit(ui::Page& page, const Context& context, const api::CoverageItem& item);
    void act_on(const Intent& intent, ui::Page& page, Context& context);
    void send(ui::Page& page, Context& context);
    [[nodiscard]] std::vector<api::PlannedChange> wanted(const api::CoverageView& coverage) const;

    std::string m_address;  ///< that the question was taken from
    std::string m_person, m_from, m_to;
    std::map<BookingId, std::string> m_choices;  ///< a person's number, `keep` or `cancel`; absent: what is proposed
    std::string m_reason;
    FormErrors m_errors;
};

}  // namespace loggia::portal
