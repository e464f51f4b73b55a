#pragma once

#include <expected>
#include <string>
#include <utility>

namespace loggia {

/// The kinds of failure the world can answer with. Each maps to one HTTP status (core/api/error_status.h).
enum class ErrorCode {
    invalid_input,    ///< what was sent is wrong; `field` names where
    unauthenticated,  ///< sign in first
    forbidden,        ///< the record is visible, the action is not allowed; the message says why
    not_found,        ///< there is no such thing, or it is out of reach
    conflict,         ///< it was possible a moment ago: somebody else was faster, or a rule now stands against it
    rate_limited,     ///< too often; come back after `retry_after_seconds`
    unavailable,      ///< the server is overloaded or stopping; come back after `retry_after_seconds`
    internal,         ///< a bug or a broken disk; nothing the caller can mend
};

/// A failure, worded so that the person it reaches can act on it.
struct Error {
    ErrorCode code = ErrorCode::internal;
    std::string message;
    std::string field;            ///< the input at fault, as a dotted path; empty if none is
    int retry_after_seconds = 0;  ///< only with rate_limited and unavailable

    bool operator==(const Error&) const = default;
};

template <class T> using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, std::string message, std::string field = {}) {
    return std::unexpected(Error{code, std::move(message), std::move(field), 0});
}

/// A failure that passes by itself: the caller is told when to come back.
[[nodiscard]] inline std::unexpected<Error> fail_for(ErrorCode code, int retry_after_seconds, std::string message) {
    return std::unexpected(Error{code, std::move(message), {}, retry_after_seconds});
}

}  // namespace loggia

/// Yields the value of a Result, or returns its error from the enclosing function.
#define TRY(...)                                                                                                     \
    (__extension__({                                                                                                 \
        auto&& loggia_try_result = (__VA_ARGS__);                                                                    \
        if (!loggia_try_result) return std::unexpected(std::move(loggia_try_result).error());                        \
        std::move(loggia_try_result).value();                                                                        \
    }))
