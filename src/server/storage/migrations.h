#pragma once

#include "server/storage/database.h"

namespace loggia::storage {

/// Applies the migrations (migrations/*.sql, embedded) that the database has not had, in one transaction, and
/// writes down which it has had. A database newer than this program is refused.
Outcome<void> bring_schema_up_to_date(Connection& connection);

/// The number of the newest migration this program knows.
[[nodiscard]] int newest_schema_version();

}  // namespace loggia::storage
