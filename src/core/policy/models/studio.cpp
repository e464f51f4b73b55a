#include "core/policy/models/matrix.h"

/// The `studio` model: visitor / client / limited staff / staff / manager / owner.
namespace loggia::policy {
namespace {

using namespace models;
using enum Permission;
using enum Reach;
using Row = models::Row<6>;

constexpr std::array columns{
    Column{Role::visitor,       "Visitor",       "visitors"     },
    Column{Role::client,        "Client",        "clients"      },
    Column{Role::limited_staff, "Limited staff", "limited staff"},
    Column{Role::staff,         "Staff",         "staff"        },
    Column{Role::manager,       "Manager",       "managers"     },
    Column{Role::owner,         "Owner",         "owners"       },
};

constexpr Cell assigned_if_cancelling{assigned, Switch::limited_staff_cancellation};
constexpr Cell assigned_if_attending{assigned, Switch::limited_staff_attendance};
constexpr Cell own_if_messaging{own, Switch::messaging};
constexpr Cell recent_if_messaging{recent_clients, Switch::messaging};
constexpr Cell touching_limited_staff{all, Switch::none, {Role::limited_staff}};
constexpr Cell touching_all_staff{
    all, Switch::none, {Role::limited_staff, Role::staff, Role::manager, Role::owner}
};
constexpr Cell touching_up_to_staff{
    all, Switch::none, {Role::limited_staff, Role::staff}
};

// Whoever works for the business is its client too, so the answer for staff is the union of two columns: limited
// staff cancel the bookings assigned to them by their own column and those they made for themselves by the client's.
// clang-format off
constexpr Matrix<6> matrix{{
    //                                    visitor  client            limited staff           staff             manager                 owner
    // What everyone may see before signing in
    Row{browse_business,               {{ all,     all,              all,                    all,              all,                    all                }}},
    Row{browse_services,               {{ all,     all,              all,                    all,              all,                    all                }}},
    Row{browse_staff,                  {{ all,     all,              all,                    all,              all,                    all                }}},
    Row{browse_free_times,             {{ all,     all,              all,                    all,              all,                    all                }}},
    // Becoming and being somebody
    Row{sign_in,                       {{ all,     all,              all,                    all,              all,                    all                }}},
    Row{recover_password,              {{ all,     all,              all,                    all,              all,                    all                }}},
    Row{register_client,               {{ all,     none,             none,                   none,             none,                   none               }}},
    Row{view_own_session,              {{ all,     all,              all,                    all,              all,                    all                }}},
    Row{change_own_password,           {{ none,    own,              own,                    own,              own,                    own                }}},
    Row{edit_personal_settings,        {{ none,    own,              own,                    own,              own,                    own                }}},
    Row{follow_changes,                {{ all,     all,              all,                    all,              all,                    all                }}},
    Row{view_help,                     {{ all,     all,              all,                    all,              all,                    all                }}},
    // The staff portal and its dashboards
    Row{enter_staff_portal,            {{ none,    none,             all,                    all,              all,                    all                }}},
    Row{view_business_dashboard,       {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{view_personal_dashboard,       {{ none,    none,             own,                    own,              own,                    own                }}},
    // Bookings
    Row{hold_time,                     {{ all,     all,              all,                    all,              all,                    all                }}},
    Row{create_booking,                {{ none,    own,              own,                    all,              all,                    all                }}},
    Row{view_booking,                  {{ none,    own,              assigned,               all,              all,                    all                }}},
    Row{view_own_bookings,             {{ none,    own,              own,                    own,              own,                    own                }}},
    Row{cancel_booking,                {{ none,    own,              assigned_if_cancelling, all,              all,                    all                }}},
    Row{reschedule_booking,            {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{propose_time,                  {{ none,    none,             assigned,               all,              all,                    all                }}},
    Row{change_booking_staff,          {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{change_booking_room,           {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{change_booking_location,       {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{complete_booking,              {{ none,    none,             assigned_if_attending,  all,              all,                    all                }}},
    Row{take_attendance,               {{ none,    none,             assigned_if_attending,  all,              all,                    all                }}},
    Row{reactivate_booking,            {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{note_booking,                  {{ none,    none,             assigned,               all,              all,                    all                }}},
    Row{attach_booking_file,           {{ none,    none,             assigned,               all,              all,                    all                }}},
    Row{perform_service,               {{ none,    none,             assigned,               assigned,         assigned,               assigned           }}},
    Row{update_bookings_together,      {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{cancel_bookings_together,      {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{write_to_clients_together,     {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{take_attendance_together,      {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{request_quote,                 {{ none,    own,              own,                    all,              all,                    all                }}},
    Row{book_make_up,                  {{ none,    own,              own,                    all,              all,                    all                }}},
    Row{enroll_in_session,             {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{enroll_in_event,               {{ none,    none,             recent_clients,         all,              all,                    all                }}},
    Row{plan_events,                   {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{plan_sessions,                 {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{perform_support_task,          {{ none,    none,             assigned,               all,              all,                    all                }}},
    // The calendar and working time
    Row{view_calendar,                 {{ none,    none,             assigned,               all,              all,                    all                }}},
    Row{view_own_calendar,             {{ none,    none,             own,                    own,              own,                    own                }}},
    Row{set_own_hours,                 {{ none,    none,             own,                    own,              own,                    own                }}},
    Row{sync_own_calendar,             {{ none,    none,             own,                    own,              own,                    own                }}},
    Row{track_time,                    {{ none,    none,             own,                    own,              own,                    own                }}},
    Row{view_staff_availability,       {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{manage_staff_availability,     {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{request_time_off,              {{ none,    none,             own,                    own,              own,                    own                }}},
    Row{view_own_time_off,             {{ none,    none,             own,                    own,              own,                    own                }}},
    Row{view_time_off,                 {{ none,    none,             none,                   assigned,         all,                    all                }}},
    Row{process_time_off,              {{ none,    none,             none,                   assigned,         all,                    all                }}},
    Row{approve_time_off,              {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{update_time_off,               {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{request_time_off_for_others,   {{ none,    none,             none,                   none,             all,                    all                }}},
    // Clients, field by field
    Row{view_client_name,              {{ none,    own,              recent_clients,         all,              all,                    all                }}},
    Row{view_client_age,               {{ none,    own,              recent_clients,         all,              all,                    all                }}},
    Row{view_client_dependency,        {{ none,    own,              recent_clients,         all,              all,                    all                }}},
    Row{view_client_contact,           {{ none,    own,              none,                   all,              all,                    all                }}},
    Row{view_account_manager,          {{ none,    own,              none,                   all,              all,                    all                }}},
    Row{edit_client,                   {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{create_client,                 {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{remove_client,                 {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{import_clients,                {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{export_clients,                {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{add_dependent,                 {{ none,    own,              own,                    own,              own,                    own                }}},
    Row{view_pets,                     {{ none,    own,              recent_clients,         all,              all,                    all                }}},
    Row{edit_pets,                     {{ none,    own,              own,                    all,              all,                    all                }}},
    Row{view_client_comments,          {{ none,    own,              recent_clients,         all,              all,                    all                }}},
    Row{post_client_comments,          {{ none,    none,             recent_clients,         all,              all,                    all                }}},
    Row{view_staff_comments,           {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{post_staff_comments,           {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{write_to_staff,                {{ none,    own_if_messaging, own_if_messaging,       own_if_messaging, own_if_messaging,       own_if_messaging   }}},
    Row{write_to_clients,              {{ none,    none,             recent_if_messaging,    all,              all,                    all                }}},
    // Files
    Row{manage_own_files,              {{ none,    own,              own,                    own,              own,                    own                }}},
    Row{share_files,                   {{ none,    none,             recent_clients,         all,              all,                    all                }}},
    Row{view_client_files,             {{ none,    own,              none,                   all,              all,                    all                }}},
    Row{view_staff_files,              {{ none,    none,             none,                   all,              all,                    all                }}},
    // One client's money
    Row{view_prices_of_bookings,       {{ none,    own,              none,                   all,              all,                    all                }}},
    Row{view_invoices,                 {{ none,    own,              none,                   all,              all,                    all                }}},
    Row{edit_invoices,                 {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{view_service_credits,          {{ none,    own,              none,                   all,              all,                    all                }}},
    Row{edit_service_credits,          {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{view_money_credits,            {{ none,    own,              none,                   all,              all,                    all                }}},
    Row{edit_money_credits,            {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{add_payment_method,            {{ none,    own,              own,                    own,              own,                    own                }}},
    Row{remove_payment_method,         {{ none,    own,              own,                    own,              own,                    own                }}},
    Row{accept_tips,                   {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{ask_for_payment,               {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{process_payments,              {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{refund_payments,               {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{void_payments,                 {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{discount_invoices,             {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{void_invoices,                 {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{charge_retail,                 {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{charge_fees,                   {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{view_overdue_invoices,         {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{discount_client_subscriptions, {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{set_late_fees,                 {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{set_auto_pay,                  {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{end_client_subscriptions,      {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{pause_client_subscriptions,    {{ none,    none,             none,                   all,              all,                    all                }}},
    // The money of the business
    Row{view_revenue,                  {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{view_transactions,             {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{manage_finances,               {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{view_own_payroll,              {{ none,    none,             own,                    own,              own,                    own                }}},
    Row{run_payroll,                   {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{view_pay_rates,                {{ none,    none,             none,                   none,             touching_limited_staff, touching_all_staff }}},
    Row{edit_pay_rates,                {{ none,    none,             none,                   none,             touching_limited_staff, touching_all_staff }}},
    // Reports
    Row{view_reports,                  {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{view_operational_reports,      {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{view_personal_reports,         {{ none,    none,             own,                    own,              all,                    all                }}},
    Row{view_order_and_refund_reports, {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{view_reports_of_person,        {{ none,    none,             none,                   none,             all,                    all                }}},
    // People who work here
    Row{view_staff_contact,            {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{view_staff_profile,            {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{view_directory,                {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{view_team_directory,           {{ none,    none,             none,                   all,              all,                    all                }}},
    Row{view_members,                  {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{create_staff,                  {{ none,    none,             none,                   none,             touching_up_to_staff,   touching_all_staff }}},
    Row{create_service_provider,       {{ none,    none,             none,                   none,             none,                   none               }}},
    Row{edit_staff,                    {{ none,    none,             none,                   none,             touching_up_to_staff,   touching_all_staff }}},
    Row{remove_staff,                  {{ none,    none,             none,                   none,             none,                   touching_all_staff }}},
    Row{assign_roles,                  {{ none,    none,             none,                   none,             touching_up_to_staff,   touching_all_staff }}},
    Row{set_access_rights,             {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{customise_roles,               {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{view_roles,                    {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{assign_services,               {{ none,    none,             none,                   none,             all,                    all                }}},
    // Services, places, plans
    Row{create_services,               {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{modify_services,               {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{delete_services,               {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{create_locations,              {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{modify_locations,              {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{delete_locations,              {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{manage_resources,              {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{create_plan,                   {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{view_plan,                     {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{edit_plan,                     {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{remove_plan,                   {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{unpublish_plan,                {{ none,    none,             none,                   none,             none,                   all                }}},
    // Teams and rosters
    Row{create_team,                   {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{add_team_member,               {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{view_team,                     {{ none,    none,             my_teams,               all,              all,                    all                }}},
    Row{edit_team,                     {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{assign_team_lead,              {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{leave_team,                    {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{remove_team_member,            {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{delete_team,                   {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{create_roster,                 {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{add_roster_member,             {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{add_roster_plan,               {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{edit_roster,                   {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{leave_roster,                  {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{remove_roster_member,          {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{delete_roster,                 {{ none,    none,             none,                   none,             all,                    all                }}},
    // Settings
    Row{modify_core_settings,          {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{modify_operational_settings,   {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{create_self_booking_links,     {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{manage_subscription,           {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{change_subscription,           {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{cancel_subscription,           {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{view_basic_settings,           {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{edit_basic_settings,           {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{view_support_settings,         {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{edit_support_settings,         {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{edit_branding,                 {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{edit_bank_details,             {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{view_opening_hours,            {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{edit_opening_hours,            {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{view_notice_period,            {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{edit_notice_period,            {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{view_reschedule_policy,        {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{edit_reschedule_policy,        {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{edit_reschedule_reasons,       {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{view_cancellation_policy,      {{ none,    none,             none,                   none,             all,                    all                }}},
    Row{edit_cancellation_policy,      {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{edit_cancellation_reasons,     {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{edit_reassign_reasons,         {{ none,    none,             none,                   none,             none,                   all                }}},
    Row{edit_follow_up_reasons,        {{ none,    none,             none,                   none,             none,                   all                }}},
}};
// clang-format on

// Columns.
constexpr std::size_t visitor = 0, client = 1, limited_staff = 2, staff = 3, manager = 4, owner = 5;

static_assert(keeps_the_common_laws(matrix));
static_assert(tier_covers(matrix, client, visitor, {register_client}));
static_assert(tier_covers(matrix, staff, limited_staff));
static_assert(tier_covers(matrix, manager, staff));
static_assert(tier_covers(matrix, owner, manager));

consteval bool limited_staff_never_reach_all_clients() {
    for (const Permission permission :
         {view_booking, cancel_booking, take_attendance, view_client_name, view_client_age, view_client_dependency,
          view_client_contact, view_account_manager, edit_client, view_prices_of_bookings, view_calendar})
        if (matrix[static_cast<std::size_t>(permission)].cells[limited_staff].reach == all) return false;
    return true;
}
static_assert(limited_staff_never_reach_all_clients());

constexpr auto cells = flat(matrix);
constexpr Model model{"studio", columns, cells};

}  // namespace

const Model& studio_model() { return model; }

}  // namespace loggia::policy
