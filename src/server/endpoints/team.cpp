#include "core/base/text.h"

#include "core/api/custom_roles.h"
#include "core/api/endpoints.h"
#include "server/endpoints/access_rules.h"
#include "server/endpoints/handlers.h"
#include "server/endpoints/registration_rules.h"
#include "server/storage/audit.h"
#include "server/storage/catalog.h"
#include "server/storage/changes.h"
#include "server/storage/team.h"

#include <algorithm>

namespace loggia::endpoints {

namespace {

using policy::HeldRoles;
using storage::TeamMember;

/// The permissions that can be used today: those that an endpoint asks for.
std::vector<policy::Permission> usable_permissions() {
    std::vector<policy::Permission> usable;
    api::Endpoints::each([&]<class Row>() {
        if (std::ranges::find(usable, Row::needs) == usable.end()) usable.push_back(Row::needs);
    });
    return usable;
}

/// What they have been allowed for long because they work here, and have not used for as long.
Result<std::vector<policy::Permission>> unused_rights(const BusinessReader& business, const TeamMember& member,
                                                      Instant now) {
    const auto catalog = TRY(business.catalog());
    policy::Actor at_work = storage::visitor_of(*catalog);
    at_work.person = member.id;
    policy::Actor as_client = at_work;
    at_work.roles = member.held.roles;
    at_work.custom_roles = member.held.custom_roles;
    as_client.roles = {policy::Role::client};
    const auto uses = TRY(storage::permission_uses(business, member.id));
    const Date long_ago = plus_days(catalog->today(now), -api::unused_after_days);
    std::vector<policy::Permission> unused;
    if (catalog->zone->date_at(TRY(storage::rights_since(business, member.id))) > long_ago) return unused;
    for (const policy::Permission permission : usable_permissions()) {
        const auto use = std::ranges::find(uses, permission, &storage::PermissionUse::permission);
        const bool is_used = use != uses.end() && use->used_on >= long_ago;
        if (!is_used && policy::decide_any(at_work, permission) && !policy::decide_any(as_client, permission))
            unused.push_back(permission);
    }
    return unused;
}

Result<api::TeamMemberView> view_of(const BusinessReader& business, const TeamMember& member, Instant now) {
    api::TeamMemberView view{member.id, member.name, member.roles_version, policy::list_of(member.held.roles),
                             {},        {}};
    for (const auto& role : member.held.custom_roles) view.custom_roles.push_back(role->id);
    view.unused = TRY(unused_rights(business, member, now));
    return view;
}

Result<HeldRoles> held_roles_in(const api::RoleChange& request, const storage::Catalog& catalog) {
    HeldRoles held{policy::set_of(request.roles), {}};
    for (const CustomRoleId id : request.custom_roles) {
        auto role = catalog.find_custom_role(id);
        if (!role) return fail(ErrorCode::not_found, "There is no such role.", "custom_roles");
        if (std::ranges::find(held.custom_roles, role) != held.custom_roles.end())
            return fail(ErrorCode::invalid_input, "The same role is given twice.", "custom_roles");
        held.custom_roles.push_back(std::move(role));
    }
    return held;
}

policy::Headcount headcount_of(const std::vector<TeamMember>& team) {
    policy::Headcount headcount;
    for (const TeamMember& member : team) headcount.add(member.held.roles);
    return headcount;
}

std::vector<std::string> names_of(const HeldRoles& held) {
    std::vector<std::string> names;
    for (const policy::Role role : policy::list_of(held.roles)) names.emplace_back(policy::name_of(role));
    for (const auto& role : held.custom_roles) names.push_back(role->name);
    return names;
}

/// Checks, makes and records the change; the answer says what became of the person.
template <class Request>
Result<api::RoleChangeView> make_change(const Call<Request>& call, BusinessWriter& business, const TeamMember& member,
                                        const HeldRoles& after) {
    const std::string reason = TRY(checked_reason(call.request.reason));
    const policy::RoleChange change{member.held, after};
    const auto team = TRY(storage::team_of(business));
    const auto decision = TRY(policy::check_role_change(call.actor, change, headcount_of(team)));
    TRY(storage::set_held_roles(business, member, after));
    auto entry = storage::entry_of(call.actor, decision, call.now);
    entry.person = member.id;
    entry.before = names_of(change.before);
    entry.after = names_of(change.after);
    entry.reason = reason;
    TRY(storage::add_audit_entry(business, entry));
    const auto catalog = TRY(business.catalog());
    TRY(storage::record_catalog_change(business, catalog->today(call.now)));
    const TeamMember changed{member.id, member.name, member.roles_version + 1, after};
    const auto headcount = headcount_of(TRY(storage::team_of(business)));
    return api::RoleChangeView{TRY(view_of(business, changed, call.now)),
                               policy::is_promotion(*catalog->model, change),
                               policy::has_too_many_owners(*catalog->model, headcount)};
}

}  // namespace

Result<api::TeamView> list_team(const Call<api::Nothing>& call, const BusinessReader& business) {
    api::TeamView view;
    for (const TeamMember& member : TRY(storage::team_of(business)))
        view.members.push_back(TRY(view_of(business, member, call.now)));
    const auto catalog = TRY(business.catalog());
    for (const auto& role : catalog->custom_roles) view.custom_roles.push_back(api::view_of(*role, *catalog->model));
    return view;
}

Result<api::RoleChangeView> add_team_member(const Call<api::NewTeamMember>& call, BusinessWriter& business) {
    const std::string email = TRY(checked_email(call.request.email));
    const auto credentials = TRY(storage::find_credentials(business, email));
    const auto member = credentials ? TRY(storage::find_team_member(business, credentials->person)) : std::nullopt;
    if (!member)
        return fail(ErrorCode::not_found, "Nobody has registered with this e-mail. They register first.", "email");
    if (!member->held.empty()) return fail(ErrorCode::conflict, "They work here already.", "email");
    const auto catalog = TRY(business.catalog());
    HeldRoles first;
    first.roles.add(call.request.role.value_or(catalog->model->entry_role()));
    return make_change(call, business, *member, first);
}

Result<api::RoleChangeView> change_roles(const Call<api::RoleChange>& call, BusinessWriter& business) {
    const auto member = TRY(storage::find_team_member(business, call.request.person_id));
    if (!member || member->held.empty())
        return fail(ErrorCode::not_found, "Nobody of that number works here.", "person_id");
    if (member->roles_version != call.request.version)
        return fail(ErrorCode::conflict, "Somebody has changed these roles meanwhile. Look at them again.");
    const auto catalog = TRY(business.catalog());
    return make_change(call, business, *member, TRY(held_roles_in(call.request, *catalog)));
}

}  // namespace loggia::endpoints
