#pragma once

#include "core/api/messages.h"

#include <concepts>
#include <cstddef>
#include <utility>

/// Lists the fields of every message once; reading and writing are derived from it. Leaving a field out does not
/// compile. Used by json.cpp alone.
namespace loggia::api {

/// Converts to whatever an aggregate's field asks for; never runs.
struct AnyField {
    template <class Field> operator Field&() const&;    // NOLINT
    template <class Field> operator Field&&() const&&;  // NOLINT
};

template <class Message, std::size_t... Index>
consteval bool takes_fields(std::index_sequence<Index...>) {
    return requires { Message{(static_cast<void>(Index), AnyField{})...}; };
}

template <class Message, std::size_t count = 0> consteval std::size_t field_count() {
    if constexpr (takes_fields<Message>(std::make_index_sequence<count + 1>{}))
        return field_count<Message, count + 1>();
    else
        return count;
}

#define LOGGIA_PARENTHESES ()
#define LOGGIA_EXPAND(...) LOGGIA_EXPAND_3(LOGGIA_EXPAND_3(LOGGIA_EXPAND_3(__VA_ARGS__)))
#define LOGGIA_EXPAND_3(...) LOGGIA_EXPAND_2(LOGGIA_EXPAND_2(LOGGIA_EXPAND_2(__VA_ARGS__)))
#define LOGGIA_EXPAND_2(...) LOGGIA_EXPAND_1(LOGGIA_EXPAND_1(LOGGIA_EXPAND_1(__VA_ARGS__)))
#define LOGGIA_EXPAND_1(...) __VA_ARGS__
#define LOGGIA_EACH(visit, ...) __VA_OPT__(LOGGIA_EXPAND(LOGGIA_EACH_STEP(visit, __VA_ARGS__)))
#define LOGGIA_EACH_STEP(visit, field, ...)                                                                          \
    visit(field) __VA_OPT__(LOGGIA_EACH_AGAIN LOGGIA_PARENTHESES(visit, __VA_ARGS__))
#define LOGGIA_EACH_AGAIN() LOGGIA_EACH_STEP

#define LOGGIA_COUNT_FIELD(field) +1
#define LOGGIA_VISIT_FIELD(field) visit(#field, message.field);

#define MESSAGE(Type, ...)                                                                                           \
    static_assert(field_count<Type>() == 0 LOGGIA_EACH(LOGGIA_COUNT_FIELD, __VA_ARGS__),                             \
                  #Type " has a field that is missing from core/api/fields.h");                                      \
    template <class Visit, class Message>                                                                            \
        requires std::same_as<std::remove_const_t<Message>, Type>                                                    \
    void each_field(Visit& visit, Message& message) {                                                                \
        static_cast<void>(visit);                                                                                    \
        static_cast<void>(message);                                                                                  \
        LOGGIA_EACH(LOGGIA_VISIT_FIELD, __VA_ARGS__)                                                                 \
    }

// clang-format off
MESSAGE(Money, minor_units, currency)
MESSAGE(Nothing)
MESSAGE(DemoAccountView, email, name, role)
MESSAGE(DemoView, password, accounts)
MESSAGE(BusinessView, slug, name, short_name, zone, locale, brand_color, location_name, location_address,
        minimum_notice_minutes, horizon_days, free_cancellation_minutes,
        free_reschedule_minutes, hold_minutes, demo)
MESSAGE(ServiceView, id, name, description, icon, duration_minutes, price, performers, needs_approval)
MESSAGE(ServiceList, services)
MESSAGE(StaffView, id, name, color)
MESSAGE(StaffList, staff)
MESSAGE(FreeTimesRequest, service_id, person_id, from, to)
MESSAGE(FreeTimeView, starts_at, person_id, room_name)
MESSAGE(FreeTimesView, seq, times)
MESSAGE(HoldRequest, service_id, person_id, starts_at)
MESSAGE(HoldView, id, secret, service_id, person_id, room_name, starts_at, ends_at, expires_at)
MESSAGE(HoldRelease, hold_id, secret)
MESSAGE(NewDependent, name, born)
MESSAGE(Registration, name, email, phone, password, dependents)
MESSAGE(SignIn, email, password)
MESSAGE(GrantView, permission, reach, condition, may_touch)
MESSAGE(CustomRoleView, id, version, name, made_from, adjustments)
MESSAGE(CustomRoleDraft, role_id, version, name, made_from, adjustments, reason)
MESSAGE(CustomRoleRemoval, role_id, version, reason)
MESSAGE(TeamMemberView, id, name, version, roles, custom_roles, unused)
MESSAGE(TeamView, members, custom_roles)
MESSAGE(RoleChange, person_id, version, roles, custom_roles, reason)
MESSAGE(NewTeamMember, email, role, reason)
MESSAGE(RoleChangeView, member, is_promotion, has_too_many_owners)
MESSAGE(SwitchChange, which, is_on, reason)
MESSAGE(SwitchesView, switches)
MESSAGE(ActingAs, role)
MESSAGE(AccessHistoryRequest, person_id, before)
MESSAGE(AccessChangeView, id, made_at, author_name, permission, granted_by, person_id, person_name, before, after,
        custom_role_name, which, reason)
MESSAGE(AccessHistory, changes, has_more)
MESSAGE(DependentView, id, name, born)
MESSAGE(PersonView, id, name, email, phone, roles, custom_roles, dependents)
MESSAGE(SessionView, person, role_model, switches, acting_as, seq, catalog_version)
MESSAGE(BookingRequest, hold_id, secret, for_person_id)
MESSAGE(BookingStep, booking_id, version, reason)
MESSAGE(BookingMove, booking_id, version, starts_at, person_id, reason)
MESSAGE(BookingReassignment, booking_id, version, person_id, reason)
MESSAGE(BookingRoomChange, booking_id, version, room_id, reason)
MESSAGE(OtherTimesRequest, booking_id, person_id, from, to)
MESSAGE(BookingVersionView, version, operation, status, person_id, room_name, starts_at, made_at, author_name, reason)
MESSAGE(BookingHistory, versions)
MESSAGE(BookingQuery, booking_id)
MESSAGE(BookingView, id, version, service_id, person_id, room_name, room_id, starts_at, ends_at, status, client_name, client_age,
        client_is_dependent, client_id, client_email, client_phone, account_manager_name, price, series_id)
MESSAGE(BookingList, seq, bookings)
MESSAGE(CoverageRequest, person_id, from, to)
MESSAGE(CoverageItem, booking, colleagues, proposed_person_id)
MESSAGE(CoverageView, seq, items)
MESSAGE(PlannedChange, booking_id, version, starts_at, person_id)
MESSAGE(BookingBatch, changes, reason)
MESSAGE(CalendarRequest, from, to)
MESSAGE(SeriesTime, starts_at, person_id, room_name)
MESSAGE(SeriesPlanRequest, service_id, person_id, starts_at, rule, for_person_id)
MESSAGE(SeriesVisitView, starts_at, proposed, refusal, alternatives)
MESSAGE(SeriesPlanView, seq, visits)
MESSAGE(SeriesVisit, starts_at, person_id)
MESSAGE(SeriesRequest, service_id, visits, for_person_id)
MESSAGE(CalendarFeedView, made_at)
MESSAGE(CalendarFeedAddress, path)
MESSAGE(SyncRequest, since)
MESSAGE(ChangeView, seq, on, booking)
MESSAGE(SyncView, seq, complete, catalog_version, changes)
MESSAGE(OutboxRecord, owner_id, what, state, key, reason, reason_code, reason_field, made_at, service_id, performer_id,
        starts_at, booking_id, secret, for_person_id)
MESSAGE(ErrorView, code, message, field)
// clang-format on

/// A struct whose fields are listed above, so that it travels as a JSON object.
template <class Type>
concept Message = requires(Type message, void (*visit)(std::string_view, ...)) { each_field(visit, message); };

}  // namespace loggia::api
