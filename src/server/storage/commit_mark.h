#pragma once

#include "server/storage/store.h"

#include <cstdint>

/// How a writer whose connection broke during COMMIT finds out whether the commit took effect: each group of changes
/// leaves its number in its own transaction.
namespace loggia::storage {

struct CommitMark {
    std::int64_t writer = 0;  ///< a random number of each writer
    std::int64_t group = 0;
};

Outcome<void> leave_mark(BusinessWriter& business, const CommitMark& mark, Instant now);

/// Whether the transaction that left the mark, or a later one of the writer, took effect. To be asked behind the lock
/// of the business, which the transaction in question holds for as long as it is not over.
[[nodiscard]] Outcome<bool> has_landed(const BusinessReader& business, const CommitMark& mark);

/// Lets go of the marks of writers that have not been heard of since.
Outcome<void> forget_old_marks(BusinessWriter& business, Instant since);

}  // namespace loggia::storage
