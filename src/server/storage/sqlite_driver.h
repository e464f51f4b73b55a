#pragma once

#include "server/storage/driver.h"

struct sqlite3;

/// SQLite, in this process: one connection in the whole system writes.
namespace loggia::storage {

/// "sqlite:PATH". Creates the file if it is to be written; refuses an SQLite older than 3.51.3, which can corrupt a
/// database in WAL mode.
[[nodiscard]] Outcome<std::unique_ptr<Driver>> open_sqlite(std::string_view connection_string, Access access);

/// For backups and fault injection. Null if the driver is of another engine.
[[nodiscard]] sqlite3* sqlite_of(Driver& driver);

}  // namespace loggia::storage
