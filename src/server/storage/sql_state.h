#pragma once

#include "server/storage/failure.h"

#include <string_view>

namespace loggia::storage {

/// What a five-letter SQLSTATE of PostgreSQL, or of what speaks like it, means to us.
[[nodiscard]] FailureKind kind_of_sql_state(std::string_view state);

}  // namespace loggia::storage
