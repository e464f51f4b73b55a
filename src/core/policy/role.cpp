#include "core/policy/role.h"

namespace loggia::policy {
namespace {

struct RoleNames {
    std::string_view name;
    std::string_view title;
};

constexpr std::array<RoleNames, all_roles.size()> role_names{
    {
     {"visitor", "Visitor"},
     {"client", "Client"},
     {"limited_staff", "Limited staff"},
     {"staff", "Staff"},
     {"manager", "Manager"},
     {"owner", "Owner"},
     }
};

}  // namespace

std::string_view name_of(Role role) { return role_names[static_cast<std::size_t>(role)].name; }

std::string_view title_of(Role role) { return role_names[static_cast<std::size_t>(role)].title; }

std::optional<Role> role_named(std::string_view name) {
    for (Role role : all_roles)
        if (name_of(role) == name) return role;
    return std::nullopt;
}

}  // namespace loggia::policy
