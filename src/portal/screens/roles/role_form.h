#pragma once

#include "portal/screens/form_errors.h"
#include "portal/screens/screen.h"
#include "portal/team.h"

namespace loggia::portal {

/// A member of the team, and the team.
struct TeamMember {
    const Team& team;
    const api::TeamMemberView& person;

    [[nodiscard]] policy::HeldRoles held() const { return team.held_by(person); }
};

/// Which roles somebody holds, to be changed. What cannot be changed by the reader cannot be ticked and says why.
class RoleForm {
public:
    /// Returns whether it was submitted. A role that is named in the address is ticked from the beginning.
    [[nodiscard]] bool draw(ui::Page& page, const Context& context, const TeamMember& member);
    void send(ui::Page& page, Context& context, const TeamMember& member);

private:
    void follow(const Context& context, const TeamMember& member);
    void draw_boxes(ui::Page& page, const Context& context, const TeamMember& member);
    void draw_consequences(ui::Page& page, const Context& context, const policy::RoleChange& change);
    [[nodiscard]] policy::RoleChange wanted(const TeamMember& member) const { return {member.held(), m_held}; }

    PersonId m_person;
    std::int64_t m_version = -1;
    std::string m_added;
    policy::HeldRoles m_held;
    std::string m_reason;
    FormErrors m_errors;
};

}  // namespace loggia::portal
