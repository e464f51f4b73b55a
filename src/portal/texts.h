#pragma once

#include "core/api/messages.h"
#include "core/base/civil.h"
#include "core/base/money.h"
#include "core/base/time.h"
#include "core/domain/booking.h"
#include "core/policy/role.h"
#include "core/scheduling/zone.h"

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>

/// Every word the portal says, in English. Sentences with something in them are functions.
namespace loggia::portal::texts {

// The frame
inline constexpr std::string_view book = "Book";
inline constexpr std::string_view my_bookings = "My bookings";
inline constexpr std::string_view calendar = "Calendar";
inline constexpr std::string_view sign_in = "Sign in";
inline constexpr std::string_view sign_out = "Sign out";
inline constexpr std::string_view use_dark_colours = "Use dark colours";
inline constexpr std::string_view use_light_colours = "Use light colours";
inline constexpr std::string_view no_such_page = "There is no such page";
inline constexpr std::string_view not_for_you = "You cannot open this page";
inline constexpr std::string_view cannot_reach = "We cannot reach the booking system";
inline constexpr std::string_view to_the_start = "Go to the start";
inline constexpr std::string_view try_again = "Try again";
inline constexpr std::string_view no_connection = "No connection. Check your internet access and try again.";
inline constexpr std::string_view server_trouble = "Something went wrong on our side. Please try again.";
[[nodiscard]] std::string acting_as(policy::Role role);
[[nodiscard]] std::string step_of(int step, int steps);
[[nodiscard]] std::string document_title(std::string_view screen, std::string_view business);

// Choosing what and when
inline constexpr std::string_view book_a_visit = "Book a visit";
inline constexpr std::string_view which_service = "Service";
inline constexpr std::string_view services = "Services";
inline constexpr std::string_view no_services = "Nothing can be booked yet";
inline constexpr std::string_view no_services_hint = "Please come back later or give us a call.";
inline constexpr std::string_view no_such_service = "This service is not offered any more.";
inline constexpr std::string_view choose_a_time = "Choose a time";
inline constexpr std::string_view with_whom = "With whom?";
inline constexpr std::string_view anyone = "Anyone";
inline constexpr std::string_view anyone_in_a_line = "with anyone";
inline constexpr std::string_view previous_month = "Previous month";
inline constexpr std::string_view next_month = "Next month";
inline constexpr std::string_view dots_note = "Dots show how many times are free";
inline constexpr std::string_view free_times = "Free times";
inline constexpr std::string_view morning = "Morning";
inline constexpr std::string_view afternoon = "Afternoon";
inline constexpr std::string_view evening = "Evening";
inline constexpr std::string_view go_on = "Continue";
inline constexpr std::array<std::string_view, 7> weekdays_short{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};
inline constexpr std::array<std::string_view, 7> weekdays_long{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                               "Friday", "Saturday", "Sunday"};
[[nodiscard]] std::string duration(std::int64_t minutes);
[[nodiscard]] std::string free_to_cancel_before(minutes notice);
[[nodiscard]] std::string day_with_free_times(Date date, int free);
[[nodiscard]] std::string nothing_free_in(std::chrono::year_month month);
[[nodiscard]] std::string nothing_free_until(Date date);
[[nodiscard]] std::string next_free_day(Date date);
[[nodiscard]] std::string times_line(std::int64_t duration_minutes, std::string_view with, int free);
[[nodiscard]] std::string time_on(CivilTime time);
[[nodiscard]] std::string service_with(std::string_view service, std::string_view person);
[[nodiscard]] std::string summary_line(CivilTime from, CivilTime to, std::string_view room, const Money& price);
[[nodiscard]] std::string held_for(std::int64_t minutes);
[[nodiscard]] std::string was_just_taken(CivilTime time);
[[nodiscard]] std::string is_no_longer_free(CivilTime time);
[[nodiscard]] std::string zone_note(const scheduling::Zone& shown, const scheduling::Zone& visitors, Instant at);

// The last step
inline constexpr std::string_view your_details = "Your details";
inline constexpr std::string_view nothing_chosen = "No time is chosen yet";
inline constexpr std::string_view change = "Change";
inline constexpr std::string_view change_time = "Change the time";
inline constexpr std::string_view holding = "Holding this time for you";
inline constexpr std::string_view time_is_gone = "This time is not yours any more";
inline constexpr std::string_view free_now = "Free times close to it";
inline constexpr std::string_view nothing_free_nearby = "Nothing is free around that day.";
inline constexpr std::string_view have_account = "I already have an account";
inline constexpr std::string_view who_is_it_for = "Who is it for?";
inline constexpr std::string_view me = "Me";
inline constexpr std::string_view my_child = "My child or somebody in my care";
inline constexpr std::string_view add_family_member = "Add a family member";
inline constexpr std::string_view add = "Add";
inline constexpr std::string_view add_them_first = "Add this person first.";
inline constexpr std::string_view terms_missing = "Please agree to the terms to book.";
inline constexpr std::string_view total = "Total";
[[nodiscard]] std::string hold_is_over();
[[nodiscard]] std::string held_for_more(seconds left);
[[nodiscard]] std::string service_and_duration(const api::ServiceView& service);
[[nodiscard]] std::string when_and_who(CivilTime time, std::string_view person);
[[nodiscard]] std::string born_on(Date date);
[[nodiscard]] std::string agree_to_terms(CivilTime deadline);
[[nodiscard]] std::string book_this(std::string_view service);

// Booked
inline constexpr std::string_view you_are_booked = "You are booked";
inline constexpr std::string_view booking_cancelled = "Booking cancelled";
inline constexpr std::string_view book_another = "Book another visit";
[[nodiscard]] std::string date_and_times(CivilTime from, CivilTime to);
[[nodiscard]] std::string room_and_place(std::string_view room, const api::BusinessView& business);
[[nodiscard]] std::string room_and_location(std::string_view room, const api::BusinessView& business);
[[nodiscard]] std::string for_client(std::string_view name);
[[nodiscard]] std::string free_to_cancel_until(CivilTime deadline);

// Accounts
inline constexpr std::string_view your_name = "Full name";
inline constexpr std::string_view email = "Email";
inline constexpr std::string_view phone = "Phone";
inline constexpr std::string_view password = "Password";
inline constexpr std::string_view choose_password = "Choose a password";
inline constexpr std::string_view password_hint =
    "At least 10 characters. With it you see and change your bookings later.";
inline constexpr std::string_view name_missing = "Please tell us your name.";
inline constexpr std::string_view email_wrong = "Please enter an email address like mara@example.org.";
inline constexpr std::string_view phone_missing = "Please enter a number we can reach you at.";
inline constexpr std::string_view password_missing = "Please enter a password.";
inline constexpr std::string_view their_name = "Their name";
inline constexpr std::string_view their_name_missing = "Please tell us their name.";
inline constexpr std::string_view date_of_birth = "Date of birth";
inline constexpr std::string_view date_of_birth_wrong = "Please enter a date of birth.";
inline constexpr std::string_view new_here = "New here? ";
inline constexpr std::string_view create_account = "Create an account";
inline constexpr std::string_view have_account_question = "Have an account already? ";

// A client's own place
inline constexpr std::string_view coming_up = "Coming up";
inline constexpr std::string_view nothing_coming_up = "Nothing is coming up";
inline constexpr std::string_view nothing_coming_up_hint = "What you book appears here.";
inline constexpr std::string_view past_bookings = "Past bookings";
inline constexpr std::string_view family = "Family";
inline constexpr std::string_view no_family = "Add the people you book for.";
inline constexpr std::string_view you = "you";
inline constexpr std::string_view cancel = "Cancel";
inline constexpr std::string_view cancel_question = "Cancel this booking?";
inline constexpr std::string_view cancel_booking = "Cancel booking";
inline constexpr std::string_view keep_booking = "Keep it";
/// "Oct 2026", for narrow places.
[[nodiscard]] std::string short_month(Date date);
[[nodiscard]] std::string greeting(CivilTime time, std::string_view full_name);
[[nodiscard]] std::string cancel_named(std::string_view what, CivilTime when);
[[nodiscard]] std::string too_late_to_cancel(CivilTime deadline);
[[nodiscard]] std::string years(int age);
[[nodiscard]] std::string_view status_name(domain::BookingStatus status);

// The calendar
inline constexpr std::string_view today = "Today";
inline constexpr std::string_view previous_week = "Previous week";
inline constexpr std::string_view next_week = "Next week";
inline constexpr std::string_view nothing_this_week = "Nothing is booked this week.";
inline constexpr std::string_view nothing_of_theirs = "Nothing is booked this week with the people chosen above.";
inline constexpr std::string_view being_booked = "Being booked";
inline constexpr std::string_view booking = "Booking";
inline constexpr std::string_view dependent = "dependent";
inline constexpr std::string_view edit_service = "Edit this service";
inline constexpr std::string_view staff_cancel_rule =
    "The time becomes free at once, and the client sees the booking as cancelled.";
inline constexpr std::string_view live_saved = "Live · saved";
inline constexpr std::string_view live_connecting = "Connecting";
inline constexpr std::string_view live_reconnecting = "Reconnecting";
inline constexpr std::string_view live_offline = "Offline";
[[nodiscard]] std::string booking_in_full(std::string_view service, std::string_view client, CivilTime from,
                                          CivilTime to, std::string_view performer, domain::BookingStatus status);

// Pieces
[[nodiscard]] std::string times(CivilTime from, CivilTime to);                    ///< "10:30 – 11:15"
[[nodiscard]] std::string short_time(CivilTime time);                             ///< "Sat 24 Oct, 10:30"
[[nodiscard]] std::string weekday_and_day(CivilTime time);                        ///< "Sat 24"
[[nodiscard]] std::string month_name(CivilTime time);                             ///< "Oct"
[[nodiscard]] std::string_view first_name(std::string_view name);                 ///< "Mara"
[[nodiscard]] std::string joined(std::initializer_list<std::string_view> parts);  ///< with " · ", empty ones left out
[[nodiscard]] std::string words(std::initializer_list<std::string_view> parts);  ///< with spaces, empty ones left out

}  // namespace loggia::portal::texts
