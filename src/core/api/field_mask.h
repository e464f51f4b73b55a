#pragma once

#include "core/api/messages.h"
#include "core/policy/decide.h"

namespace loggia::api {

/// Which permission reveals which field of a booking. Fields not listed come with view_booking itself.
struct BookingField {
    policy::Permission permission;
    void (*hide)(BookingView&);
};

inline constexpr BookingField booking_fields[]{
    // What tells whose it is: which others it was booked with as well.
    {policy::Permission::view_client_name,
     [](BookingView& view) {
         view.client_name.reset();
         view.series_id.reset();
     }                                                                                                        },
    {policy::Permission::view_client_age,         [](BookingView& view) { view.client_age.reset(); }          },
    {policy::Permission::view_client_dependency,  [](BookingView& view) { view.client_is_dependent.reset(); } },
    {policy::Permission::view_client_contact,
     [](BookingView& view) {
         view.client_id.reset();
         view.client_email.reset();
         view.client_phone.reset();
     }                                                                                                        },
    {policy::Permission::view_account_manager,    [](BookingView& view) { view.account_manager_name.reset(); }},
    {policy::Permission::change_booking_room,     [](BookingView& view) { view.room_id.reset(); }             },
    {policy::Permission::view_prices_of_bookings, [](BookingView& view) { view.price.reset(); }               },
};

/// Hides what the actor may not see of this record. Every booking leaves the server through here.
[[nodiscard]] inline BookingView projected(BookingView view, const policy::Actor& actor,
                                           const policy::Subject& subject) {
    for (const auto& field : booking_fields)
        if (!policy::decide(actor, field.permission, subject)) field.hide(view);
    return view;
}

}  // namespace loggia::api
