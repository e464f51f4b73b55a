#pragma once

#include "core/policy/role.h"
#include "server/storage/people.h"

#include <span>
#include <string_view>

/// A business to look at: assets/demo/studio.json, with bookings in the weeks around the day it is loaded.
namespace loggia::storage {

inline constexpr std::string_view demo_password = "harbour-demo-2026";

struct DemoAccount {
    std::string_view email;
    std::string_view name;
    policy::Role role;  ///< the highest it has
};

/// One for each role, for printing; all with `demo_password`.
[[nodiscard]] std::span<const DemoAccount> demo_accounts();

/// Loads it into a database that does not hold it yet, in one transaction. `password` is the Argon2 string of
/// `demo_password`. For a store opened for writing before the writer starts.
[[nodiscard]] Result<BusinessId> load_demo(Store& store, const PasswordHash& password, Instant now);

/// The same from a given text; invalid_input says where it is wrong.
[[nodiscard]] Result<BusinessId> load_demo(Store& store, std::string_view json, const PasswordHash& password,
                                           Instant now);

}  // namespace loggia::storage
