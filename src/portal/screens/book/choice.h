#pragma once

#include "portal/routes.h"
#include "portal/screens/screen.h"

#include <optional>
#include <string>
#include <vector>

namespace loggia::portal {

using Month = std::chrono::year_month;

[[nodiscard]] inline Month month_of(Date date) { return date.year() / date.month(); }
[[nodiscard]] inline Date first_day(Month month) { return month / 1; }
[[nodiscard]] inline Date last_day(Month month) { return Date{month / std::chrono::last}; }

/// What has been chosen so far. All of it is in the address, so that every step can be linked to and reloaded.
struct Choice {
    const api::ServiceView* service = nullptr;
    std::optional<PersonId> person;  ///< nothing: anyone who performs the service
    std::optional<Date> date;
    std::optional<Instant> at;
};

/// What the address says and the business knows; anything else is left out.
[[nodiscard]] Choice choice_in(const Context& context);

[[nodiscard]] std::string choose_time_url(const Choice& choice);
[[nodiscard]] std::string details_url(const Choice& choice);
[[nodiscard]] std::string series_url(const Choice& choice);

/// The days on which anything can be booked at all.
struct Bookable {
    Date from;
    Date to;
};
[[nodiscard]] Bookable bookable_days(const Context& context);

/// The free times of a month, as far as it lies within the bookable days; nothing if it does not.
[[nodiscard]] std::optional<api::FreeTimesRequest> request_for(const Choice& choice, Month month, Bookable days);
/// Of all bookable days after the month.
[[nodiscard]] std::optional<api::FreeTimesRequest> request_after(const Choice& choice, Month month, Bookable days);

/// One free time by the clock on the wall.
struct CivilFreeTime {
    Date date;
    CivilTime time;
    const api::FreeTimeView* view = nullptr;
};
[[nodiscard]] std::vector<CivilFreeTime> by_the_clock(const api::FreeTimesView& times, const scheduling::Zone& zone);

/// Whether the visitor's clock shows another time than the location's at this moment.
[[nodiscard]] const scheduling::Zone* differing_zone(const Context& context, Instant at);

}  // namespace loggia::portal
