#include "core/policy/models/matrix.h"

/// The `petcare` model: visitor / customer / service supporter / service performer / admin / owner admin.
namespace loggia::policy {
namespace {

using namespace models;
using enum Permission;
using enum Reach;
using Row = models::Row<6>;

constexpr std::array columns{
    Column{Role::visitor,           "Visitor",           "visitors"          },
    Column{Role::client,            "Customer",          "customers"         },
    Column{Role::service_supporter, "Service supporter", "service supporters"},
    Column{Role::service_performer, "Service performer", "service performers"},
    Column{Role::admin,             "Admin",             "admins"            },
    Column{Role::owner_admin,       "Owner admin",       "owner admins"      },
};

constexpr Cell own_if_messaging{own, Switch::messaging};
constexpr Cell touching_all_staff{
    all, Switch::none, {Role::service_supporter, Role::service_performer, Role::admin, Role::owner_admin}
};
constexpr Cell touching_service_roles{
    all, Switch::none, {Role::service_supporter, Role::service_performer}
};

// Owner admin > admin > service performer > service supporter. A supporter sees the schedule and arranges times on a
// client's behalf (reading A11), and of clients only those with an open support task (reading A12).
// clang-format off
constexpr Matrix<6> matrix{{
    //                                    visitor  client            service supporter  service performer  admin                   owner admin
    // What everyone may see before signing in
    Row{browse_business,               {{ all,     all,              all,               all,               all,                    all                }}},
    Row{browse_services,               {{ all,     all,              all,               all,               all,                    all                }}},
    Row{browse_staff,                  {{ all,     all,              all,               all,               all,                    all                }}},
    Row{browse_free_times,             {{ all,     all,              all,               all,               all,                    all                }}},
    // Becoming and being somebody
    Row{sign_in,                       {{ all,     all,              all,               all,               all,                    all                }}},
    Row{recover_password,              {{ all,     all,              all,               all,               all,                    all                }}},
    Row{register_client,               {{ all,     none,             none,              none,              none,                   none               }}},
    Row{view_own_session,              {{ all,     all,              all,               all,               all,                    all                }}},
    Row{change_own_password,           {{ none,    own,              own,               own,               own,                    own                }}},
    Row{edit_personal_settings,        {{ none,    own,              own,               own,               own,                    own                }}},
    Row{follow_changes,                {{ all,     all,              all,               all,               all,                    all                }}},
    Row{view_help,                     {{ all,     all,              all,               all,               all,                    all                }}},
    // The staff portal and its dashboards
    Row{enter_staff_portal,            {{ none,    none,             all,               all,               all,                    all                }}},
    Row{view_business_dashboard,       {{ none,    none,             none,              none,              all,                    all                }}},
    Row{view_personal_dashboard,       {{ none,    none,             own,               own,               own,                    own                }}},
    // Bookings
    Row{hold_time,                     {{ all,     all,              all,               all,               all,                    all                }}},
    Row{create_booking,                {{ none,    own,              own,               own,               all,                    all                }}},
    Row{view_booking,                  {{ none,    own,              all,               assigned,          all,                    all                }}},
    Row{view_own_bookings,             {{ none,    own,              own,               own,               own,                    own                }}},
    Row{cancel_booking,                {{ none,    own,              none,              assigned,          all,                    all                }}},
    Row{reschedule_booking,            {{ none,    none,             all,               assigned,          all,                    all                }}},
    Row{propose_time,                  {{ none,    none,             all,               assigned,          all,                    all                }}},
    Row{change_booking_staff,          {{ none,    none,             none,              none,              all,                    all                }}},
    Row{change_booking_room,           {{ none,    none,             none,              none,              all,                    all                }}},
    Row{change_booking_location,       {{ none,    none,             none,              none,              all,                    all                }}},
    Row{complete_booking,              {{ none,    none,             none,              assigned,          all,                    all                }}},
    Row{take_attendance,               {{ none,    none,             none,              assigned,          all,                    all                }}},
    Row{reactivate_booking,            {{ none,    none,             none,              none,              all,                    all                }}},
    Row{note_booking,                  {{ none,    none,             all,               assigned,          all,                    all                }}},
    Row{attach_booking_file,           {{ none,    none,             none,              assigned,          all,                    all                }}},
    Row{perform_service,               {{ none,    none,             none,              assigned,          assigned,               assigned           }}},
    Row{update_bookings_together,      {{ none,    none,             none,              none,              all,                    all                }}},
    Row{cancel_bookings_together,      {{ none,    none,             none,              none,              all,                    all                }}},
    Row{write_to_clients_together,     {{ none,    none,             none,              none,              all,                    all                }}},
    Row{take_attendance_together,      {{ none,    none,             none,              none,              all,                    all                }}},
    Row{request_quote,                 {{ none,    own,              own,               own,               all,                    all                }}},
    Row{book_make_up,                  {{ none,    own,              own,               own,               all,                    all                }}},
    Row{enroll_in_session,             {{ none,    none,             none,              none,              all,                    all                }}},
    Row{enroll_in_event,               {{ none,    none,             none,              none,              all,                    all                }}},
    Row{plan_events,                   {{ none,    none,             none,              none,              all,                    all                }}},
    Row{plan_sessions,                 {{ none,    none,             none,              none,              all,                    all                }}},
    Row{perform_support_task,          {{ none,    none,             assigned,          assigned,          all,                    all                }}},
    // The calendar and working time
    Row{view_calendar,                 {{ none,    none,             all,               assigned,          all,                    all                }}},
    Row{view_own_calendar,             {{ none,    none,             own,               own,               own,                    own                }}},
    Row{set_own_hours,                 {{ none,    none,             none,              own,               own,                    own                }}},
    Row{sync_own_calendar,             {{ none,    none,             own,               own,               own,                    own                }}},
    Row{track_time,                    {{ none,    none,             none,              own,               own,                    own                }}},
    Row{view_staff_availability,       {{ none,    none,             all,               none,              all,                    all                }}},
    Row{manage_staff_availability,     {{ none,    none,             none,              none,              all,                    all                }}},
    Row{request_time_off,              {{ none,    none,             own,               own,               own,                    own                }}},
    Row{view_own_time_off,             {{ none,    none,             own,               own,               own,                    own                }}},
    Row{view_time_off,                 {{ none,    none,             none,              none,              all,                    all                }}},
    Row{process_time_off,              {{ none,    none,             none,              none,              all,                    all                }}},
    Row{approve_time_off,              {{ none,    none,             none,              none,              all,                    all                }}},
    Row{update_time_off,               {{ none,    none,             none,              none,              all,                    all                }}},
    Row{request_time_off_for_others,   {{ none,    none,             none,              none,              all,                    all                }}},
    // Clients, field by field
    Row{view_client_name,              {{ none,    own,              support_tasks,     assigned,          all,                    all                }}},
    Row{view_client_age,               {{ none,    own,              none,              assigned,          all,                    all                }}},
    Row{view_client_dependency,        {{ none,    own,              none,              assigned,          all,                    all                }}},
    Row{view_client_contact,           {{ none,    own,              support_tasks,     assigned,          all,                    all                }}},
    Row{view_account_manager,          {{ none,    own,              support_tasks,     assigned,          all,                    all                }}},
    Row{edit_client,                   {{ none,    none,             none,              none,              all,                    all                }}},
    Row{create_client,                 {{ none,    none,             none,              none,              all,                    all                }}},
    Row{remove_client,                 {{ none,    none,             none,              none,              all,                    all                }}},
    Row{import_clients,                {{ none,    none,             none,              none,              all,                    all                }}},
    Row{export_clients,                {{ none,    none,             none,              none,              none,                   all                }}},
    Row{add_dependent,                 {{ none,    own,              own,               own,               own,                    own                }}},
    Row{view_pets,                     {{ none,    own,              support_tasks,     assigned,          all,                    all                }}},
    Row{edit_pets,                     {{ none,    own,              own,               own,               all,                    all                }}},
    Row{view_client_comments,          {{ none,    own,              none,              assigned,          all,                    all                }}},
    Row{post_client_comments,          {{ none,    none,             none,              assigned,          all,                    all                }}},
    Row{view_staff_comments,           {{ none,    none,             none,              none,              all,                    all                }}},
    Row{post_staff_comments,           {{ none,    none,             none,              none,              all,                    all                }}},
    Row{write_to_staff,                {{ none,    own_if_messaging, own_if_messaging,  own_if_messaging,  own_if_messaging,       own_if_messaging   }}},
    Row{write_to_clients,              {{ none,    none,             all,               all,               all,                    all                }}},
    // Files
    Row{manage_own_files,              {{ none,    own,              own,               own,               own,                    own                }}},
    Row{share_files,                   {{ none,    none,             none,              assigned,          all,                    all                }}},
    Row{view_client_files,             {{ none,    own,              none,              none,              all,                    all                }}},
    Row{view_staff_files,              {{ none,    none,             none,              none,              all,                    all                }}},
    // One client's money
    Row{view_prices_of_bookings,       {{ none,    own,              none,              none,              all,                    all                }}},
    Row{view_invoices,                 {{ none,    own,              none,              none,              all,                    all                }}},
    Row{edit_invoices,                 {{ none,    none,             none,              none,              none,                   all                }}},
    Row{view_service_credits,          {{ none,    own,              none,              none,              none,                   all                }}},
    Row{edit_service_credits,          {{ none,    none,             none,              none,              none,                   all                }}},
    Row{view_money_credits,            {{ none,    own,              none,              none,              none,                   all                }}},
    Row{edit_money_credits,            {{ none,    none,             none,              none,              none,                   all                }}},
    Row{add_payment_method,            {{ none,    own,              own,               own,               own,                    own                }}},
    Row{remove_payment_method,         {{ none,    own,              own,               own,               own,                    own                }}},
    Row{accept_tips,                   {{ none,    none,             none,              none,              none,                   all                }}},
    Row{ask_for_payment,               {{ none,    none,             none,              none,              none,                   all                }}},
    Row{process_payments,              {{ none,    none,             none,              none,              none,                   all                }}},
    Row{refund_payments,               {{ none,    none,             none,              none,              none,                   all                }}},
    Row{void_payments,                 {{ none,    none,             none,              none,              none,                   all                }}},
    Row{discount_invoices,             {{ none,    none,             none,              none,              none,                   all                }}},
    Row{void_invoices,                 {{ none,    none,             none,              none,              none,                   all                }}},
    Row{charge_retail,                 {{ none,    none,             none,              none,              none,                   all                }}},
    Row{charge_fees,                   {{ none,    none,             none,              none,              none,                   all                }}},
    Row{view_overdue_invoices,         {{ none,    none,             none,              none,              none,                   all                }}},
    Row{discount_client_subscriptions, {{ none,    none,             none,              none,              none,                   all                }}},
    Row{set_late_fees,                 {{ none,    none,             none,              none,              none,                   all                }}},
    Row{set_auto_pay,                  {{ none,    none,             none,              none,              none,                   all                }}},
    Row{end_client_subscriptions,      {{ none,    none,             none,              none,              none,                   all                }}},
    Row{pause_client_subscriptions,    {{ none,    none,             none,              none,              none,                   all                }}},
    // The money of the business
    Row{view_revenue,                  {{ none,    none,             none,              none,              none,                   all                }}},
    Row{view_transactions,             {{ none,    none,             none,              none,              none,                   all                }}},
    Row{manage_finances,               {{ none,    none,             none,              none,              none,                   all                }}},
    Row{view_own_payroll,              {{ none,    none,             own,               own,               own,                    own                }}},
    Row{run_payroll,                   {{ none,    none,             none,              none,              none,                   all                }}},
    Row{view_pay_rates,                {{ none,    none,             none,              none,              none,                   touching_all_staff }}},
    Row{edit_pay_rates,                {{ none,    none,             none,              none,              none,                   touching_all_staff }}},
    // Reports
    Row{view_reports,                  {{ none,    none,             none,              none,              none,                   all                }}},
    Row{view_operational_reports,      {{ none,    none,             none,              none,              all,                    all                }}},
    Row{view_personal_reports,         {{ none,    none,             none,              own,               all,                    all                }}},
    Row{view_order_and_refund_reports, {{ none,    none,             none,              none,              none,                   all                }}},
    Row{view_reports_of_person,        {{ none,    none,             none,              none,              all,                    all                }}},
    // People who work here
    Row{view_staff_contact,            {{ none,    none,             all,               all,               all,                    all                }}},
    Row{view_staff_profile,            {{ none,    none,             all,               all,               all,                    all                }}},
    Row{view_directory,                {{ none,    none,             none,              none,              all,                    all                }}},
    Row{view_team_directory,           {{ none,    none,             none,              none,              all,                    all                }}},
    Row{view_members,                  {{ none,    none,             none,              none,              all,                    all                }}},
    Row{create_staff,                  {{ none,    none,             none,              none,              touching_service_roles, touching_all_staff }}},
    Row{create_service_provider,       {{ none,    none,             none,              none,              none,                   none               }}},
    Row{edit_staff,                    {{ none,    none,             none,              none,              touching_service_roles, touching_all_staff }}},
    Row{remove_staff,                  {{ none,    none,             none,              none,              touching_service_roles, touching_all_staff }}},
    Row{assign_roles,                  {{ none,    none,             none,              none,              touching_service_roles, touching_all_staff }}},
    Row{set_access_rights,             {{ none,    none,             none,              none,              none,                   all                }}},
    Row{customise_roles,               {{ none,    none,             none,              none,              none,                   all                }}},
    Row{view_roles,                    {{ none,    none,             none,              none,              all,                    all                }}},
    Row{assign_services,               {{ none,    none,             none,              none,              all,                    all                }}},
    // Services, places, plans
    Row{create_services,               {{ none,    none,             none,              none,              all,                    all                }}},
    Row{modify_services,               {{ none,    none,             none,              none,              all,                    all                }}},
    Row{delete_services,               {{ none,    none,             none,              none,              all,                    all                }}},
    Row{create_locations,              {{ none,    none,             none,              none,              none,                   all                }}},
    Row{modify_locations,              {{ none,    none,             none,              none,              none,                   all                }}},
    Row{delete_locations,              {{ none,    none,             none,              none,              none,                   all                }}},
    Row{manage_resources,              {{ none,    none,             none,              none,              all,                    all                }}},
    Row{create_plan,                   {{ none,    none,             none,              none,              all,                    all                }}},
    Row{view_plan,                     {{ none,    none,             none,              none,              all,                    all                }}},
    Row{edit_plan,                     {{ none,    none,             none,              none,              all,                    all                }}},
    Row{remove_plan,                   {{ none,    none,             none,              none,              all,                    all                }}},
    Row{unpublish_plan,                {{ none,    none,             none,              none,              all,                    all                }}},
    // Teams and rosters
    Row{create_team,                   {{ none,    none,             none,              none,              all,                    all                }}},
    Row{add_team_member,               {{ none,    none,             none,              none,              all,                    all                }}},
    Row{view_team,                     {{ none,    none,             my_teams,          my_teams,          all,                    all                }}},
    Row{edit_team,                     {{ none,    none,             none,              none,              all,                    all                }}},
    Row{assign_team_lead,              {{ none,    none,             none,              none,              all,                    all                }}},
    Row{leave_team,                    {{ none,    none,             none,              none,              all,                    all                }}},
    Row{remove_team_member,            {{ none,    none,             none,              none,              all,                    all                }}},
    Row{delete_team,                   {{ none,    none,             none,              none,              all,                    all                }}},
    Row{create_roster,                 {{ none,    none,             none,              none,              all,                    all                }}},
    Row{add_roster_member,             {{ none,    none,             none,              none,              all,                    all                }}},
    Row{add_roster_plan,               {{ none,    none,             none,              none,              all,                    all                }}},
    Row{edit_roster,                   {{ none,    none,             none,              none,              all,                    all                }}},
    Row{leave_roster,                  {{ none,    none,             none,              none,              all,                    all                }}},
    Row{remove_roster_member,          {{ none,    none,             none,              none,              all,                    all                }}},
    Row{delete_roster,                 {{ none,    none,             none,              none,              all,                    all                }}},
    // Settings
    Row{modify_core_settings,          {{ none,    none,             none,              none,              none,                   all                }}},
    Row{modify_operational_settings,   {{ none,    none,             none,              none,              all,                    all                }}},
    Row{create_self_booking_links,     {{ none,    none,             none,              none,              all,                    all                }}},
    Row{manage_subscription,           {{ none,    none,             none,              none,              none,                   all                }}},
    Row{change_subscription,           {{ none,    none,             none,              none,              none,                   all                }}},
    Row{cancel_subscription,           {{ none,    none,             none,              none,              none,                   all                }}},
    Row{view_basic_settings,           {{ none,    none,             none,              none,              all,                    all                }}},
    Row{edit_basic_settings,           {{ none,    none,             none,              none,              none,                   all                }}},
    Row{view_support_settings,         {{ none,    none,             none,              none,              all,                    all                }}},
    Row{edit_support_settings,         {{ none,    none,             none,              none,              none,                   all                }}},
    Row{edit_branding,                 {{ none,    none,             none,              none,              none,                   all                }}},
    Row{edit_bank_details,             {{ none,    none,             none,              none,              none,                   all                }}},
    Row{view_opening_hours,            {{ none,    none,             none,              none,              all,                    all                }}},
    Row{edit_opening_hours,            {{ none,    none,             none,              none,              none,                   all                }}},
    Row{view_notice_period,            {{ none,    none,             none,              none,              all,                    all                }}},
    Row{edit_notice_period,            {{ none,    none,             none,              none,              none,                   all                }}},
    Row{view_reschedule_policy,        {{ none,    none,             none,              none,              all,                    all                }}},
    Row{edit_reschedule_policy,        {{ none,    none,             none,              none,              none,                   all                }}},
    Row{edit_reschedule_reasons,       {{ none,    none,             none,              none,              none,                   all                }}},
    Row{view_cancellation_policy,      {{ none,    none,             none,              none,              all,                    all                }}},
    Row{edit_cancellation_policy,      {{ none,    none,             none,              none,              none,                   all                }}},
    Row{edit_cancellation_reasons,     {{ none,    none,             none,              none,              none,                   all                }}},
    Row{edit_reassign_reasons,         {{ none,    none,             none,              none,              none,                   all                }}},
    Row{edit_follow_up_reasons,        {{ none,    none,             none,              none,              none,                   all                }}},
}};
// clang-format on

// Columns.
constexpr std::size_t visitor = 0, client = 1, supporter = 2, performer = 3, admin = 4, owner = 5;

static_assert(keeps_the_common_laws(matrix));
static_assert(tier_covers(matrix, client, visitor, {register_client}));
// A performer serves and does not coordinate: the schedule of others and support are the supporter's.
static_assert(tier_covers(matrix, performer, supporter,
                          {view_booking, reschedule_booking, propose_time, note_booking, view_calendar,
                           view_staff_availability, view_client_name, view_client_contact, view_account_manager,
                           view_pets}));
static_assert(tier_covers(matrix, admin, performer));
static_assert(tier_covers(matrix, owner, admin));

constexpr auto cells = flat(matrix);
constexpr Model model{"petcare", columns, cells};

}  // namespace

const Model& petcare_model() { return model; }

}  // namespace loggia::policy
