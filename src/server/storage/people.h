#pragma once

#include "core/domain/person.h"
#include "core/policy/decide.h"
#include "server/storage/custom_roles.h"
#include "server/storage/store.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace loggia::storage {

/// An Argon2id string as libsodium writes it.
struct PasswordHash {
    std::string text;
};

struct Credentials {
    PersonId person;
    PasswordHash password;
};

/// Whose password to verify. `email` in any case. Nothing if nobody signs in with it; verify a dummy then, so
/// that the answer takes as long.
[[nodiscard]] Outcome<std::optional<Credentials>> find_credentials(const BusinessReader& business,
                                                                   std::string_view email);

[[nodiscard]] Outcome<std::optional<domain::Person>> find_person(const BusinessReader& business, PersonId person);

/// Whose account `manager` manages, oldest entry first.
[[nodiscard]] Outcome<std::vector<domain::Person>> dependents_of(const BusinessReader& business, PersonId manager);

[[nodiscard]] Outcome<policy::RoleSet> roles_of(const BusinessReader& business, PersonId person);

/// Those that the business made.
[[nodiscard]] Outcome<CustomRoles> custom_roles_of(const BusinessReader& business, PersonId person);

/// What the policy knows of a person who signed in.
[[nodiscard]] Outcome<policy::Actor> actor_of(const BusinessReader& business, PersonId person);

/// Fails with FailureKind::unique if the e-mail or the id is taken.
Outcome<void> add_person(BusinessWriter& business, const domain::Person& person, policy::RoleSet roles,
                         const std::optional<PasswordHash>& password, Instant now);

}  // namespace loggia::storage
