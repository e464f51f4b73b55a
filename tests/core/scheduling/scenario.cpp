#include "scheduling/scenario.h"

#include "core/base/civil.h"
#include "core/base/text.h"

#include <array>
#include <sstream>
#include <stdexcept>

namespace loggia::scheduling {
namespace {

constexpr std::int64_t first_room = 100;

/// "09:30", "09", "-01:00", "25:15"
minutes clock(std::string_view text) {
    const bool is_negative = text.starts_with('-');
    if (is_negative) text.remove_prefix(1);
    const std::string_view past_the_hour = text.size() == 5 ? text.substr(3) : "00";
    const auto hour = text::to_integer(text.substr(0, 2));
    const auto minute = text::to_integer(past_the_hour);
    if (!hour || !minute) throw std::invalid_argument{"not a time: " + std::string{text}};
    const minutes time = hours{*hour} + minutes{*minute};
    return is_negative ? -time : time;
}

struct Stretch {
    minutes from;
    minutes to;
};

Stretch stretch(std::string_view text) {
    const std::size_t dash = text.find('-', 1);
    return {clock(text.substr(0, dash)), clock(text.substr(dash + 1))};
}

void add_hours(Calendar& calendar, Stretch open) {
    for (unsigned weekday = 0; weekday < 7; ++weekday)
        calendar.hours.push_back({std::chrono::weekday{weekday}, open.from, open.to});
}

std::string_view name_of(Refusal refusal) {
    constexpr std::array<std::string_view, 7> names{"too_soon",    "too_far",     "off_grid", "does_not_perform",
                                                    "not_working", "person_busy", "no_room"};
    return names[static_cast<std::size_t>(refusal)];
}

}  // namespace

Scenario::Scenario(std::string_view line) {
    service.duration = minutes{60};
    service.needs_room = false;
    snapshot.rules.start_grid = minutes{30};
    snapshot.rules.minimum_notice = minutes{0};
    std::string date = "2026-11-04";
    std::string zone = "Europe/Ljubljana";
    minutes now{-24 * 60};
    std::vector<std::pair<Calendar*, Stretch>> claims;
    snapshot.people.reserve(10);
    snapshot.rooms.reserve(10);

    std::istringstream words{std::string{line}};
    Calendar* last = nullptr;
    std::string key;
    for (std::string word; words >> word;) {
        if (word == "working" || word == "room") {
            const bool is_person = word == "working";
            auto& calendars = is_person ? snapshot.people : snapshot.rooms;
            const std::int64_t number = std::ssize(calendars) + 1 + (is_person ? 0 : first_room);
            last = &calendars.emplace_back(Calendar{ResourceId{number}, {}, {}});
            if (is_person)
                service.performers.push_back(PersonId{number});
            else
                service.rooms.push_back(ResourceId{number});
            service.needs_room = service.needs_room || !is_person;
            key = word;
        } else if (word[0] >= 'a' && word[0] <= 'z') {
            key = word;
        } else if (key == "working" || key == "and" || key == "open") {
            add_hours(*last, stretch(word));
        } else if (key == "busy") {
            claims.emplace_back(last, stretch(word));
        } else if (key == "day") {
            date = word;
        } else if (key == "zone") {
            zone = word;
        } else if (key == "clock") {
            now = clock(word);
        } else {
            const auto number = text::to_integer(word).value();
            if (key == "visit")
                service.duration = minutes{number};
            else if (key == "before")
                service.buffer_before = minutes{number};
            else if (key == "after")
                service.buffer_after = minutes{number};
            else if (key == "grid")
                snapshot.rules.start_grid = minutes{number};
            else if (key == "notice")
                snapshot.rules.minimum_notice = minutes{number};
            else if (key == "horizon")
                snapshot.rules.horizon = days{number};
            else if (key == "person")
                query.person = PersonId{number};
            else
                throw std::invalid_argument{"no such word: " + key};
        }
    }
    snapshot.zone = Zone::find(zone);
    query.service = &service;
    query.from = query.to = parse_date(date).value();
    const Instant midnight = snapshot.zone->day(query.from).from;
    query.now = midnight + now;
    for (const auto& [calendar, taken] : claims)
        calendar->busy.push_back({midnight + taken.from, midnight + taken.to});
}

std::string Scenario::free_times() const {
    std::string text;
    for (const FreeTime& time : scheduling::free_times(snapshot, query)) {
        if (!text.empty()) text += ' ';
        text += clock_text(snapshot.zone->to_civil(time.starts_at));
        if (service.performers.size() > 1) text += '/' + std::to_string(time.person.value);
        if (time.room) text += '@' + std::to_string(time.room->value - first_room);
    }
    return text;
}

std::string Scenario::check(std::string_view clock_shown) const {
    const Instant starts_at = snapshot.zone->to_instant(day_of(query.from) + clock(clock_shown));
    const auto checked = check_start(snapshot, query, starts_at);
    return std::string{checked ? "free" : name_of(checked.error())};
}

}  // namespace loggia::scheduling
