#pragma once

#include "server/auth/session_cookie.h"
#include "ui/host.h"

#include <string>
#include <string_view>
#include <vector>

/// Cookies that a page needs: the session's, as it changes while a page is made, and the small things the portal
/// keeps.
namespace loggia::server {

/// A Cookie header as the browser would send it after this Set-Cookie value.
[[nodiscard]] std::string cookies_after(std::string_view cookie_header, std::string_view set_cookie);

/// What the portal keeps in a browser that runs no script. Anything malformed is as if it were not there.
[[nodiscard]] std::vector<ui::Stored> kept_in(std::string_view cookie_header, auth::Transport transport);

/// Value of Set-Cookie that keeps these; empty if they are too much for a cookie. web/ moves them into the browser's
/// own storage when the canvas takes over, so scripts may read it.
[[nodiscard]] std::string kept_cookie(const std::vector<ui::Stored>& stored, auth::Transport transport);

}  // namespace loggia::server
