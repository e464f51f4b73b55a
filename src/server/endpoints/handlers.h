#pragma once

#include "core/api/messages.h"
#include "core/base/result.h"
#include "server/endpoints/call.h"
#include "server/storage/people.h"
#include "server/storage/sessions.h"
#include "server/storage/store.h"

/// The function behind every row of core/api/endpoints.h. Reads run inside Store::read, writes inside a job
/// of the Writer, wrapped in answer_once. A handler narrows to the caller's reach and hides the fields the
/// caller may not see; an id out of reach is not_found, an action not allowed on a visible record is
/// forbidden and says why.
namespace loggia::endpoints {

using storage::BusinessReader;
using storage::BusinessWriter;

// ---- the business page (business.cpp, free_times.cpp)
// -----------------------------------------------------------

[[nodiscard]] Result<api::BusinessView> show_business(const Call<api::Nothing>& call, const BusinessReader& business);
[[nodiscard]] Result<api::ServiceList> list_services(const Call<api::Nothing>& call, const BusinessReader& business);
[[nodiscard]] Result<api::StaffList> list_staff(const Call<api::Nothing>& call, const BusinessReader& business);
[[nodiscard]] Result<api::FreeTimesView> list_free_times(const Call<api::FreeTimesRequest>& call,
                                                         const BusinessReader& business);

// ---- holds (holds.cpp)
// ------------------------------------------------------------------------------------------

/// Keeps a time for whoever is given the secret, until it expires.
[[nodiscard]] Result<api::HoldView> create_hold(const Call<api::HoldRequest>& call, BusinessWriter& business);
/// A wrong secret is not_found. Releasing what has been released or has expired succeeds.
[[nodiscard]] Result<api::Nothing> release_hold(const Call<api::HoldRelease>& call, BusinessWriter& business);

// ---- people and sessions (registration.cpp, sessions.cpp)
// -------------------------------------------------------

/// All that can be said against a registration, before its password is hashed. Run it first: hashing is dear.
[[nodiscard]] Result<api::Nothing> check_registration(const Call<api::Registration>& call,
                                                      const BusinessReader& business);

/// `password` is the Argon2 string of the request's password; the handler never looks at the password itself
/// but to check it again. The caller opens the session (storage/sessions.h) for the person in the answer, in
/// the same job.
[[nodiscard]] Result<api::SessionView>
register_client(const Call<api::Registration>& call, const storage::PasswordHash& password, BusinessWriter& business);

/// The end of signing in, after the router found the credentials (storage/people.h) and verified the
/// password.
[[nodiscard]] Result<api::SessionView> sign_in(const Call<api::Nothing>& call, PersonId person,
                                               const storage::TokenHash& token, BusinessWriter& business);
[[nodiscard]] Result<api::SessionView> sign_out(const Call<api::Nothing>& call, const storage::TokenHash& token,
                                                BusinessWriter& business);
[[nodiscard]] Result<api::SessionView> show_session(const Call<api::Nothing>& call, const BusinessReader& business);
[[nodiscard]] Result<api::DependentView> add_dependent(const Call<api::NewDependent>& call, BusinessWriter& business);

// ---- bookings (bookings.cpp, booking_lists.cpp, sync.cpp)
// -------------------------------------------------------

/// Makes a hold a booking.
[[nodiscard]] Result<api::BookingView> create_booking(const Call<api::BookingRequest>& call,
                                                      BusinessWriter& business);
[[nodiscard]] Result<api::BookingView> show_booking(const Call<api::BookingQuery>& call,
                                                    const BusinessReader& business);
/// Mine and my dependents', cancelled ones too, from a year back on.
[[nodiscard]] Result<api::BookingList> list_my_bookings(const Call<api::Nothing>& call,
                                                        const BusinessReader& business);
/// What is not cancelled and lies within the caller's reach.
[[nodiscard]] Result<api::BookingList> list_calendar(const Call<api::CalendarRequest>& call,
                                                     const BusinessReader& business);
/// At most 1,000 changes; when the answer's seq is behind the business, ask again with it.
[[nodiscard]] Result<api::SyncView> sync(const Call<api::SyncRequest>& call, const BusinessReader& business);

// ---- what becomes of a booking (booking_changes.cpp, booking_history.cpp): the operations of
// core/booking/operation.h
// -------------------------------------------------------

[[nodiscard]] Result<api::BookingView> cancel_booking(const Call<api::BookingStep>& call, BusinessWriter& business);
[[nodiscard]] Result<api::BookingView> complete_booking(const Call<api::BookingStep>& call, BusinessWriter& business);
[[nodiscard]] Result<api::BookingView> mark_no_show(const Call<api::BookingStep>& call, BusinessWriter& business);
[[nodiscard]] Result<api::BookingView> reopen_booking(const Call<api::BookingStep>& call, BusinessWriter& business);
[[nodiscard]] Result<api::BookingView> reactivate_booking(const Call<api::BookingStep>& call,
                                                          BusinessWriter& business);
[[nodiscard]] Result<api::BookingView> reschedule_booking(const Call<api::BookingMove>& call,
                                                          BusinessWriter& business);
[[nodiscard]] Result<api::BookingView> reassign_booking(const Call<api::BookingReassignment>& call,
                                                        BusinessWriter& business);
[[nodiscard]] Result<api::BookingView> change_booking_room(const Call<api::BookingRoomChange>& call,
                                                           BusinessWriter& business);
/// What `reschedule_booking` would take now.
[[nodiscard]] Result<api::FreeTimesView> list_other_times(const Call<api::OtherTimesRequest>& call,
                                                          const BusinessReader& business);
/// The visits that a person is to serve, and who could serve them instead.
[[nodiscard]] Result<api::CoverageView> list_coverage(const Call<api::CoverageRequest>& call,
                                                      const BusinessReader& business);
/// Several at once: all of them, or none and the first that cannot be, by its field. One may take the time another
/// leaves.
[[nodiscard]] Result<api::BookingList> change_bookings(const Call<api::BookingBatch>& call, BusinessWriter& business);
[[nodiscard]] Result<api::BookingView> approve_booking(const Call<api::BookingStep>& call, BusinessWriter& business);
[[nodiscard]] Result<api::BookingView> decline_booking(const Call<api::BookingStep>& call, BusinessWriter& business);
/// Names of authors and reasons are for those who see the booking at work, and for authors themselves.
[[nodiscard]] Result<api::BookingHistory> list_booking_versions(const Call<api::BookingQuery>& call,
                                                                const BusinessReader& business);

// ---- several visits booked as one (series.cpp)
// -------------------------------------------------------

/// Every visit of the series, and what could be booked in place of those that cannot.
[[nodiscard]] Result<api::SeriesPlanView> plan_series(const Call<api::SeriesPlanRequest>& call,
                                                      const BusinessReader& business);
/// All of the visits or none, and the first that cannot be by its field.
[[nodiscard]] Result<api::BookingList> book_series(const Call<api::SeriesRequest>& call, BusinessWriter& business);

// ---- other calendars (calendar_feeds.cpp)
// -------------------------------------------------------

[[nodiscard]] Result<api::CalendarFeedView> show_calendar_feed(const Call<api::Nothing>& call,
                                                               const BusinessReader& business);
/// A new address; one that was there before leads nowhere any more.
[[nodiscard]] Result<api::CalendarFeedAddress> renew_calendar_feed(const Call<api::Nothing>& call,
                                                                   BusinessWriter& business);
[[nodiscard]] Result<api::CalendarFeedView> end_calendar_feed(const Call<api::Nothing>& call,
                                                              BusinessWriter& business);

// ---- who may do what (team.cpp, custom_roles.cpp, access_changes.cpp)
// -------------------------------------------------------

/// Whom the session acts as from now on, after the router found it by its cookie.
[[nodiscard]] Result<api::SessionView> act_as(const Call<api::ActingAs>& call, const storage::TokenHash& token,
                                              BusinessWriter& business);
/// Everybody who works here with their roles, and the roles that the business made.
[[nodiscard]] Result<api::TeamView> list_team(const Call<api::Nothing>& call, const BusinessReader& business);
[[nodiscard]] Result<api::RoleChangeView> add_team_member(const Call<api::NewTeamMember>& call,
                                                          BusinessWriter& business);
/// By the rules of core/policy/assignment.h. No role left: they do not work here any more.
[[nodiscard]] Result<api::RoleChangeView> change_roles(const Call<api::RoleChange>& call, BusinessWriter& business);
[[nodiscard]] Result<api::CustomRoleView> save_custom_role(const Call<api::CustomRoleDraft>& call,
                                                           BusinessWriter& business);
[[nodiscard]] Result<api::Nothing> remove_custom_role(const Call<api::CustomRoleRemoval>& call,
                                                      BusinessWriter& business);
[[nodiscard]] Result<api::SwitchesView> change_switch(const Call<api::SwitchChange>& call, BusinessWriter& business);
/// Newest first, fifty at a time.
[[nodiscard]] Result<api::AccessHistory> list_access_changes(const Call<api::AccessHistoryRequest>& call,
                                                             const BusinessReader& business);

}  // namespace loggia::endpoints
