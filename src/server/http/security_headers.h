#pragma once

#include <string_view>

namespace loggia::http {

/// On every response, whatever it is. Scripts and styles come as files only; WebAssembly may be compiled, no
/// string may be evaluated; forms post to us; nobody frames us; nobody else learns where a visitor comes from. We
/// do: without a referrer, browsers that do not know Sec-Fetch-Site say "Origin: null" with a form, which is refused.
inline constexpr std::string_view security_headers =
    "Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; "
    "img-src 'self' data: blob:; style-src 'self'; font-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types loggia\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: same-origin\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), microphone=(), geolocation=()\r\n";

/// Only where the name is not one of the machine itself: browsers ignore it over plain HTTP, and the names of
/// the machine must stay usable without TLS.
inline constexpr std::string_view transport_security_header =
    "Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n";

}  // namespace loggia::http
