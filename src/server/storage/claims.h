#pragma once

#include "core/scheduling/free_times.h"
#include "server/storage/catalog.h"
#include "server/storage/store.h"

#include <functional>
#include <optional>
#include <span>

/// The rows that make a double booking impossible: one for each five minutes of each person, and of each unit of a
/// room or equipment, that is taken, under a key that cannot be there twice.
namespace loggia::storage {

/// A stretch of one resource's time taken by one booking.
struct Claim {
    ResourceId resource;
    scheduling::CellRange cells;
    BookingId booking;
    bool operator==(const Claim&) const = default;
};

[[nodiscard]] constexpr Instant instant_of_cell(std::int64_t cell) { return instant_of(cell * 300); }
[[nodiscard]] constexpr std::int64_t cell_of(Instant moment) {
    return std::chrono::floor<std::chrono::duration<std::int64_t, std::ratio<300>>>(moment.time_since_epoch())
        .count();
}

/// So many units of each, of what is there several times the first that are free, cell by cell: a unit is a number to
/// count with and not a certain chair. Fails with FailureKind::unique if any cell of any of them is taken; the
/// caller's savepoint undoes the others.
Outcome<void> insert_claims(BusinessWriter& business, std::span<const domain::Need> resources,
                            scheduling::CellRange cells, BookingId booking);

/// Only what belongs to the booking.
Outcome<void> delete_claims(BusinessWriter& business, std::span<const domain::Need> resources,
                            scheduling::CellRange cells, BookingId booking);

/// What of the cells of one unit of a resource is taken, ascending; cells of one booking that touch come as one
/// claim.
Outcome<void> read_unit(const BusinessReader& business, ResourceId resource, int unit, scheduling::CellRange cells,
                        const std::function<void(const Claim&)>& visit);

/// The same of all its units, one after another.
Outcome<void> read_claims(const BusinessReader& business, const Catalog& catalog, ResourceId resource,
                          scheduling::CellRange cells, const std::function<void(const Claim&)>& visit);

}  // namespace loggia::storage
