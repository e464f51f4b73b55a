#pragma once

#include "portal/screens/screen.h"
#include "portal/team.h"

#include <optional>
#include <string>
#include <vector>

namespace loggia::portal {

/// A role that stands beside others: one of the model, or one that the business made.
struct RoleColumn {
    std::string key;
    std::string title;
    std::string people;  ///< "4 people"; empty where they are not counted
    policy::Role role;   ///< of a role of the business's own, the one it was made from
    CustomRolePointer made;

    [[nodiscard]] policy::Cell cell(const policy::Model& model, policy::Permission permission) const {
        return made ? made->cell(permission) : model.cell(permission, role);
    }
};

/// Those of the model, then those that the business made, as far as the team is here.
[[nodiscard]] std::vector<RoleColumn> role_columns(const Context& context);

}  // namespace loggia::portal
