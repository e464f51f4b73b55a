#include "core/policy/models/studio.h"

namespace loggia::policy::studio {
namespace {

using enum Permission;
using enum Reach;

constexpr Cell assigned_if_cancellation_is_on{assigned, Switch::limited_staff_cancellation};
constexpr Cell assigned_if_attendance_is_on{assigned, Switch::limited_staff_attendance};

// Whoever works for the business is its client too, so the answer for staff is the union of two columns:
// limited staff cancel the bookings assigned to them by their own column and those they made for themselves
// by the client's.
// clang-format off
constexpr std::array matrix{
    //                                 visitor client limited staff                   staff  manager owner
    Row{browse_business,             {{ all,   all,   all,                            all,   all,    all  }}},
    Row{browse_services,             {{ all,   all,   all,                            all,   all,    all  }}},
    Row{browse_staff,                {{ all,   all,   all,                            all,   all,    all  }}},
    Row{browse_free_times,           {{ all,   all,   all,                            all,   all,    all  }}},

    Row{sign_in,                     {{ all,   all,   all,                            all,   all,    all  }}},
    Row{register_client,             {{ all,   none,  none,                           none,  none,   none }}},
    Row{view_own_session,            {{ all,   all,   all,                            all,   all,    all  }}},
    Row{follow_changes,              {{ all,   all,   all,                            all,   all,    all  }}},

    Row{hold_time,                   {{ all,   all,   all,                            all,   all,    all  }}},
    Row{create_booking,              {{ none,  own,   own,                            all,   all,    all  }}},
    Row{view_booking,                {{ none,  own,   assigned,                       all,   all,    all  }}},
    Row{view_own_bookings,           {{ none,  own,   own,                            own,   own,    own  }}},
    Row{cancel_booking,              {{ none,  own,   assigned_if_cancellation_is_on, all,   all,    all  }}},
    Row{reschedule_booking,          {{ none,  none,  none,                           all,   all,    all  }}},
    Row{change_booking_staff,        {{ none,  none,  none,                           all,   all,    all  }}},
    Row{change_booking_room,         {{ none,  none,  none,                           all,   all,    all  }}},
    Row{take_attendance,             {{ none,  none,  assigned_if_attendance_is_on,   all,   all,    all  }}},
    Row{reactivate_booking,          {{ none,  none,  none,                           none,  all,    all  }}},

    Row{view_client_name,            {{ none,  own,   recent_clients,                 all,   all,    all  }}},
    Row{view_client_age,             {{ none,  own,   recent_clients,                 all,   all,    all  }}},
    Row{view_client_dependency,      {{ none,  own,   recent_clients,                 all,   all,    all  }}},
    Row{view_client_contact,         {{ none,  own,   none,                           all,   all,    all  }}},
    Row{edit_client,                 {{ none,  none,  none,                           all,   all,    all  }}},
    Row{add_dependent,               {{ none,  own,   own,                            own,   own,    own  }}},
    Row{view_prices_of_bookings,     {{ none,  own,   none,                           all,   all,    all  }}},

    Row{view_calendar,               {{ none,  none,  assigned,                       all,   all,    all  }}},
    Row{view_staff_contact,          {{ none,  none,  none,                           all,   all,    all  }}},
    Row{manage_staff_availability,   {{ none,  none,  none,                           none,  all,    all  }}},
    Row{modify_services,             {{ none,  none,  none,                           none,  none,   all  }}},
    Row{modify_core_settings,        {{ none,  none,  none,                           none,  none,   all  }}},
    Row{modify_operational_settings, {{ none,  none,  none,                           none,  all,    all  }}},
    Row{view_revenue,                {{ none,  none,  none,                           none,  none,   all  }}},
};
// clang-format on

constexpr Cell cell(Permission permission, Role role) {
    return matrix[static_cast<std::size_t>(permission)].cells[static_cast<std::size_t>(role)];
}

consteval bool one_row_per_permission_in_order() {
    for (std::size_t i = 0; i < matrix.size(); ++i)
        if (matrix[i].permission != static_cast<Permission>(i)) return false;
    return matrix.size() == permission_count;
}

/// Whether whatever the lesser role may, the greater may as well, registering aside: that is for visitors
/// only.
consteval bool covers(Role greater, Role lesser) {
    for (const Row& row : matrix) {
        const Cell more = cell(row.permission, greater);
        const Cell less = cell(row.permission, lesser);
        const bool is_covered = less.reach == none || more.reach == all || more == less;
        if (!is_covered && row.permission != register_client) return false;
    }
    return true;
}

consteval bool nobody_else_registers() {
    for (Role role : all_roles)
        if ((cell(register_client, role).reach != none) != (role == Role::visitor)) return false;
    return true;
}

consteval bool visitors_only_look_around_and_come_in() {
    constexpr Permission theirs[]{browse_business, browse_services,  browse_staff,   browse_free_times, sign_in,
                                  register_client, view_own_session, follow_changes, hold_time};
    for (const Row& row : matrix) {
        bool is_theirs = false;
        for (Permission permission : theirs) is_theirs = is_theirs || permission == row.permission;
        if ((cell(row.permission, Role::visitor).reach != none) != is_theirs) return false;
    }
    return true;
}

/// Being a client opens one's own records and nobody else's.
consteval bool clients_reach_no_further_than_their_own() {
    for (const Row& row : matrix) {
        const Reach visitors = cell(row.permission, Role::visitor).reach;
        const Reach clients = cell(row.permission, Role::client).reach;
        if (visitors == none && clients != none && clients != own) return false;
    }
    return true;
}

consteval bool limited_staff_never_reach_all_clients() {
    for (Permission permission :
         {view_booking, cancel_booking, take_attendance, view_client_name, view_client_age, view_client_dependency,
          view_client_contact, edit_client, view_prices_of_bookings, view_calendar})
        if (cell(permission, Role::limited_staff).reach == all) return false;
    return true;
}

static_assert(one_row_per_permission_in_order());
static_assert(covers(Role::client, Role::visitor));
static_assert(covers(Role::staff, Role::limited_staff));
static_assert(covers(Role::staff, Role::client));
static_assert(covers(Role::manager, Role::staff));
static_assert(covers(Role::owner, Role::manager));
static_assert(nobody_else_registers());
static_assert(visitors_only_look_around_and_come_in());
static_assert(clients_reach_no_further_than_their_own());
static_assert(limited_staff_never_reach_all_clients());
static_assert(cell(view_client_contact, Role::limited_staff) == none);
static_assert(cell(view_prices_of_bookings, Role::limited_staff) == none);

constexpr std::size_t grant_count = [] {
    std::size_t count = 0;
    for (const Row& row : matrix)
        for (const Cell& each : row.cells) count += each.reach != none ? 1 : 0;
    return count;
}();

constexpr auto grants = [] {
    std::array<Grant, grant_count> all_of_them{};
    std::size_t next = 0;
    for (const Row& row : matrix)
        for (Role role : all_roles)
            if (const Cell each = cell(row.permission, role); each.reach != none)
                all_of_them[next++] = Grant{row.permission, role, each.reach, each.condition, {}};
    return all_of_them;
}();

}  // namespace

const Row& row_of(Permission permission) { return matrix[static_cast<std::size_t>(permission)]; }

}  // namespace loggia::policy::studio

std::span<const loggia::policy::Grant> loggia::policy::all_grants() { return studio::grants; }
