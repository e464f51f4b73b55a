#pragma once

#include "core/policy/custom_role.h"
#include "server/storage/store.h"

#include <memory>
#include <vector>

/// The roles that a business made. Each change makes another version; the versions before stay.
namespace loggia::storage {

using CustomRoles = std::vector<std::shared_ptr<const policy::CustomRole>>;

/// Those in use, by name. A grant of a permission, reach or role that this server does not know is left out.
[[nodiscard]] Outcome<CustomRoles> load_custom_roles(const BusinessReader& business, const policy::Model& model);

/// Adds the role as it is: the first version of its id or the one after the last.
Outcome<void> add_custom_role_version(BusinessWriter& business, const policy::CustomRole& role,
                                      const policy::Model& model);

/// Takes it from everybody who holds it, and out of use.
Outcome<void> remove_custom_role(BusinessWriter& business, const policy::CustomRole& role);

/// Who holds it.
[[nodiscard]] Outcome<std::vector<PersonId>> holders_of(const BusinessReader& business, CustomRoleId role);

}  // namespace loggia::storage
