#include "portal/words/words.h"

#include "core/base/text.h"
#include "embedded/words_en.h"

#include <span>

namespace loggia::portal {

namespace {

constexpr int minutes_in_hour = 60;
constexpr int half_a_day = 12;
constexpr std::size_t days_in_week = 7;

Date date_in(CivilTime time) { return date_of(std::chrono::floor<days>(time)); }
unsigned number_of_day(Date date) { return unsigned{date.day()}; }
std::size_t index_of_month(Date date) { return unsigned{date.month()} - 1; }
std::size_t index_of_weekday(Date date) { return std::chrono::weekday{day_of(date)}.iso_encoding() - 1; }

std::string with_separator(std::span<const std::string_view> parts, std::string_view separator) {
    std::string text;
    for (const auto part : parts) {
        if (part.empty()) continue;
        if (!text.empty()) text += separator;
        text += part;
    }
    return text;
}

/// "Ljubljana" of "Europe/Ljubljana"
std::string city_of(std::string_view zone) {
    std::string city(zone.substr(zone.rfind('/') + 1));
    for (char& character : city)
        if (character == '_') character = ' ';
    return city;
}

}  // namespace

std::string Words::short_date(Date date) const {
    return date_short(weekdays_short(index_of_weekday(date)), number_of_day(date),
                      months_short(index_of_month(date)));
}

std::string Words::long_date(Date date) const {
    return date_long(weekdays(index_of_weekday(date)), number_of_day(date), months(index_of_month(date)));
}

std::string Words::full_date(Date date) const {
    return date_of_year(number_of_day(date), months(index_of_month(date)), int{date.year()});
}

std::string Words::month_and_year(Date date) const {
    return month_of_year(months(index_of_month(date)), int{date.year()});
}

std::string Words::short_month(Date date) const {
    return month_of_year_short(months_short(index_of_month(date)), int{date.year()});
}

std::string_view Words::month_name(CivilTime time) const { return months_short(index_of_month(date_in(time))); }
std::string_view Words::weekday_name(Date date) const { return weekdays_short(index_of_weekday(date)); }

std::string Words::weekday_and_day(CivilTime time) const {
    const Date date = date_in(time);
    return weekday_with_day(weekday_name(date), number_of_day(date));
}

/// CLDR's letters: HH two digits of 24, H one or two digits of 24, h one or two digits of 12.
std::string Words::clock(CivilTime time) const {
    const auto since_midnight = std::chrono::floor<loggia::minutes>(time - std::chrono::floor<days>(time)).count();
    const auto hour = static_cast<int>(since_midnight / minutes_in_hour);
    const auto style = clock_style();
    const int shown = style != "h" ? hour : hour % half_a_day == 0 ? half_a_day : hour % half_a_day;
    const std::string hour_text = text::padded(shown, style == "HH" ? 2 : 1);
    const std::string minute_text = text::padded(since_midnight % minutes_in_hour, 2);
    return hour < half_a_day ? clock_before_noon(hour_text, minute_text) : clock_after_noon(hour_text, minute_text);
}

std::string Words::times(CivilTime from, CivilTime to) const { return time_span(clock(from), clock(to)); }
std::string Words::short_time(CivilTime time) const { return date_with_time(short_date(date_in(time)), clock(time)); }
std::string Words::time_on(CivilTime time) const { return time_of_day(clock(time), long_date(date_in(time))); }

std::string Words::date_and_times(CivilTime from, CivilTime to) const {
    return date_with_time(short_date(date_in(from)), times(from, to));
}

namespace {

/// 0 Monday to 6 Sunday.
std::size_t first_day_of_week(const Words& words) {
    const auto iso = text::to_integer(words.first_weekday()).value_or(1);
    return static_cast<std::size_t>(iso - 1) % days_in_week;
}

}  // namespace

int Words::cells_before(Date first_of_month) const {
    return static_cast<int>((index_of_weekday(first_of_month) + days_in_week - first_day_of_week(*this)) %
                            days_in_week);
}

std::array<std::string_view, 7> Words::week_of_narrow_names() const {
    std::array<std::string_view, days_in_week> names;
    for (std::size_t i = 0; i < names.size(); ++i)
        names[i] = weekdays_narrow((first_day_of_week(*this) + i) % days_in_week);
    return names;
}

std::array<std::string_view, 7> Words::week_of_names() const {
    std::array<std::string_view, days_in_week> names;
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = weekdays((first_day_of_week(*this) + i) % days_in_week);
    return names;
}

std::string Words::acting_as_role(policy::Role role) const {
    return acting_as(roles(static_cast<std::size_t>(role)));
}

std::string Words::free_to_cancel_before(loggia::minutes notice) const {
    return notice.count() % minutes_in_hour == 0 ? free_to_cancel_hours(notice.count() / minutes_in_hour)
                                                 : free_to_cancel_minutes(notice.count());
}

std::string Words::free_count(int free) const { return free == 0 ? std::string(nothing_free()) : times_free(free); }

std::string Words::day_with_free_times(Date date, int free) const {
    return long_date(date) + std::string(comma()) + free_count(free);
}

std::string Words::times_line(std::int64_t duration_minutes, std::string_view with, int free) const {
    return joined({minutes(duration_minutes), with, free_count(free)});
}

std::string Words::summary_line(CivilTime from, CivilTime to, std::string_view room, const Money& amount) const {
    return joined({date_and_times(from, to), room, price(amount)});
}

std::string Words::zone_note(const scheduling::Zone& shown, const scheduling::Zone& visitors, Instant at) const {
    return zone_difference(city_of(shown.name()), clock(shown.to_civil(at)), clock(visitors.to_civil(at)),
                           city_of(visitors.name()));
}

std::string Words::held_for_more_time(seconds left) const {
    return held_for_more(std::max<std::int64_t>(1, std::chrono::ceil<loggia::minutes>(left).count()));
}

/// In English "Book lesson" for "Piano lesson": the last word of a name says what kind of thing it is.
std::string Words::book_this(std::string_view service) const {
    const auto name = text::trimmed(service);
    const auto space = name.rfind(' ');
    if (service_kind() != "last word") return book_service(name);
    return book_service(space == std::string_view::npos ? text::ascii_lower(name)
                                                        : std::string(name.substr(space + 1)));
}

std::string Words::free_to_cancel_until(CivilTime deadline) const {
    return free_to_cancel_until_deadline(short_time(deadline));
}

std::string Words::greeting(CivilTime time, std::string_view full_name) const {
    constexpr int morning_begins = 5, evening_begins = 18;
    const auto hour = std::chrono::floor<hours>(time - std::chrono::floor<days>(time)).count();
    const std::string_view part = hour >= morning_begins && hour < half_a_day   ? good_morning()
                                  : hour >= half_a_day && hour < evening_begins ? good_afternoon()
                                                                                : good_evening();
    const auto name = first_name(full_name);
    return name.empty() ? std::string(part) : greeting_with_name(part, name);
}

std::string_view Words::status_name(domain::BookingStatus status) const {
    return statuses(static_cast<std::size_t>(status));
}

std::string Words::booking_in_full(std::string_view service, std::string_view client, CivilTime from, CivilTime to,
                                   std::string_view performer, domain::BookingStatus status) const {
    const std::string day = long_date(date_in(from));
    const std::string span = time_span_spoken(clock(from), clock(to));
    const std::string how = text::ascii_lower(status_name(status));
    return with_separator(std::array<std::string_view, 6>{service, client, day, span, performer, how}, comma());
}

namespace {

consteval bool every_permission_is_named_in_order() {
    const auto& named = Phrases::permission_names_order;
    for (std::size_t i = 0; i < named.size(); ++i)
        if (named[i] != static_cast<policy::Permission>(i)) return false;
    return named.size() == policy::permission_count;
}
static_assert(every_permission_is_named_in_order(), "permission_names of assets/strings are not those of the policy");

}  // namespace

std::unique_ptr<const Words> english_words() {
    return std::make_unique<const Words>("en", std::string(embedded::words_en));
}

std::string_view first_name(std::string_view name) { return name.substr(0, name.find(' ')); }
std::string joined(std::initializer_list<std::string_view> parts) { return with_separator(parts, " · "); }
std::string spaced(std::initializer_list<std::string_view> parts) { return with_separator(parts, " "); }

}  // namespace loggia::portal
