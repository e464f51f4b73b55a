#include "core/policy/models/matrix.h"

/// The `operator` model: visitor / customer / service provider / administrator / owner.
namespace loggia::policy {
namespace {

using namespace models;
using enum Permission;
using enum Reach;
using Row = models::Row<5>;

constexpr std::array columns{
    Column{Role::visitor,          "Visitor",          "visitors"         },
    Column{Role::client,           "Customer",         "customers"        },
    Column{Role::service_provider, "Service provider", "service providers"},
    Column{Role::administrator,    "Administrator",    "administrators"   },
    Column{Role::owner,            "Owner",            "the owner"        },
};

constexpr Cell own_if_tracking{own, Switch::time_tracking};
constexpr Cell all_if_viewing{all, Switch::view_customers};
constexpr Cell all_if_editing{all, Switch::edit_customers};
constexpr Cell own_if_messaging{own, Switch::messaging};
constexpr Cell assigned_if_tipping{assigned, Switch::accept_tips};
constexpr Cell assigned_if_asking{assigned, Switch::ask_for_payment};
constexpr Cell touching_all_staff{
    all, Switch::none, {Role::service_provider, Role::administrator, Role::owner}
};
constexpr Cell touching_administrators{all, Switch::none, {Role::administrator}};
constexpr Cell all_if_plan_grow{all, Switch::plan_grow};
constexpr Cell touching_all_but_owner{
    all, Switch::none, {Role::service_provider, Role::administrator}
};

// Accounts are of three types, and one person may hold several: an administrator who serves clients is a service
// provider too. The owner is a flag apart from the administrator: with it come the subscription and serving.
// clang-format off
constexpr Matrix<5> matrix{{
    //                                    visitor  client            service provider     administrator            owner
    // What everyone may see before signing in
    Row{browse_business,               {{ all,     all,              all,                 all,                     all              }}},
    Row{browse_services,               {{ all,     all,              all,                 all,                     all              }}},
    Row{browse_staff,                  {{ all,     all,              all,                 all,                     all              }}},
    Row{browse_free_times,             {{ all,     all,              all,                 all,                     all              }}},
    // Becoming and being somebody
    Row{sign_in,                       {{ all,     all,              all,                 all,                     all              }}},
    Row{recover_password,              {{ all,     all,              all,                 all,                     all              }}},
    Row{register_client,               {{ all,     none,             none,                none,                    none             }}},
    Row{view_own_session,              {{ all,     all,              all,                 all,                     all              }}},
    Row{change_own_password,           {{ none,    own,              own,                 own,                     own              }}},
    Row{edit_personal_settings,        {{ none,    own,              own,                 own,                     own              }}},
    Row{follow_changes,                {{ all,     all,              all,                 all,                     all              }}},
    Row{view_help,                     {{ all,     all,              all,                 all,                     all              }}},
    // The staff portal and its dashboards
    Row{enter_staff_portal,            {{ none,    none,             all,                 all,                     all              }}},
    Row{view_business_dashboard,       {{ none,    none,             none,                all,                     none             }}},
    Row{view_personal_dashboard,       {{ none,    none,             own,                 own,                     own              }}},
    // Bookings
    Row{hold_time,                     {{ all,     all,              all,                 all,                     all              }}},
    Row{create_booking,                {{ none,    own,              own,                 all,                     own              }}},
    Row{view_booking,                  {{ none,    own,              assigned,            all,                     own              }}},
    Row{view_own_bookings,             {{ none,    own,              own,                 own,                     own              }}},
    Row{cancel_booking,                {{ none,    own,              none,                all,                     none             }}},
    Row{reschedule_booking,            {{ none,    none,             none,                all,                     none             }}},
    Row{propose_time,                  {{ none,    none,             assigned,            all,                     none             }}},
    Row{change_booking_staff,          {{ none,    none,             none,                all,                     none             }}},
    Row{change_booking_room,           {{ none,    none,             none,                all,                     none             }}},
    Row{change_booking_location,       {{ none,    none,             none,                all,                     none             }}},
    Row{complete_booking,              {{ none,    none,             assigned,            all,                     none             }}},
    Row{take_attendance,               {{ none,    none,             assigned,            all,                     none             }}},
    Row{reactivate_booking,            {{ none,    none,             none,                all,                     none             }}},
    Row{note_booking,                  {{ none,    none,             assigned,            all,                     none             }}},
    Row{attach_booking_file,           {{ none,    none,             assigned,            all,                     none             }}},
    Row{perform_service,               {{ none,    none,             all,                 none,                    all              }}},
    Row{update_bookings_together,      {{ none,    none,             none,                all,                     none             }}},
    Row{cancel_bookings_together,      {{ none,    none,             none,                all,                     none             }}},
    Row{write_to_clients_together,     {{ none,    none,             none,                all,                     none             }}},
    Row{take_attendance_together,      {{ none,    none,             none,                all,                     none             }}},
    Row{request_quote,                 {{ none,    own,              own,                 all,                     own              }}},
    Row{book_make_up,                  {{ none,    own,              own,                 all,                     own              }}},
    Row{enroll_in_session,             {{ none,    none,             none,                all,                     none             }}},
    Row{enroll_in_event,               {{ none,    none,             none,                all,                     none             }}},
    Row{plan_events,                   {{ none,    none,             none,                all,                     none             }}},
    Row{plan_sessions,                 {{ none,    none,             none,                all,                     none             }}},
    Row{perform_support_task,          {{ none,    none,             none,                all,                     none             }}},
    // The calendar and working time
    Row{view_calendar,                 {{ none,    none,             assigned,            all,                     none             }}},
    Row{view_own_calendar,             {{ none,    none,             own,                 own,                     own              }}},
    Row{set_own_hours,                 {{ none,    none,             own,                 own,                     own              }}},
    Row{sync_own_calendar,             {{ none,    none,             own,                 own,                     own              }}},
    Row{track_time,                    {{ none,    none,             own_if_tracking,     own,                     own              }}},
    Row{view_staff_availability,       {{ none,    none,             none,                all,                     none             }}},
    Row{manage_staff_availability,     {{ none,    none,             none,                all,                     none             }}},
    Row{request_time_off,              {{ none,    none,             own,                 own,                     own              }}},
    Row{view_own_time_off,             {{ none,    none,             own,                 own,                     own              }}},
    Row{view_time_off,                 {{ none,    none,             none,                all,                     none             }}},
    Row{process_time_off,              {{ none,    none,             none,                all,                     none             }}},
    Row{approve_time_off,              {{ none,    none,             none,                all,                     none             }}},
    Row{update_time_off,               {{ none,    none,             none,                all,                     none             }}},
    Row{request_time_off_for_others,   {{ none,    none,             none,                all,                     none             }}},
    // Clients, field by field
    Row{view_client_name,              {{ none,    own,              assigned,            all,                     own              }}},
    Row{view_client_age,               {{ none,    own,              none,                all,                     own              }}},
    Row{view_client_dependency,        {{ none,    own,              none,                all,                     own              }}},
    Row{view_client_contact,           {{ none,    own,              all_if_viewing,      all,                     own              }}},
    Row{view_account_manager,          {{ none,    own,              none,                all,                     own              }}},
    Row{edit_client,                   {{ none,    none,             all_if_editing,      all,                     none             }}},
    Row{create_client,                 {{ none,    none,             none,                all,                     none             }}},
    Row{remove_client,                 {{ none,    none,             none,                all,                     none             }}},
    Row{import_clients,                {{ none,    none,             none,                all,                     none             }}},
    Row{export_clients,                {{ none,    none,             none,                all,                     none             }}},
    Row{add_dependent,                 {{ none,    own,              own,                 own,                     own              }}},
    Row{view_pets,                     {{ none,    own,              none,                all,                     own              }}},
    Row{edit_pets,                     {{ none,    own,              none,                all,                     own              }}},
    Row{view_client_comments,          {{ none,    own,              none,                all,                     own              }}},
    Row{post_client_comments,          {{ none,    none,             assigned,            all,                     none             }}},
    Row{view_staff_comments,           {{ none,    none,             none,                all,                     none             }}},
    Row{post_staff_comments,           {{ none,    none,             none,                all,                     none             }}},
    Row{write_to_staff,                {{ none,    own_if_messaging, own_if_messaging,    own_if_messaging,        own_if_messaging }}},
    Row{write_to_clients,              {{ none,    none,             none,                all,                     none             }}},
    // Files
    Row{manage_own_files,              {{ none,    own,              own,                 own,                     own              }}},
    Row{share_files,                   {{ none,    none,             assigned,            all,                     none             }}},
    Row{view_client_files,             {{ none,    own,              none,                all,                     own              }}},
    Row{view_staff_files,              {{ none,    none,             none,                all,                     none             }}},
    // One client's money
    Row{view_prices_of_bookings,       {{ none,    own,              assigned,            all,                     own              }}},
    Row{view_invoices,                 {{ none,    own,              none,                all,                     own              }}},
    Row{edit_invoices,                 {{ none,    none,             none,                all,                     none             }}},
    Row{view_service_credits,          {{ none,    own,              none,                all,                     own              }}},
    Row{edit_service_credits,          {{ none,    none,             none,                all,                     none             }}},
    Row{view_money_credits,            {{ none,    own,              none,                all,                     own              }}},
    Row{edit_money_credits,            {{ none,    none,             none,                all,                     none             }}},
    Row{add_payment_method,            {{ none,    own,              own,                 own,                     own              }}},
    Row{remove_payment_method,         {{ none,    own,              own,                 own,                     own              }}},
    Row{accept_tips,                   {{ none,    none,             assigned_if_tipping, all,                     none             }}},
    Row{ask_for_payment,               {{ none,    none,             assigned_if_asking,  all,                     none             }}},
    Row{process_payments,              {{ none,    none,             none,                all,                     none             }}},
    Row{refund_payments,               {{ none,    none,             none,                all,                     none             }}},
    Row{void_payments,                 {{ none,    none,             none,                all,                     none             }}},
    Row{discount_invoices,             {{ none,    none,             none,                all,                     none             }}},
    Row{void_invoices,                 {{ none,    none,             none,                all,                     none             }}},
    Row{charge_retail,                 {{ none,    none,             none,                all,                     none             }}},
    Row{charge_fees,                   {{ none,    none,             none,                all,                     none             }}},
    Row{view_overdue_invoices,         {{ none,    none,             none,                all,                     none             }}},
    Row{discount_client_subscriptions, {{ none,    none,             none,                all,                     none             }}},
    Row{set_late_fees,                 {{ none,    none,             none,                all,                     none             }}},
    Row{set_auto_pay,                  {{ none,    none,             none,                all,                     none             }}},
    Row{end_client_subscriptions,      {{ none,    none,             none,                all,                     none             }}},
    Row{pause_client_subscriptions,    {{ none,    none,             none,                all,                     none             }}},
    // The money of the business
    Row{view_revenue,                  {{ none,    none,             none,                all,                     none             }}},
    Row{view_transactions,             {{ none,    none,             none,                all,                     none             }}},
    Row{manage_finances,               {{ none,    none,             none,                all,                     none             }}},
    Row{view_own_payroll,              {{ none,    none,             own,                 own,                     own              }}},
    Row{run_payroll,                   {{ none,    none,             none,                all,                     none             }}},
    Row{view_pay_rates,                {{ none,    none,             none,                touching_all_staff,      none             }}},
    Row{edit_pay_rates,                {{ none,    none,             none,                touching_all_staff,      none             }}},
    // Reports
    Row{view_reports,                  {{ none,    none,             none,                all,                     none             }}},
    Row{view_operational_reports,      {{ none,    none,             none,                all,                     none             }}},
    Row{view_personal_reports,         {{ none,    none,             own,                 all,                     none             }}},
    Row{view_order_and_refund_reports, {{ none,    none,             none,                all,                     none             }}},
    Row{view_reports_of_person,        {{ none,    none,             none,                all,                     none             }}},
    // People who work here
    Row{view_staff_contact,            {{ none,    none,             none,                all,                     none             }}},
    Row{view_staff_profile,            {{ none,    none,             none,                all,                     none             }}},
    Row{view_directory,                {{ none,    none,             none,                all,                     none             }}},
    Row{view_team_directory,           {{ none,    none,             none,                all,                     none             }}},
    Row{view_members,                  {{ none,    none,             none,                all,                     none             }}},
    Row{create_staff,                  {{ none,    none,             none,                touching_administrators, none             }}},
    Row{create_service_provider,       {{ none,    none,             none,                all_if_plan_grow,        none             }}},
    Row{edit_staff,                    {{ none,    none,             none,                touching_all_but_owner,  none             }}},
    Row{remove_staff,                  {{ none,    none,             none,                touching_all_but_owner,  none             }}},
    Row{assign_roles,                  {{ none,    none,             none,                touching_all_but_owner,  none             }}},
    Row{set_access_rights,             {{ none,    none,             none,                all,                     none             }}},
    Row{customise_roles,               {{ none,    none,             none,                all,                     none             }}},
    Row{view_roles,                    {{ none,    none,             none,                all,                     all              }}},
    Row{assign_services,               {{ none,    none,             none,                all,                     none             }}},
    // Services, places, plans
    Row{create_services,               {{ none,    none,             none,                all,                     none             }}},
    Row{modify_services,               {{ none,    none,             none,                all,                     none             }}},
    Row{delete_services,               {{ none,    none,             none,                all,                     none             }}},
    Row{create_locations,              {{ none,    none,             none,                all,                     none             }}},
    Row{modify_locations,              {{ none,    none,             none,                all,                     none             }}},
    Row{delete_locations,              {{ none,    none,             none,                all,                     none             }}},
    Row{manage_resources,              {{ none,    none,             none,                all,                     none             }}},
    Row{create_plan,                   {{ none,    none,             none,                all,                     none             }}},
    Row{view_plan,                     {{ none,    none,             none,                all,                     none             }}},
    Row{edit_plan,                     {{ none,    none,             none,                all,                     none             }}},
    Row{remove_plan,                   {{ none,    none,             none,                all,                     none             }}},
    Row{unpublish_plan,                {{ none,    none,             none,                all,                     none             }}},
    // Teams and rosters
    Row{create_team,                   {{ none,    none,             none,                all,                     none             }}},
    Row{add_team_member,               {{ none,    none,             none,                all,                     none             }}},
    Row{view_team,                     {{ none,    none,             none,                all,                     none             }}},
    Row{edit_team,                     {{ none,    none,             none,                all,                     none             }}},
    Row{assign_team_lead,              {{ none,    none,             none,                all,                     none             }}},
    Row{leave_team,                    {{ none,    none,             none,                all,                     none             }}},
    Row{remove_team_member,            {{ none,    none,             none,                all,                     none             }}},
    Row{delete_team,                   {{ none,    none,             none,                all,                     none             }}},
    Row{create_roster,                 {{ none,    none,             none,                all,                     none             }}},
    Row{add_roster_member,             {{ none,    none,             none,                all,                     none             }}},
    Row{add_roster_plan,               {{ none,    none,             none,                all,                     none             }}},
    Row{edit_roster,                   {{ none,    none,             none,                all,                     none             }}},
    Row{leave_roster,                  {{ none,    none,             none,                all,                     none             }}},
    Row{remove_roster_member,          {{ none,    none,             none,                all,                     none             }}},
    Row{delete_roster,                 {{ none,    none,             none,                all,                     none             }}},
    // Settings
    Row{modify_core_settings,          {{ none,    none,             none,                all,                     none             }}},
    Row{modify_operational_settings,   {{ none,    none,             none,                all,                     none             }}},
    Row{create_self_booking_links,     {{ none,    none,             none,                all,                     none             }}},
    Row{manage_subscription,           {{ none,    none,             none,                none,                    all              }}},
    Row{change_subscription,           {{ none,    none,             none,                none,                    all              }}},
    Row{cancel_subscription,           {{ none,    none,             none,                none,                    all              }}},
    Row{view_basic_settings,           {{ none,    none,             none,                all,                     none             }}},
    Row{edit_basic_settings,           {{ none,    none,             none,                all,                     none             }}},
    Row{view_support_settings,         {{ none,    none,             none,                all,                     none             }}},
    Row{edit_support_settings,         {{ none,    none,             none,                all,                     none             }}},
    Row{edit_branding,                 {{ none,    none,             none,                all,                     none             }}},
    Row{edit_bank_details,             {{ none,    none,             none,                all,                     none             }}},
    Row{view_opening_hours,            {{ none,    none,             none,                all,                     none             }}},
    Row{edit_opening_hours,            {{ none,    none,             none,                all,                     none             }}},
    Row{view_notice_period,            {{ none,    none,             none,                all,                     none             }}},
    Row{edit_notice_period,            {{ none,    none,             none,                all,                     none             }}},
    Row{view_reschedule_policy,        {{ none,    none,             none,                all,                     none             }}},
    Row{edit_reschedule_policy,        {{ none,    none,             none,                all,                     none             }}},
    Row{edit_reschedule_reasons,       {{ none,    none,             none,                all,                     none             }}},
    Row{view_cancellation_policy,      {{ none,    none,             none,                all,                     none             }}},
    Row{edit_cancellation_policy,      {{ none,    none,             none,                all,                     none             }}},
    Row{edit_cancellation_reasons,     {{ none,    none,             none,                all,                     none             }}},
    Row{edit_reassign_reasons,         {{ none,    none,             none,                all,                     none             }}},
    Row{edit_follow_up_reasons,        {{ none,    none,             none,                all,                     none             }}},
}};
// clang-format on

// Columns.
constexpr std::size_t visitor = 0, client = 1, provider = 2, administrator = 3;

static_assert(keeps_the_common_laws(matrix));
static_assert(tier_covers(matrix, client, visitor, {register_client}));
// Serving is the provider's: an administrator serves by being a provider too.
static_assert(tier_covers(matrix, administrator, provider, {perform_service}));

constexpr auto cells = flat(matrix);
constexpr Model model{"operator", columns, cells};

}  // namespace

const Model& operator_model() { return model; }

}  // namespace loggia::policy
