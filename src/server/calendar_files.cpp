#include "server/calendar_files.h"

#include "core/base/text.h"
#include "server/caller.h"
#include "server/endpoints/calendar_events.h"
#include "server/storage/calendar_feeds.h"
#include "server/storage/digest.h"
#include "server/storage/people.h"

namespace loggia::server {

namespace {

constexpr std::string_view folder = "/calendar/";
constexpr std::string_view bookings_folder = "/calendar/bookings/";
constexpr std::string_view extension = ".ics";
constexpr std::size_t secret_length = 32;

std::string_view name_within(std::string_view path, std::string_view in) {
    path.remove_prefix(in.size());
    path.remove_suffix(extension.size());
    return path;
}

Result<calendar::Feed> feed_at(const storage::BusinessReader& business, std::string_view secret, Instant now) {
    const auto nothing = fail(ErrorCode::not_found, "There is no such calendar.");
    if (secret.size() != secret_length) return nothing;
    const auto owner = TRY(storage::owner_of_calendar_feed(business, storage::hash_of_secret(secret)));
    if (!owner) return nothing;
    return endpoints::feed_of(business, TRY(storage::actor_of(business, *owner)), now);
}

Result<calendar::Feed> booking_at(const storage::BusinessReader& business, const http::Request& request,
                                  Instant now) {
    const auto number = text::to_integer(name_within(request.path, bookings_folder));
    if (!number) return fail(ErrorCode::not_found, "There is no such booking.");
    const auto caller = TRY(caller_of(business, request, now));
    TRY(admit(caller.actor, policy::Permission::view_booking));
    return endpoints::event_file(business, caller.actor, BookingId{*number}, now);
}

}  // namespace

bool is_calendar_file(std::string_view path) {
    const auto in = path.starts_with(bookings_folder) ? bookings_folder : folder;
    return path.starts_with(in) && path.ends_with(extension) && path.size() > in.size() + extension.size();
}

http::Response answer_calendar_file(const http::Request& request, Services& services) {
    const Instant now = services.shared.clock();
    const bool is_booking = request.path.starts_with(bookings_folder);
    const auto feed = services.reader.read(services.shared.business,
                                           [&](const storage::BusinessReader& business) -> Result<calendar::Feed> {
                                               if (is_booking) return booking_at(business, request, now);
                                               return feed_at(business, name_within(request.path, folder), now);
                                           });
    if (!feed) return http::Response::failure(feed.error());
    auto response = http::Response::with_type(200, "text/calendar; charset=utf-8", calendar::to_icalendar(*feed));
    if (is_booking) response.add_header("Content-Disposition", "attachment; filename=\"booking.ics\"");
    response.name_route(is_booking ? "booking_file" : "calendar_feed");
    return response;
}

}  // namespace loggia::server
