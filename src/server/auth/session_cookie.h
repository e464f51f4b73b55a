#pragma once

#include "core/base/time.h"

#include <optional>
#include <string>
#include <string_view>

/// The session token and the cookie it travels in. The token is 256 random bits; the server stores only its
/// hash, so a copy of the database signs nobody in.
namespace loggia::auth {

[[nodiscard]] std::string new_session_token();

/// The cookie is bound to our host, hidden from scripts and never sent along from another site. On the
/// machine's own names there is no TLS, and browsers refuse Secure cookies there: a plain cookie of another
/// name is used instead.
enum class Transport { tls, local };

/// Value of Set-Cookie that keeps the session for `life`.
[[nodiscard]] std::string session_cookie(std::string_view token, Transport transport, seconds life);
/// Value of Set-Cookie that ends it.
[[nodiscard]] std::string ended_session_cookie(Transport transport);

/// The token in a Cookie header, if there is exactly one and it has the form of one.
[[nodiscard]] std::optional<std::string> session_token_in(std::string_view cookie_header, Transport transport);

}  // namespace loggia::auth
