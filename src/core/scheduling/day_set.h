#pragma once

#include "core/base/time.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace loggia::scheduling {

inline constexpr minutes cell_length{5};

/// Which five-minute cells of one civil day are set. Cell 0 begins at local midnight and cells advance in
/// UTC, so a day has 288 of them, or 276 or 300 when the clocks change; the capacity holds the longest day
/// any zone has had.
class DaySet {
public:
    static constexpr int capacity = 320;

    [[nodiscard]] static DaySet full();

    void set(int from_cell, int to_cell) {  ///< half open; clipped to the capacity
        each_mask(from_cell, to_cell,
                  [this](std::size_t word, std::uint64_t mask) { m_words[word] |= mask; });
    }
    void clear(int from_cell, int to_cell) {
        each_mask(from_cell, to_cell,
                  [this](std::size_t word, std::uint64_t mask) { m_words[word] &= ~mask; });
    }
    [[nodiscard]] bool test(int cell) const;
    [[nodiscard]] bool none() const;
    [[nodiscard]] int count() const;

    DaySet& operator|=(const DaySet& other);
    DaySet& operator&=(const DaySet& other);
    DaySet& subtract(const DaySet& other);

    /// Set where a run of `length` set cells begins. `length` ≥ 1. By doubling shifts: log2(length) steps.
    [[nodiscard]] DaySet starts_of_runs(int length) const;

    /// Every cell set moved towards later cells (positive) or earlier ones (negative).
    [[nodiscard]] DaySet shifted(int cells) const;

    /// Calls `visit(cell)` for every cell set, in order.
    template <class Visit>
    void each(Visit visit) const {
        for (std::size_t word = 0; word < m_words.size(); ++word)
            for (std::uint64_t left = m_words[word]; left != 0; left &= left - 1)
                visit(static_cast<int>(word) * word_bits + std::countr_zero(left));
    }

    bool operator==(const DaySet&) const = default;

private:
    static constexpr int word_bits = 64;

    template <class Change>
    static void each_mask(int from_cell, int to_cell, Change change) {
        const int from = std::max(from_cell, 0);
        const int to = std::min(to_cell, capacity);
        if (from >= to) return;
        const auto first = static_cast<std::size_t>(from / word_bits);
        const auto last = static_cast<std::size_t>((to - 1) / word_bits);
        const std::uint64_t head = ~std::uint64_t{0} << (from % word_bits);
        const std::uint64_t tail = ~std::uint64_t{0} >> (word_bits - 1 - (to - 1) % word_bits);
        for (std::size_t word = first; word <= last; ++word)
            change(word,
                   (word == first ? head : ~std::uint64_t{0}) & (word == last ? tail : ~std::uint64_t{0}));
    }

    std::array<std::uint64_t, capacity / word_bits> m_words{};
};

}  // namespace loggia::scheduling
