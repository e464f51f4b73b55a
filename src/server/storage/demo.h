#pragma once

#include "server/storage/demo_businesses.h"
#include "server/storage/people.h"

#include <string_view>

/// Fills a business to look at, with bookings in the weeks around the day it is loaded.
namespace loggia::storage {

/// Loads it into a database that does not hold it yet, in one transaction. `password` is the Argon2 string of
/// `demo_password`. For a store opened for writing before the writer starts.
[[nodiscard]] Result<BusinessId> load_demo(Store& store, const PasswordHash& password, Instant now,
                                           const DemoBusiness& demo = demo_businesses().front());

/// The same from a given text; invalid_input says where it is wrong.
[[nodiscard]] Result<BusinessId> load_demo(Store& store, std::string_view json, const PasswordHash& password,
                                           Instant now);

}  // namespace loggia::storage
