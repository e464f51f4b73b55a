#include "core/calendar/busy_times.h"

#include "core/calendar/content_line.h"
#include "core/calendar/outside_zone.h"
#include "core/calendar/repetition.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <string>
#include <utility>

namespace loggia::calendar {
namespace {

using scheduling::Zone;

/// Moments and days of a series at which it does not take place.
struct Exceptions {
    std::vector<Instant> moments;
    std::vector<Date> dates;

    void sort() {
        std::ranges::sort(moments);
        std::ranges::sort(dates);
    }
    [[nodiscard]] bool have(Instant moment, Date date) const {
        return std::ranges::binary_search(moments, moment) || std::ranges::binary_search(dates, date);
    }
};

/// How long every time of an event is: of a series all are as long as the first.
struct Length {
    days whole_days{};
    seconds exact{};

    [[nodiscard]] bool is_negative() const { return whole_days + exact < seconds{0}; }
};

class Reckoning {
public:
    Reckoning(const OutsideCalendar& calendar, TimeRange window, const Zone& zone)
        : m_calendar(calendar), m_window(window), m_default_zone(zone), m_remarks(calendar.remarks) {}

    Result<BusyTimes> busy_times() {
        find_zones();
        find_replaced();
        for (const auto& event : m_calendar.events) TRY(take_event(event));
        for (const auto& period : m_calendar.busy_periods) TRY(take_period(period));
        return BusyTimes{.ranges = merged(),
                         .events = m_calendar.events.size(),
                         .damaged_events = m_calendar.damaged_events + m_damaged_events,
                         .remarks = std::move(m_remarks)};
    }

private:
    void find_zones() {
        for (const auto& [name, location, line] : m_calendar.zones) {
            const Zone* found = find_outside_zone(name);
            if (found == nullptr) found = find_outside_zone(location);
            if (found == nullptr)
                m_remarks.add(line, "Nobody knows the time zone " + shown(name) +
                                        "; its times are read as those of " + std::string{m_default_zone.name()} +
                                        '.');
            m_zones.push_back(found != nullptr ? found : &m_default_zone);
        }
    }

    /// Whatever stands for one time of a series takes that time out of it, even where it takes up none itself.
    void find_replaced() {
        for (const auto& event : m_calendar.events)
            if (event.replaces) except(m_replaced[event.uid], *event.replaces);
        for (auto& [uid, replaced] : m_replaced) replaced.sort();
    }

    void except(Exceptions& exceptions, const OutsideTime& time) const {
        if (time.written.form == WrittenTime::Form::date)
            exceptions.dates.push_back(date_of(std::chrono::floor<days>(time.written.shown)));
        else
            exceptions.moments.push_back(instant_of(time));
    }

    [[nodiscard]] const Zone& zone_of(const OutsideTime& time) const {
        if (time.written.form == WrittenTime::Form::utc) return Zone::utc();
        return time.zone ? *m_zones[*time.zone] : m_default_zone;
    }
    [[nodiscard]] Instant instant_of(const OutsideTime& time) const {
        return zone_of(time).to_instant(time.written.shown);
    }

    [[nodiscard]] Length length_of(const OutsideTime& start, const std::optional<OutsideTime>& end,
                                   const std::optional<WrittenDuration>& duration) const {
        const bool is_date = start.written.form == WrittenTime::Form::date;
        if (duration) return {days{duration->whole_days}, duration->exact};
        if (!end) return {days{is_date ? 1 : 0}, seconds{0}};
        if (!is_date || end->written.form != WrittenTime::Form::date)
            return {days{0}, instant_of(*end) - instant_of(start)};
        // Some write the same day twice and mean all of it.
        const auto whole_days = std::chrono::floor<days>(end->written.shown - start.written.shown);
        return {whole_days == days{0} ? days{1} : whole_days, seconds{0}};
    }

    Result<void> take_event(const OutsideEvent& event) {
        if (event.is_cancelled || event.is_transparent) return {};
        const Length length = length_of(*event.start, event.end, event.duration);
        if (length.is_negative()) {
            ++m_damaged_events;
            m_remarks.add(event.line, "The event ends before it begins. It is left out.");
            return {};
        }
        if (event.replaces) return take(event.line, instant_of(*event.start), zone_of(*event.start), length);
        return take_series(event, length);
    }

    Result<void> take_series(const OutsideEvent& event, const Length& length) {
        const Zone& zone = zone_of(*event.start);
        const auto found = m_replaced.find(event.uid);
        Exceptions left_out;
        for (const auto& time : event.left_out) except(left_out, time);
        left_out.sort();
        const auto is_out = [&](Instant start, Date date) {
            return left_out.have(start, date) || (found != m_replaced.end() && found->second.have(start, date));
        };
        for (const CivilTime start : starts_of(event, zone, length)) {
            const Instant moment = zone.to_instant(start);
            if (!is_out(moment, date_of(std::chrono::floor<days>(start))))
                TRY(take(event.line, moment, zone, length));
        }
        if (m_effort.days_left <= 0)
            return wrong(event.line, "the events up to this one repeat too often to be followed.");
        for (const auto& added : event.added) {
            const Instant moment = instant_of(added.start);
            if (is_out(moment, date_of(std::chrono::floor<days>(added.start.written.shown)))) continue;
            const bool has_length = added.end || added.duration;
            TRY(take(event.line, moment, zone_of(added.start),
                     has_length ? length_of(added.start, added.end, added.duration) : length));
        }
        return {};
    }

    /// Those within the window and somewhat more.
    [[nodiscard]] std::vector<CivilTime> starts_of(const OutsideEvent& event, const Zone& zone,
                                                   const Length& length) {
        const CivilTime first = event.start->written.shown;
        const CivilRange within{zone.to_civil(m_window.from) - length.whole_days - length.exact - days{2},
                                zone.to_civil(m_window.to) + days{2}};
        std::vector<CivilTime> starts{first};
        for (const auto& rule : event.rules) {
            const auto repeated = repeated_starts(rule, first, zone, within, m_effort);
            if (repeated)
                starts.insert(starts.end(), repeated->begin(), repeated->end());
            else
                m_remarks.add(event.line, repeated.error().message + " Only the event's first time is known.");
        }
        // Each rule gives the first time again.
        std::ranges::sort(starts);
        const auto repeated = std::ranges::unique(starts);
        starts.erase(repeated.begin(), repeated.end());
        return starts;
    }

    Result<void> take_period(const OutsidePeriod& period) {
        const Length length = length_of(period.start, period.end, period.duration);
        return take(0, instant_of(period.start), zone_of(period.start), length);
    }

    Result<void> take(std::size_t line, Instant start, const Zone& zone, const Length& length) {
        Instant end = start + length.exact;
        if (length.whole_days != days{0})
            end = zone.to_instant(zone.to_civil(start) + length.whole_days) + length.exact;
        const TimeRange range{std::max(start, m_window.from), std::min(end, m_window.to)};
        if (range.from >= range.to) return {};
        if (m_ranges.size() == most_busy_ranges)
            return wrong(line, "there are more than " + std::to_string(most_busy_ranges) + " busy times.");
        m_ranges.push_back(range);
        return {};
    }

    static std::unexpected<Error> wrong(std::size_t line, const std::string& what) {
        return fail(ErrorCode::invalid_input, "Line " + std::to_string(line) + ": " + what);
    }

    [[nodiscard]] std::vector<TimeRange> merged() {
        std::ranges::sort(m_ranges, {}, &TimeRange::from);
        std::vector<TimeRange> apart;
        for (const auto& range : m_ranges) {
            if (apart.empty() || apart.back().to < range.from)
                apart.push_back(range);
            else
                apart.back().to = std::max(apart.back().to, range.to);
        }
        return apart;
    }

    const OutsideCalendar& m_calendar;
    TimeRange m_window;
    const Zone& m_default_zone;
    std::vector<const Zone*> m_zones;                           ///< of m_calendar.zones
    std::map<std::string, Exceptions, std::less<>> m_replaced;  ///< of the series with this UID
    Remarks m_remarks;
    Effort m_effort;
    std::size_t m_damaged_events = 0;
    std::vector<TimeRange> m_ranges;
};

}  // namespace

Result<BusyTimes> read_busy_times(std::string_view text, TimeRange window, const Zone& zone) {
    assert(window.from <= window.to);
    const OutsideCalendar calendar = TRY(read_outside_calendar(text));
    return Reckoning{calendar, window, zone}.busy_times();
}

}  // namespace loggia::calendar
