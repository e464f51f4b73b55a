#include "server/storage/commit_mark.h"

namespace loggia::storage {

Outcome<void> leave_mark(BusinessWriter& business, const CommitMark& mark, Instant now) {
    TRY(business.run(
        "INSERT INTO commit_mark (business_id, writer_id, group_number, marked_at) VALUES (?1, ?2, ?3, ?4) "
        "ON CONFLICT (business_id, writer_id) DO UPDATE SET group_number = ?3, marked_at = ?4",
        mark.writer, mark.group, now));
    return {};
}

Outcome<bool> has_landed(const BusinessReader& business, const CommitMark& mark) {
    auto query = TRY(business.query("SELECT group_number FROM commit_mark WHERE business_id = ?1 AND writer_id = ?2",
                                    mark.writer));
    return TRY(query.next()) && query.integer(0) >= mark.group;
}

Outcome<void> forget_old_marks(BusinessWriter& business, Instant since) {
    TRY(business.run("DELETE FROM commit_mark WHERE business_id = ?1 AND marked_at < ?2", since));
    return {};
}

}  // namespace loggia::storage
