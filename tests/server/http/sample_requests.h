#pragma once

#include "core/api/json.h"

/// For each request struct one that is well-formed but changes nothing: it names what does not exist, lies in the
/// past or is taken.
namespace loggia::testing {

inline constexpr BookingId no_booking{4'000'000'000};
inline constexpr ServiceId no_service{4'000'000'001};
inline constexpr CustomRoleId no_custom_role{4'000'000'002};
inline constexpr PersonId nobody{4'000'000'003};
inline constexpr ResourceId no_room{4'000'000'004};
inline const std::string some_secret(32, 'a');
inline constexpr Date some_day{std::chrono::year{2026}, std::chrono::month{10}, std::chrono::day{24}};

template <class Request>
Request sample() = delete;

template <>
inline api::Nothing sample() {
    return {};
}
template <>
inline api::FreeTimesRequest sample() {
    return {no_service, {}, some_day, some_day};
}
template <>
inline api::HoldRequest sample() {
    return {no_service, {}, instant_of(1'700'000'000)};
}
template <>
inline api::HoldRelease sample() {
    return {no_booking, some_secret};
}
template <>
inline api::Registration sample() {
    return {"Mara Again", "mara@example.org", "+386 40 123 456", "a password nobody guesses", {}};
}
template <>
inline api::SignIn sample() {
    return {"nobody@example.org", "a password nobody guesses"};
}
template <>
inline api::NewDependent sample() {
    return {
        "Not Born Yet", Date{std::chrono::year{2999}, std::chrono::month{1}, std::chrono::day{1}}
    };
}
template <>
inline api::BookingRequest sample() {
    return {no_booking, some_secret, {}};
}
template <>
inline api::BookingStep sample() {
    return {no_booking, 1, "By mistake."};
}
template <>
inline api::BookingMove sample() {
    return {no_booking, 1, instant_of(1'700'000'000), {}, "The teacher is ill."};
}
template <>
inline api::BookingReassignment sample() {
    return {no_booking, 1, nobody, "The teacher is ill."};
}
template <>
inline api::BookingRoomChange sample() {
    return {no_booking, 1, no_room, "The piano is out of tune."};
}
template <>
inline api::CoverageRequest sample() {
    return {nobody, some_day, some_day};
}
template <>
inline api::BookingBatch sample() {
    return {{{no_booking, 1, {}, nobody}}, "The teacher is ill."};
}
template <>
inline api::OtherTimesRequest sample() {
    return {no_booking, {}, some_day, some_day};
}
template <>
inline api::SeriesPlanRequest sample() {
    return {no_service, {}, instant_of(1'700'000'000), "FREQ=WEEKLY;COUNT=4", {}};
}
template <>
inline api::SeriesRequest sample() {
    return {no_service, {{instant_of(1'700'000'000), nobody}}, {}};
}
template <>
inline api::BookingQuery sample() {
    return {no_booking};
}
template <>
inline api::CalendarRequest sample() {
    return {some_day, some_day};
}
template <>
inline api::SyncRequest sample() {
    return {0};
}

template <>
inline api::ActingAs sample() {
    return {};
}
template <>
inline api::NewTeamMember sample() {
    return {"nobody@example.org", {}, "The season begins."};
}
template <>
inline api::RoleChange sample() {
    return {nobody, 0, {}, {}, "The season is over."};
}
template <>
inline api::CustomRoleDraft sample() {
    return {no_custom_role, 1, "Front desk", policy::Role::owner, {}, "More to do."};
}
template <>
inline api::CustomRoleRemoval sample() {
    return {no_custom_role, 1, "Nobody has it."};
}
template <>
inline api::SwitchChange sample() {
    return {policy::Switch::none, true, "Why not."};
}
template <>
inline api::AccessHistoryRequest sample() {
    return {nobody, 1};
}

template <class Row>
[[nodiscard]] api::WireRequest sample_of() {
    return api::encode_request(Row::method, Row::path, sample<typename Row::Request>());
}

}  // namespace loggia::testing
