#include "core/policy/decide.h"

#include "core/policy/models/studio.h"
#include "core/policy/recent_clients.h"

#include <algorithm>

namespace loggia::policy {
namespace {

/// The facts of one question, looked up once for all roles.
struct Facts {
    bool own = false;
    bool assigned = false;
    bool recent_client = false;

    [[nodiscard]] bool satisfy(Reach reach) const {
        switch (reach) {
        case Reach::all: return true;
        case Reach::own: return own;
        case Reach::assigned: return assigned;
        case Reach::recent_clients: return recent_client;
        case Reach::my_teams:  // no record of this model belongs to a team
        case Reach::none: return false;
        }
        return false;
    }
};

bool manages(const Actor& actor, PersonId client) {
    return std::ranges::find(actor.dependents, client) != actor.dependents.end();
}

Facts facts_of(const Actor& actor, const Subject& subject) {
    if (!actor.person) return {};
    const bool is_own = subject.client && (*subject.client == *actor.person || manages(actor, *subject.client));
    return {.own = is_own || subject.account_manager == actor.person,
            .assigned = subject.assigned_staff == actor.person,
            .recent_client = is_recent(subject.days_to_nearest_service)};
}

RoleSet roles_of(const Actor& actor) { return actor.person ? actor.roles : RoleSet{Role::visitor}; }

/// `reaches` says of a reach whether it takes in what is asked about.
template <class Reaches>
Decision decided(const Actor& actor, Permission permission, Reaches reaches) {
    const auto& cells = studio::row_of(permission).cells;
    const RoleSet roles = roles_of(actor);
    Decision decision;
    Reason& reason = decision.reason;
    reason.permission = permission;

    for (Role role : all_roles) {
        const auto [reach, condition] = cells[static_cast<std::size_t>(role)];
        if (reach == Reach::none) continue;
        const bool is_on = actor.switches.is_on(condition);
        const bool is_reached = reaches(reach);
        if (is_on && is_reached) reason.roles_with_it.add(role);
        if (!roles.has(role)) continue;

        if (!is_on) {
            if (is_reached) reason.condition = condition;
            continue;
        }
        reason.reach = std::max(reason.reach, reach);
        if (is_reached && reach > decision.reach) {
            decision.allowed = true;
            decision.reach = reach;
            decision.grant = Grant{permission, role, reach, condition, {}};
        }
    }

    if (decision.allowed) {
        reason.kind = ReasonKind::granted;
        reason.condition = Switch::none;
    } else if (roles == RoleSet{Role::visitor}) {
        reason.kind = ReasonKind::sign_in_first;
    } else if (reason.condition != Switch::none) {
        reason.kind = ReasonKind::switched_off;
    } else if (reason.reach != Reach::none) {
        reason.kind = ReasonKind::out_of_reach;
    }
    return decision;
}

}  // namespace

Decision decide(const Actor& actor, Permission permission, const Subject& subject) {
    const Facts facts = facts_of(actor, subject);
    return decided(actor, permission, [facts](Reach reach) { return facts.satisfy(reach); });
}

Decision decide_any(const Actor& actor, Permission permission) {
    return decided(actor, permission, [](Reach) { return true; });
}

}  // namespace loggia::policy
