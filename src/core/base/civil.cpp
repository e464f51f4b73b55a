#include "core/base/civil.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace loggia {
namespace {

using namespace std::string_view_literals;

constexpr std::array weekday_names{"Sun"sv, "Mon"sv, "Tue"sv, "Wed"sv, "Thu"sv, "Fri"sv, "Sat"sv};
constexpr std::array month_names{"Jan"sv, "Feb"sv, "Mar"sv, "Apr"sv, "May"sv, "Jun"sv,
                                 "Jul"sv, "Aug"sv, "Sep"sv, "Oct"sv, "Nov"sv, "Dec"sv};

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
    if (!date.ok() || date.year() < earliest_year) return std::nullopt;
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
    std::string text{weekday_names[std::chrono::weekday{day_of(date)}.c_encoding()]};
    text.append(" ").append(std::to_string(unsigned{date.day()})).append(" ");
    return text.append(month_names[unsigned{date.month()} - 1]);
}

int age_on(Date born, Date today) {
    const int years = int{today.year()} - int{born.year()};
    const bool had_birthday =
        today.month() > born.month() || (today.month() == born.month() && today.day() >= born.day());
    return std::max(0, had_birthday ? years : years - 1);
}

}  // namespace loggia
