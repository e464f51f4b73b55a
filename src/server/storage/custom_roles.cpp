#include "server/storage/custom_roles.h"

#include <algorithm>
#include <tuple>

namespace loggia::storage {

namespace {

Outcome<void> load_grants(const BusinessReader& business, policy::CustomRole& role) {
    auto query = TRY(business.query("SELECT permission, reach, condition, may_touch FROM custom_role_grant "
                                    "WHERE business_id = ?1 AND role_id = ?2 AND version = ?3",
                                    role.id, role.version));
    while (TRY(query.next())) {
        const auto permission = policy::permission_named(query.text(0));
        const auto reach = policy::reach_named(query.text(1));
        const auto condition = policy::switch_named(query.text(2));
        if (permission && reach && condition)
            role.cells[static_cast<std::size_t>(*permission)] = {*reach, *condition, policy::roles_in(query.text(3))};
    }
    return {};
}

}  // namespace

Outcome<CustomRoles> load_custom_roles(const BusinessReader& business, const policy::Model& model) {
    std::vector<policy::CustomRole> roles;
    {
        auto query = TRY(business.query(
            "SELECT id, version, name, made_from FROM custom_role r WHERE business_id = ?1 AND is_removed = 0 AND "
            "version = (SELECT MAX(version) FROM custom_role l WHERE l.business_id = ?1 AND l.id = r.id)"));
        while (TRY(query.next())) {
            const auto made_from = policy::role_named(query.text(3));
            if (!made_from) continue;
            policy::CustomRole role = policy::copy_of(model, *made_from);
            role.id = query.get<CustomRoleId>(0);
            role.version = query.integer(1);
            role.name = query.text(2);
            roles.push_back(std::move(role));
        }
    }
    std::ranges::sort(roles, {}, [](const policy::CustomRole& role) { return std::tie(role.name, role.id); });
    CustomRoles loaded;
    for (auto& role : roles) {
        TRY(load_grants(business, role));
        loaded.push_back(std::make_shared<const policy::CustomRole>(std::move(role)));
    }
    return loaded;
}

Outcome<void> add_custom_role_version(BusinessWriter& business, const policy::CustomRole& role,
                                      const policy::Model& model) {
    TRY(business.run("INSERT INTO custom_role (business_id, id, version, name, made_from, is_removed) "
                     "VALUES (?1, ?2, ?3, ?4, ?5, 0)",
                     role.id, role.version, role.name, policy::name_of(role.made_from)));
    for (const auto& [permission, cell] : policy::adjustments_of(role, model))
        TRY(business.run(
            "INSERT INTO custom_role_grant (business_id, role_id, version, permission, reach, condition, "
            "may_touch) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            role.id, role.version, policy::name_of(permission), policy::name_of(cell.reach),
            policy::name_of(cell.condition), policy::names_of(cell.may_touch)));
    return {};
}

Outcome<void> remove_custom_role(BusinessWriter& business, const policy::CustomRole& role) {
    TRY(business.run("INSERT INTO custom_role (business_id, id, version, name, made_from, is_removed) "
                     "VALUES (?1, ?2, ?3, ?4, ?5, 1)",
                     role.id, role.version + 1, role.name, policy::name_of(role.made_from)));
    TRY(business.run("UPDATE person SET roles_version = roles_version + 1 WHERE business_id = ?1 AND id IN "
                     "(SELECT person_id FROM person_custom_role WHERE business_id = ?1 AND role_id = ?2)",
                     role.id));
    TRY(business.run("DELETE FROM person_custom_role WHERE business_id = ?1 AND role_id = ?2", role.id));
    return {};
}

Outcome<std::vector<PersonId>> holders_of(const BusinessReader& business, CustomRoleId role) {
    auto query = TRY(business.query("SELECT person_id FROM person_custom_role WHERE business_id = ?1 AND "
                                    "role_id = ?2 ORDER BY person_id",
                                    role));
    std::vector<PersonId> holders;
    while (TRY(query.next())) holders.push_back(query.get<PersonId>(0));
    return holders;
}

}  // namespace loggia::storage
