#include "core/policy/role.h"

#include "core/base/text.h"

namespace loggia::policy {
namespace {

struct RoleNames {
    Role role;
    std::string_view name;
    std::string_view title;
};

// clang-format off
constexpr std::array role_names{
    RoleNames{Role::visitor,           "visitor",           "Visitor"},
    RoleNames{Role::client,            "client",            "Client"},
    RoleNames{Role::limited_staff,     "limited_staff",     "Limited staff"},
    RoleNames{Role::staff,             "staff",             "Staff"},
    RoleNames{Role::manager,           "manager",           "Manager"},
    RoleNames{Role::owner,             "owner",             "Owner"},
    RoleNames{Role::service_provider,  "service_provider",  "Service provider"},
    RoleNames{Role::administrator,     "administrator",     "Administrator"},
    RoleNames{Role::member,            "member",            "Member"},
    RoleNames{Role::service_supporter, "service_supporter", "Service supporter"},
    RoleNames{Role::service_performer, "service_performer", "Service performer"},
    RoleNames{Role::admin,             "admin",             "Admin"},
    RoleNames{Role::owner_admin,       "owner_admin",       "Owner admin"},
};
// clang-format on

consteval bool one_row_per_role_in_order() {
    for (std::size_t i = 0; i < role_names.size(); ++i)
        if (role_names[i].role != static_cast<Role>(i) || all_roles[i] != static_cast<Role>(i)) return false;
    return role_names.size() == all_roles.size();
}
static_assert(one_row_per_role_in_order());

}  // namespace

std::string_view name_of(Role role) { return role_names[static_cast<std::size_t>(role)].name; }

std::string_view title_of(Role role) { return role_names[static_cast<std::size_t>(role)].title; }

std::optional<Role> role_named(std::string_view name) {
    for (Role role : all_roles)
        if (name_of(role) == name) return role;
    return std::nullopt;
}

RoleSet set_of(std::span<const Role> roles) {
    RoleSet set;
    for (const Role role : roles) set.add(role);
    return set;
}

std::vector<Role> list_of(RoleSet roles) {
    std::vector<Role> list;
    for (const Role role : all_roles)
        if (roles.has(role)) list.push_back(role);
    return list;
}

std::string names_of(RoleSet roles) {
    std::string names;
    for (const Role role : list_of(roles)) names.append(names.empty() ? "" : " ").append(name_of(role));
    return names;
}

RoleSet roles_in(std::string_view names) {
    RoleSet roles;
    for (const std::string_view name : text::split(names, ' '))
        if (const auto role = role_named(name)) roles.add(*role);
    return roles;
}

}  // namespace loggia::policy
