#pragma once

#include "core/domain/business.h"
#include "server/storage/catalog.h"

#include <span>

/// What is open, who is there and what there is of everything: rows of the catalog that say when something can be
/// booked. Each of the functions that change them makes everybody read the catalog anew.
namespace loggia::storage {

/// Weekday, from and to from three columns.
[[nodiscard]] domain::WeeklyHours weekly_hours_of(const Query& query, int column);

/// Into a catalog that has its locations, rooms, services and staff.
Outcome<void> load_supply(const BusinessReader& business, Catalog& catalog);

Outcome<void> add_equipment(BusinessWriter& business, const domain::Equipment& row, int position);
Outcome<void> add_closure(BusinessWriter& business, const domain::Closure& row);

/// Hours of one location; what they have elsewhere stays.
Outcome<void> add_working_hours(BusinessWriter& business, PersonId person, LocationId location,
                                std::span<const domain::WeeklyHours> hours);
/// In place of the hours of the date's weekday, wherever those are.
Outcome<void> add_working_date(BusinessWriter& business, PersonId person, LocationId location,
                               const domain::DateHours& date);
Outcome<void> add_leave(BusinessWriter& business, PersonId person, const domain::Leave& row);
Outcome<void> set_work_limits(BusinessWriter& business, PersonId person, const domain::WorkLimits& limits);

/// The hours of a new location or room, and what a new service needs and who does it otherwise.
Outcome<void> add_opening_hours(BusinessWriter& business, const domain::Location& location);
Outcome<void> add_room_hours(BusinessWriter& business, const domain::Room& room);
Outcome<void> add_needs_and_terms(BusinessWriter& business, const domain::Service& service);

}  // namespace loggia::storage
