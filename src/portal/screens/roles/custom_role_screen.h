#pragma once

#include "portal/screens/form_errors.h"
#include "portal/screens/frame.h"
#include "portal/screens/screen.h"
#include "portal/team.h"

namespace loggia::portal {

/// A role that the business makes for itself: a copy of one of the model's, permission by permission as far as its
/// author may. Which one, or where a new one begins, is in the address.
class CustomRoleScreen final : public Screen {
public:
    void build(ui::Page& page, Context& context) override;

private:
    struct Intent {
        FrameIntent frame;
        bool saves = false, asks_to_remove = false, removes = false, keeps = false, tries_again = false;
    };
    void follow(const Context& context, const Team& team);
    void draw_form(ui::Page& page, const Context& context, Intent& intent);
    void draw_made_from(ui::Page& page, const Context& context);
    void draw_permissions(ui::Page& page, const Context& context);
    void draw_permission(ui::Page& page, const Context& context, policy::Permission permission);
    void draw_removal(ui::Page& page, const Context& context, const Team& team, Intent& intent);
    [[nodiscard]] bool check(ui::Page& page, const Context& context);
    [[nodiscard]] bool check_reason(ui::Page& page, const Context& context);
    void act_on(const Intent& intent, ui::Page& page, Context& context);
    [[nodiscard]] api::CustomRoleDraft draft(const policy::Model& model) const;
    [[nodiscard]] policy::Cell& cell(policy::Permission permission) {
        return m_role.cells[static_cast<std::size_t>(permission)];
    }

    std::string m_begun;  ///< the address that this was begun at
    policy::CustomRole m_role;
    std::string m_reason;
    FormErrors m_errors;
    bool m_asks_to_remove = false;
};

}  // namespace loggia::portal
