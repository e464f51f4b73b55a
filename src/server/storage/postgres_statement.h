#pragma once

#include "server/storage/driver.h"

#include <libpq-fe.h>

/// Of the PostgreSQL driver alone.
namespace loggia::storage {

struct ClearResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using PostgresResult = std::unique_ptr<PGresult, ClearResult>;

/// What libpq says, in one line.
[[nodiscard]] std::string message_of(std::string_view text);

/// Whether the statement did what it was `doing`; null is a failure too.
[[nodiscard]] Outcome<void> check(PGconn* connection, const PGresult* result, std::string_view doing);

/// On the server under `name`. `values` tell the types of the parameters.
[[nodiscard]] Outcome<std::unique_ptr<Statement>>
prepare_postgres(PGconn* connection, std::string name, std::string_view sql, std::span<const Value> values);

}  // namespace loggia::storage
