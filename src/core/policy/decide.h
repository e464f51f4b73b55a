#pragma once

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/policy/permission.h"
#include "core/policy/role.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace loggia::policy {

/// Which records a grant reaches. Each includes what its name says and no more; see `decide`.
enum class Reach : std::uint8_t {
    none,
    own,             ///< mine, or of a dependent whose account I manage
    assigned,        ///< bookings I am to serve
    recent_clients,  ///< clients I served in the last 15 days or will serve within the next 15 (reading A21)
    my_teams,
    all,
};

/// What the business may turn on or off. A grant without a condition carries `none`.
enum class Switch : std::uint8_t { none, limited_staff_attendance, limited_staff_cancellation, messaging };

class SwitchSet {
public:
    constexpr SwitchSet() = default;
    constexpr void turn_on(Switch which) { m_bits |= 1U << static_cast<unsigned>(which); }
    [[nodiscard]] constexpr bool is_on(Switch which) const {
        return which == Switch::none || (m_bits & (1U << static_cast<unsigned>(which))) != 0;
    }
    [[nodiscard]] constexpr std::uint32_t bits() const { return m_bits; }
    [[nodiscard]] static constexpr SwitchSet from_bits(std::uint32_t bits) {
        SwitchSet set;
        set.m_bits = bits;
        return set;
    }
    constexpr bool operator==(const SwitchSet&) const = default;

private:
    std::uint32_t m_bits = 0;
};

/// role × permission × reach × condition; `may_touch` only on grants about people and roles.
struct Grant {
    Permission permission;
    Role role;
    Reach reach = Reach::none;
    Switch condition = Switch::none;
    RoleSet may_touch = {};

    constexpr bool operator==(const Grant&) const = default;
};

/// Who asks. Without a person it is a visitor, whoever sits in front of the screen.
struct Actor {
    std::optional<PersonId> person;
    RoleSet roles{Role::visitor};
    std::vector<PersonId> dependents;  ///< whose account this person manages
    SwitchSet switches;                ///< of the business
};

/// What is asked about. Leave out what does not apply; a fact that is absent satisfies no reach that needs it.
struct Subject {
    std::optional<PersonId> client;           ///< whom the record is about
    std::optional<PersonId> account_manager;  ///< who manages that client's account, if another
    std::optional<PersonId> assigned_staff;   ///< who serves the booking
    std::optional<int>
        days_to_nearest_service;  ///< by the actor for this client; 0 today, negative past (see recent_clients.h)
    RoleSet target_roles;         ///< roles of the person touched or the role given
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
    bool operator==(const Reason&) const = default;
};

struct Decision {
    bool allowed = false;
    Reach reach = Reach::none;   ///< of the grant that allowed
    std::optional<Grant> grant;  ///< the one that allowed
    Reason reason;

    explicit operator bool() const { return allowed; }
};

inline constexpr int recent_client_days = 15;

/// The one decision of who may do what. Pure; the answer for several roles is the union of theirs.
[[nodiscard]] Decision decide(const Actor& actor, Permission permission, const Subject& subject);

/// The widest reach of the actor for the permission over any record: `none` means never. For screens that ask
/// "is there anything here for me", and for row scope in storage.
[[nodiscard]] Decision decide_any(const Actor& actor, Permission permission);

/// One sentence for the asker: staff hear which roles may ("Only owners can change services"), a client or visitor
/// hears what to do ("Sign in to cancel a booking"), and nobody hears a person's name from here.
[[nodiscard]] std::string explain(const Decision& decision, const Actor& asker);

/// Every grant of the model, in table order.
[[nodiscard]] std::span<const Grant> all_grants();

}  // namespace loggia::policy
