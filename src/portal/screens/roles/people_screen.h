#pragma once

#include "portal/screens/frame.h"
#include "portal/screens/roles/newcomer_form.h"
#include "portal/screens/roles/person_drawer.h"
#include "portal/screens/roles/role_form.h"

namespace loggia::portal {

/// Who works here, by which roles, and what changes that. Who is looked at, and what is done about them, is in the
/// address.
class PeopleScreen final : public Screen {
public:
    void build(ui::Page& page, Context& context) override;

private:
    struct Intent {
        FrameIntent frame;
        PersonIntent person;
        bool closes = false, adds = false, tries_again = false;
    };
    void draw_opened(ui::Page& page, const Context& context, const Team& team, Intent& intent);
    void act_on(const Intent& intent, ui::Page& page, Context& context);
    void follow_answer(ui::Page& page, Context& context);

    RoleForm m_roles;
    NewcomerForm m_newcomer;
    std::string m_news;  ///< what the last change has led to
};

}  // namespace loggia::portal
