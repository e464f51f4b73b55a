#include "server/storage/claims.h"

#include <algorithm>
#include <vector>

// A statement is a literal, so its rows are written by the preprocessor.
#define INSERT_CLAIM "INSERT INTO claim (business_id, resource_id, unit, cell, booking_id) VALUES "
#define ROW(number) "(?1, ?2, 0, ?3 + " #number ", ?4)"

namespace loggia::storage {

namespace {

Outcome<void> insert_claim(BusinessWriter& business, ResourceId resource, int unit, std::int64_t cell,
                           BookingId booking) {
    TRY(business.run("INSERT INTO claim (business_id, resource_id, unit, cell, booking_id) "
                     "VALUES (?1, ?2, ?3, ?4, ?5)",
                     resource, unit, cell, booking));
    return {};
}

/// Of what there are several, the first units that are free in each cell. Whatever was free when it was looked up,
/// the key decides.
Outcome<void> insert_units(BusinessWriter& business, const Catalog& catalog, const domain::Need& need,
                           scheduling::CellRange cells, BookingId booking) {
    const int capacity = catalog.capacity_of(need.resource);
    const int units = std::max(capacity, catalog.units_of(need.resource));
    std::vector<std::vector<bool>> taken(static_cast<std::size_t>(units));
    std::vector<int> taken_in(static_cast<std::size_t>(cells.to - cells.from));
    for (int unit = 0; unit < units; ++unit) {
        auto& of_unit = taken[static_cast<std::size_t>(unit)];
        of_unit.resize(taken_in.size());
        TRY(read_unit(business, need.resource, unit, cells, [&](const Claim& claim) {
            for (std::int64_t cell = claim.cells.from; cell < claim.cells.to; ++cell) {
                const auto at = static_cast<std::size_t>(cell - cells.from);
                of_unit[at] = true;
                ++taken_in[at];
            }
        }));
    }
    for (std::int64_t cell = cells.from; cell < cells.to; ++cell) {
        const auto at = static_cast<std::size_t>(cell - cells.from);
        if (taken_in[at] + need.units > capacity)
            return std::unexpected(DatabaseError{FailureKind::unique, "every unit is taken"});
        int wanted = need.units;
        for (int unit = 0; unit < units && wanted > 0; ++unit) {
            if (taken[static_cast<std::size_t>(unit)][at]) continue;
            TRY(insert_claim(business, need.resource, unit, cell, booking));
            --wanted;
        }
    }
    return {};
}

/// Of what there is only one, several cells with one statement: where the database is another process each is a
/// message.
Outcome<void> insert_only_unit(BusinessWriter& business, ResourceId resource, scheduling::CellRange cells,
                               BookingId booking) {
    for (std::int64_t cell = cells.from; cell < cells.to;) {
        const std::int64_t left = cells.to - cell;
        if (left >= 12)
            TRY(business.run(INSERT_CLAIM ROW(0) "," ROW(1) "," ROW(2) "," ROW(3) "," ROW(4) "," ROW(5) "," ROW(
                                 6) "," ROW(7) "," ROW(8) "," ROW(9) "," ROW(10) "," ROW(11),
                             resource, cell, booking));
        else if (left >= 3)
            TRY(business.run(INSERT_CLAIM ROW(0) "," ROW(1) "," ROW(2), resource, cell, booking));
        else
            TRY(business.run(INSERT_CLAIM ROW(0), resource, cell, booking));
        cell += left >= 12 ? 12 : left >= 3 ? 3 : 1;
    }
    return {};
}

}  // namespace

Outcome<void> insert_claims(BusinessWriter& business, std::span<const domain::Need> resources,
                            scheduling::CellRange cells, BookingId booking) {
    const auto catalog = TRY(business.catalog());
    // Sorted, so that two transactions that want the same times meet at the first of them and never wait in a
    // circle.
    std::vector<domain::Need> sorted{resources.begin(), resources.end()};
    std::ranges::sort(sorted, {}, &domain::Need::resource);
    for (const auto& need : sorted) {
        const bool is_counted = need.units > 1 || catalog->units_of(need.resource) > 1;
        TRY(is_counted ? insert_units(business, *catalog, need, cells, booking)
                       : insert_only_unit(business, need.resource, cells, booking));
    }
    return {};
}

Outcome<void> delete_claims(BusinessWriter& business, std::span<const domain::Need> resources,
                            scheduling::CellRange cells, BookingId booking) {
    const auto catalog = TRY(business.catalog());
    for (const auto& need : resources)
        for (int unit = 0; unit < catalog->units_of(need.resource); ++unit)
            TRY(business.run("DELETE FROM claim WHERE business_id = ?1 AND resource_id = ?2 AND unit = ?3 "
                             "AND cell >= ?4 AND cell < ?5 AND booking_id = ?6",
                             need.resource, unit, cells.from, cells.to, booking));
    return {};
}

Outcome<void> read_unit(const BusinessReader& business, ResourceId resource, int unit, scheduling::CellRange cells,
                        const std::function<void(const Claim&)>& visit) {
    auto query = TRY(business.query("SELECT cell, booking_id FROM claim WHERE business_id = ?1 AND resource_id = ?2 "
                                    "AND unit = ?3 AND cell >= ?4 AND cell < ?5 ORDER BY cell",
                                    resource, unit, cells.from, cells.to));
    Claim claim{resource, {}, {}};
    while (TRY(query.next())) {
        const std::int64_t cell = query.integer(0);
        const BookingId booking{query.integer(1)};
        if (booking == claim.booking && cell == claim.cells.to) {
            ++claim.cells.to;
            continue;
        }
        if (claim.cells.to > claim.cells.from) visit(claim);
        claim = {
            resource, {cell, cell + 1},
             booking
        };
    }
    if (claim.cells.to > claim.cells.from) visit(claim);
    return {};
}

Outcome<void> read_claims(const BusinessReader& business, const Catalog& catalog, ResourceId resource,
                          scheduling::CellRange cells, const std::function<void(const Claim&)>& visit) {
    for (int unit = 0; unit < catalog.units_of(resource); ++unit)
        TRY(read_unit(business, resource, unit, cells, visit));
    return {};
}

}  // namespace loggia::storage
