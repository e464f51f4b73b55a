#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>

namespace loggia::portal {

/// Keys that no two requests share: 128 bits of xoshiro256++ as hexadecimal text, from a seed of the browser's
/// crypto.
class KeySource {
public:
    explicit KeySource(std::span<const std::uint8_t, 32> seed);
    [[nodiscard]] std::string next();

private:
    std::uint64_t next_number();

    std::array<std::uint64_t, 4> m_state{};
};

}  // namespace loggia::portal
