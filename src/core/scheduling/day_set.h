#pragma once

#include "core/base/time.h"

#include <array>
#include <cstdint>

namespace loggia::scheduling {

inline constexpr minutes cell_length{5};

/// Which five-minute cells of one civil day are set. Cell 0 begins at local midnight and cells advance in UTC, so a
/// day has 288 of them, or 276 or 300 when the clocks change; the capacity holds the longest day any zone has had.
class DaySet {
  public:
    static constexpr int capacity = 320;

    void set(int from_cell, int to_cell);   ///< half open; clipped to the capacity
    void clear(int from_cell, int to_cell);
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

    bool operator==(const DaySet&) const = default;

  private:
    std::array<std::uint64_t, capacity / 64> m_words{};
};

} // namespace loggia::scheduling
