#include "core/policy/permission.h"

#include "core/policy/wording.h"

#include <algorithm>
#include <array>

namespace loggia::policy {
namespace {

using enum Permission;

// clang-format off
constexpr std::array wordings{
    // What everyone may see before signing in
    Wording{browse_business,               "browse_business",               "look at the business"},
    Wording{browse_services,               "browse_services",               "look at the services"},
    Wording{browse_staff,                  "browse_staff",                  "see who works here"},
    Wording{browse_free_times,             "browse_free_times",             "look for free times"},
    // Becoming and being somebody
    Wording{sign_in,                       "sign_in",                       "sign in"},
    Wording{recover_password,              "recover_password",              "set a new password by e-mail"},
    Wording{register_client,               "register_client",               "register"},
    Wording{view_own_session,              "view_own_session",              "see who is signed in"},
    Wording{change_own_password,           "change_own_password",           "change a password", "change your own password"},
    Wording{edit_personal_settings,        "edit_personal_settings",        "change personal settings", "change your own settings"},
    Wording{follow_changes,                "follow_changes",                "follow what changes"},
    Wording{view_help,                     "view_help",                     "read the help for a role"},
    // The staff portal and its dashboards
    Wording{enter_staff_portal,            "enter_staff_portal",            "open the staff portal"},
    Wording{view_business_dashboard,       "view_business_dashboard",       "see the dashboard of the business"},
    Wording{view_personal_dashboard,       "view_personal_dashboard",       "see a personal dashboard", "see your own dashboard"},
    // Bookings
    Wording{hold_time,                     "hold_time",                     "keep a time"},
    Wording{create_booking,                "create_booking",                "make a booking", "book for yourself and those whose account you manage"},
    Wording{view_booking,                  "view_booking",                  "see a booking", "see your own bookings", "see the bookings assigned to you"},
    Wording{view_own_bookings,             "view_own_bookings",             "see your bookings", "see your own bookings"},
    Wording{cancel_booking,                "cancel_booking",                "cancel a booking",
        "cancel your own bookings", "cancel the bookings assigned to you"},
    Wording{reschedule_booking,            "reschedule_booking",            "move a booking", "", "move the bookings assigned to you"},
    Wording{propose_time,                  "propose_time",                  "propose another time", "", "propose times for the bookings assigned to you"},
    Wording{change_booking_staff,          "change_booking_staff",          "change who serves a booking"},
    Wording{change_booking_room,           "change_booking_room",           "change the room of a booking"},
    Wording{change_booking_location,       "change_booking_location",       "change the location of a booking"},
    Wording{complete_booking,              "complete_booking",              "complete a booking", "", "complete the bookings assigned to you"},
    Wording{take_attendance,               "take_attendance",               "take attendance", "", "take attendance of the bookings assigned to you"},
    Wording{reactivate_booking,            "reactivate_booking",            "bring back a cancelled booking"},
    Wording{note_booking,                  "note_booking",                  "add a note to a booking", "", "add notes to the bookings assigned to you"},
    Wording{attach_booking_file,           "attach_booking_file",           "add a file to a booking", "", "add files to the bookings assigned to you"},
    Wording{perform_service,               "perform_service",               "perform a service", "", "perform the services assigned to you"},
    Wording{update_bookings_together,      "update_bookings_together",      "change several bookings at once"},
    Wording{cancel_bookings_together,      "cancel_bookings_together",      "cancel several bookings at once"},
    Wording{write_to_clients_together,     "write_to_clients_together",     "write to several clients at once"},
    Wording{take_attendance_together,      "take_attendance_together",      "take attendance of several bookings at once"},
    Wording{request_quote,                 "request_quote",                 "ask for a quote",
        "ask for quotes for yourself and those whose account you manage"},
    Wording{book_make_up,                  "book_make_up",                  "book a make-up visit", "book your own make-up visits"},
    Wording{enroll_in_session,             "enroll_in_session",             "enrol a client in a session"},
    Wording{enroll_in_event,               "enroll_in_event",               "enrol a client in an event",
        "", "enrol clients you serve around this time in events"},
    Wording{plan_events,                   "plan_events",                   "plan events"},
    Wording{plan_sessions,                 "plan_sessions",                 "plan sessions"},
    Wording{perform_support_task,          "perform_support_task",          "do a support task", "", "do the support tasks assigned to you"},
    // The calendar and working time
    Wording{view_calendar,                 "view_calendar",                 "see the calendar", "", "see the bookings assigned to you"},
    Wording{view_own_calendar,             "view_own_calendar",             "see a work calendar", "see your own work calendar"},
    Wording{set_own_hours,                 "set_own_hours",                 "set working hours", "set your own working hours"},
    Wording{sync_own_calendar,             "sync_own_calendar",             "connect a calendar", "connect your own calendar"},
    Wording{track_time,                    "track_time",                    "record working time", "record your own working time"},
    Wording{view_staff_availability,       "view_staff_availability",       "see when staff work"},
    Wording{manage_staff_availability,     "manage_staff_availability",     "change working hours of staff"},
    Wording{request_time_off,              "request_time_off",              "ask for time off", "ask for your own time off"},
    Wording{view_own_time_off,             "view_own_time_off",             "see your requests for time off", "see your own requests for time off"},
    Wording{view_time_off,                 "view_time_off",                 "see a request for time off", "", "see the requests for time off assigned to you"},
    Wording{process_time_off,              "process_time_off",              "process a request for time off",
        "", "process the requests for time off assigned to you"},
    Wording{approve_time_off,              "approve_time_off",              "approve time off"},
    Wording{update_time_off,               "update_time_off",               "change a request for time off"},
    Wording{request_time_off_for_others,   "request_time_off_for_others",   "ask for time off for somebody else"},
    // Clients, field by field
    Wording{view_client_name,              "view_client_name",              "see a client's name", "see your own name", "see the names of clients you serve"},
    Wording{view_client_age,               "view_client_age",               "see a client's age", "see your own age", "see the age of clients you serve"},
    Wording{view_client_dependency,        "view_client_dependency",        "see whose account a client belongs to",
        "see your own account", "see the kind of account of clients you serve"},
    Wording{view_client_contact,           "view_client_contact",           "see a client's contact details",
        "see your own contact details", "see the contact details of clients you serve or support"},
    Wording{view_account_manager,          "view_account_manager",          "see who manages a client's account",
        "see who manages your own account", "see who manages the accounts of clients you serve or support"},
    Wording{edit_client,                   "edit_client",                   "change a client's details"},
    Wording{create_client,                 "create_client",                 "add a client"},
    Wording{remove_client,                 "remove_client",                 "remove a client"},
    Wording{import_clients,                "import_clients",                "import clients"},
    Wording{export_clients,                "export_clients",                "export clients"},
    Wording{add_dependent,                 "add_dependent",                 "add a family member", "add family members to your own account"},
    Wording{view_pets,                     "view_pets",                     "see a pet", "see your own pets", "see the pets of clients you serve or support"},
    Wording{edit_pets,                     "edit_pets",                     "change a pet's details", "change your own pets"},
    Wording{view_client_comments,          "view_client_comments",          "read comments for a client",
        "read the comments about yourself and those whose account you manage", "read the comments for clients you serve"},
    Wording{post_client_comments,          "post_client_comments",          "write comments for a client", "", "write comments for clients you serve"},
    Wording{view_staff_comments,           "view_staff_comments",           "read comments among staff"},
    Wording{post_staff_comments,           "post_staff_comments",           "write comments among staff"},
    Wording{write_to_staff,                "write_to_staff",                "write to whoever serves you", "write to those who serve you"},
    Wording{write_to_clients,              "write_to_clients",              "write to a client", "", "write to clients you serve"},
    // Files
    Wording{manage_own_files,              "manage_own_files",              "keep files", "keep files in your own library"},
    Wording{share_files,                   "share_files",                   "share files with a client", "", "share files with clients you serve"},
    Wording{view_client_files,             "view_client_files",             "see a client's files", "see your own files"},
    Wording{view_staff_files,              "view_staff_files",              "see the files of staff"},
    // One client's money
    Wording{view_prices_of_bookings,       "view_prices_of_bookings",       "see the price of a booking",
        "see the prices of your own bookings", "see the prices of the bookings assigned to you"},
    Wording{view_invoices,                 "view_invoices",                 "see an invoice", "see your own invoices"},
    Wording{edit_invoices,                 "edit_invoices",                 "change an invoice"},
    Wording{view_service_credits,          "view_service_credits",          "see service credits", "see your own service credits"},
    Wording{edit_service_credits,          "edit_service_credits",          "change service credits"},
    Wording{view_money_credits,            "view_money_credits",            "see money credits", "see your own money credits"},
    Wording{edit_money_credits,            "edit_money_credits",            "change money credits"},
    Wording{add_payment_method,            "add_payment_method",            "add a way to pay", "add your own ways to pay"},
    Wording{remove_payment_method,         "remove_payment_method",         "remove a way to pay", "remove your own ways to pay"},
    Wording{accept_tips,                   "accept_tips",                   "accept tips", "", "accept tips for the bookings assigned to you"},
    Wording{ask_for_payment,               "ask_for_payment",               "ask a client to pay", "", "ask for payment of the bookings assigned to you"},
    Wording{process_payments,              "process_payments",              "take a payment"},
    Wording{refund_payments,               "refund_payments",               "refund a payment"},
    Wording{void_payments,                 "void_payments",                 "void a payment"},
    Wording{discount_invoices,             "discount_invoices",             "give a discount"},
    Wording{void_invoices,                 "void_invoices",                 "void an invoice"},
    Wording{charge_retail,                 "charge_retail",                 "charge for goods"},
    Wording{charge_fees,                   "charge_fees",                   "charge a fee"},
    Wording{view_overdue_invoices,         "view_overdue_invoices",         "see overdue invoices"},
    Wording{discount_client_subscriptions, "discount_client_subscriptions", "change the discount of a client's subscription"},
    Wording{set_late_fees,                 "set_late_fees",                 "change the late fee of a client's subscription"},
    Wording{set_auto_pay,                  "set_auto_pay",                  "change the automatic payment of a client's subscription"},
    Wording{end_client_subscriptions,      "end_client_subscriptions",      "end a client's subscription"},
    Wording{pause_client_subscriptions,    "pause_client_subscriptions",    "pause a client's subscription"},
    // The money of the business
    Wording{view_revenue,                  "view_revenue",                  "see revenue"},
    Wording{view_transactions,             "view_transactions",             "see the history of payments"},
    Wording{manage_finances,               "manage_finances",               "manage billing and finances"},
    Wording{view_own_payroll,              "view_own_payroll",              "see a payslip", "see your own payslips"},
    Wording{run_payroll,                   "run_payroll",                   "run payroll"},
    Wording{view_pay_rates,                "view_pay_rates",                "see pay rates"},
    Wording{edit_pay_rates,                "edit_pay_rates",                "change pay rates"},
    // Reports
    Wording{view_reports,                  "view_reports",                  "see the reports of the business"},
    Wording{view_operational_reports,      "view_operational_reports",      "see reports of the daily work"},
    Wording{view_personal_reports,         "view_personal_reports",         "see a personal report", "see the reports on your own work"},
    Wording{view_order_and_refund_reports, "view_order_and_refund_reports", "see reports of orders and refunds",
        "see the orders and refunds of your own work"},
    Wording{view_reports_of_person,        "view_reports_of_person",        "see another person's reports"},
    // People who work here
    Wording{view_staff_contact,            "view_staff_contact",            "see the contact details of staff"},
    Wording{view_staff_profile,            "view_staff_profile",            "see the profile of staff"},
    Wording{view_directory,                "view_directory",                "see the directory"},
    Wording{view_team_directory,           "view_team_directory",           "see teams in the directory", "", "see your own teams"},
    Wording{view_members,                  "view_members",                  "see the list of members"},
    Wording{create_staff,                  "create_staff",                  "add staff"},
    Wording{create_service_provider,       "create_service_provider",       "add a service provider"},
    Wording{edit_staff,                    "edit_staff",                    "change the details of staff"},
    Wording{remove_staff,                  "remove_staff",                  "remove staff"},
    Wording{assign_roles,                  "assign_roles",                  "give and take roles"},
    Wording{set_access_rights,             "set_access_rights",             "switch access rights on and off"},
    Wording{customise_roles,               "customise_roles",               "make roles of your own"},
    Wording{view_roles,                    "view_roles",                    "see roles and access"},
    Wording{assign_services,               "assign_services",               "say who performs which service"},
    // Services, places, plans
    Wording{create_services,               "create_services",               "create services"},
    Wording{modify_services,               "modify_services",               "change services"},
    Wording{delete_services,               "delete_services",               "delete services"},
    Wording{create_locations,              "create_locations",              "create locations"},
    Wording{modify_locations,              "modify_locations",              "change locations"},
    Wording{delete_locations,              "delete_locations",              "delete locations"},
    Wording{manage_resources,              "manage_resources",              "manage rooms and equipment"},
    Wording{create_plan,                   "create_plan",                   "create plans"},
    Wording{view_plan,                     "view_plan",                     "see plans"},
    Wording{edit_plan,                     "edit_plan",                     "change plans"},
    Wording{remove_plan,                   "remove_plan",                   "remove plans"},
    Wording{unpublish_plan,                "unpublish_plan",                "move plans to draft"},
    // Teams and rosters
    Wording{create_team,                   "create_team",                   "create teams"},
    Wording{add_team_member,               "add_team_member",               "add people to teams"},
    Wording{view_team,                     "view_team",                     "see a team", "", "see your own teams"},
    Wording{edit_team,                     "edit_team",                     "change teams"},
    Wording{assign_team_lead,              "assign_team_lead",              "choose who leads a team"},
    Wording{leave_team,                    "leave_team",                    "leave a team"},
    Wording{remove_team_member,            "remove_team_member",            "remove people from teams"},
    Wording{delete_team,                   "delete_team",                   "delete teams"},
    Wording{create_roster,                 "create_roster",                 "create rosters"},
    Wording{add_roster_member,             "add_roster_member",             "add people to rosters"},
    Wording{add_roster_plan,               "add_roster_plan",               "add plans to rosters"},
    Wording{edit_roster,                   "edit_roster",                   "change rosters"},
    Wording{leave_roster,                  "leave_roster",                  "leave a roster"},
    Wording{remove_roster_member,          "remove_roster_member",          "remove people from rosters"},
    Wording{delete_roster,                 "delete_roster",                 "delete rosters"},
    // Settings
    Wording{modify_core_settings,          "modify_core_settings",          "change the settings of the business"},
    Wording{modify_operational_settings,   "modify_operational_settings",   "change everyday settings"},
    Wording{create_self_booking_links,     "create_self_booking_links",     "create booking links"},
    Wording{manage_subscription,           "manage_subscription",           "manage the subscription"},
    Wording{change_subscription,           "change_subscription",           "change the subscription"},
    Wording{cancel_subscription,           "cancel_subscription",           "cancel the subscription"},
    Wording{view_basic_settings,           "view_basic_settings",           "see the name and address of the business"},
    Wording{edit_basic_settings,           "edit_basic_settings",           "change the name and address of the business"},
    Wording{view_support_settings,         "view_support_settings",         "see how clients reach the business"},
    Wording{edit_support_settings,         "edit_support_settings",         "change how clients reach the business"},
    Wording{edit_branding,                 "edit_branding",                 "change the look of the business"},
    Wording{edit_bank_details,             "edit_bank_details",             "change the bank details"},
    Wording{view_opening_hours,            "view_opening_hours",            "see the opening hours"},
    Wording{edit_opening_hours,            "edit_opening_hours",            "change the opening hours"},
    Wording{view_notice_period,            "view_notice_period",            "see the notice period"},
    Wording{edit_notice_period,            "edit_notice_period",            "change the notice period"},
    Wording{view_reschedule_policy,        "view_reschedule_policy",        "see the rules for moving bookings"},
    Wording{edit_reschedule_policy,        "edit_reschedule_policy",        "change the rules for moving bookings"},
    Wording{edit_reschedule_reasons,       "edit_reschedule_reasons",       "change the reasons for moving bookings"},
    Wording{view_cancellation_policy,      "view_cancellation_policy",      "see the rules for cancelling"},
    Wording{edit_cancellation_policy,      "edit_cancellation_policy",      "change the rules for cancelling"},
    Wording{edit_cancellation_reasons,     "edit_cancellation_reasons",     "change the reasons for cancelling"},
    Wording{edit_reassign_reasons,         "edit_reassign_reasons",         "change the reasons for giving bookings to others"},
    Wording{edit_follow_up_reasons,        "edit_follow_up_reasons",        "change the reasons for following up"},
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

std::optional<Permission> permission_named(std::string_view name) {
    const auto found = std::ranges::find(wordings, name, &Wording::name);
    return found == wordings.end() ? std::nullopt : std::optional(found->permission);
}

std::string_view phrase_of(Permission permission) { return wording_of(permission).phrase; }

}  // namespace loggia::policy
