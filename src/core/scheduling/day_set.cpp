#include "core/scheduling/day_set.h"

namespace loggia::scheduling {

DaySet DaySet::full() {
    DaySet every;
    every.set(0, capacity);
    return every;
}

bool DaySet::test(int cell) const {
    if (cell < 0 || cell >= capacity) return false;
    return (m_words[static_cast<std::size_t>(cell / word_bits)] >> (cell % word_bits) & 1U) != 0;
}

bool DaySet::none() const {
    return std::ranges::all_of(m_words, [](std::uint64_t word) { return word == 0; });
}

int DaySet::count() const {
    int total = 0;
    for (std::uint64_t word : m_words)
        total += std::popcount(word);
    return total;
}

DaySet& DaySet::operator|=(const DaySet& other) {
    for (std::size_t i = 0; i < m_words.size(); ++i)
        m_words[i] |= other.m_words[i];
    return *this;
}

DaySet& DaySet::operator&=(const DaySet& other) {
    for (std::size_t i = 0; i < m_words.size(); ++i)
        m_words[i] &= other.m_words[i];
    return *this;
}

DaySet& DaySet::subtract(const DaySet& other) {
    for (std::size_t i = 0; i < m_words.size(); ++i)
        m_words[i] &= ~other.m_words[i];
    return *this;
}

DaySet DaySet::starts_of_runs(int length) const {
    DaySet starts = *this;
    for (int reached = 1; reached < length;) {
        const int step = std::min(reached, length - reached);
        starts &= starts.shifted(-step);
        reached += step;
    }
    return starts;
}

DaySet DaySet::shifted(int cells) const {
    DaySet moved;
    if (cells <= -capacity || cells >= capacity) return moved;
    const int distance = cells < 0 ? -cells : cells;
    const auto words = static_cast<std::size_t>(distance / word_bits);
    const int bits = distance % word_bits;
    const std::size_t count = m_words.size();
    for (std::size_t i = words; i < count; ++i) {
        // Counted from the end the cells move to: `i` receives what lies `words` and, for the bits that cross
        // over, one more behind.
        const std::size_t near = i - words;
        const bool is_edge = near == 0;
        if (cells >= 0) {
            const std::uint64_t crossing = bits == 0 || is_edge ? 0 : m_words[near - 1] >> (word_bits - bits);
            moved.m_words[i] = m_words[near] << bits | crossing;
        } else {
            const std::uint64_t crossing =
                bits == 0 || is_edge ? 0 : m_words[count - near] << (word_bits - bits);
            moved.m_words[count - 1 - i] = m_words[count - 1 - near] >> bits | crossing;
        }
    }
    return moved;
}

}  // namespace loggia::scheduling
