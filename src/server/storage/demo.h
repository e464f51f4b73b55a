#pragma once

#include "server/storage/demo_businesses.h"
#include "server/storage/people.h"

#include <string_view>
#include <vector>

/// Fills a business to look at, with bookings in the weeks around the day it is loaded.
namespace loggia::storage {

/// Loads it into a database that does not hold it yet, in one transaction. `password` is the Argon2 string of
/// `demo_password`. For a store opened for writing before the writer starts.
[[nodiscard]] Result<BusinessId> load_demo(Store& store, const PasswordHash& password, Instant now,
                                           const DemoBusiness& demo = demo_businesses().front());

/// The same from a given text; invalid_input says where it is wrong.
[[nodiscard]] Result<BusinessId> load_demo(Store& store, std::string_view json, const PasswordHash& password,
                                           Instant now);

/// One of the demo's accounts as it is now, whatever was done to it since it was loaded.
struct LivingAccount {
    domain::Person person;
    policy::Role role;  ///< the greatest it has
};
/// In the order of the demo's table. None of a business that no demo was loaded into.
[[nodiscard]] Outcome<std::vector<LivingAccount>> demo_accounts(const BusinessReader& business);

}  // namespace loggia::storage
