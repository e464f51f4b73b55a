#pragma once

#include "core/base/time.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace loggia::scheduling {

inline constexpr minutes cell_length{5};

/// Which five-minute cells of one civil day are set. Cell 0 begins at local midnight and cells advance in
/// UTC, so a day has 288 of them, or 276 or 300 when the clocks change; the capacity holds the longest day
/// any zone has had.
class DaySet {
public:
    static constexpr int capacity = 320;

    [[nodiscard]] static DaySet full();

    void set(int from_cell, int to_cell);  ///< half open; clipped to the capacity
    void clear(int from_cell, int to_cell);
    [[nodiscard]] bool test(int cell) const;
    [[nodiscard]] bool none() const { return *this == DaySet{}; }
    [[nodiscard]] int count() const;

    DaySet& operator|=(const DaySet& other) {
        for (std::size_t i = 0; i < m_words.size(); ++i) m_words[i] |= other.m_words[i];
        return *this;
    }
    DaySet& operator&=(const DaySet& other) {
        for (std::size_t i = 0; i < m_words.size(); ++i) m_words[i] &= other.m_words[i];
        return *this;
    }
    DaySet& subtract(const DaySet& other) {
        for (std::size_t i = 0; i < m_words.size(); ++i) m_words[i] &= ~other.m_words[i];
        return *this;
    }

    /// Calls `visit(cell)` for every cell set, in order.
    template <class Visit>
    void each(Visit visit) const {
        for (std::size_t word = 0; word < m_words.size(); ++word)
            for (std::uint64_t left = m_words[word]; left != 0; left &= left - 1)
                visit(static_cast<int>(word) * word_bits + std::countr_zero(left));
    }

    bool operator==(const DaySet&) const = default;

private:
    friend class PeriodSet;
    static constexpr int word_bits = 64;

    std::array<std::uint64_t, capacity / word_bits> m_words{};
};

/// Which cells of several consecutive days are set, counted from the first cell of the first day on.
class PeriodSet {
public:
    /// Nothing set, in a period of so many cells.
    void reset(int cells);
    /// Half open; clipped to the period. Two words at a time and without asking which: whether a claim
    /// crosses from one word into the next is a coin toss that no processor predicts.
    void set(int from_cell, int to_cell) {
        constexpr int most_at_once = word_bits - 1;
        const int to = std::min(to_cell, m_cells);
        for (int from = std::max(from_cell, 0); from < to; from += most_at_once) {
            const std::uint64_t bits = (std::uint64_t{1} << std::min(to - from, most_at_once)) - 1;
            const auto word = static_cast<std::size_t>(from / word_bits);
            const int bit = from % word_bits;
            m_words[word] |= bits << bit;
            m_words[word + 1] |= bits >> 1 >> (most_at_once - bit);
        }
    }

    /// The day whose cell 0 is this cell of the period; what follows the day is in it too.
    [[nodiscard]] DaySet day_from(int first_cell) const;

private:
    static constexpr int word_bits = 64;

    int m_cells = 0;
    std::vector<std::uint64_t> m_words;
};

}  // namespace loggia::scheduling
