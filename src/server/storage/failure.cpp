#include "server/storage/failure.h"

namespace loggia::storage {

DatabaseError::operator Error() const {
    switch (kind) {
    case FailureKind::unique:
        return {ErrorCode::conflict, "Somebody else changed that a moment ago. Please try again.", {}, 0};
    case FailureKind::retry:
    case FailureKind::busy: return {ErrorCode::unavailable, "The server is busy. Please try again.", {}, 1};
    case FailureKind::lost:
        return {ErrorCode::unavailable, "The server cannot reach its records right now. Please try again.", {}, 2};
    case FailureKind::full:
        return {ErrorCode::unavailable, "The server cannot save anything right now. Please try later.", {}, 60};
    case FailureKind::text:
        return {ErrorCode::invalid_input, "There is a character in it that cannot be kept.", {}, 0};
    case FailureKind::io:
    case FailureKind::bug: break;
    }
    return {ErrorCode::internal, "Something went wrong on our side. Nothing was changed.", {}, 0};
}

}  // namespace loggia::storage
