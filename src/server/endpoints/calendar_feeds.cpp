#include "server/storage/calendar_feeds.h"

#include "server/endpoints/handlers.h"
#include "server/endpoints/new_numbers.h"

namespace loggia::endpoints {

Result<api::CalendarFeedView> show_calendar_feed(const Call<api::Nothing>& call, const BusinessReader& business) {
    return api::CalendarFeedView{TRY(storage::calendar_feed_made_at(business, *call.actor.person))};
}

Result<api::CalendarFeedAddress> renew_calendar_feed(const Call<api::Nothing>& call, BusinessWriter& business) {
    const std::string secret = new_secret(call.random);
    TRY(storage::set_calendar_feed(business, *call.actor.person, storage::hash_of_secret(secret), call.now));
    return api::CalendarFeedAddress{"/calendar/" + secret + ".ics"};
}

Result<api::CalendarFeedView> end_calendar_feed(const Call<api::Nothing>& call, BusinessWriter& business) {
    TRY(storage::end_calendar_feed(business, *call.actor.person));
    return api::CalendarFeedView{};
}

}  // namespace loggia::endpoints
