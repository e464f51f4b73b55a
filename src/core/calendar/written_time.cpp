#include "core/calendar/written_time.h"

#include "core/base/text.h"

#include <algorithm>

namespace loggia::calendar {
namespace {

constexpr bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// The first `count` letters as a number; nothing unless all are digits.
std::optional<int> take_digits(std::string_view& rest, std::size_t count) {
    if (rest.size() < count || !std::ranges::all_of(rest.substr(0, count), is_digit)) return std::nullopt;
    const auto value = text::to_integer(rest.substr(0, count));
    rest.remove_prefix(count);
    return static_cast<int>(*value);
}

std::optional<std::chrono::local_days> take_day(std::string_view& rest) {
    const auto year = take_digits(rest, 4);
    const auto month = take_digits(rest, 2);
    const auto day = take_digits(rest, 2);
    if (!year || !month || !day || *year == 0) return std::nullopt;
    const Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                    std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return std::nullopt;
    return day_of(date);
}

std::optional<seconds> take_clock(std::string_view& rest) {
    const auto hour = take_digits(rest, 2);
    const auto minute = take_digits(rest, 2);
    const auto second = take_digits(rest, 2);
    constexpr int leap_second = 60;
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > leap_second) return std::nullopt;
    return hours{*hour} + minutes{*minute} + seconds{*second};
}

/// One number of a duration and the letter after it; the length that the letter stands for.
struct DurationPart {
    char letter;
    bool in_time;
    std::int64_t days;
    std::int64_t seconds;
};
constexpr DurationPart duration_parts[]{
    {'W', false, 7, 0   },
    {'D', false, 1, 0   },
    {'H', true,  0, 3600},
    {'M', true,  0, 60  },
    {'S', true,  0, 1   },
};

bool take_duration_part(std::string_view& rest, bool in_time, WrittenDuration& duration) {
    constexpr std::size_t most_digits = 9;
    const auto end = std::ranges::find_if_not(rest, is_digit);
    const auto length = static_cast<std::size_t>(end - rest.begin());
    if (length == 0 || length > most_digits || end == rest.end()) return false;
    const std::int64_t count = *text::to_integer(rest.substr(0, length));
    for (const auto& part : duration_parts) {
        if (part.letter != *end || part.in_time != in_time) continue;
        duration.whole_days += count * part.days;
        duration.exact += seconds{count * part.seconds};
        rest.remove_prefix(length + 1);
        return true;
    }
    return false;
}

}  // namespace

std::optional<WrittenTime> parse_written_time(std::string_view text) {
    const auto day = take_day(text);
    if (!day) return std::nullopt;
    if (text.empty()) return WrittenTime{*day, WrittenTime::Form::date};
    if (!text.starts_with('T')) return std::nullopt;
    text.remove_prefix(1);
    const auto clock = take_clock(text);
    if (!clock || (!text.empty() && text != "Z")) return std::nullopt;
    return WrittenTime{*day + *clock, text.empty() ? WrittenTime::Form::civil : WrittenTime::Form::utc};
}

std::string to_written_text(Instant moment) {
    const auto day = std::chrono::floor<days>(moment);
    const Date date{day};
    const std::int64_t second = (moment - day).count();
    const std::int64_t date_digits = int{date.year()} * 10'000 + static_cast<int>(unsigned{date.month()}) * 100 +
                                     static_cast<int>(unsigned{date.day()});
    const std::int64_t clock_digits = second / 3600 * 10'000 + second / 60 % 60 * 100 + second % 60;
    return text::padded(date_digits, 8) + 'T' + text::padded(clock_digits, 6) + 'Z';
}

std::optional<WrittenDuration> parse_written_duration(std::string_view text) {
    const bool is_negative = text.starts_with('-');
    if (is_negative || text.starts_with('+')) text.remove_prefix(1);
    if (!text.starts_with('P') || text.size() < 3) return std::nullopt;
    text.remove_prefix(1);

    WrittenDuration duration;
    bool in_time = false;
    while (!text.empty()) {
        if (!in_time && text.starts_with('T')) {
            in_time = true;
            text.remove_prefix(1);
        }
        if (!take_duration_part(text, in_time, duration)) return std::nullopt;
    }
    constexpr std::int64_t longest_days = 36'525;
    if (duration.whole_days > longest_days || duration.exact > days{longest_days}) return std::nullopt;
    if (is_negative) duration = {-duration.whole_days, -duration.exact};
    return duration;
}

}  // namespace loggia::calendar
