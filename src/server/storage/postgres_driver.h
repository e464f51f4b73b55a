#pragma once

#include "server/storage/driver.h"

/// PostgreSQL 12 or newer through libpq, and what speaks its protocol: several servers may share one database.
namespace loggia::storage {

/// "postgres://USER@HOST/NAME" in all the ways that libpq reads it. Waits a few seconds for a server that does not
/// answer. Whatever the database is set to, what is written is durable when COMMIT returns, a lock is waited for no
/// longer than five seconds, and a transaction that nobody goes on with ends by itself.
[[nodiscard]] Outcome<std::unique_ptr<Driver>> open_postgres(std::string_view connection_string, Access access);

/// `sql` with $1 for ?1, and so on; what stands in quotes is left alone.
[[nodiscard]] std::string with_dollar_parameters(std::string_view sql);

}  // namespace loggia::storage
