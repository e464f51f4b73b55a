#pragma once

#include "server/http/requests_about.h"
#include "server/storage/changes.h"
#include "server/storage/people.h"
#include "server/storage/stored_world.h"
#include "server/storage/team.h"

/// The rows about who has which roles. Of those records everybody's are the same: there is no reach to them.
namespace loggia::testing {

inline constexpr CustomRoleId missing_role{4'000'000'003};
inline constexpr CustomRoleId other_role{3'000'000'005};  ///< of the other business

// ---- rows whose requests name no record -----------------------------------------------------------------------

template <>
inline Requests<api::ActingAs> requests_about<Row<"act_as">>(RecordedDemo&, const Account&) {
    return {};
}
template <>
inline Requests<api::NewTeamMember> requests_about<Row<"add_team_member">>(RecordedDemo& demo,
                                                                           const Account& account) {
    const PersonId person = demo.client();
    storage::must(demo.store().write(demo.business(), [&](storage::BusinessWriter& business) -> Result<int> {
        TRY(business.run("UPDATE person SET password_hash = 'any' WHERE business_id = ?1 AND id = ?2", person));
        return 0;
    }));
    const auto decision = policy::decide(account.actor, policy::Permission::create_staff,
                                         {.target_roles = {demo.catalog().model->entry_role()}});
    const std::string email = "somebody" + std::to_string(person.value) + "@example.org";
    return {
        {{}, Whose::own, {email, {}, "Helps out."}, {.is_there = true, .decision = decision}}
    };
}
template <>
inline Requests<api::SwitchChange> requests_about<Row<"change_switch">>(RecordedDemo& demo, const Account& account) {
    const auto which = policy::Switch::limited_staff_attendance;
    const bool is_on = storage::must(
        demo.store().read(demo.business(), [&](const storage::BusinessReader& business) -> Result<bool> {
            return TRY(business.catalog())->switches.is_on(which);
        }));
    const auto decision = policy::decide(account.actor, policy::Permission::set_access_rights, {});
    return {
        {{}, Whose::own, {which, !is_on, "They asked for it."}, {.is_there = true, .decision = decision}}
    };
}

// ---- rows about people ----------------------------------------------------------------------------------------

/// Somebody new with the lowest role.
inline PersonId team_member(RecordedDemo& demo) {
    const PersonId person = demo.client();
    storage::must(demo.store().write(demo.business(), [&](storage::BusinessWriter& business) -> Result<int> {
        const auto member = TRY(storage::find_team_member(business, person));
        TRY(storage::set_held_roles(business, *member,
                                    {.roles = {demo.catalog().model->entry_role()}, .custom_roles = {}}));
        return 0;
    }));
    return person;
}

template <>
inline Requests<api::RoleChange> requests_about<Row<"change_roles">>(RecordedDemo& demo, const Account& account) {
    const auto& model = *demo.catalog().model;
    const policy::Role before = model.entry_role(), after = model.columns()[3].role;
    const auto change_of = [&](PersonId person) { return api::RoleChange{person, 1, {after}, {}, "Grown into it."}; };
    const auto decision = policy::decide(account.actor, policy::Permission::assign_roles,
                                         {
                                             .target_roles = {before, after}
    });
    return {
        {"person_id", Whose::own,            change_of(team_member(demo)), {.is_there = true, .decision = decision}},
        {"person_id", Whose::anothers,       change_of(demo.client()),     {}                                      },
        {"person_id", Whose::other_business, change_of(other_person),      {}                                      },
        {"person_id", Whose::missing,        change_of(missing_person),    {}                                      },
    };
}

template <>
inline Requests<api::AccessHistoryRequest> requests_about<Row<"list_access_changes">>(RecordedDemo& demo,
                                                                                      const Account& account) {
    return {
        {"person_id", Whose::own,            {account.actor.person.value_or(demo.client()), {}}, {.is_there = true}},
        {"person_id", Whose::anothers,       {demo.client(), {}},                                {.is_there = true}},
        {"person_id", Whose::other_business, {other_person, {}},                                 {}                },
        {"person_id", Whose::missing,        {missing_person, {}},                               {}                },
    };
}

// ---- rows about the roles that a business made ----------------------------------------------------------------

/// A role whose grants whoever changes roles has all.
inline policy::Role role_to_copy(const policy::Model& model) {
    return model.columns()[model.columns().size() - 2].role;
}

inline void add_role(RecordedDemo& demo, BusinessId of, CustomRoleId id) {
    storage::must(demo.store().write(of, [&](storage::BusinessWriter& business) -> Result<int> {
        const auto catalog = TRY(business.catalog());
        if (catalog->find_custom_role(id)) return 0;
        auto role = policy::copy_of(*catalog->model, role_to_copy(*catalog->model));
        role.id = id;
        role.version = 1;
        role.name = "Made " + std::to_string(id.value);
        TRY(storage::add_custom_role_version(business, role, *catalog->model));
        TRY(storage::record_catalog_change(business, catalog->today(demo.now())));
        return 0;
    }));
}

/// Of this business and not yet named by anybody.
inline CustomRoleId new_role(RecordedDemo& demo) {
    const CustomRoleId id{demo.client().value};
    add_role(demo, demo.business(), id);
    return id;
}

/// Whoever may change the roles of the business may change those that allow no more than they may.
template <class Request>
Requests<Request> requests_about_roles(RecordedDemo& demo, const std::function<Request(CustomRoleId)>& request) {
    add_role(demo, other_business, other_role);
    const CustomRoleId removed{demo.client().value};
    return {
        {"role_id", Whose::own,            request(new_role(demo)), {.is_there = true}},
        {"role_id", Whose::anothers,       request(removed),        {}                },
        {"role_id", Whose::other_business, request(other_role),     {}                },
        {"role_id", Whose::missing,        request(missing_role),   {}                },
    };
}

template <>
inline Requests<api::CustomRoleDraft> requests_about<Row<"save_custom_role">>(RecordedDemo& demo, const Account&) {
    const auto role = role_to_copy(*demo.catalog().model);
    return requests_about_roles<api::CustomRoleDraft>(demo, [role](CustomRoleId id) {
        return api::CustomRoleDraft{id, 1, "Changed " + std::to_string(id.value), role, {}, "Less to do."};
    });
}
template <>
inline Requests<api::CustomRoleRemoval> requests_about<Row<"remove_custom_role">>(RecordedDemo& demo,
                                                                                  const Account&) {
    return requests_about_roles<api::CustomRoleRemoval>(
        demo, [](CustomRoleId id) { return api::CustomRoleRemoval{id, 1, "Nobody has it."}; });
}

}  // namespace loggia::testing
