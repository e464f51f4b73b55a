#include "portal/team.h"

#include "core/api/custom_roles.h"

#include <algorithm>

namespace loggia::portal {

Team::Team(api::TeamView view, const policy::Model& model) : m_view(std::move(view)) {
    for (const auto& role : m_view.custom_roles)
        m_custom_roles.push_back(std::make_shared<const policy::CustomRole>(api::role_of(role, model)));
}

const api::TeamMemberView* Team::member(PersonId id) const {
    const auto found = std::ranges::find(m_view.members, id, &api::TeamMemberView::id);
    return found == m_view.members.end() ? nullptr : &*found;
}

CustomRolePointer Team::custom_role(CustomRoleId id) const {
    const auto found = std::ranges::find_if(m_custom_roles, [&](const auto& role) { return role->id == id; });
    return found == m_custom_roles.end() ? nullptr : *found;
}

policy::HeldRoles Team::held_by(const api::TeamMemberView& member) const {
    policy::HeldRoles held{policy::set_of(member.roles), {}};
    for (const CustomRoleId id : member.custom_roles)
        if (auto role = custom_role(id)) held.custom_roles.push_back(std::move(role));
    return held;
}

policy::Actor Team::actor_of(const api::TeamMemberView& member, const policy::Actor& reader) const {
    policy::Actor actor;
    auto held = held_by(member);
    actor.model = reader.model;
    actor.switches = reader.switches;
    actor.person = member.id;
    actor.roles = held.roles;
    actor.custom_roles = std::move(held.custom_roles);
    return actor;
}

policy::Headcount Team::headcount() const {
    policy::Headcount headcount;
    for (const auto& member : m_view.members) headcount.add(policy::set_of(member.roles));
    return headcount;
}

int Team::count_of(CustomRoleId role) const {
    return static_cast<int>(std::ranges::count_if(m_view.members, [&](const api::TeamMemberView& member) {
        return std::ranges::find(member.custom_roles, role) != member.custom_roles.end();
    }));
}

void Team::put(const api::TeamMemberView& member) {
    const auto found = std::ranges::find(m_view.members, member.id, &api::TeamMemberView::id);
    const bool works_here = !member.roles.empty() || !member.custom_roles.empty();
    if (found == m_view.members.end()) {
        m_view.members.push_back(member);
    } else if (works_here) {
        *found = member;
    } else {
        m_view.members.erase(found);
    }
}

void Team::put(const api::CustomRoleView& role, const policy::Model& model) {
    auto made = std::make_shared<const policy::CustomRole>(api::role_of(role, model));
    const auto found = std::ranges::find_if(m_custom_roles, [&](const auto& other) { return other->id == role.id; });
    if (found == m_custom_roles.end()) {
        m_custom_roles.push_back(std::move(made));
    } else {
        *found = std::move(made);
    }
}

void Team::remove(CustomRoleId role) {
    std::erase_if(m_custom_roles, [&](const auto& other) { return other->id == role; });
    for (auto& member : m_view.members) std::erase(member.custom_roles, role);
}

}  // namespace loggia::portal
