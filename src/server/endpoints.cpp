#include "server/endpoints.h"

#include "server/credentials.h"
#include "server/endpoints/handlers.h"

namespace loggia::server {

Router make_router() {
    Router router;
    // clang-format off
    router.mount(
        serve<"show_business">(endpoints::show_business),
        serve<"list_services">(endpoints::list_services),
        serve<"list_staff">(endpoints::list_staff),
        serve<"list_free_times">(endpoints::list_free_times),
        serve<"create_hold">(endpoints::create_hold, &auth::RateLimits::holds),
        serve<"release_hold">(endpoints::release_hold),
        serve<"register_client">(register_client, &auth::RateLimits::registrations),
        serve<"sign_in">(sign_in, &auth::RateLimits::sign_ins),
        serve<"sign_out">(sign_out),
        serve<"show_session">(endpoints::show_session),
        serve<"add_dependent">(endpoints::add_dependent),
        serve<"create_booking">(endpoints::create_booking),
        serve<"list_my_bookings">(endpoints::list_my_bookings),
        serve<"cancel_booking">(endpoints::cancel_booking),
        serve<"reschedule_booking">(endpoints::reschedule_booking),
        serve<"reassign_booking">(endpoints::reassign_booking),
        serve<"change_booking_room">(endpoints::change_booking_room),
        serve<"complete_booking">(endpoints::complete_booking),
        serve<"mark_no_show">(endpoints::mark_no_show),
        serve<"reopen_booking">(endpoints::reopen_booking),
        serve<"reactivate_booking">(endpoints::reactivate_booking),
        serve<"list_other_times">(endpoints::list_other_times),
        serve<"plan_series">(endpoints::plan_series),
        serve<"book_series">(endpoints::book_series),
        serve<"approve_booking">(endpoints::approve_booking),
        serve<"decline_booking">(endpoints::decline_booking),
        serve<"show_calendar_feed">(endpoints::show_calendar_feed),
        serve<"renew_calendar_feed">(endpoints::renew_calendar_feed),
        serve<"end_calendar_feed">(endpoints::end_calendar_feed),
        serve<"list_coverage">(endpoints::list_coverage),
        serve<"change_bookings">(endpoints::change_bookings),
        serve<"list_booking_versions">(endpoints::list_booking_versions),
        serve<"show_booking">(endpoints::show_booking),
        serve<"list_calendar">(endpoints::list_calendar),
        serve<"sync">(endpoints::sync),
        serve<"act_as">(act_as),
        serve<"list_team">(endpoints::list_team),
        serve<"add_team_member">(endpoints::add_team_member),
        serve<"change_roles">(endpoints::change_roles),
        serve<"save_custom_role">(endpoints::save_custom_role),
        serve<"remove_custom_role">(endpoints::remove_custom_role),
        serve<"change_switch">(endpoints::change_switch),
        serve<"list_access_changes">(endpoints::list_access_changes));
    // clang-format on
    return router;
}

}  // namespace loggia::server
