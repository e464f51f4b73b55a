#include "server/endpoints/booking_views.h"
#include "server/endpoints/handlers.h"
#include "server/storage/changes.h"

#include <set>

namespace loggia::endpoints {

namespace {

/// Of several changes of one booking the last is enough: the record is what it is now.
std::vector<storage::Change> latest_of_each(const std::vector<storage::Change>& changes) {
    std::set<std::pair<BookingId, Date>> seen;
    std::vector<storage::Change> latest;
    for (auto change = changes.rbegin(); change != changes.rend(); ++change)
        if (seen.emplace(change->booking, change->on).second) latest.push_back(*change);
    return {latest.rbegin(), latest.rend()};
}

}  // namespace

Result<api::SyncView> sync(const Call<api::SyncRequest>& call, const BusinessReader& business) {
    if (call.request.since < 0)
        return fail(ErrorCode::invalid_input, "There is no change before the first.", "since");
    const auto changes = TRY(storage::changes_since(business, call.request.since));
    api::SyncView view{changes.head, changes.complete, TRY(business.catalog())->version, {}};
    if (changes.list.empty()) return view;

    view.seq = changes.list.back().seq;
    const auto views = TRY(BookingViews::for_caller(business, call.actor, call.now));
    for (const auto& change : latest_of_each(changes.list)) {
        api::ChangeView shown{change.seq, change.on, std::nullopt};
        // A visitor sees no booking, so none is looked up for one.
        const auto booking = call.actor.person ? TRY(storage::find_booking(business, change.booking)) : std::nullopt;
        if (booking && views.may_see(*booking)) shown.booking = views.view(*booking);
        view.changes.push_back(std::move(shown));
    }
    return view;
}

}  // namespace loggia::endpoints
