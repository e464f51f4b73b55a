#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace loggia::policy {

/// One verb on one kind of thing. Seeing and changing are different permissions.
enum class Permission : std::uint8_t {
    // What everyone may see before signing in
    browse_business,
    browse_services,
    browse_staff,
    browse_free_times,
    // Becoming somebody
    sign_in,
    register_client,
    view_own_session,
    follow_changes,
    // Bookings
    hold_time,
    create_booking,
    view_booking,
    view_own_bookings,
    cancel_booking,
    reschedule_booking,
    change_booking_staff,
    change_booking_room,
    take_attendance,
    reactivate_booking,
    // Clients, field by field
    view_client_name,
    view_client_age,
    view_client_dependency,
    view_client_contact,
    edit_client,
    add_dependent,
    view_prices_of_bookings,
    // The business
    view_calendar,
    view_staff_contact,
    manage_staff_availability,
    modify_services,
    modify_core_settings,
    modify_operational_settings,
    view_revenue,
};

inline constexpr auto permission_count = static_cast<std::size_t>(Permission::view_revenue) + 1;

/// Wire and documentation name: "cancel_booking".
[[nodiscard]] std::string_view name_of(Permission permission);
/// Completes "Only owners can …": "change services".
[[nodiscard]] std::string_view phrase_of(Permission permission);

}  // namespace loggia::policy
