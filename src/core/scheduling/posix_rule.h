#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace loggia::scheduling {

/// A POSIX TZ string ("CET-1CEST,M3.5.0,M10.5.0/3") taken apart: the rule by which a zone goes on for ever.
/// All of RFC 8536 is read: the three forms of a day, names in angle brackets, times of day from -167 to 167
/// hours. Needs nothing at run time: the zone table is parsed by the compiler, so that a footer we cannot
/// read does not build.
struct PosixRule {
    /// On which day, and how long after its midnight, the clocks change.
    struct Change {
        enum class Form : std::uint8_t { julian, zero_based, week_of_month };
        Form form{};
        std::int16_t day = 0;  ///< of the year: Jn counts from 1 and never 29 February, n from 0 and every day
        std::uint8_t month = 0;
        std::uint8_t week = 0;  ///< 5: the last
        std::uint8_t weekday = 0;
        std::int32_t time = 0;  ///< seconds, by the clock that shows before the change

        /// Unix seconds, as if the clock on the wall showed UTC.
        [[nodiscard]] constexpr std::int64_t in_year(std::chrono::year year) const {
            using namespace std::chrono;
            const local_days new_year{year / January / 1};
            local_days on = new_year;
            if (form == Form::julian) {
                on += days{day - 1 + (year.is_leap() && day >= 60 ? 1 : 0)};
            } else if (form == Form::zero_based) {
                on += days{day};
            } else if (week == 5) {
                on = local_days{year / std::chrono::month{month} / std::chrono::weekday{weekday}[last]};
            } else {
                on = local_days{year / std::chrono::month{month} / std::chrono::weekday{weekday}[week]};
            }
            return on.time_since_epoch().count() * std::int64_t{86400} + time;
        }
    };

    std::int32_t standard = 0;  ///< seconds east of Greenwich
    std::int32_t summer = 0;    ///< the other offset; may be the smaller one (Ireland)
    bool has_summer = false;
    Change to_summer;
    Change to_standard;

    [[nodiscard]] constexpr std::int32_t offset_at(std::int64_t moment) const {
        if (!has_summer) return standard;
        const auto date = std::chrono::floor<days>(instant_of(moment + standard));
        const std::chrono::year year = std::chrono::year_month_day{date}.year();
        const std::int64_t begins = to_summer.in_year(year) - standard;
        const std::int64_t ends = to_standard.in_year(year) - summer;
        const bool is_summer = begins < ends ? begins <= moment && moment < ends : begins <= moment || moment < ends;
        return is_summer ? summer : standard;
    }
};

/// Reads the text from left to right; each part it takes is gone from the rest.
class PosixRuleParser {
public:
    explicit constexpr PosixRuleParser(std::string_view text) : m_rest(text) {}

    [[nodiscard]] constexpr std::optional<PosixRule> parse() {
        PosixRule rule;
        if (!take_name()) return std::nullopt;
        rule.standard = -take_time();
        if (!m_rest.empty()) {
            if (!take_name()) return std::nullopt;
            rule.has_summer = true;
            rule.summer = m_rest.starts_with(',') ? rule.standard + 3600 : -take_time();
            rule.to_summer = take_change();
            rule.to_standard = take_change();
        }
        if (m_failed || !m_rest.empty()) return std::nullopt;
        return rule;
    }

private:
    [[nodiscard]] constexpr bool take(char letter) {
        if (!m_rest.starts_with(letter)) return false;
        m_rest.remove_prefix(1);
        return true;
    }

    [[nodiscard]] constexpr bool take_name() {
        std::size_t length = 0;
        if (take('<')) {
            length = m_rest.find('>');
            if (length == std::string_view::npos) return false;
            m_rest.remove_prefix(length + 1);
        } else {
            while (length < m_rest.size() && is_letter(m_rest[length])) ++length;
            m_rest.remove_prefix(length);
        }
        return length >= 3;
    }

    [[nodiscard]] static constexpr bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

    [[nodiscard]] constexpr std::int32_t take_number(std::int32_t least, std::int32_t most) {
        std::int32_t value = 0;
        std::size_t length = 0;
        while (length < m_rest.size() && length < 4 && m_rest[length] >= '0' && m_rest[length] <= '9')
            value = value * 10 + (m_rest[length++] - '0');
        m_rest.remove_prefix(length);
        if (length == 0 || value < least || value > most) m_failed = true;
        return value;
    }

    /// [+-]hh[:mm[:ss]] in seconds
    [[nodiscard]] constexpr std::int32_t take_time() {
        const bool is_negative = take('-');
        if (!is_negative) static_cast<void>(take('+'));
        std::int32_t time = take_number(0, 167) * 3600;
        if (take(':')) {
            time += take_number(0, 59) * 60;
            if (take(':')) time += take_number(0, 59);
        }
        return is_negative ? -time : time;
    }

    [[nodiscard]] constexpr PosixRule::Change take_change() {
        using Form = PosixRule::Change::Form;
        PosixRule::Change change;
        if (!take(',')) m_failed = true;
        if (take('M')) {
            change.form = Form::week_of_month;
            change.month = static_cast<std::uint8_t>(take_number(1, 12));
            if (!take('.')) m_failed = true;
            change.week = static_cast<std::uint8_t>(take_number(1, 5));
            if (!take('.')) m_failed = true;
            change.weekday = static_cast<std::uint8_t>(take_number(0, 6));
        } else {
            change.form = take('J') ? Form::julian : Form::zero_based;
            change.day =
                static_cast<std::int16_t>(change.form == Form::julian ? take_number(1, 365) : take_number(0, 365));
        }
        change.time = take('/') ? take_time() : 2 * 3600;
        return change;
    }

    std::string_view m_rest;
    bool m_failed = false;
};

[[nodiscard]] constexpr std::optional<PosixRule> parse_posix_rule(std::string_view text) {
    return PosixRuleParser{text}.parse();
}

}  // namespace loggia::scheduling
