#include "core/scheduling/rules.h"

#include "core/scheduling/refusal_rows.h"

#include <array>

namespace loggia::scheduling {
namespace {

// What says why somebody is not there would say something about them.
constexpr std::string_view nobody_there = "Nobody works for this service at this time. Please choose another time.";
constexpr std::string_view no_room_free = "No room is free at this time. Please choose another time.";

constexpr bool can_waive = true;
constexpr bool fact = false;

// clang-format off
constexpr std::array rows{
    RefusalRow{Refusal::past, "past", fact,
               "This time has passed. Please choose a later one.",
               "It lies in the past."},
    RefusalRow{Refusal::too_soon, "too_soon", can_waive,
               "This time is too soon to be booked online. Please choose a later one.",
               "It needs more notice: bookings are taken for {until} and later."},
    RefusalRow{Refusal::too_far, "too_far", can_waive,
               "This day cannot be booked yet. Please choose an earlier one.",
               "Nothing is booked for {since} and later yet."},
    RefusalRow{Refusal::cut_off, "cut_off", can_waive,
               "Bookings for this day have closed. Please choose a later day.",
               "Bookings for this day closed at {since}."},
    RefusalRow{Refusal::off_grid, "off_grid", can_waive,
               "Visits do not start at this time. Please choose one of the times shown.",
               "Visits start every {limit} minutes, counted from midnight."},
    RefusalRow{Refusal::client_open_limit, "client_open_limit", can_waive,
               "You have as many bookings as you can have at once. Please choose one to cancel first.",
               "The client has as many open bookings as are allowed: {limit}."},
    RefusalRow{Refusal::client_day_limit, "client_day_limit", can_waive,
               "You have as many bookings on this day as you can have. Please choose another day.",
               "The client has as many bookings on this day as are allowed: {limit}."},
    RefusalRow{Refusal::client_week_limit, "client_week_limit", can_waive,
               "You have as many bookings in this week as you can have. Please choose another week.",
               "The client has as many bookings in this week as are allowed: {limit}."},
    RefusalRow{Refusal::does_not_perform, "does_not_perform", fact,
               "This person does not offer this service. Please choose another person.",
               "{who} does not offer this service."},
    RefusalRow{Refusal::not_open, "not_open", can_waive,
               "We are not open at this time. Please choose another time.",
               "The location is closed from {since} to {until}."},
    RefusalRow{Refusal::closure, "closure", can_waive,
               "We are closed on this day. Please choose another time.",
               "Closed from {since} to {until}: {who}."},
    RefusalRow{Refusal::not_working, "not_working", can_waive,
               nobody_there,
               "{who} does not work from {since} to {until}."},
    RefusalRow{Refusal::on_leave, "on_leave", can_waive,
               nobody_there,
               "{who} is away from {since} to {until}."},
    RefusalRow{Refusal::person_day_limit, "person_day_limit", can_waive,
               nobody_there,
               "{who} takes {limit} bookings a day."},
    RefusalRow{Refusal::person_week_limit, "person_week_limit", can_waive,
               nobody_there,
               "{who} takes {limit} bookings a week."},
    RefusalRow{Refusal::person_day_work, "person_day_work", can_waive,
               nobody_there,
               "{who} works {limit} minutes a day."},
    RefusalRow{Refusal::person_week_work, "person_week_work", can_waive,
               nobody_there,
               "{who} works {limit} minutes a week."},
    RefusalRow{Refusal::person_busy, "person_busy", fact,
               "This time has just been taken. Please choose another time.",
               "{who} is taken from {since} to {until}."},
    RefusalRow{Refusal::no_room, "no_room", fact,
               no_room_free,
               "The service needs a room and has none."},
    RefusalRow{Refusal::room_not_open, "room_not_open", can_waive,
               no_room_free,
               "{who} is not open from {since} to {until}."},
    RefusalRow{Refusal::room_busy, "room_busy", fact,
               no_room_free,
               "{who} is full from {since} to {until}."},
    RefusalRow{Refusal::equipment_busy, "equipment_busy", fact,
               "Not everything this service needs is free at this time. Please choose another time.",
               "{who}: not enough of it is free from {since} to {until}."},
};
// clang-format on

constexpr bool in_order() {
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].refusal != static_cast<Refusal>(i)) return false;
    return rows.size() == refusal_count;
}
static_assert(in_order());

}  // namespace

const RefusalRow& row_of(Refusal refusal) { return rows[static_cast<std::size_t>(refusal)]; }

std::string_view name_of(Refusal refusal) { return row_of(refusal).name; }

std::optional<Refusal> refusal_named(std::string_view name) {
    for (const RefusalRow& row : rows)
        if (row.name == name) return row.refusal;
    return std::nullopt;
}

std::string_view explain(Refusal refusal) { return row_of(refusal).to_visitors; }

bool may_be_waived(Refusal refusal) { return row_of(refusal).may_be_waived; }

}  // namespace loggia::scheduling
