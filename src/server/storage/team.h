#pragma once

#include "core/policy/assignment.h"
#include "server/storage/store.h"

#include <string>
#include <vector>

/// Who works for the business, and by which roles.
namespace loggia::storage {

struct TeamMember {
    PersonId id;
    std::string name;
    std::int64_t roles_version = 0;
    policy::HeldRoles held;
};

/// Everybody with a role of those who work here, by name.
[[nodiscard]] Outcome<std::vector<TeamMember>> team_of(const BusinessReader& business);

/// Anybody the business knows, whether they work here or not. Nothing if there is no such person.
[[nodiscard]] Outcome<std::optional<TeamMember>> find_team_member(const BusinessReader& business, PersonId person);

/// Replaces what they hold; being a client stays. Moves their version on.
Outcome<void> set_held_roles(BusinessWriter& business, const TeamMember& member, const policy::HeldRoles& held);

/// Replaces the switches of the business.
Outcome<void> set_switches(BusinessWriter& business, policy::SwitchSet switches);

/// When they last got other rights: they came, their roles were changed, or a role they hold was.
[[nodiscard]] Outcome<Instant> rights_since(const BusinessReader& business, PersonId person);

/// The last day on which each of their permissions was used.
struct PermissionUse {
    policy::Permission permission{};
    Date used_on;
};
[[nodiscard]] Outcome<std::vector<PermissionUse>> permission_uses(const BusinessReader& business, PersonId person);
Outcome<void> record_permission_use(BusinessWriter& business, PersonId person, policy::Permission permission,
                                    Date today);

}  // namespace loggia::storage
