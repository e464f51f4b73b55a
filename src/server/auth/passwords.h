#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Argon2id. Every call here takes tens of milliseconds and as much memory as it says: on the hashing worker
/// only.
namespace loggia::auth {

/// What a hash costs. The default is the least that OWASP accepts; a business with more memory to spare
/// raises it.
struct PasswordCost {
    std::size_t memory_bytes = 19 * 1024 * 1024;
    unsigned long long passes = 2;
};

class Passwords {
public:
    /// Costs below the default are raised to it.
    explicit Passwords(PasswordCost cost = {});

    /// For storing. Empty if there is not enough memory.
    [[nodiscard]] std::string hash(std::string_view password) const;

    [[nodiscard]] bool verify(const std::string& hash, std::string_view password) const;

    /// What to do when there is nobody of that name: takes as long as `verify` and is never true, so that the
    /// answer does not tell who is registered.
    bool verify_nobody(std::string_view password) const;

    /// Whether the hash was made at another cost than today's.
    [[nodiscard]] bool needs_rehash(const std::string& hash) const;

private:
    PasswordCost m_cost;
    std::string m_nobody;
};

}  // namespace loggia::auth
