#include "server/storage/claims.h"

#include <algorithm>
#include <vector>

// A statement is a literal, so its rows are written by the preprocessor.
#define INSERT_CLAIM "INSERT INTO claim (business_id, resource_id, unit, cell, booking_id) VALUES "
#define ROW(number) "(?1, ?2, 0, ?3 + " #number ", ?4)"

namespace loggia::storage {

Outcome<void> insert_claims(BusinessWriter& business, std::span<const ResourceId> resources,
                            scheduling::CellRange cells, BookingId booking) {
    // Sorted, so that two transactions that want the same times meet at the first of them and never wait in a
    // circle.
    std::vector<ResourceId> sorted{resources.begin(), resources.end()};
    std::ranges::sort(sorted);
    for (const ResourceId resource : sorted)
        for (std::int64_t cell = cells.from; cell < cells.to;) {
            // Where the database is another process each statement is a message.
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
