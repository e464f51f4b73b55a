#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace loggia {

/// A number that names one record and cannot be mistaken for the number of another kind of record.
/// Positive, 63 bits, made by the application (never by the database); on the wire it is decimal text.
template <class Kind> struct Id {
    std::int64_t value = 0;

    constexpr auto operator<=>(const Id&) const = default;
    [[nodiscard]] constexpr bool is_set() const { return value != 0; }
};

using BusinessId = Id<struct BusinessKind>;
using LocationId = Id<struct LocationKind>;
using ServiceId = Id<struct ServiceKind>;
using PersonId = Id<struct PersonKind>;      ///< anyone: client, dependent, staff
using ResourceId = Id<struct ResourceKind>;  ///< anything with a calendar of its own: who works, a room, equipment
using BookingId = Id<struct BookingKind>;
using SeriesId = Id<struct SeriesKind>;  ///< visits that were booked as one
using ClosureId = Id<struct ClosureKind>;
using LeaveId = Id<struct LeaveKind>;
using TeamId = Id<struct TeamKind>;
using CustomRoleId = Id<struct CustomRoleKind>;  ///< a role that a business made for itself

}  // namespace loggia

template <class Kind> struct std::hash<loggia::Id<Kind>> {
    std::size_t operator()(loggia::Id<Kind> id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
