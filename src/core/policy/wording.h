#pragma once

#include "core/policy/permission.h"

/// How refusals speak of permissions.
namespace loggia::policy {

struct Wording {
    Permission permission;
    std::string_view name;     ///< on the wire and in the documentation
    std::string_view phrase;   ///< completes "Only owners can …" and "Sign in to …"
    std::string_view own;      ///< completes "You can only …" for those who reach what is their own
    std::string_view at_work;  ///< the same for staff who reach what they serve
};

[[nodiscard]] const Wording& wording_of(Permission permission);

}  // namespace loggia::policy
