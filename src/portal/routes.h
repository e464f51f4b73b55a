#pragma once

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/policy/permission.h"
#include "portal/url.h"
#include "portal/words/words.h"

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace loggia::portal {

/// Every address of the portal by its meaning.
enum class Place : std::uint8_t {
    choose_service,
    choose_time,
    details,
    series,
    booked,
    sign_in,
    registration,
    my_home,
    calendar,
    calendar_week,
    calendar_booking,
    cover,
    roles,
    people,
    who_can,
    access_history,
    custom_role,
};

struct Route {
    Place place;
    std::string_view pattern;  ///< placeholders in braces stand for one segment each
    Sentence title;            ///< of the document; the business's name follows it
    policy::Permission needs;  ///< without it the screen is not shown
};

/// The addresses of the portal: the browser shows exactly these, the server answers exactly these with the portal.
// clang-format off
inline constexpr std::array routes{
    Route{Place::choose_service,   "/",                                    &Phrases::book,              policy::Permission::browse_services},
    Route{Place::choose_time,      "/book/{service}",                      &Phrases::choose_a_time,     policy::Permission::browse_free_times},
    Route{Place::details,          "/book/{service}/details",              &Phrases::your_details,      policy::Permission::hold_time},
    Route{Place::series,           "/book/{service}/series",               &Phrases::series_title,      policy::Permission::create_booking},
    Route{Place::booked,           "/booked/{booking}",                    &Phrases::booked_title,            policy::Permission::view_booking},
    Route{Place::sign_in,          "/sign-in",                             &Phrases::sign_in,           policy::Permission::sign_in},
    Route{Place::registration,     "/register",                            &Phrases::create_account, policy::Permission::register_client},
    Route{Place::my_home,          "/my",                                  &Phrases::my_bookings,       policy::Permission::view_own_bookings},
    Route{Place::calendar,         "/staff",                               &Phrases::calendar,          policy::Permission::view_calendar},
    Route{Place::calendar_week,    "/staff/week/{date}",                   &Phrases::calendar,          policy::Permission::view_calendar},
    Route{Place::calendar_booking, "/staff/week/{date}/booking/{booking}", &Phrases::calendar,          policy::Permission::view_calendar},
    Route{Place::cover,            "/staff/cover",                         &Phrases::cover_title,       policy::Permission::update_bookings_together},
    Route{Place::roles,            "/staff/roles",                         &Phrases::roles_and_access,  policy::Permission::view_roles},
    Route{Place::people,           "/staff/roles/people",                  &Phrases::people,            policy::Permission::view_roles},
    Route{Place::who_can,          "/staff/roles/who-can",                 &Phrases::who_can,           policy::Permission::view_roles},
    Route{Place::access_history,   "/staff/roles/history",                 &Phrases::access_history,    policy::Permission::view_roles},
    Route{Place::custom_role,      "/staff/roles/custom",                  &Phrases::custom_role,       policy::Permission::customise_roles},
};
// clang-format on

[[nodiscard]] constexpr const Route& route_to(Place place) {
    for (const Route& route : routes)
        if (route.place == place) return route;
    return routes.front();
}

/// An address taken apart: which route, and the values of its placeholders and of its query.
class Address {
public:
    Address(Place place, std::vector<UrlParameter> parameters)
        : m_place(place), m_parameters(std::move(parameters)) {}

    [[nodiscard]] Place place() const { return m_place; }
    [[nodiscard]] const std::vector<UrlParameter>& parameters() const { return m_parameters; }

    /// Empty if it is not there.
    [[nodiscard]] std::string_view text(std::string_view name) const;
    [[nodiscard]] std::optional<std::int64_t> number(std::string_view name) const;
    [[nodiscard]] std::optional<Date> date(std::string_view name) const;
    [[nodiscard]] std::optional<Instant> instant(std::string_view name) const;
    template <class SomeId> [[nodiscard]] std::optional<SomeId> id(std::string_view name) const {
        const auto value = number(name);
        return value && *value > 0 ? std::optional(SomeId{*value}) : std::nullopt;
    }

    /// The same route with some values changed.
    [[nodiscard]] std::string url_with(std::initializer_list<UrlParameter> changes) const;
    [[nodiscard]] std::string url() const { return url_with({}); }

private:
    Place m_place;
    std::vector<UrlParameter> m_parameters;
};

/// Nothing if no route has this address. `url` is a path with an optional query; a fragment is ignored.
[[nodiscard]] std::optional<Address> route_of(std::string_view url);

/// Placeholders of the pattern go into the path, the others into the query, in the order given.
[[nodiscard]] std::string url_of(Place place, const std::vector<UrlParameter>& parameters = {});

/// `url` if it is an address of this portal, else nothing: what may be followed when somebody else wrote it.
[[nodiscard]] std::optional<std::string> own_address(std::string_view url);

template <class Kind> [[nodiscard]] std::string url_text(Id<Kind> id) { return std::to_string(id.value); }
[[nodiscard]] inline std::string url_text(Instant moment) { return std::to_string(unix_seconds(moment)); }

}  // namespace loggia::portal
