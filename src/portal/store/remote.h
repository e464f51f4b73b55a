#pragma once

#include "core/base/result.h"

#include <variant>

namespace loggia::portal {

struct NotAsked {
    bool operator==(const NotAsked&) const = default;
};
struct Loading {
    bool operator==(const Loading&) const = default;
};

/// What is known of something that lives on the server. A screen shows all four faces of it.
template <class Value> using Remote = std::variant<NotAsked, Loading, Value, Error>;

/// The value, if it is here.
template <class Value> [[nodiscard]] const Value* here(const Remote<Value>& remote) {
    return std::get_if<Value>(&remote);
}
template <class Value> [[nodiscard]] const Error* failure(const Remote<Value>& remote) {
    return std::get_if<Error>(&remote);
}
template <class Value> [[nodiscard]] bool is_loading(const Remote<Value>& remote) {
    return std::holds_alternative<Loading>(remote);
}
template <class Value> [[nodiscard]] bool is_not_asked(const Remote<Value>& remote) {
    return std::holds_alternative<NotAsked>(remote);
}

template <class Value> [[nodiscard]] Remote<Value> remote_of(Result<Value> result) {
    if (result) return std::move(*result);
    return std::move(result).error();
}

/// What was here stays when only its refreshing failed.
template <class Value> void refresh(Remote<Value>& remote, Result<Value> result) {
    if (result || !here(remote)) remote = remote_of(std::move(result));
}

}  // namespace loggia::portal
