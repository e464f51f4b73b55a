#include "core/scheduling/recurrence_text.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>
#include <vector>

namespace loggia::scheduling {
namespace {

using namespace std::string_view_literals;

constexpr std::array frequency_names{"DAILY"sv, "WEEKLY"sv, "MONTHLY"sv, "YEARLY"sv};
constexpr std::array weekday_names{"SU"sv, "MO"sv, "TU"sv, "WE"sv, "TH"sv, "FR"sv, "SA"sv};
constexpr seconds end_of_day = days{1} - seconds{1};

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

std::string upper(std::string_view text) {
    std::string upper{text};
    for (char& letter : upper)
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    return upper;
}

/// What was sent as it may be shown: short, and nothing in it but what can be printed.
std::string shown(std::string_view text) {
    constexpr std::size_t longest = 24;
    std::string shown{text.substr(0, longest)};
    for (char& letter : shown)
        if (letter < ' ' || letter > '~') letter = '?';
    return text.size() > longest ? shown + "..." : shown;
}

/// A part of the text on its way into a recurrence.
struct Part {
    std::string_view name;   ///< "BYDAY"
    std::string_view field;  ///< "weekdays"
    std::string_view value;
    const Zone& zone;

    [[nodiscard]] std::unexpected<Error> wrong(std::string_view value_at_fault, std::string_view what) const {
        std::string message{name};
        message.append(": \"").append(shown(value_at_fault)).append("\" ").append(what);
        return fail(ErrorCode::invalid_input, std::move(message), std::string{field});
    }
};

// ---- reading values

/// Signs and at most three digits: no number here is a greater one.
std::optional<int> number_of(std::string_view text) {
    const int sign = text.starts_with('-') ? -1 : 1;
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    if (text.empty() || text.size() > 4 || !std::ranges::all_of(text, is_digit)) return std::nullopt;
    return sign * static_cast<int>(text::to_integer(text).value());
}

template <std::size_t Count>
std::optional<unsigned> place_in(const std::array<std::string_view, Count>& names, std::string_view name) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return static_cast<unsigned>(found - names.begin());
}

std::optional<std::chrono::local_days> day_of_text(std::string_view digits) {
    if (digits.size() != 8 || !std::ranges::all_of(digits, is_digit)) return std::nullopt;
    const auto number = [&](std::size_t from, std::size_t length) {
        return static_cast<int>(text::to_integer(digits.substr(from, length)).value());
    };
    const Date date{std::chrono::year{number(0, 4)}, std::chrono::month{static_cast<unsigned>(number(4, 2))},
                    std::chrono::day{static_cast<unsigned>(number(6, 2))}};
    if (!date.ok()) return std::nullopt;
    return day_of(date);
}

/// "20261103T100000", or with a "Z" in UTC
std::optional<CivilTime> time_of_text(std::string_view text, const Zone& zone) {
    const bool is_utc = text.ends_with('Z');
    if (is_utc) text.remove_suffix(1);
    if (text.size() != 15 || text[8] != 'T') return std::nullopt;
    const auto day = day_of_text(text.substr(0, 8));
    const auto hour = number_of(text.substr(9, 2));
    const auto minute = number_of(text.substr(11, 2));
    const auto second = number_of(text.substr(13, 2));
    if (!day || !hour || !minute || !second || !std::ranges::all_of(text.substr(9), is_digit)) return std::nullopt;
    if (*hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
    const CivilTime time = *day + hours{*hour} + minutes{*minute} + seconds{*second};
    return is_utc ? zone.to_civil(Instant{time.time_since_epoch()}) : time;
}

/// The items between the commas, each read by itself.
template <class T, class Read>
Result<std::vector<T>> list_of(const Part& part, std::size_t most, std::string_view what, Read read) {
    const auto items = text::split(part.value, ',');
    if (items.size() > most) return part.wrong(part.value, "has more than " + std::to_string(most) + " in it.");
    std::vector<T> all;
    all.reserve(items.size());
    for (const std::string_view item : items) {
        const std::optional<T> one = read(item);
        if (!one) return part.wrong(item, what);
        all.push_back(*one);
    }
    return all;
}

Result<std::vector<CivilTime>> times_of(const Part& part) {
    return list_of<CivilTime>(part, most_single_dates, "is not a time like 20261103T100000.",
                              [&](std::string_view item) { return time_of_text(item, part.zone); });
}

std::optional<RecurringWeekday> weekday_of(std::string_view text) {
    if (text.size() < 2) return std::nullopt;
    const auto weekday = place_in(weekday_names, text.substr(text.size() - 2));
    if (!weekday) return std::nullopt;
    if (text.size() == 2) return RecurringWeekday{std::chrono::weekday{*weekday}};
    const auto ordinal = number_of(text.substr(0, text.size() - 2));
    if (!ordinal || *ordinal == 0) return std::nullopt;
    return RecurringWeekday{std::chrono::weekday{*weekday}, *ordinal};
}

// ---- the parts there are

Result<void> read_frequency(Recurrence& recurrence, const Part& part) {
    const auto place = place_in(frequency_names, part.value);
    if (!place) return part.wrong(part.value, "is not DAILY, WEEKLY, MONTHLY or YEARLY.");
    recurrence.frequency = static_cast<Frequency>(*place);
    return {};
}

Result<void> read_interval(Recurrence& recurrence, const Part& part) {
    const auto number = number_of(part.value);
    if (!number) return part.wrong(part.value, "is not a number of at most four digits.");
    recurrence.interval = *number;
    return {};
}

Result<void> read_count(Recurrence& recurrence, const Part& part) {
    recurrence.count = number_of(part.value);
    if (!recurrence.count) return part.wrong(part.value, "is not a number of at most four digits.");
    return {};
}

Result<void> read_until(Recurrence& recurrence, const Part& part) {
    recurrence.until = time_of_text(part.value, part.zone);
    if (const auto day = day_of_text(part.value)) recurrence.until = *day + end_of_day;
    if (!recurrence.until) return part.wrong(part.value, "is not a day like 20261231, or a time of one.");
    return {};
}

Result<void> read_weekdays(Recurrence& recurrence, const Part& part) {
    recurrence.weekdays =
        TRY(list_of<RecurringWeekday>(part, longest_list, "is not a weekday like TU, 2TU or -1TU.", weekday_of));
    return {};
}

Result<void> read_month_days(Recurrence& recurrence, const Part& part) {
    recurrence.month_days = TRY(list_of<int>(part, longest_list, "is not a day of the month.", number_of));
    return {};
}

Result<void> read_months(Recurrence& recurrence, const Part& part) {
    recurrence.months =
        TRY(list_of<std::chrono::month>(part, longest_list, "is not a month from 1 to 12.",
                                        [](std::string_view item) -> std::optional<std::chrono::month> {
                                            const auto number = number_of(item);
                                            if (!number || *number < 1 || *number > 12) return std::nullopt;
                                            return std::chrono::month{static_cast<unsigned>(*number)};
                                        }));
    return {};
}

Result<void> read_week_start(Recurrence& recurrence, const Part& part) {
    const auto place = place_in(weekday_names, part.value);
    if (!place) return part.wrong(part.value, "is not a weekday like MO.");
    recurrence.week_start = std::chrono::weekday{*place};
    return {};
}

Result<void> read_left_out(Recurrence& recurrence, const Part& part) {
    recurrence.left_out = TRY(times_of(part));
    return {};
}

Result<void> read_added(Recurrence& recurrence, const Part& part) {
    recurrence.added = TRY(times_of(part));
    return {};
}

struct PartRow {
    std::string_view name;
    std::string_view field;
    Result<void> (*read)(Recurrence&, const Part&);
};

constexpr std::array rule_parts{
    PartRow{"FREQ",       "frequency",  read_frequency },
    PartRow{"INTERVAL",   "interval",   read_interval  },
    PartRow{"BYMONTH",    "months",     read_months    },
    PartRow{"BYMONTHDAY", "month_days", read_month_days},
    PartRow{"BYDAY",      "weekdays",   read_weekdays  },
    PartRow{"COUNT",      "count",      read_count     },
    PartRow{"UNTIL",      "until",      read_until     },
    PartRow{"WKST",       "week_start", read_week_start},
};
constexpr PartRow frequency_part = rule_parts.front();

std::unexpected<Error> wrong_text(std::string message) {
    return fail(ErrorCode::invalid_input, std::move(message), "recurrence");
}

Result<void> read_rule(Recurrence& recurrence, const Part& rule);

constexpr std::array lines{
    PartRow{"RRULE",  "recurrence", read_rule    },
    PartRow{"EXDATE", "left_out",   read_left_out},
    PartRow{"RDATE",  "added",      read_added   },
};

/// Reads one part by the row that has its name, which may stand only once.
template <std::size_t Count> class Reader {
public:
    explicit Reader(const std::array<PartRow, Count>& rows) : m_rows(rows) {}

    Result<void> read(Recurrence& recurrence, std::string_view name, std::string_view value, const Zone& zone) {
        const auto row = std::ranges::find(m_rows, name, &PartRow::name);
        if (row == m_rows.end()) return wrong_text("\"" + shown(name) + "\" is nothing that can be kept here.");
        const Part part{row->name, row->field, value, zone};
        if (std::exchange(m_has_read[static_cast<std::size_t>(row - m_rows.begin())], true))
            return part.wrong(value, "stands there a second time.");
        if (value.empty()) return part.wrong(value, "says nothing.");
        return row->read(recurrence, part);
    }

    [[nodiscard]] bool has_read(const PartRow& wanted) const {
        const auto row = std::ranges::find(m_rows, wanted.name, &PartRow::name);
        return m_has_read[static_cast<std::size_t>(row - m_rows.begin())];
    }

private:
    const std::array<PartRow, Count>& m_rows;
    std::array<bool, Count> m_has_read{};
};

/// What stands before the first `separator`, and after it.
std::pair<std::string_view, std::string_view> halves(std::string_view text, char separator) {
    const std::size_t at = text.find(separator);
    if (at == text.npos) return {text, {}};
    return {text.substr(0, at), text.substr(at + 1)};
}

Result<void> read_rule(Recurrence& recurrence, const Part& rule) {
    Reader reader{rule_parts};
    for (const std::string_view part : text::split(rule.value, ';')) {
        const auto [name, value] = halves(part, '=');
        TRY(reader.read(recurrence, name, value, rule.zone));
    }
    if (reader.has_read(frequency_part)) return {};
    return fail(ErrorCode::invalid_input, "FREQ is missing: how often it recurs.", std::string{frequency_part.field});
}

// ---- writing

std::string time_text(CivilTime time) {
    const auto day = std::chrono::floor<days>(time);
    const Date date = date_of(day);
    const std::chrono::hh_mm_ss clock{time - day};
    return text::padded(int{date.year()}, 4) + text::padded(unsigned{date.month()}, 2) +
           text::padded(unsigned{date.day()}, 2) + 'T' + text::padded(clock.hours().count(), 2) +
           text::padded(clock.minutes().count(), 2) + text::padded(clock.seconds().count(), 2);
}

std::string until_text(CivilTime until) {
    const std::string text = time_text(until);
    return until - std::chrono::floor<days>(until) == end_of_day ? text.substr(0, 8) : text;
}

std::string weekday_text(const RecurringWeekday& day) {
    return (day.ordinal == 0 ? "" : std::to_string(day.ordinal)).append(weekday_names[day.weekday.c_encoding()]);
}

template <class T, class Write>
void write_list(std::string& text, std::string_view before, const std::vector<T>& all, Write write) {
    for (std::size_t i = 0; i < all.size(); ++i) text.append(i == 0 ? before : ","sv).append(write(all[i]));
}

}  // namespace

Result<Recurrence> parse_recurrence(std::string_view text, const Zone& zone) {
    if (text.size() > longest_recurrence_text)
        return wrong_text("It is longer than " + std::to_string(longest_recurrence_text) + " bytes.");
    const std::string all = upper(text);
    Recurrence recurrence;
    Reader reader{lines};
    for (std::string_view line : text::split(all, '\n')) {
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty()) continue;
        const auto [name, value] = line.contains(':') ? halves(line, ':') : std::pair{lines.front().name, line};
        TRY(reader.read(recurrence, name, value, zone));
    }
    if (!reader.has_read(lines.front())) return wrong_text("It has no rule, like FREQ=WEEKLY;COUNT=10.");
    TRY(check(recurrence));
    return recurrence;
}

std::string to_text(const Recurrence& recurrence) {
    assert(check(recurrence));
    const auto number = [](int value) { return std::to_string(value); };
    std::string text = "RRULE:FREQ=";
    text.append(frequency_names[static_cast<std::size_t>(recurrence.frequency)]);
    if (recurrence.interval != 1) text.append(";INTERVAL=").append(number(recurrence.interval));
    write_list(text, ";BYMONTH=", recurrence.months,
               [&](std::chrono::month month) { return number(static_cast<int>(unsigned{month})); });
    write_list(text, ";BYMONTHDAY=", recurrence.month_days, number);
    write_list(text, ";BYDAY=", recurrence.weekdays, weekday_text);
    if (recurrence.count) text.append(";COUNT=").append(number(*recurrence.count));
    if (recurrence.until) text.append(";UNTIL=").append(until_text(*recurrence.until));
    if (recurrence.week_start != std::chrono::Monday)
        text.append(";WKST=").append(weekday_names[recurrence.week_start.c_encoding()]);
    write_list(text, "\nEXDATE:", recurrence.left_out, time_text);
    write_list(text, "\nRDATE:", recurrence.added, time_text);
    return text;
}

}  // namespace loggia::scheduling
