#pragma once

#include "portal/screens/book/choice.h"
#include "portal/screens/book/for_whom.h"
#include "portal/screens/frame.h"
#include "portal/screens/screen.h"

#include <string>

namespace loggia::portal {

/// The last step of booking: who books and for whom, while the time is held.
class DetailsScreen final : public Screen {
public:
    void build(ui::Page& page, Context& context) override;

private:
    struct Intent {
        FrameIntent frame;
        bool submit = false;
        bool add_dependent = false;
        bool try_again = false;
        std::optional<Instant> other_time;
    };

    void draw_frame(ui::Page& page, const Context& context, const Choice& choice, Intent& intent);
    void draw_form(ui::Page& page, const Context& context, const Choice& choice, Intent& intent);
    void draw_terms(ui::Page& page, const Context& context, const Choice& choice);
    void draw_end(ui::Page& page, const Context& context, const Choice& choice);
    void draw_what(ui::Page& page, const Context& context, const Choice& choice);
    void draw_hold(ui::Page& page, const Context& context, const Choice& choice, Intent& intent);

    void act_on(const Intent& intent, ui::Page& page, Context& context, const Choice& choice);
    void submit(ui::Page& page, Context& context, const Choice& choice);
    void follow_answers(ui::Page& page, Context& context, const Choice& choice);
    void forget(Context& context);
    [[nodiscard]] FormErrors found_errors(const Context& context) const;

    AccountDraft m_account;
    ForWhom m_for;
    bool m_agreed = false;
    FormErrors m_errors;
    bool m_awaits_answer = false;
    bool m_waits_for_hold = false;  ///< submitted while the hold was still on its way
};

}  // namespace loggia::portal
