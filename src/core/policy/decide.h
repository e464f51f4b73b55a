#pragma once

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/policy/custom_role.h"
#include "core/policy/model.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace loggia::policy {

/// Who asks. Without a person it is a visitor, whoever sits in front of the screen.
struct Actor {
    const Model* model = &studio_model();  ///< of the business
    std::optional<PersonId> person;
    RoleSet roles{Role::visitor};  ///< every registered person is a client as well, stated or not
    std::vector<std::shared_ptr<const CustomRole>> custom_roles;
    std::optional<Role> acting_as;     ///< narrows to one of the roles for a while
    std::vector<PersonId> dependents;  ///< whose account this person manages
    std::vector<TeamId> teams;
    SwitchSet switches;  ///< of the business
};

/// What is asked about. Leave out what does not apply; a fact that is absent satisfies no reach that needs it.
struct Subject {
    std::optional<PersonId> client;           ///< whom the record is about
    std::optional<PersonId> account_manager;  ///< who manages that client's account, if another
    std::optional<PersonId> assigned_staff;   ///< who serves the booking, request or task
    std::optional<int>
        days_to_nearest_service;  ///< by the actor for this client; 0 today, negative past (see recent_clients.h)
    bool has_open_support_task = false;  ///< the client
    std::optional<TeamId> team;          ///< the record is, or belongs to
    RoleSet target_roles;                ///< roles of the person touched or the role given
};

enum class ReasonKind : std::uint8_t {
    granted,
    sign_in_first,  ///< a visitor asks for what registered people may do
    role_lacks_it,  ///< none of the roles has the permission at all
    out_of_reach,   ///< the permission is there, this record is not within it
    switched_off,   ///< the condition is off
    target_role,    ///< may not touch people of that role
};

/// Why, as data; `explain` words it. Holds no name and no record.
struct Reason {
    ReasonKind kind = ReasonKind::role_lacks_it;
    Permission permission{};
    Reach reach = Reach::none;        ///< the widest reach the asker's grants have for it
    RoleSet roles_with_it;            ///< which roles would be enough
    Switch condition = Switch::none;  ///< the one that is off
    RoleSet may_touch;                ///< whom the asker's grants touch, where that is what is in the way
    RoleSet roles_that_change_it;     ///< who can give the grant or turn the switch on
    bool operator==(const Reason&) const = default;
};

struct Decision {
    bool allowed = false;
    Reach reach = Reach::none;   ///< of the grant that allowed
    std::optional<Grant> grant;  ///< the one that allowed; of a custom role's, the role it was made from
    CustomRoleId custom_role;    ///< the one whose grant allowed; not set if none
    Reason reason;

    explicit operator bool() const { return allowed; }
};

inline constexpr int recent_client_days = 15;

/// The roles that count: a visitor's without a person, the one that is acted as, else all and the client's.
[[nodiscard]] RoleSet roles_in_force(const Actor& actor);

/// Whether they have any role of those who work for the business, of the model or made by it.
[[nodiscard]] bool works_here(const Actor& actor);
/// The same of the role they act as, where they narrowed to one.
[[nodiscard]] bool acts_as_staff(const Actor& actor);

/// The one decision of who may do what. Pure; the answer for several roles is the union of theirs.
[[nodiscard]] Decision decide(const Actor& actor, Permission permission, const Subject& subject);

/// The widest reach of the actor for the permission over any record: `none` means never. For screens that ask
/// "is there anything here for me", and for row scope in storage.
[[nodiscard]] Decision decide_any(const Actor& actor, Permission permission);

/// One sentence for the asker: staff hear which roles may ("Only owners can change services"), a client or visitor
/// hears what to do ("Sign in to cancel a booking"), and nobody hears a person's name from here.
[[nodiscard]] std::string explain(const Decision& decision, const Actor& asker);

}  // namespace loggia::policy
