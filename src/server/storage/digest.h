#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

/// Hashes of secrets that are long and random (never of passwords, which need Argon2). BLAKE2b, 256 bits.
namespace loggia::storage {

/// What is stored of a session token or a hold's secret: 64 hexadecimal digits.
[[nodiscard]] std::string hash_of_secret(std::string_view secret);

/// Without telling by its duration where two texts differ.
[[nodiscard]] bool equal_secrets(std::string_view left, std::string_view right);

/// base64 for addresses, without padding: 24 bytes give 32 characters.
[[nodiscard]] std::string url_text(std::span<const std::byte> bytes);

}  // namespace loggia::storage
