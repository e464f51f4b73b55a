#include "core/calendar/outside_calendar.h"

#include "core/base/text.h"
#include "core/calendar/content_line.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

namespace loggia::calendar {
namespace {

std::string at_line(std::size_t line) { return "Line " + std::to_string(line); }

std::unexpected<Error> wrong(std::size_t line, std::string_view what) {
    return fail(ErrorCode::invalid_input, at_line(line).append(": ").append(what));
}

/// The zones that a calendar names, each once.
class ZoneNames {
public:
    explicit ZoneNames(std::vector<OutsideZone>& zones) : m_zones(zones) {}

    std::size_t number_of(std::string_view name, std::size_t line) {
        const auto [found, is_new] = m_numbers.try_emplace(std::string{name}, m_zones.size());
        if (is_new) m_zones.push_back({found->first, {}, line});
        return found->second;
    }

private:
    std::vector<OutsideZone>& m_zones;
    std::map<std::string, std::size_t, std::less<>> m_numbers;
};

/// A property, with what is needed to understand it.
struct Property {
    const ContentLine& content;
    std::size_t line;
    ZoneNames& zones;

    [[nodiscard]] std::string_view value() const { return text::trimmed(content.value); }
};

std::optional<OutsideTime> read_time(const Property& property, std::string_view text) {
    const auto written = parse_written_time(text::trimmed(text));
    if (!written) return std::nullopt;
    OutsideTime time{*written, std::nullopt};
    const std::string_view zone = property.content.parameter("TZID");
    if (!zone.empty() && written->form != WrittenTime::Form::utc)
        time.zone = property.zones.number_of(zone, property.line);
    return time;
}

/// "start/end" or "start/duration"; of RDATE also a start alone.
std::optional<OutsidePeriod> read_period(const Property& property, std::string_view text) {
    const std::size_t slash = text.find('/');
    const auto start = read_time(property, text.substr(0, slash));
    if (!start) return std::nullopt;
    OutsidePeriod period{.start = *start};
    if (slash == std::string_view::npos) return period;
    const std::string_view rest = text::trimmed(text.substr(slash + 1));
    period.duration = parse_written_duration(rest);
    if (!period.duration) period.end = read_time(property, rest);
    if (!period.duration && !period.end) return std::nullopt;
    return period;
}

// What the properties of an event mean; false where one makes no sense.

bool read_once(std::optional<OutsideTime>& time, const Property& property) {
    if (time) return false;
    time = read_time(property, property.content.value);
    return time.has_value();
}
bool read_start(OutsideEvent& event, const Property& property) { return read_once(event.start, property); }
bool read_end(OutsideEvent& event, const Property& property) { return read_once(event.end, property); }
bool read_replaced(OutsideEvent& event, const Property& property) { return read_once(event.replaces, property); }

bool read_duration(OutsideEvent& event, const Property& property) {
    if (event.duration) return false;
    event.duration = parse_written_duration(property.value());
    return event.duration.has_value();
}

bool read_uid(OutsideEvent& event, const Property& property) {
    event.uid = property.value();
    return true;
}
bool read_status(OutsideEvent& event, const Property& property) {
    event.is_cancelled = is_same_name(property.value(), "CANCELLED");
    return true;
}
bool read_transparency(OutsideEvent& event, const Property& property) {
    event.is_transparent = is_same_name(property.value(), "TRANSPARENT");
    return true;
}

bool read_rule(OutsideEvent& event, const Property& property) {
    event.rules.emplace_back(property.value());
    return true;
}

bool read_left_out(OutsideEvent& event, const Property& property) {
    return std::ranges::all_of(text::split(property.content.value, ','), [&](std::string_view part) {
        const auto time = read_time(property, part);
        if (time) event.left_out.push_back(*time);
        return time.has_value();
    });
}

bool read_added(OutsideEvent& event, const Property& property) {
    return std::ranges::all_of(text::split(property.content.value, ','), [&](std::string_view part) {
        const auto period = read_period(property, part);
        if (period) event.added.push_back(*period);
        return period.has_value();
    });
}

struct EventProperty {
    std::string_view name;
    bool (*read)(OutsideEvent&, const Property&);
};
constexpr EventProperty event_properties[]{
    {"UID",           read_uid         },
    {"DTSTART",       read_start       },
    {"DTEND",         read_end         },
    {"DURATION",      read_duration    },
    {"RRULE",         read_rule        },
    {"RDATE",         read_added       },
    {"EXDATE",        read_left_out    },
    {"RECURRENCE-ID", read_replaced    },
    {"STATUS",        read_status      },
    {"TRANSP",        read_transparency},
};

/// Goes through the lines once, and knows no more than the components that are open and the event being read.
class Reader {
public:
    explicit Reader(std::string_view text) : m_lines(text), m_zones(m_calendar.zones) {}

    Result<OutsideCalendar> read() {
        while (m_lines.next()) {
            if (m_lines.number() > most_lines)
                return wrong(m_lines.number(), "there are more than " + std::to_string(most_lines) + " lines.");
            TRY(read_line());
        }
        if (!m_open.empty())
            return wrong(m_lines.number(), "the calendar breaks off before END:" + shown(m_open.back().name) + '.');
        if (!m_has_begun) return wrong(1, "this is no calendar, it is empty.");
        return std::move(m_calendar);
    }

private:
    enum class Kind : std::uint8_t { calendar, event, busy, zone, other };
    struct Component {
        std::string name;
        Kind kind;
    };

    Result<void> read_line() {
        const auto content = parse_content_line(m_lines.line());
        const bool begins = content && content->is("BEGIN");
        if (m_open.empty() && !(begins && is_same_name(text::trimmed(content->value), "VCALENDAR")))
            return wrong(m_lines.number(), m_has_begun ? "this is outside of the calendar."
                                                       : "this is no calendar, it would begin with BEGIN:VCALENDAR.");
        if (begins) return begin(text::trimmed(content->value));
        if (content && content->is("END")) return end(text::trimmed(content->value));
        if (content)
            read_property(*content);
        else
            m_calendar.remarks.add(m_lines.number(), "This line is no property.");
        return {};
    }

    Result<void> begin(std::string_view name) {
        if (m_open.size() == deepest_component)
            return wrong(m_lines.number(), "components are nested too deeply here.");
        m_open.push_back({std::string{name}, kind_of(name)});
        m_has_begun = true;
        if (m_open.back().kind == Kind::zone) m_zone = {};
        if (m_open.back().kind != Kind::event) return {};
        if (++m_event_count > most_events)
            return wrong(m_lines.number(), "there are more than " + std::to_string(most_events) + " events.");
        m_event = {.line = m_lines.number()};
        m_damage = {};
        return {};
    }

    /// Components mean something only where they belong.
    [[nodiscard]] Kind kind_of(std::string_view name) const {
        if (m_open.empty()) return Kind::calendar;
        if (m_open.back().kind != Kind::calendar) return Kind::other;
        if (is_same_name(name, "VEVENT")) return Kind::event;
        if (is_same_name(name, "VFREEBUSY")) return Kind::busy;
        return is_same_name(name, "VTIMEZONE") ? Kind::zone : Kind::other;
    }

    Result<void> end(std::string_view name) {
        const Component& open = m_open.back();
        if (!is_same_name(name, open.name))
            return wrong(m_lines.number(), "END:" + shown(open.name) + " is expected before any other end.");
        if (open.kind == Kind::event) end_event();
        if (open.kind == Kind::zone && !m_zone.name.empty() && !m_zone.location.empty())
            m_calendar.zones[m_zones.number_of(m_zone.name, m_lines.number())].location = m_zone.location;
        m_open.pop_back();
        return {};
    }

    void end_event() {
        if (m_damage.text.empty() && !m_event.start) m_damage = {m_event.line, "The event has no DTSTART."};
        if (m_damage.text.empty()) {
            m_calendar.events.push_back(std::move(m_event));
        } else {
            ++m_calendar.damaged_events;
            m_calendar.remarks.add(m_damage.line, m_damage.text + " It is left out.");
        }
    }

    void read_property(const ContentLine& content) {
        const Property property{content, m_lines.number(), m_zones};
        switch (m_open.back().kind) {
        case Kind::event: return read_event_property(property);
        case Kind::busy: return read_busy_property(property);
        case Kind::zone:
            if (content.is("TZID")) m_zone.name = property.value();
            if (content.is("X-LIC-LOCATION")) m_zone.location = property.value();
            return;
        case Kind::calendar:
        case Kind::other: return;
        }
    }

    void read_event_property(const Property& property) {
        for (const auto& [name, read] : event_properties) {
            if (!property.content.is(name)) continue;
            if (m_lines.is_cut() || !read(m_event, property))
                m_damage = {property.line, "The event's " + std::string{name} + " cannot be understood."};
            return;
        }
        if (property.content.is("EXRULE")) m_calendar.remarks.add(property.line, "EXRULE is not followed.");
    }

    void read_busy_property(const Property& property) {
        if (!property.content.is("FREEBUSY") || is_same_name(property.content.parameter("FBTYPE"), "FREE")) return;
        for (const std::string_view part : text::split(property.content.value, ',')) {
            const auto period = read_period(property, part);
            if (period && (period->end || period->duration))
                m_calendar.busy_periods.push_back(*period);
            else
                m_calendar.remarks.add(property.line, "A period of FREEBUSY cannot be understood. It is left out.");
        }
    }

    LineReader m_lines;
    OutsideCalendar m_calendar;
    ZoneNames m_zones;
    std::vector<Component> m_open;
    bool m_has_begun = false;
    std::size_t m_event_count = 0;
    OutsideEvent m_event;
    Remark m_damage;  ///< of the event; without text: none
    OutsideZone m_zone;
};

}  // namespace

void Remarks::add(std::size_t line, std::string text) {
    if (m_all.size() < most_remarks) m_all.push_back({line, std::move(text)});
}

Result<OutsideCalendar> read_outside_calendar(std::string_view text) {
    if (text.size() > largest_calendar)
        return fail(ErrorCode::invalid_input,
                    "The calendar is larger than " + std::to_string(largest_calendar / 1024) + " KB.");
    return Reader{text}.read();
}

}  // namespace loggia::calendar
