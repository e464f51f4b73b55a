#include "policy/statement.h"

namespace loggia::policy {
namespace {

using enum Permission;
using enum Mine;

// clang-format off
const std::vector<Statement> statements{
    {"oversee workspace policies, settings, earnings, reports",
     {modify_core_settings, edit_cancellation_policy, edit_reschedule_policy, view_revenue, view_reports}},
    {"handle day-to-day operations: bookings, teams, rosters, plans", {view_booking, reschedule_booking, cancel_booking, edit_team, edit_roster, edit_plan}},
    {"access to most (not all) workspace settings",
     {edit_basic_settings, edit_support_settings, edit_branding, edit_opening_hours, edit_notice_period, edit_reschedule_reasons,
      edit_cancellation_reasons}, about_me, {edit_bank_details, edit_reschedule_policy, edit_cancellation_policy, edit_reassign_reasons,
      edit_follow_up_reasons, modify_core_settings}},
    {"manage their assigned bookings", {view_booking, reschedule_booking, cancel_booking, complete_booking}, served_by_me},
    {"deliver services to customers", {perform_service}},
    {"track their personal performance", {view_personal_dashboard, view_personal_reports}},
    {"View Workspace Dashboard", {view_business_dashboard}},
    {"View Personal Dashboard", {view_personal_dashboard}},
    {"View All Bookings", {view_booking}},
    {"View My Bookings", {view_own_bookings}},
    {"Upload a File", {attach_booking_file}, served_by_me},
    {"Add a Note", {note_booking}, served_by_me},
    {"Complete Bookings", {complete_booking}, served_by_me},
    {"Reschedule Bookings", {reschedule_booking}, served_by_me},
    {"Cancel Bookings", {cancel_booking}, served_by_me},
    {"Reassign Bookings", {change_booking_staff}},
    {"View Earnings Dashboard", {view_revenue}},
    {"View Transaction History", {view_transactions}},
    {"View Contacts", {view_client_name, view_client_contact}, about_me, {edit_client}},
    {"View Directory", {view_directory}, about_me, {edit_staff}},
    {"View Teams in Directory", {view_team_directory}, about_me, {edit_team}},
    {"View and Download Reports", {view_order_and_refund_reports}, about_me, {view_reports}},
    {"Download Reports for Specific Pros", {view_reports_of_person}},
    {"Update Basic Info", {view_basic_settings, edit_basic_settings}, about_me, {edit_basic_settings}},
    {"Update Support Info", {view_support_settings, edit_support_settings}, about_me, {edit_support_settings}},
    {"Manage Branding", {edit_branding}},
    {"Update Bank Details", {edit_bank_details}},
    {"Manage Working Hours", {view_opening_hours, edit_opening_hours}, about_me, {edit_opening_hours}},
    {"Manage Notice Period", {view_notice_period, edit_notice_period}, about_me, {edit_notice_period}},
    {"Update Reschedule Policies", {view_reschedule_policy, edit_reschedule_policy}, about_me, {edit_reschedule_policy}},
    {"Edit Reschedule reasons", {edit_reschedule_reasons}},
    {"Update Cancellation Policies", {view_cancellation_policy, edit_cancellation_policy}, about_me, {edit_cancellation_policy}},
    {"Edit Cancellation Reasons", {edit_cancellation_reasons}},
    {"Edit Reassign Reasons", {edit_reassign_reasons}},
    {"Edit Follow-up Reasons", {edit_follow_up_reasons}},
    {"View Members", {view_members}, about_me, {remove_staff}},
    {"Invite Members", {create_staff}},
    {"Remove Members", {remove_staff}},
    {"Update Roles", {assign_roles}},
    {"Create Plan", {create_plan}},
    {"View Plan Summary", {view_plan}},
    {"Edit Plan Details", {edit_plan}},
    {"Remove Plan", {remove_plan}},
    {"Move Plan to Draft", {unpublish_plan}},
    {"Create Roster", {create_roster}},
    {"Add Member to Roster", {add_roster_member}},
    {"Add Plan to Roster", {add_roster_plan}},
    {"Edit Roster Details", {edit_roster}},
    {"Leave Roster", {leave_roster}},
    {"Remove Member from Roster", {remove_roster_member}},
    {"Delete Roster", {delete_roster}},
    {"Create Team", {create_team}},
    {"Add Member to Team", {add_team_member}},
    {"View Team Summary", {view_team}, about_me, {edit_team}},
    {"Edit Team Details", {edit_team}},
    {"Assign Team Lead", {assign_team_lead}},
    {"Leave Team", {leave_team}},
    {"Remove Member from Team", {remove_team_member}},
    {"Delete Team", {delete_team}},
};
// clang-format on

}  // namespace

std::span<const Statement> workspace_statements() { return statements; }

}  // namespace loggia::policy
