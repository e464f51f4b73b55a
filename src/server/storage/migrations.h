#pragma once

#include "server/storage/database.h"

#include <string>
#include <vector>

namespace loggia::storage {

/// Applies the migrations (migrations/*.sql, embedded) that the database has not had, in one transaction, and
/// writes down which it has had. A database newer than this program is refused. Several processes may do so at once.
Outcome<void> bring_schema_up_to_date(Connection& connection);

/// The number of the newest migration this program knows.
[[nodiscard]] int newest_schema_version();

/// Of all tables that the migrations make.
[[nodiscard]] std::vector<std::string> table_names();

/// Removes our tables with all that is in them, and nothing else.
Outcome<void> drop_everything(Connection& connection);

}  // namespace loggia::storage
