#include "core/scheduling/recurrence.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <string>
#include <utility>

namespace loggia::scheduling {
namespace {

using std::chrono::local_days;

constexpr std::chrono::year first_year{1970};
constexpr std::chrono::year last_year{2100};

constexpr CivilTime first_time = local_days{first_year / std::chrono::January / 1};
constexpr CivilTime end_of_times = local_days{(last_year + std::chrono::years{1}) / std::chrono::January / 1};

template <class T> bool has(const std::vector<T>& all, const T& one) {
    return std::ranges::find(all, one) != all.end();
}

bool is_in_range(CivilTime time) { return first_time <= time && time < end_of_times; }

auto wrong(std::string field, std::string message) {
    return fail(ErrorCode::invalid_input, std::move(message), std::move(field));
}

// ---- what makes sense

Result<void> check_number(const char* field, int number, int most) {
    if (1 <= number && number <= most) return {};
    return wrong(field, "This is a number from 1 to " + std::to_string(most) + ".");
}

Result<void> check_end(const Recurrence& recurrence) {
    if (recurrence.count) TRY(check_number("count", *recurrence.count, most_occurrences));
    if (!recurrence.until) return {};
    if (recurrence.count) return wrong("until", "It ends after so many times or on a day, not both.");
    if (!is_in_range(*recurrence.until)) return wrong("until", "The year is one from 1970 to 2100.");
    return {};
}

Result<void> check_weekdays(const Recurrence& recurrence) {
    const bool is_yearly = recurrence.frequency == Frequency::yearly;
    const int last = is_yearly && recurrence.months.empty() ? 53 : 5;
    if (recurrence.weekdays.size() > longest_list) return wrong("weekdays", "These are too many weekdays.");
    for (const auto& [weekday, ordinal] : recurrence.weekdays) {
        if (!weekday.ok()) return wrong("weekdays", "This is no day of the week.");
        if (ordinal != 0 && !is_yearly && recurrence.frequency != Frequency::monthly)
            return wrong("weekdays", "Only of a month or a year there is a second or last weekday.");
        if (ordinal < -last || ordinal > last)
            return wrong("weekdays", "There are never more than " + std::to_string(last) + " of a weekday.");
    }
    return {};
}

Result<void> check_month_days(const Recurrence& recurrence) {
    if (recurrence.month_days.size() > longest_list) return wrong("month_days", "These are too many days.");
    if (!recurrence.month_days.empty() && recurrence.frequency == Frequency::weekly)
        return wrong("month_days", "What is weekly has days of the week, not of the month.");
    for (const int day : recurrence.month_days)
        if (day == 0 || day < -31 || day > 31)
            return wrong("month_days", "A day of the month is one from 1 to 31, or from -31 to -1.");
    return {};
}

Result<void> check_months(const Recurrence& recurrence) {
    if (recurrence.months.size() > longest_list) return wrong("months", "These are too many months.");
    if (std::ranges::all_of(recurrence.months, &std::chrono::month::ok)) return {};
    return wrong("months", "A month is one from 1 to 12.");
}

Result<void> check_dates(const char* field, const std::vector<CivilTime>& dates) {
    if (dates.size() > most_single_dates)
        return wrong(field, "These are more than " + std::to_string(most_single_dates) + " dates.");
    if (std::ranges::all_of(dates, is_in_range)) return {};
    return wrong(field, "The year is one from 1970 to 2100.");
}

// ---- which days fit

/// What the first time says where the recurrence does not.
Recurrence completed(Recurrence recurrence, local_days first) {
    if (!recurrence.weekdays.empty() || !recurrence.month_days.empty()) return recurrence;
    const Date date = date_of(first);
    if (recurrence.frequency == Frequency::weekly) recurrence.weekdays = {{std::chrono::weekday{first}}};
    if (recurrence.frequency == Frequency::yearly && recurrence.months.empty()) recurrence.months = {date.month()};
    if (recurrence.frequency == Frequency::monthly || recurrence.frequency == Frequency::yearly)
        recurrence.month_days = {static_cast<int>(unsigned{date.day()})};
    return recurrence;
}

/// Days, weeks, months or years between the two.
int periods_between(const Recurrence& recurrence, local_days first, local_days day) {
    const auto week = [&](local_days of) { return of - (std::chrono::weekday{of} - recurrence.week_start); };
    const auto month = [](local_days of) {
        const Date date = date_of(of);
        return int{date.year()} * 12 + static_cast<int>(unsigned{date.month()});
    };
    switch (recurrence.frequency) {
    case Frequency::daily: return static_cast<int>((day - first).count());
    case Frequency::weekly: return static_cast<int>((week(day) - week(first)).count() / 7);
    case Frequency::monthly: return month(day) - month(first);
    case Frequency::yearly: return int{date_of(day).year()} - int{date_of(first).year()};
    }
    std::unreachable();
}

bool is_weekday(const Recurrence& recurrence, local_days day) {
    using std::chrono::last;
    const Date date = date_of(day);
    const bool is_of_year = recurrence.frequency == Frequency::yearly && recurrence.months.empty();
    const local_days begin{date.year() / (is_of_year ? std::chrono::January : date.month()) / 1};
    const local_days end{date.year() / (is_of_year ? std::chrono::December : date.month()) / last};
    const int from_begin = static_cast<int>((day - begin).count() / 7) + 1;
    const int from_end = -static_cast<int>((end - day).count() / 7) - 1;
    return std::ranges::any_of(recurrence.weekdays, [&](const RecurringWeekday& wanted) {
        return wanted.weekday == std::chrono::weekday{day} &&
               (wanted.ordinal == 0 || wanted.ordinal == from_begin || wanted.ordinal == from_end);
    });
}

bool is_month_day(const Recurrence& recurrence, Date date) {
    const int day = static_cast<int>(unsigned{date.day()});
    const int length = static_cast<int>(unsigned{(date.year() / date.month() / std::chrono::last).day()});
    return std::ranges::any_of(recurrence.month_days,
                               [&](int wanted) { return wanted == day || wanted == day - length - 1; });
}

bool fits(const Recurrence& recurrence, local_days first, local_days day) {
    const Date date = date_of(day);
    if (periods_between(recurrence, first, day) % recurrence.interval != 0) return false;
    if (!recurrence.months.empty() && !has(recurrence.months, date.month())) return false;
    if (!recurrence.month_days.empty() && !is_month_day(recurrence, date)) return false;
    return recurrence.weekdays.empty() || is_weekday(recurrence, day);
}

}  // namespace

Result<void> check(const Recurrence& recurrence) {
    TRY(check_number("interval", recurrence.interval, longest_interval));
    TRY(check_end(recurrence));
    TRY(check_months(recurrence));
    TRY(check_weekdays(recurrence));
    TRY(check_month_days(recurrence));
    if (!recurrence.week_start.ok()) return wrong("week_start", "This is no day of the week.");
    TRY(check_dates("left_out", recurrence.left_out));
    return check_dates("added", recurrence.added);
}

Occurrences occurrences(const Recurrence& recurrence, CivilTime first) {
    assert(check(recurrence) && is_in_range(first));
    const auto first_day = std::chrono::floor<days>(first);
    const CivilTime last = first + longest_recurrence;
    const CivilTime until = std::min(recurrence.until.value_or(last), last);
    const int count = recurrence.count.value_or(most_occurrences);
    const Recurrence complete = completed(recurrence, first_day);

    // Two years of days are tried one by one: nothing in what is asked for can make that longer.
    Occurrences found;
    for (CivilTime time = first; time <= until && std::ssize(found.times) < count; time += days{1})
        if (fits(complete, first_day, std::chrono::floor<days>(time))) found.times.push_back(time);
    const bool has_counted = recurrence.count && std::ssize(found.times) == count;
    found.is_cut = !has_counted && recurrence.until.value_or(CivilTime::max()) > last;

    for (const CivilTime time : recurrence.added) {
        if (first <= time && time <= last) found.times.push_back(time);
        if (time > last) found.is_cut = true;
    }
    std::ranges::sort(found.times);
    const auto [repeated, end] = std::ranges::unique(found.times);
    found.times.erase(repeated, end);
    std::erase_if(found.times, [&](CivilTime time) { return has(recurrence.left_out, time); });
    if (found.times.size() > most_occurrences) {
        found.times.resize(most_occurrences);
        found.is_cut = true;
    }
    return found;
}

std::vector<Instant> instants_of(std::span<const CivilTime> times, const Zone& zone) {
    std::vector<Instant> instants;
    instants.reserve(times.size());
    for (const CivilTime time : times) instants.push_back(zone.to_instant(time));
    std::ranges::sort(instants);
    const auto [repeated, end] = std::ranges::unique(instants);
    instants.erase(repeated, end);
    return instants;
}

}  // namespace loggia::scheduling
