#include "server/storage/team.h"

#include "server/storage/catalog.h"
#include "server/storage/people.h"

#include <algorithm>
#include <tuple>

namespace loggia::storage {

namespace {

policy::RoleSet staff_roles_among(policy::RoleSet roles, const policy::Model& model) {
    policy::RoleSet found;
    for (const policy::Role role : policy::list_of(model.staff_roles()))
        if (roles.has(role)) found.add(role);
    return found;
}

}  // namespace

Outcome<std::vector<TeamMember>> team_of(const BusinessReader& business) {
    std::vector<PersonId> people;
    {
        auto query = TRY(business.query(
            "SELECT id FROM person p WHERE p.business_id = ?1 AND (EXISTS (SELECT 1 FROM person_role r WHERE "
            "r.business_id = ?1 AND r.person_id = p.id AND r.role NOT IN ('client', 'visitor')) OR EXISTS "
            "(SELECT 1 FROM person_custom_role c WHERE c.business_id = ?1 AND c.person_id = p.id))"));
        while (TRY(query.next())) people.push_back(query.get<PersonId>(0));
    }
    std::vector<TeamMember> team;
    for (const PersonId person : people) team.push_back(*TRY(find_team_member(business, person)));
    // Here and not by SQL: each engine, and each database of it, has its own idea of the order of texts.
    std::ranges::sort(team, {}, [](const TeamMember& member) { return std::tie(member.name, member.id); });
    return team;
}

Outcome<std::optional<TeamMember>> find_team_member(const BusinessReader& business, PersonId person) {
    TeamMember member{person, {}, 0, {}};
    {
        auto query =
            TRY(business.query("SELECT name, roles_version FROM person WHERE business_id = ?1 AND id = ?2", person));
        if (!TRY(query.next())) return std::nullopt;
        member.name = query.text(0);
        member.roles_version = query.integer(1);
    }
    const auto catalog = TRY(business.catalog());
    member.held.roles = staff_roles_among(TRY(roles_of(business, person)), *catalog->model);
    member.held.custom_roles = TRY(custom_roles_of(business, person));
    return member;
}

Outcome<void> set_held_roles(BusinessWriter& business, const TeamMember& member, const policy::HeldRoles& held) {
    TRY(business.run("DELETE FROM person_role WHERE business_id = ?1 AND person_id = ?2 AND role <> 'client'",
                     member.id));
    TRY(business.run("DELETE FROM person_custom_role WHERE business_id = ?1 AND person_id = ?2", member.id));
    for (const policy::Role role : policy::list_of(held.roles))
        TRY(business.run("INSERT INTO person_role (business_id, person_id, role) VALUES (?1, ?2, ?3)", member.id,
                         policy::name_of(role)));
    for (const auto& role : held.custom_roles)
        TRY(business.run("INSERT INTO person_custom_role (business_id, person_id, role_id) VALUES (?1, ?2, ?3)",
                         member.id, role->id));
    TRY(business.run("UPDATE person SET roles_version = roles_version + 1 WHERE business_id = ?1 AND id = ?2",
                     member.id));
    // Nobody goes on acting as what they are no more.
    TRY(business.run("UPDATE session SET acting_as = NULL WHERE business_id = ?1 AND person_id = ?2", member.id));
    return {};
}

Outcome<void> set_switches(BusinessWriter& business, policy::SwitchSet switches) {
    TRY(business.run("UPDATE business SET switches = ?2 WHERE business_id = ?1",
                     static_cast<std::int64_t>(switches.bits())));
    return {};
}

Outcome<Instant> rights_since(const BusinessReader& business, PersonId person) {
    auto query = TRY(business.query(
        "SELECT created_at FROM person WHERE business_id = ?1 AND id = ?2 UNION ALL "
        "SELECT made_at FROM audit_entry WHERE business_id = ?1 AND booking_id IS NULL AND (person_id = ?2 OR "
        "custom_role_id IN (SELECT role_id FROM person_custom_role WHERE business_id = ?1 AND person_id = ?2)) "
        "ORDER BY 1 DESC LIMIT 1",
        person));
    if (!TRY(query.next())) return Instant{};
    return query.get<Instant>(0);
}

Outcome<std::vector<PermissionUse>> permission_uses(const BusinessReader& business, PersonId person) {
    auto query = TRY(business.query(
        "SELECT permission, used_on FROM permission_use WHERE business_id = ?1 AND person_id = ?2", person));
    std::vector<PermissionUse> uses;
    while (TRY(query.next()))
        if (const auto permission = policy::permission_named(query.text(0)))
            uses.push_back({*permission, query.get<Date>(1)});
    return uses;
}

Outcome<void> record_permission_use(BusinessWriter& business, PersonId person, policy::Permission permission,
                                    Date today) {
    TRY(business.run("INSERT INTO permission_use (business_id, person_id, permission, used_on) VALUES (?1, ?2, ?3, "
                     "?4) ON CONFLICT (business_id, person_id, permission) DO UPDATE SET used_on = ?4",
                     person, policy::name_of(permission), today));
    return {};
}

}  // namespace loggia::storage
