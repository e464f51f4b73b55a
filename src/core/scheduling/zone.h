#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace loggia::scheduling {

/// The rules of one IANA zone, from the table that a build step makes of the system's tzdata and both sides
/// compile in. A value: copy it freely. Valid for 1970–2100; transitions before 2024 may be missing.
class Zone {
public:
    /// Nothing if the table has no such name. Names are case-sensitive, as in tzdata; links are names too.
    [[nodiscard]] static const Zone* find(std::string_view name);
    [[nodiscard]] static const Zone& utc();
    [[nodiscard]] static std::span<const std::string_view> names();

    [[nodiscard]] std::string_view name() const;
    [[nodiscard]] seconds offset_at(Instant moment) const;
    [[nodiscard]] CivilTime to_civil(Instant moment) const;

    /// A wall time that the clocks skip maps to the first instant after the gap, one that they show twice to
    /// the first.
    [[nodiscard]] Instant to_instant(CivilTime time) const;

    /// The instants of local midnight and of the next one: 23, 24 or 25 hours apart, where midnight is
    /// skipped the first instant of the day.
    [[nodiscard]] TimeRange day(Date date) const;
    [[nodiscard]] Date date_at(Instant moment) const;

private:
    friend struct ZoneRows;
    explicit constexpr Zone(std::uint16_t row) : m_row(row) {}

    std::uint16_t m_row;  ///< in the table
};

}  // namespace loggia::scheduling
