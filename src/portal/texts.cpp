#include "portal/texts.h"

#include "core/base/text.h"

namespace loggia::portal::texts {

namespace {

constexpr int minutes_in_hour = 60;

Date date_in(CivilTime time) { return date_of(std::chrono::floor<days>(time)); }

std::string count_of(std::int64_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string with_separator(std::initializer_list<std::string_view> parts, std::string_view separator) {
    std::string text;
    for (const auto part : parts) {
        if (part.empty()) continue;
        if (!text.empty()) text += separator;
        text += part;
    }
    return text;
}

std::string free_count(int free) {
    return free == 0 ? std::string("nothing free") : count_of(free, "time free", "times free");
}

/// "Ljubljana" of "Europe/Ljubljana"
std::string city_of(std::string_view zone) {
    std::string city(zone.substr(zone.rfind('/') + 1));
    for (char& character : city)
        if (character == '_') character = ' ';
    return city;
}

}  // namespace

std::string acting_as(policy::Role role) { return "Acting as " + std::string(policy::title_of(role)); }

std::string step_of(int step, int steps) { return "Step " + std::to_string(step) + " of " + std::to_string(steps); }

std::string document_title(std::string_view screen, std::string_view business) { return joined({screen, business}); }

std::string duration(std::int64_t minutes) { return std::to_string(minutes) + " min"; }

std::string free_to_cancel_before(minutes notice) {
    if (notice.count() % minutes_in_hour == 0)
        return "Free to cancel until " + std::to_string(notice.count() / minutes_in_hour) + " h before";
    return "Free to cancel until " + std::to_string(notice.count()) + " min before";
}

std::string day_with_free_times(Date date, int free) { return long_date_text(date) + ", " + free_count(free); }

std::string nothing_free_in(std::chrono::year_month month) {
    return "Nothing is free in " + month_text(month / 1) + ".";
}
std::string nothing_free_until(Date date) {
    return "Nothing is free until " + short_date_text(date) + ". Please call us.";
}
std::string next_free_day(Date date) { return "Next free day: " + short_date_text(date); }

std::string times_line(std::int64_t duration_minutes, std::string_view with, int free) {
    return joined({duration(duration_minutes), with, free_count(free)});
}

std::string time_on(CivilTime time) { return clock_text(time) + " on " + long_date_text(date_in(time)); }

std::string service_with(std::string_view service, std::string_view person) {
    return std::string(service) + " with " + std::string(person);
}

std::string summary_line(CivilTime from, CivilTime to, std::string_view room, const Money& price) {
    return joined({date_and_times(from, to), room, to_text(price)});
}

std::string held_for(std::int64_t minutes) { return "Held for you for " + count_of(minutes, "minute", "minutes"); }
std::string was_just_taken(CivilTime time) {
    return clock_text(time) + " was just taken. Please choose another time.";
}
std::string is_no_longer_free(CivilTime time) {
    return short_time(time) + " is not free any more. Please choose another time.";
}

std::string zone_note(const scheduling::Zone& shown, const scheduling::Zone& visitors, Instant at) {
    return "Times are in " + city_of(shown.name()) + ". " + clock_text(shown.to_civil(at)) + " is " +
           clock_text(visitors.to_civil(at)) + " where you are (" + city_of(visitors.name()) + ").";
}

std::string hold_is_over() {
    return "We could keep it only for a while. It may still be free: choose it again, or another one.";
}

std::string held_for_more(seconds left) {
    const auto whole = std::chrono::ceil<minutes>(left).count();
    return whole <= 1 ? std::string("Held for you for one more minute")
                      : "Held for you for " + std::to_string(whole) + " more minutes";
}

std::string service_and_duration(const api::ServiceView& service) {
    return joined({service.name, duration(service.duration_minutes)});
}

std::string when_and_who(CivilTime time, std::string_view person) { return joined({short_time(time), person}); }
std::string born_on(Date date) {
    return "Born " + std::to_string(static_cast<unsigned>(date.day())) + " " + month_text(date);
}

std::string agree_to_terms(CivilTime deadline) {
    return "I agree to the terms. I can cancel free of charge until " + short_time(deadline) +
           "; after that the booking is charged.";
}

/// "Book lesson" for "Piano lesson": the last word of a name says what kind of thing it is.
std::string book_this(std::string_view service) {
    const auto name = text::trimmed(service);
    const auto space = name.rfind(' ');
    return "Book " +
           (space == std::string_view::npos ? text::ascii_lower(name) : std::string(name.substr(space + 1)));
}

std::string date_and_times(CivilTime from, CivilTime to) {
    return short_date_text(date_in(from)) + ", " + times(from, to);
}

std::string room_and_place(std::string_view room, const api::BusinessView& business) {
    return joined({room, business.location_name, business.location_address});
}
std::string room_and_location(std::string_view room, const api::BusinessView& business) {
    return joined({room, business.location_name});
}
std::string for_client(std::string_view name) { return "For " + std::string(name); }
std::string free_to_cancel_until(CivilTime deadline) { return "Free to cancel until " + short_time(deadline); }

std::string short_month(Date date) {
    const std::string month = month_text(date);
    return month.substr(0, 3) + month.substr(month.find(' '));
}

std::string greeting(CivilTime time, std::string_view full_name) {
    const auto hour = std::chrono::floor<hours>(time - std::chrono::floor<days>(time)).count();
    const std::string_view part = hour >= 5 && hour < 12    ? "Good morning"
                                  : hour >= 12 && hour < 18 ? "Good afternoon"
                                                            : "Good evening";
    const auto name = first_name(full_name);
    return std::string(part) + (name.empty() ? "" : ", ") + std::string(name);
}

std::string cancel_named(std::string_view what, CivilTime when) {
    return "Cancel " + std::string(what) + ", " + short_time(when);
}

std::string too_late_to_cancel(CivilTime deadline) { return free_to_cancel_until(deadline) + " — please call us"; }
std::string years(int age) { return count_of(age, "year", "years"); }

std::string_view status_name(domain::BookingStatus status) {
    switch (status) {
    case domain::BookingStatus::held: return "Being booked";
    case domain::BookingStatus::confirmed: return "Confirmed";
    case domain::BookingStatus::cancelled: return "Cancelled";
    case domain::BookingStatus::completed: return "Completed";
    case domain::BookingStatus::no_show: return "Did not come";
    }
    return {};
}

std::string booking_in_full(std::string_view service, std::string_view client, CivilTime from, CivilTime to,
                            std::string_view performer, domain::BookingStatus status) {
    const std::string day = long_date_text(date_in(from));
    const std::string span = clock_text(from) + " to " + clock_text(to);
    const std::string how = text::ascii_lower(status_name(status));
    return with_separator({service, client, day, span, performer, how}, ", ");
}

std::string times(CivilTime from, CivilTime to) { return clock_text(from) + " – " + clock_text(to); }
std::string short_time(CivilTime time) { return short_date_text(date_in(time)) + ", " + clock_text(time); }

std::string weekday_and_day(CivilTime time) {
    const Date date = date_in(time);
    return weekday_text(date) + " " + std::to_string(static_cast<unsigned>(date.day()));
}

std::string month_name(CivilTime time) { return month_text(date_in(time)).substr(0, 3); }
std::string_view first_name(std::string_view name) { return name.substr(0, name.find(' ')); }
std::string joined(std::initializer_list<std::string_view> parts) { return with_separator(parts, " · "); }
std::string words(std::initializer_list<std::string_view> parts) { return with_separator(parts, " "); }

}  // namespace loggia::portal::texts
