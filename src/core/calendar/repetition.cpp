#include "core/calendar/repetition.h"

#include "core/base/text.h"
#include "core/calendar/content_line.h"
#include "core/calendar/written_time.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace loggia::calendar {
namespace {

using scheduling::Zone;
using std::chrono::local_days;

enum class Every : std::uint8_t { day, week, month, year };

struct Weekday {
    std::chrono::weekday weekday;
    int ordinal = 0;  ///< 2: the second, -1: the last; 0: each
};

struct Rule {
    std::optional<Every> every;
    int interval = 1;
    std::optional<int> count;
    std::optional<CivilTime> until;
    std::vector<Weekday> weekdays;
    std::vector<int> month_days;
    std::vector<int> months;
    std::vector<int> positions;  ///< BYSETPOS: which of the days of each period, -1 is the last
    std::chrono::weekday week_start = std::chrono::Monday;
};

// ---- reading

constexpr std::array<std::string_view, 7> weekday_names{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
constexpr std::array<std::string_view, 4> every_names{"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};

std::optional<int> number_in(std::string_view text, int least, int most) {
    if (text.starts_with('+')) text.remove_prefix(1);
    const auto number = text::to_integer(text);
    if (!number || *number < least || *number > most) return std::nullopt;
    return static_cast<int>(*number);
}

std::optional<std::size_t> position_of(std::string_view name, std::span<const std::string_view> names) {
    const auto found = std::ranges::find_if(names, [&](std::string_view each) { return is_same_name(each, name); });
    if (found == names.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

std::optional<Weekday> read_weekday(std::string_view text) {
    if (text.size() < 2) return std::nullopt;
    const auto day = position_of(text.substr(text.size() - 2), weekday_names);
    const std::string_view ordinal = text.substr(0, text.size() - 2);
    const auto number = ordinal.empty() ? std::optional{0} : number_in(ordinal, -53, 53);
    if (!day || !number || (*number == 0 && !ordinal.empty())) return std::nullopt;
    return Weekday{std::chrono::weekday{static_cast<unsigned>(*day)}, *number};
}

/// Each part of a list, none of which may be wrong.
template <class Value, class Read> bool read_list(std::vector<Value>& values, std::string_view text, Read read) {
    constexpr std::size_t longest = 400;
    const auto parts = text::split(text, ',');
    return !parts.empty() && parts.size() <= longest && std::ranges::all_of(parts, [&](std::string_view part) {
        const auto value = read(part);
        if (value) values.push_back(*value);
        return value.has_value();
    });
}
bool read_numbers(std::vector<int>& numbers, std::string_view text, int least, int most) {
    return read_list(numbers, text, [&](std::string_view part) { return number_in(part, least, most); }) &&
           std::ranges::find(numbers, 0) == numbers.end();
}

bool read_frequency(Rule& rule, std::string_view text, const Zone&) {
    const auto found = position_of(text, every_names);
    if (found) rule.every = static_cast<Every>(*found);
    return found.has_value();
}
bool read_interval(Rule& rule, std::string_view text, const Zone&) {
    const auto number = number_in(text, 1, 10'000);
    rule.interval = number.value_or(1);
    return number.has_value();
}
bool read_count(Rule& rule, std::string_view text, const Zone&) {
    rule.count = number_in(text, 1, 1'000'000);
    return rule.count.has_value();
}
bool read_until(Rule& rule, std::string_view text, const Zone& zone) {
    const auto time = parse_written_time(text);
    if (!time) return false;
    rule.until = time->shown;
    if (time->form == WrittenTime::Form::utc) rule.until = zone.to_civil(Zone::utc().to_instant(time->shown));
    if (time->form == WrittenTime::Form::date) *rule.until += days{1} - seconds{1};
    return true;
}
bool read_weekdays(Rule& rule, std::string_view text, const Zone&) {
    return read_list(rule.weekdays, text, read_weekday);
}
bool read_month_days(Rule& rule, std::string_view text, const Zone&) {
    return read_numbers(rule.month_days, text, -31, 31);
}
bool read_months(Rule& rule, std::string_view text, const Zone&) { return read_numbers(rule.months, text, 1, 12); }
bool read_positions(Rule& rule, std::string_view text, const Zone&) {
    return read_numbers(rule.positions, text, -366, 366);
}
bool read_week_start(Rule& rule, std::string_view text, const Zone&) {
    const auto day = position_of(text, weekday_names);
    if (day) rule.week_start = std::chrono::weekday{static_cast<unsigned>(*day)};
    return day.has_value();
}

struct RulePart {
    std::string_view name;
    bool (*read)(Rule&, std::string_view, const Zone&);
};
constexpr RulePart rule_parts[]{
    {"FREQ",       read_frequency },
    {"INTERVAL",   read_interval  },
    {"COUNT",      read_count     },
    {"UNTIL",      read_until     },
    {"BYDAY",      read_weekdays  },
    {"BYMONTHDAY", read_month_days},
    {"BYMONTH",    read_months    },
    {"BYSETPOS",   read_positions },
    {"WKST",       read_week_start},
};

Result<Rule> read_rule(std::string_view text, const Zone& zone) {
    Rule rule;
    for (const std::string_view part : text::split(text, ';')) {
        if (part.empty()) continue;
        const std::size_t equals = std::min(part.find('='), part.size());
        const std::string_view name = part.substr(0, equals);
        const auto* const known =
            std::ranges::find_if(rule_parts, [&](const RulePart& each) { return is_same_name(each.name, name); });
        const std::string_view value = part.substr(std::min(equals + 1, part.size()));
        if (known == std::end(rule_parts) || !known->read(rule, value, zone))
            return fail(ErrorCode::invalid_input, "The rule's " + shown(part) + " is not followed.");
    }
    if (!rule.every) return fail(ErrorCode::invalid_input, "The rule does not say how often.");
    return rule;
}

// ---- which days fit

/// What the first time says where the rule does not.
Rule completed(Rule rule, local_days first) {
    // A week and a day have no second Monday; who writes it means every one.
    if (rule.every == Every::day || rule.every == Every::week)
        for (auto& wanted : rule.weekdays) wanted.ordinal = 0;
    if (!rule.weekdays.empty() || !rule.month_days.empty()) return rule;
    const Date date = date_of(first);
    if (rule.every == Every::week) rule.weekdays = {{std::chrono::weekday{first}}};
    if (rule.every == Every::year && rule.months.empty()) rule.months = {static_cast<int>(unsigned{date.month()})};
    if (rule.every == Every::month || rule.every == Every::year)
        rule.month_days = {static_cast<int>(unsigned{date.day()})};
    return rule;
}

struct DayRange {
    local_days from;
    local_days to;  ///< not in it
};

DayRange month_of(local_days day) {
    const Date date = date_of(day);
    const auto month = date.year() / date.month();
    return {local_days{month / 1}, local_days{month / std::chrono::last} + days{1}};
}
DayRange year_of(local_days day) {
    const auto year = date_of(day).year();
    return {local_days{year / 1 / 1}, local_days{year / 12 / 31} + days{1}};
}

DayRange period_of(const Rule& rule, local_days day) {
    switch (*rule.every) {
    case Every::day: return {day, day + days{1}};
    case Every::week: {
        const local_days begin = day - (std::chrono::weekday{day} - rule.week_start);
        return {begin, begin + days{7}};
    }
    case Every::month: return month_of(day);
    case Every::year: return year_of(day);
    }
    std::unreachable();
}

/// How many periods after the first one.
std::int64_t number_of_period(const Rule& rule, local_days first, local_days day) {
    const local_days from = period_of(rule, first).from;
    const local_days to = period_of(rule, day).from;
    const std::int64_t years = int{date_of(to).year()} - int{date_of(from).year()};
    const std::int64_t months =
        static_cast<int>(unsigned{date_of(to).month()}) - static_cast<int>(unsigned{date_of(from).month()});
    switch (*rule.every) {
    case Every::day: return (to - from).count();
    case Every::week: return (to - from).count() / 7;
    case Every::month: return years * 12 + months;
    case Every::year: return years;
    }
    std::unreachable();
}

bool is_wanted_weekday(const Rule& rule, const Weekday& wanted, local_days day) {
    if (wanted.weekday != std::chrono::weekday{day}) return false;
    if (wanted.ordinal == 0) return true;
    const DayRange range = rule.every == Every::year && rule.months.empty() ? year_of(day) : month_of(day);
    const auto from_begin = (day - range.from).count() / 7 + 1;
    const auto from_end = -((range.to - days{1} - day).count() / 7) - 1;
    return wanted.ordinal == from_begin || wanted.ordinal == from_end;
}

bool is_wanted_month_day(const Rule& rule, local_days day) {
    const DayRange month = month_of(day);
    const auto from_begin = (day - month.from).count() + 1;
    const auto from_end = -(month.to - day).count();
    return std::ranges::any_of(rule.month_days,
                               [&](int wanted) { return wanted == from_begin || wanted == from_end; });
}

/// Whether the day is one of its period, whichever periods are meant.
bool is_candidate(const Rule& rule, local_days day) {
    const auto is_wanted = [&](const Weekday& wanted) { return is_wanted_weekday(rule, wanted, day); };
    if (!rule.weekdays.empty() && std::ranges::none_of(rule.weekdays, is_wanted)) return false;
    if (!rule.month_days.empty() && !is_wanted_month_day(rule, day)) return false;
    if (rule.months.empty()) return true;
    const int month = static_cast<int>(unsigned{date_of(day).month()});
    return std::ranges::find(rule.months, month) != rule.months.end();
}

bool is_at_wanted_position(const Rule& rule, local_days day, Effort& effort) {
    int before = 0;
    int all = 0;
    const DayRange period = period_of(rule, day);
    for (local_days each = period.from; each < period.to; each += days{1}) {
        --effort.days_left;
        if (!is_candidate(rule, each)) continue;
        ++all;
        if (each < day) ++before;
    }
    return std::ranges::any_of(rule.positions,
                               [&](int wanted) { return wanted == before + 1 || wanted == before - all; });
}

bool fits(const Rule& rule, local_days first, local_days day, Effort& effort) {
    --effort.days_left;
    if (!is_candidate(rule, day) || number_of_period(rule, first, day) % rule.interval != 0) return false;
    return rule.positions.empty() || is_at_wanted_position(rule, day, effort);
}

}  // namespace

Result<std::vector<CivilTime>> repeated_starts(std::string_view text, CivilTime first, const Zone& zone,
                                               CivilRange within, Effort& effort) {
    const local_days first_day = std::chrono::floor<days>(first);
    const Rule rule = completed(TRY(read_rule(text, zone)), first_day);
    const auto clock = first - first_day;
    const CivilTime until = std::min(within.to, rule.until.value_or(within.to));

    std::vector<CivilTime> starts;
    const auto take = [&](CivilTime start) {
        if (within.from <= start && start < within.to) starts.push_back(start);
    };
    take(first);
    // Only what is counted has to be followed from its beginning.
    const local_days from = rule.count ? first_day : std::max(first_day, std::chrono::floor<days>(within.from));
    int left = rule.count.value_or(0) - 1;
    for (local_days day = from; day + clock <= until && effort.days_left > 0; day += days{1}) {
        if (day <= first_day || !fits(rule, first_day, day, effort)) continue;
        if (rule.count && left-- <= 0) break;
        take(day + clock);
    }
    return starts;
}

}  // namespace loggia::calendar
