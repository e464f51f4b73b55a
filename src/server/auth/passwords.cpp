#include "server/auth/passwords.h"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace loggia::auth {

Passwords::Passwords(PasswordCost cost) {
    const PasswordCost least;
    m_cost.memory_bytes = std::max(cost.memory_bytes, least.memory_bytes);
    m_cost.passes = std::max(cost.passes, least.passes);
    std::array<char, 32> unknown_to_all{};
    randombytes_buf(unknown_to_all.data(), unknown_to_all.size());
    m_nobody = hash({unknown_to_all.data(), unknown_to_all.size()});
}

std::string Passwords::hash(std::string_view password) const {
    std::array<char, crypto_pwhash_STRBYTES> text{};
    const int outcome = crypto_pwhash_str_alg(text.data(), password.data(), password.size(), m_cost.passes,
                                              m_cost.memory_bytes, crypto_pwhash_ALG_ARGON2ID13);
    return outcome == 0 ? std::string(text.data()) : std::string{};
}

bool Passwords::verify(const std::string& hash, std::string_view password) const {
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

bool Passwords::verify_nobody(std::string_view password) const {
    // The result is thrown away on purpose: whoever guesses the random password still is nobody.
    [[maybe_unused]] const bool matched = verify(m_nobody, password);
    return false;
}

bool Passwords::needs_rehash(const std::string& hash) const {
    return crypto_pwhash_str_needs_rehash(hash.c_str(), m_cost.passes, m_cost.memory_bytes) != 0;
}

}  // namespace loggia::auth
