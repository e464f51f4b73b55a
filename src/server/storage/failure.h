#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <expected>
#include <string>

/// What can go wrong in a database, whichever it is.
namespace loggia::storage {

enum class FailureKind {
    unique,  ///< a key was already there
    retry,   ///< the transaction lost against another; run it again
    busy,    ///< the database is occupied for too long
    lost,    ///< the connection broke: what was not committed is undone; whether a COMMIT took effect is not known
    full,    ///< no space left
    io,      ///< the disk or the file is broken
    text,    ///< what was bound is not a text that every engine keeps: UTF-8 without NUL
    bug,     ///< wrong SQL, wrong use, no memory
};

struct DatabaseError {
    FailureKind kind = FailureKind::bug;
    std::string message;  ///< for the log; never shown to a caller

    /// What the caller of an endpoint hears of it: nothing about the database.
    operator Error() const;
    bool operator==(const DatabaseError&) const = default;
};

template <class T>
using Outcome = std::expected<T, DatabaseError>;

[[nodiscard]] inline std::unexpected<DatabaseError> failed(FailureKind kind, std::string message) {
    return std::unexpected(DatabaseError{kind, std::move(message)});
}

}  // namespace loggia::storage
