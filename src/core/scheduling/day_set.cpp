#include "core/scheduling/day_set.h"

namespace loggia::scheduling {

DaySet DaySet::full() {
    DaySet every;
    every.set(0, capacity);
    return every;
}

void DaySet::set(int from_cell, int to_cell) {
    const int from = std::max(from_cell, 0);
    const int to = std::min(to_cell, capacity);
    for (int word = from / word_bits; word * word_bits < to; ++word) {
        const int first = std::max(from - word * word_bits, 0);
        const int end = std::min(to - word * word_bits, word_bits);
        if (first < end)
            m_words[static_cast<std::size_t>(word)] |=
                ~std::uint64_t{0} << first & ~std::uint64_t{0} >> (word_bits - end);
    }
}

void DaySet::clear(int from_cell, int to_cell) {
    DaySet cleared;
    cleared.set(from_cell, to_cell);
    subtract(cleared);
}

bool DaySet::test(int cell) const {
    if (cell < 0 || cell >= capacity) return false;
    return (m_words[static_cast<std::size_t>(cell / word_bits)] >> (cell % word_bits) & 1U) != 0;
}

int DaySet::count() const {
    int total = 0;
    for (std::uint64_t word : m_words) total += std::popcount(word);
    return total;
}

void PeriodSet::reset(int cells) {
    m_cells = cells;
    // Room for a whole day from any cell on, and for the word it ends in.
    m_words.assign(static_cast<std::size_t>((cells + DaySet::capacity) / word_bits + 2), 0);
}

DaySet PeriodSet::day_from(int first_cell) const {
    DaySet day;
    const auto word = static_cast<std::size_t>(first_cell / word_bits);
    const int bit = first_cell % word_bits;
    for (std::size_t i = 0; i < day.m_words.size(); ++i) {
        // In two steps: shifting by all 64 bits at once is undefined.
        const std::uint64_t rest = m_words[word + i + 1] << 1 << (word_bits - 1 - bit);
        day.m_words[i] = m_words[word + i] >> bit | rest;
    }
    return day;
}

}  // namespace loggia::scheduling
