#include "portal/net/key_source.h"

#include <bit>

namespace loggia::portal {

KeySource::KeySource(std::span<const std::uint8_t, 32> seed) {
    for (std::size_t i = 0; i < seed.size(); ++i) m_state[i / 8] |= std::uint64_t{seed[i]} << (i % 8 * 8);
    if ((m_state[0] | m_state[1] | m_state[2] | m_state[3]) == 0)
        m_state[0] = 1;  // the one state that never leaves itself
}

std::uint64_t KeySource::next_number() {
    const std::uint64_t result = std::rotl(m_state[0] + m_state[3], 23) + m_state[0];
    const std::uint64_t shifted = m_state[1] << 17U;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= shifted;
    m_state[3] = std::rotl(m_state[3], 45);
    return result;
}

std::string KeySource::next() {
    static constexpr char digits[] = "0123456789abcdef";
    std::string key;
    for (int word = 0; word < 2; ++word) {
        const std::uint64_t number = next_number();
        for (unsigned shift = 0; shift < 64; shift += 4) key += digits[number >> shift & 15U];
    }
    return key;
}

}  // namespace loggia::portal
