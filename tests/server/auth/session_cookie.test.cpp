#include "server/auth/session_cookie.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace loggia::auth;
using loggia::seconds;

namespace {

const std::string token(43, 'a');

}

TEST_CASE("A token is 256 random bits in letters a cookie can carry") {
    std::set<std::string> tokens;
    for (int count = 0; count < 1000; ++count) tokens.insert(new_session_token());
    CHECK(tokens.size() == 1000);
    for (const auto& one : tokens) CHECK(session_token_in("loggia=" + one, Transport::local) == one);
}

TEST_CASE("Over TLS the cookie is bound to the host, hidden from scripts and kept from other sites") {
    CHECK(session_cookie(token, Transport::tls, seconds{60}) ==
          "__Host-loggia=" + token + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=60; Secure");
    CHECK(ended_session_cookie(Transport::tls) ==
          "__Host-loggia=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0; Secure");
}

TEST_CASE("On the machine itself the cookie works without TLS, under another name") {
    CHECK(session_cookie(token, Transport::local, seconds{60}) ==
          "loggia=" + token + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=60");
}

TEST_CASE("The token is found among other cookies, and only under the name of its transport") {
    CHECK(session_token_in("theme=dark; loggia=" + token + "; a=b", Transport::local) == token);
    CHECK(session_token_in("__Host-loggia=" + token, Transport::tls) == token);
    CHECK_FALSE(session_token_in("loggia=" + token, Transport::tls));
    CHECK_FALSE(session_token_in("__Host-loggia=" + token, Transport::local));
    CHECK_FALSE(session_token_in("xloggia=" + token, Transport::local));
}

TEST_CASE("What is not one token of the right form is none") {
    for (const std::string& cookie :
         {std::string{}, std::string("loggia="), std::string("loggia"), "loggia=" + token + "a",
          "loggia=" + token.substr(1), "loggia=" + token.substr(1) + "=", "loggia=\"" + token + "\"",
          "loggia=" + token + "; loggia=" + token, "loggia=" + token + "; loggia=b"}) {
        INFO(cookie);
        CHECK_FALSE(session_token_in(cookie, Transport::local));
    }
}
