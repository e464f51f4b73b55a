#include "core/base/civil.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace loggia {
namespace {

using namespace std::string_view_literals;

constexpr std::array weekday_names{"Sunday"sv,   "Monday"sv, "Tuesday"sv, "Wednesday"sv,
                                   "Thursday"sv, "Friday"sv, "Saturday"sv};
constexpr std::array month_names{"January"sv, "February"sv, "March"sv,     "April"sv,   "May"sv,      "June"sv,
                                 "July"sv,    "August"sv,   "September"sv, "October"sv, "November"sv, "December"sv};

std::string_view weekday_name(Date date) { return weekday_names[std::chrono::weekday{day_of(date)}.c_encoding()]; }
std::string_view month_name(Date date) { return month_names[unsigned{date.month()} - 1]; }

std::string day_and_month(Date date, std::string_view weekday, std::string_view month) {
    std::string text{weekday};
    return text.append(" ").append(std::to_string(unsigned{date.day()})).append(" ").append(month);
}

constexpr std::size_t short_length = 3;

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
    constexpr std::string_view pattern = "0000-00-00";
    if (text.size() != pattern.size()) return std::nullopt;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_digit = text[i] >= '0' && text[i] <= '9';
        if (pattern[i] == '-' ? text[i] != '-' : !is_digit) return std::nullopt;
    }
    const auto number = [text](std::size_t from, std::size_t length) {
        return static_cast<int>(*text::to_integer(text.substr(from, length)));
    };
    const Date date{std::chrono::year{number(0, 4)}, std::chrono::month{static_cast<unsigned>(number(5, 2))},
                    std::chrono::day{static_cast<unsigned>(number(8, 2))}};
    if (!date.ok() || date.year() < std::chrono::year{1970}) return std::nullopt;
    return date;
}

std::string to_text(Date date) {
    return text::padded(int{date.year()}, 4) + '-' + text::padded(unsigned{date.month()}, 2) + '-' +
           text::padded(unsigned{date.day()}, 2);
}

std::string clock_text(CivilTime time) {
    const auto since_midnight = time - std::chrono::floor<days>(time);
    const auto minutes_since_midnight = std::chrono::floor<minutes>(since_midnight).count();
    return text::padded(minutes_since_midnight / 60, 2) + ':' + text::padded(minutes_since_midnight % 60, 2);
}

std::string short_date_text(Date date) {
    return day_and_month(date, weekday_name(date).substr(0, short_length), month_name(date).substr(0, short_length));
}

std::string long_date_text(Date date) { return day_and_month(date, weekday_name(date), month_name(date)); }

std::string month_text(Date date) { return std::string{month_name(date)} + ' ' + text::padded(int{date.year()}, 4); }

std::string weekday_text(Date date) { return std::string{weekday_name(date).substr(0, short_length)}; }

int age_on(Date born, Date today) {
    const int years = int{today.year()} - int{born.year()};
    const bool had_birthday =
        today.month() > born.month() || (today.month() == born.month() && today.day() >= born.day());
    return std::max(0, had_birthday ? years : years - 1);
}

}  // namespace loggia
