#include "server/storage/sweep.h"

#include "server/storage/answers.h"
#include "server/storage/bookings.h"
#include "server/storage/catalog.h"
#include "server/storage/changes.h"
#include "server/storage/commit_mark.h"

namespace loggia::storage {

Result<std::int64_t> sweep(BusinessWriter& business, Instant now) {
    const auto catalog = TRY(business.catalog());
    const std::int64_t released = TRY(release_expired_holds(business, *catalog->zone, now));
    TRY(business.run(
        "DELETE FROM booking_equipment WHERE business_id = ?1 AND booking_id IN (SELECT b.id FROM booking b "
        "WHERE b.business_id = ?1 AND b.client_id IS NULL AND b.status = 'cancelled' "
        "AND b.created_at < ?2)",
        now - days{1}));
    TRY(business.run("DELETE FROM booking WHERE business_id = ?1 AND client_id IS NULL AND status = 'cancelled' "
                     "AND created_at < ?2",
                     now - days{1}));
    TRY(business.run("DELETE FROM session WHERE business_id = ?1 AND expires_at <= ?2", now));
    TRY(business.run("DELETE FROM answer WHERE business_id = ?1 AND answered_at < ?2", now - answers_are_kept));
    TRY(forget_old_changes(business));
    TRY(forget_old_marks(business, now - days{1}));
    return released;
}

}  // namespace loggia::storage
