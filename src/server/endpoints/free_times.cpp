#include "core/scheduling/free_times.h"

#include "server/endpoints/date_range.h"
#include "server/endpoints/handlers.h"
#include "server/storage/snapshot.h"

namespace loggia::endpoints {

Result<api::FreeTimesView> list_free_times(const Call<api::FreeTimesRequest>& call, const BusinessReader& business) {
    const auto& request = call.request;
    const auto catalog = TRY(business.catalog());
    TRY(range_of_dates(*catalog->zone, request.from, request.to));
    const auto* service = catalog->find_service(request.service_id);
    if (!service) return fail(ErrorCode::not_found, "There is no such service.", "service_id");
    if (request.person_id && !catalog->find_staff(*request.person_id))
        return fail(ErrorCode::not_found, "There is no such person.", "person_id");

    const auto snapshot = TRY(storage::read_snapshot(business, *catalog, request.from, request.to, call.now));
    api::FreeTimesView view;
    view.seq = TRY(business.seq());
    for (const auto& time :
         scheduling::free_times(snapshot, {service, request.person_id, request.from, request.to, call.now}))
        view.times.push_back({time.starts_at, time.person, catalog->room_name(time.room)});
    return view;
}

}  // namespace loggia::endpoints
