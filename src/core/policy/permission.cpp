#include "core/policy/permission.h"

#include "core/policy/wording.h"

namespace loggia::policy {
namespace {

using enum Permission;

// clang-format off
constexpr std::array wordings{
    Wording{browse_business,     "browse_business",     "look at the business",  "", ""},
    Wording{browse_services,     "browse_services",     "look at the services",  "", ""},
    Wording{browse_staff,        "browse_staff",        "see who works here",    "", ""},
    Wording{browse_free_times,   "browse_free_times",   "look for free times",   "", ""},

    Wording{sign_in,             "sign_in",             "sign in",               "", ""},
    Wording{register_client,     "register_client",     "register",              "", ""},
    Wording{view_own_session,    "view_own_session",    "see who is signed in",  "", ""},
    Wording{follow_changes,      "follow_changes",      "follow what changes",   "", ""},

    Wording{hold_time,           "hold_time",           "keep a time",           "", ""},
    Wording{create_booking,      "create_booking",      "make a booking",
            "book for yourself and those whose account you manage",              ""},
    Wording{view_booking,        "view_booking",        "see a booking",
            "see your own bookings",                  "see the bookings assigned to you"},
    Wording{view_own_bookings,   "view_own_bookings",   "see your bookings",
            "see your own bookings",                                             ""},
    Wording{cancel_booking,      "cancel_booking",      "cancel a booking",
            "cancel your own bookings",               "cancel the bookings assigned to you"},
    Wording{reschedule_booking,  "reschedule_booking",  "move a booking",        "", ""},
    Wording{change_booking_staff,"change_booking_staff","change who serves a booking", "", ""},
    Wording{change_booking_room, "change_booking_room", "change the room of a booking", "", ""},
    Wording{take_attendance,     "take_attendance",     "take attendance",
            "",                                       "take attendance of the bookings assigned to you"},
    Wording{reactivate_booking,  "reactivate_booking",  "bring back a cancelled booking", "", ""},

    Wording{view_client_name,    "view_client_name",    "see a client's name",
            "see your own name",                      "see the names of clients you serve around this time"},
    Wording{view_client_age,     "view_client_age",     "see a client's age",
            "see your own age",                       "see the age of clients you serve around this time"},
    Wording{view_client_dependency, "view_client_dependency", "see whose account a client belongs to",
            "see your own account", "see the kind of account of clients you serve around this time"},
    Wording{view_client_contact, "view_client_contact", "see a client's contact details",
            "see your own contact details",                                      ""},
    Wording{edit_client,         "edit_client",         "change a client's details", "", ""},
    Wording{add_dependent,       "add_dependent",       "add a family member",
            "add family members to your own account",                            ""},
    Wording{view_prices_of_bookings, "view_prices_of_bookings", "see the price of a booking",
            "see the prices of your own bookings",                               ""},

    Wording{view_calendar,       "view_calendar",       "see the calendar",
            "",                                       "see the bookings assigned to you"},
    Wording{view_staff_contact,  "view_staff_contact",  "see the contact details of staff", "", ""},
    Wording{manage_staff_availability,   "manage_staff_availability",   "change working hours", "", ""},
    Wording{modify_services,     "modify_services",     "change services",       "", ""},
    Wording{modify_core_settings,        "modify_core_settings",        "change the settings of the business",
            "", ""},
    Wording{modify_operational_settings, "modify_operational_settings", "change everyday settings", "", ""},
    Wording{view_revenue,        "view_revenue",        "see revenue",           "", ""},
};
// clang-format on

consteval bool one_row_per_permission_in_order() {
    for (std::size_t i = 0; i < wordings.size(); ++i)
        if (wordings[i].permission != static_cast<Permission>(i)) return false;
    return wordings.size() == permission_count;
}
static_assert(one_row_per_permission_in_order());

}  // namespace

const Wording& wording_of(Permission permission) { return wordings[static_cast<std::size_t>(permission)]; }

std::string_view name_of(Permission permission) { return wording_of(permission).name; }

std::string_view phrase_of(Permission permission) { return wording_of(permission).phrase; }

}  // namespace loggia::policy
