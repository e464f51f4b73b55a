#include "core/policy/assignment.h"

#include <algorithm>

namespace loggia::policy {
namespace {

using CustomRoles = std::vector<std::shared_ptr<const CustomRole>>;

bool holds(const CustomRoles& roles, CustomRoleId id) {
    return std::ranges::any_of(roles, [id](const auto& role) { return role->id == id; });
}

bool are_same(const HeldRoles& one, const HeldRoles& other) {
    const auto all_in = [](const CustomRoles& some, const CustomRoles& others) {
        return std::ranges::all_of(some, [&](const auto& role) { return holds(others, role->id); });
    };
    return one.roles == other.roles && all_in(one.custom_roles, other.custom_roles) &&
           all_in(other.custom_roles, one.custom_roles);
}

/// A custom role touches whom the role touches that it was made from.
RoleSet touched_by(const HeldRoles& held) {
    RoleSet touched = held.roles;
    for (const auto& role : held.custom_roles) touched.add(role->made_from);
    return touched;
}

Result<void> check_shape(const Model& model, const RoleChange& change) {
    if (!model.staff_roles().covers(change.after.roles))
        return fail(ErrorCode::invalid_input, "Only the roles of those who work here can be given.", "roles");
    if (are_same(change.before, change.after))
        return fail(ErrorCode::invalid_input, "These are the roles they have already.", "roles");
    if (change.before.empty() && (change.after.roles.count() != 1 || !change.after.custom_roles.empty()))
        return fail(ErrorCode::invalid_input, "Somebody new begins with one role that everybody knows.", "roles");
    return {};
}

/// A provider's account is a thing of its own, whoever else its holder is already (reading A1).
Result<void> check_provider_account(const Actor& author, const RoleChange& change) {
    const Role provider = Role::service_provider;
    if (change.before.roles.has(provider) || !change.after.roles.has(provider)) return {};
    const Decision decision = decide_any(author, Permission::create_service_provider);
    if (!decision) return fail(ErrorCode::forbidden, explain(decision, author));
    return {};
}

Result<void> check_grants_given(const Actor& author, const RoleChange& change) {
    for (const auto& role : change.after.custom_roles)
        if (!holds(change.before.custom_roles, role->id))
            if (const auto given = check_author(author, *role); !given) return given;
    return {};
}

Result<void> check_keepers(const Model& model, const RoleChange& change, const Headcount& team) {
    for (const Column& column : model.columns()) {
        const bool leaves = change.before.roles.has(column.role) && !change.after.roles.has(column.role);
        if (leaves && keepers_of(model).has(column.role) && team.of(column.role) <= 1)
            return fail(ErrorCode::conflict,
                        "Nobody else has the role “" + std::string(column.title) +
                            "”. Give it to somebody else first: without it nobody could run the business.",
                        "roles");
    }
    return {};
}

}  // namespace

void Headcount::add(RoleSet roles) {
    for (const Role role : all_roles)
        if (roles.has(role)) ++m_counts[static_cast<std::size_t>(role)];
}

Result<Decision> check_role_change(const Actor& author, const RoleChange& change, const Headcount& team) {
    const Model& model = *author.model;
    if (auto shape = check_shape(model, change); !shape) return std::unexpected(std::move(shape).error());
    const Decision decision = decide(author, needed_for(change), {.target_roles = touched_by(change)});
    if (!decision) return fail(ErrorCode::forbidden, explain(decision, author));
    for (auto refusal : {check_provider_account(author, change), check_grants_given(author, change),
                         check_keepers(model, change, team)})
        if (!refusal) return std::unexpected(std::move(refusal).error());
    return decision;
}

Permission needed_for(const RoleChange& change) {
    if (change.after.empty()) return Permission::remove_staff;
    if (!change.before.empty()) return Permission::assign_roles;
    return change.after.roles.has(Role::service_provider) ? Permission::create_service_provider
                                                          : Permission::create_staff;
}

RoleSet touched_by(const RoleChange& change) {
    RoleSet touched = touched_by(change.before);
    touched.add(touched_by(change.after));
    return touched;
}

RoleSet keepers_of(const Model& model) {
    RoleSet keepers{model.owner_role()};
    for (std::size_t column = 0; column < model.columns().size(); ++column) {
        const Role role = model.columns()[column].role;
        if (model.cell(Permission::assign_roles, column).may_touch.has(role)) keepers.add(role);
    }
    return keepers;
}

bool has_too_many_owners(const Model& model, const Headcount& team) {
    return team.of(model.owner_role()) > most_full_owners;
}

std::vector<Permission> permissions_added(const Model& model, const RoleChange& change) {
    RoleSet before = change.before.roles;
    before.add(Role::client);
    const auto is_new = [&](Permission permission, const Cell& wanted) {
        for (const Role role : all_roles)
            if (before.has(role) && covers(model.cell(permission, role), wanted)) return false;
        return std::ranges::none_of(change.before.custom_roles,
                                    [&](const auto& role) { return covers(role->cell(permission), wanted); });
    };
    std::vector<Permission> added;
    for (std::size_t row = 0; row < permission_count; ++row) {
        const auto permission = static_cast<Permission>(row);
        bool adds = false;
        for (const Role role : all_roles)
            adds = adds || (change.after.roles.has(role) && is_new(permission, model.cell(permission, role)));
        for (const auto& role : change.after.custom_roles) adds = adds || is_new(permission, role->cell(permission));
        if (adds) added.push_back(permission);
    }
    return added;
}

bool is_promotion(const Model& model, const RoleChange& change) { return !permissions_added(model, change).empty(); }

}  // namespace loggia::policy
