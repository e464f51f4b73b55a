#include "server/storage/claims.h"

#include <algorithm>
#include <vector>

namespace loggia::storage {

Outcome<void> insert_claims(BusinessWriter& business, std::span<const ResourceId> resources,
                            scheduling::CellRange cells, BookingId booking) {
    // Sorted, so that two transactions that want the same times meet at the first of them and never wait in a
    // circle.
    std::vector<ResourceId> sorted{resources.begin(), resources.end()};
    std::ranges::sort(sorted);
    for (const ResourceId resource : sorted)
        for (std::int64_t cell = cells.from; cell < cells.to; ++cell)
            TRY(business.run("INSERT INTO claim (business_id, resource_id, unit, cell, booking_id) "
                             "VALUES (?1, ?2, 0, ?3, ?4)",
                             resource, cell, booking));
    return {};
}

Outcome<void> delete_claims(BusinessWriter& business, std::span<const ResourceId> resources,
                            scheduling::CellRange cells, BookingId booking) {
    for (const ResourceId resource : resources)
        TRY(business.run("DELETE FROM claim WHERE business_id = ?1 AND resource_id = ?2 AND unit = 0 "
                         "AND cell >= ?3 AND cell < ?4 AND booking_id = ?5",
                         resource, cells.from, cells.to, booking));
    return {};
}

Outcome<void> read_claims(const BusinessReader& business, ResourceId resource, scheduling::CellRange cells,
                          const std::function<void(const Claim&)>& visit) {
    auto query = TRY(business.query("SELECT cell, booking_id FROM claim WHERE business_id = ?1 AND resource_id = ?2 "
                                    "AND unit = 0 AND cell >= ?3 AND cell < ?4 ORDER BY cell",
                                    resource, cells.from, cells.to));
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

}  // namespace loggia::storage
