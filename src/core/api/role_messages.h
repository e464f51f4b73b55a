#pragma once

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/policy/grant.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The part of the messages that is about who has which roles, the roles that a business makes, and what became of
/// them. See messages.h for the form on the wire.
namespace loggia::api {

/// One permission of a custom role, where it differs from the role it was made from.
struct GrantView {
    policy::Permission permission{};
    policy::Reach reach = policy::Reach::none;
    policy::Switch condition = policy::Switch::none;
    std::vector<policy::Role> may_touch;
    bool operator==(const GrantView&) const = default;
};

struct CustomRoleView {
    CustomRoleId id;
    std::int64_t version = 0;
    std::string name;
    policy::Role made_from{};
    std::vector<GrantView> adjustments;
    bool operator==(const CustomRoleView&) const = default;
};

struct CustomRoleDraft {
    std::optional<CustomRoleId> role_id;  ///< absent: a new one
    std::int64_t version = 0;             ///< that was changed; 0 for a new one
    std::string name;
    policy::Role made_from{};
    std::vector<GrantView> adjustments;
    std::string reason;
    bool operator==(const CustomRoleDraft&) const = default;
};

struct CustomRoleRemoval {
    CustomRoleId role_id;
    std::int64_t version = 0;
    std::string reason;
    bool operator==(const CustomRoleRemoval&) const = default;
};

/// Somebody who works here, and what they may.
struct TeamMemberView {
    PersonId id;
    std::string name;
    std::int64_t version = 0;         ///< of their roles: grows with each change
    std::vector<policy::Role> roles;  ///< without the client's, which everybody has
    std::vector<CustomRoleId> custom_roles;
    std::vector<policy::Permission> unused;  ///< what they may and have not used for `unused_after_days`
    bool operator==(const TeamMemberView&) const = default;
};

inline constexpr int unused_after_days = 90;

struct TeamView {
    std::vector<TeamMemberView> members;
    std::vector<CustomRoleView> custom_roles;
    bool operator==(const TeamView&) const = default;
};

struct RoleChange {
    PersonId person_id;
    std::int64_t version = 0;  ///< that was changed
    std::vector<policy::Role> roles;
    std::vector<CustomRoleId> custom_roles;
    std::string reason;
    bool operator==(const RoleChange&) const = default;
};

/// Takes somebody who has registered into the team.
struct NewTeamMember {
    std::string email;
    std::optional<policy::Role> role;  ///< absent: the lowest
    std::string reason;
    bool operator==(const NewTeamMember&) const = default;
};

struct RoleChangeView {
    TeamMemberView member;
    bool is_promotion = false;
    bool has_too_many_owners = false;  ///< more people may do everything than is wise
    bool operator==(const RoleChangeView&) const = default;
};

struct SwitchChange {
    policy::Switch which{};
    bool is_on = false;
    std::string reason;
    bool operator==(const SwitchChange&) const = default;
};

struct SwitchesView {
    std::int64_t switches = 0;  ///< policy::SwitchSet bits
    bool operator==(const SwitchesView&) const = default;
};

struct ActingAs {
    std::optional<policy::Role> role;  ///< absent: all of one's roles again
    bool operator==(const ActingAs&) const = default;
};

struct AccessHistoryRequest {
    std::optional<PersonId> person_id;   ///< of whom; absent: of everybody
    std::optional<std::int64_t> before;  ///< entries older than this one
    bool operator==(const AccessHistoryRequest&) const = default;
};

/// One change of who may do what: of somebody's roles, of a custom role or of a switch.
struct AccessChangeView {
    std::int64_t id = 0;
    Instant made_at;
    std::string author_name;
    policy::Permission permission{};  ///< that the author used
    policy::Role granted_by{};        ///< the author's role whose grant allowed it
    std::optional<PersonId> person_id;
    std::optional<std::string> person_name;
    std::vector<std::string> before;  ///< names of roles, or what the switch was
    std::vector<std::string> after;
    std::optional<std::string> custom_role_name;
    std::optional<policy::Switch> which;
    std::string reason;
    bool operator==(const AccessChangeView&) const = default;
};

struct AccessHistory {
    std::vector<AccessChangeView> changes;  ///< newest first
    bool has_more = false;
    bool operator==(const AccessHistory&) const = default;
};

}  // namespace loggia::api
