#pragma once

#include "core/api/endpoint.h"
#include "core/api/messages.h"

namespace loggia::api {

using enum Method;
using enum policy::Permission;

/// Every JSON endpoint. The server serves exactly this list, the portal can call nothing else, and an endpoint
/// without a permission does not compile. (The event stream at /api/events and /healthz carry no records and are not
/// rows.)
// clang-format off
using Endpoints = Catalogue<
    //        name                    method path                                 needs               request              response
    Endpoint< "show_business",        GET,   "/api/business",                     browse_business,    Nothing,             BusinessView  >,
    Endpoint< "list_services",        GET,   "/api/services",                     browse_services,    Nothing,             ServiceList   >,
    Endpoint< "list_staff",           GET,   "/api/staff",                        browse_staff,       Nothing,             StaffList     >,
    Endpoint< "list_free_times",      GET,   "/api/free-times",                   browse_free_times,  FreeTimesRequest,    FreeTimesView >,
    Endpoint< "create_hold",          POST,  "/api/holds",                        hold_time,          HoldRequest,         HoldView      >,
    Endpoint< "release_hold",         POST,  "/api/holds/{hold_id}/release",      hold_time,          HoldRelease,         Nothing       >,
    Endpoint< "register_client",      POST,  "/api/clients",                      register_client,    Registration,        SessionView   >,
    Endpoint< "sign_in",              POST,  "/api/sessions",                     sign_in,            SignIn,              SessionView   >,
    Endpoint< "sign_out",             POST,  "/api/sessions/end",                 view_own_session,   Nothing,             SessionView   >,
    Endpoint< "show_session",         GET,   "/api/session",                      view_own_session,   Nothing,             SessionView   >,
    Endpoint< "add_dependent",        POST,  "/api/dependents",                   add_dependent,      NewDependent,        DependentView >,
    Endpoint< "create_booking",       POST,  "/api/bookings",                     create_booking,     BookingRequest,      BookingView   >,
    Endpoint< "list_my_bookings",     GET,   "/api/my/bookings",                  view_own_bookings,  Nothing,             BookingList   >,
    Endpoint< "cancel_booking",       POST,  "/api/bookings/{booking_id}/cancel", cancel_booking,     BookingStep,         BookingView   >,
    Endpoint< "reschedule_booking",   POST,  "/api/bookings/{booking_id}/move",   reschedule_booking, BookingMove,         BookingView   >,
    Endpoint< "reassign_booking",     POST,  "/api/bookings/{booking_id}/staff",  change_booking_staff, BookingReassignment, BookingView >,
    Endpoint< "change_booking_room",  POST,  "/api/bookings/{booking_id}/room",   change_booking_room, BookingRoomChange,  BookingView   >,
    Endpoint< "complete_booking",     POST,  "/api/bookings/{booking_id}/complete", complete_booking, BookingStep,         BookingView   >,
    Endpoint< "mark_no_show",         POST,  "/api/bookings/{booking_id}/no-show", take_attendance,   BookingStep,         BookingView   >,
    Endpoint< "reopen_booking",       POST,  "/api/bookings/{booking_id}/reopen", take_attendance,    BookingStep,         BookingView   >,
    Endpoint< "reactivate_booking",   POST,  "/api/bookings/{booking_id}/reactivate", reactivate_booking, BookingStep,     BookingView   >,
    Endpoint< "list_other_times",     GET,   "/api/bookings/{booking_id}/free-times", reschedule_booking, OtherTimesRequest, FreeTimesView >,
    Endpoint< "list_coverage",        GET,   "/api/coverage",                     update_bookings_together, CoverageRequest, CoverageView  >,
    Endpoint< "change_bookings",      POST,  "/api/bookings/changes",             update_bookings_together, BookingBatch,  BookingList   >,
    Endpoint< "plan_series",          GET,   "/api/series/plan",                  create_booking,     SeriesPlanRequest,   SeriesPlanView>,
    Endpoint< "book_series",          POST,  "/api/series",                       create_booking,     SeriesRequest,       BookingList   >,
    Endpoint< "approve_booking",      POST,  "/api/bookings/{booking_id}/approve", create_booking,    BookingStep,         BookingView   >,
    Endpoint< "decline_booking",      POST,  "/api/bookings/{booking_id}/decline", cancel_booking,    BookingStep,         BookingView   >,
    Endpoint< "show_calendar_feed",   GET,   "/api/calendar-feed",                view_own_bookings,  Nothing,             CalendarFeedView>,
    Endpoint< "renew_calendar_feed",  POST,  "/api/calendar-feed",                view_own_bookings,  Nothing,             CalendarFeedAddress>,
    Endpoint< "end_calendar_feed",    POST,  "/api/calendar-feed/end",            view_own_bookings,  Nothing,             CalendarFeedView>,
    Endpoint< "list_booking_versions", GET,  "/api/bookings/{booking_id}/history", view_booking,      BookingQuery,        BookingHistory>,
    Endpoint< "show_booking",         GET,   "/api/bookings/{booking_id}",        view_booking,       BookingQuery,        BookingView   >,
    Endpoint< "list_calendar",        GET,   "/api/calendar",                     view_calendar,      CalendarRequest,     BookingList   >,
    Endpoint< "sync",                 GET,   "/api/sync",                         follow_changes,     SyncRequest,         SyncView      >,
    Endpoint< "act_as",               POST,  "/api/session/acting-as",            view_own_session,   ActingAs,            SessionView   >,
    Endpoint< "list_team",            GET,   "/api/team",                         view_roles,         Nothing,             TeamView      >,
    Endpoint< "add_team_member",      POST,  "/api/team",                         create_staff,       NewTeamMember,       RoleChangeView>,
    Endpoint< "change_roles",         POST,  "/api/team/{person_id}/roles",       assign_roles,       RoleChange,          RoleChangeView>,
    Endpoint< "save_custom_role",     POST,  "/api/roles",                        customise_roles,    CustomRoleDraft,     CustomRoleView>,
    Endpoint< "remove_custom_role",   POST,  "/api/roles/{role_id}/remove",       customise_roles,    CustomRoleRemoval,   Nothing       >,
    Endpoint< "change_switch",        POST,  "/api/switches",                     set_access_rights,  SwitchChange,        SwitchesView  >,
    Endpoint< "list_access_changes",  GET,   "/api/access-changes",               view_roles,         AccessHistoryRequest, AccessHistory>
>;
// clang-format on

static_assert(Endpoints::rows_differ());

template <Name name> using RequestOf = typename Endpoints::Find<name>::Request;
template <Name name> using ResponseOf = typename Endpoints::Find<name>::Response;

}  // namespace loggia::api
