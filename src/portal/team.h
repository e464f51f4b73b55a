#pragma once

#include "core/api/role_messages.h"
#include "core/policy/assignment.h"

#include <memory>
#include <vector>

namespace loggia::portal {

using CustomRolePointer = std::shared_ptr<const policy::CustomRole>;

/// Who works here and by which roles: what the server said, and the same as the policy wants it.
class Team {
public:
    Team() = default;
    Team(api::TeamView view, const policy::Model& model);

    [[nodiscard]] const std::vector<api::TeamMemberView>& members() const { return m_view.members; }
    [[nodiscard]] const std::vector<CustomRolePointer>& custom_roles() const { return m_custom_roles; }

    /// Null if there is none.
    [[nodiscard]] const api::TeamMemberView* member(PersonId id) const;
    [[nodiscard]] CustomRolePointer custom_role(CustomRoleId id) const;

    [[nodiscard]] policy::HeldRoles held_by(const api::TeamMemberView& member) const;
    /// The member as the one who asks, in the same business as the reader.
    [[nodiscard]] policy::Actor actor_of(const api::TeamMemberView& member, const policy::Actor& reader) const;

    [[nodiscard]] policy::Headcount headcount() const;
    [[nodiscard]] int count_of(CustomRoleId role) const;

    /// Somebody's roles are these now; somebody new comes last.
    void put(const api::TeamMemberView& member);
    void put(const api::CustomRoleView& role, const policy::Model& model);
    void remove(CustomRoleId role);

private:
    api::TeamView m_view;
    std::vector<CustomRolePointer> m_custom_roles;
};

}  // namespace loggia::portal
