#include "scheduling/scenario.h"

#include "core/base/civil.h"
#include "core/base/text.h"

#include <map>
#include <sstream>
#include <stdexcept>

namespace loggia::scheduling {
namespace {

constexpr std::int64_t first_room = 100;
constexpr std::int64_t first_equipment = 200;

/// "09:30", "09", "-01:00", "125:15"
minutes clock(std::string_view text) {
    const bool is_negative = text.starts_with('-');
    if (is_negative) text.remove_prefix(1);
    const std::size_t colon = text.find(':');
    const auto hour = text::to_integer(text.substr(0, colon));
    const auto minute =
        colon == text.npos ? std::optional<std::int64_t>{0} : text::to_integer(text.substr(colon + 1));
    if (!hour || !minute) throw std::invalid_argument{"not a time: " + std::string{text}};
    const minutes time = hours{*hour} + minutes{*minute};
    return is_negative ? -time : time;
}

domain::DayHours stretch(std::string_view text) {
    const std::size_t dash = text.find('-', 1);
    return {clock(text.substr(0, dash)), clock(text.substr(dash + 1))};
}

/// "1@18:00"
domain::CutOff cut_off(std::string_view text) {
    const std::size_t at = text.find('@');
    return {static_cast<int>(text::to_integer(text.substr(0, at)).value()), clock(text.substr(at + 1))};
}

void add_every_day(std::vector<domain::WeeklyHours>& week, domain::DayHours open) {
    for (unsigned weekday = 0; weekday < 7; ++weekday)
        week.push_back({std::chrono::weekday{weekday}, open.from, open.to});
}

/// What happens on the day asked about, which is not known before the end of the line.
struct OnTheDay {
    enum class What { claim, leave, asked_leave, visit, client_visit, closure };
    What what;
    Calendar* whose;
    domain::DayHours when;
};

}  // namespace

/// Reads a line word by word. Each word is a key or belongs to the last one.
class ScenarioReader {
public:
    explicit ScenarioReader(Scenario& scenario) : m_scenario(scenario) {}

    void read(std::string_view line) {
        // Pointers to what has been named last must stay.
        m_scenario.snapshot.people.reserve(10);
        m_scenario.snapshot.rooms.reserve(10);
        m_scenario.snapshot.equipment.reserve(10);
        std::istringstream words{std::string{line}};
        for (std::string word; words >> word;) {
            if ((word[0] >= 'a' && word[0] <= 'z' && m_key != "waived")) {
                m_key = word;
                begin();
            } else if (!read_text(word) && !read_stretch(word) && !read_cut_off(word)) {
                read_number(text::to_integer(word).value());
            }
        }
        finish();
    }

private:
    void begin() {
        const auto [service, snapshot, query] = parts();
        if (m_key == "working") {
            service.performers.push_back(PersonId{std::ssize(snapshot.people) + 1});
            m_last = &snapshot.people.emplace_back(Calendar{ResourceId{service.performers.back().value}, {}, {}});
        } else if (m_key == "room") {
            service.rooms.push_back(ResourceId{first_room + std::ssize(snapshot.rooms) + 1});
            service.needs_room = true;
            m_last = &snapshot.rooms.emplace_back(Calendar{service.rooms.back(), {}, {}});
        } else if (m_key == "equipment") {
            service.equipment.push_back({ResourceId{first_equipment + std::ssize(snapshot.equipment) + 1}, 1});
            m_last = &snapshot.equipment.emplace_back(Calendar{service.equipment.back().resource, {}, {}});
        } else if (m_key == "off") {
            m_instead[m_last];
        } else if (m_key == "has" || m_key.starts_with("client")) {
            if (!snapshot.client) snapshot.client.emplace();
        }
    }

    bool read_text(const std::string& word) {
        if (m_key == "day")
            m_date = parse_date(word).value();
        else if (m_key == "zone")
            m_zone = word;
        else if (m_key == "clock")
            m_now = clock(word);
        else if (m_key == "waived")
            m_scenario.query.waived.add(refusal_named(word).value());
        else
            return false;
        return true;
    }

    bool read_stretch(const std::string& word) {
        using enum OnTheDay::What;
        static const std::map<std::string, OnTheDay::What, std::less<>> on_the_day{
            {"busy",   claim       },
            {"away",   leave       },
            {"asking", asked_leave },
            {"serves", visit       },
            {"has",    client_visit},
            {"closed", closure     },
        };
        const auto found = on_the_day.find(m_key);
        if (found != on_the_day.end())
            m_later.push_back({found->second, m_last, stretch(word)});
        else if (m_key == "working" || m_key == "and" || m_key == "open")
            add_every_day(m_last->hours, stretch(word));
        else if (m_key == "instead")
            m_instead[m_last].push_back(stretch(word));
        else if (m_key == "opening")
            add_every_day(m_scenario.snapshot.opening, stretch(word));
        else
            return false;
        return true;
    }

    bool read_cut_off(const std::string& word) {
        if (m_key == "until")
            m_scenario.snapshot.rules.cut_off = cut_off(word);
        else if (m_key == "own-until")
            m_scenario.service.cut_off = cut_off(word);
        else
            return false;
        return true;
    }

    void read_number(std::int64_t number) {
        const auto [service, snapshot, query] = parts();
        const int count = static_cast<int>(number);
        if (m_key == "visit")
            service.duration = minutes{number};
        else if (m_key == "before")
            service.buffer_before = minutes{number};
        else if (m_key == "after")
            service.buffer_after = minutes{number};
        else if (m_key == "own-notice")
            service.minimum_notice = minutes{number};
        else if (m_key == "own-horizon")
            service.horizon = days{number};
        else if (m_key == "grid")
            snapshot.rules.start_grid = minutes{number};
        else if (m_key == "notice")
            snapshot.rules.minimum_notice = minutes{number};
        else if (m_key == "horizon")
            snapshot.rules.horizon = days{number};
        else if (m_key == "client-open")
            snapshot.rules.client_limits.open_bookings = count;
        else if (m_key == "client-daily")
            snapshot.rules.client_limits.bookings_a_day = count;
        else if (m_key == "client-weekly")
            snapshot.rules.client_limits.bookings_a_week = count;
        else if (m_key == "person")
            query.person = PersonId{number};
        else if (m_key == "takes")
            service.own_terms.push_back({service.performers.back(), minutes{number}});
        else if (m_key == "daily")
            m_last->limits.bookings_a_day = count;
        else if (m_key == "weekly")
            m_last->limits.bookings_a_week = count;
        else if (m_key == "worked")
            m_last->limits.work_a_day = minutes{number};
        else if (m_key == "worked-week")
            m_last->limits.work_a_week = minutes{number};
        else if (m_key == "units" || m_key == "equipment")
            m_last->capacity = count;
        else if (m_key == "needs")
            service.equipment.back().units = count;
        else
            throw std::invalid_argument{"no such word: " + m_key};
    }

    void finish() {
        const auto [service, snapshot, query] = parts();
        snapshot.zone = Zone::find(m_zone);
        query.service = &service;
        query.from = query.to = m_date;
        const Instant midnight = snapshot.zone->day(m_date).from;
        query.now = midnight + m_now;
        for (auto& [person, stretches] : m_instead) person->other_hours.push_back({m_date, std::move(stretches)});
        for (const auto& [what, whose, when] : m_later) {
            const TimeRange range{midnight + when.from, midnight + when.to};
            using enum OnTheDay::What;
            switch (what) {
            case claim: whose->busy.push_back(range); break;
            case leave: whose->leave.push_back({LeaveId{1}, range}); break;
            case asked_leave: whose->leave.push_back({LeaveId{2}, range, domain::LeaveStatus::requested}); break;
            case visit: whose->visits.push_back({range.from, when.to - when.from}); break;
            case client_visit: snapshot.client->push_back({range.from, when.to - when.from}); break;
            case closure:
                snapshot.closures.push_back({ClosureId{3}, {}, "Summer party", m_date, m_date, when});
                break;
            }
        }
    }

    struct Parts {
        domain::Service& service;
        Snapshot& snapshot;
        FreeTimesQuery& query;
    };
    Parts parts() { return {m_scenario.service, m_scenario.snapshot, m_scenario.query}; }

    Scenario& m_scenario;
    std::string m_key;
    Calendar* m_last = nullptr;
    Date m_date = std::chrono::year{2026} / 11 / 4;
    std::string m_zone = "Europe/Ljubljana";
    minutes m_now{-24 * 60};
    std::map<Calendar*, std::vector<domain::DayHours>> m_instead;
    std::vector<OnTheDay> m_later;
};

Scenario::Scenario(std::string_view line) {
    service.duration = minutes{60};
    service.needs_room = false;
    snapshot.rules.start_grid = minutes{30};
    snapshot.rules.minimum_notice = minutes{0};
    ScenarioReader{*this}.read(line);
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

Instant Scenario::at(std::string_view clock_shown) const {
    return snapshot.zone->to_instant(day_of(query.from) + clock(clock_shown));
}

std::string Scenario::check(std::string_view clock_shown) const {
    const auto checked = check_start(snapshot, query, at(clock_shown));
    return std::string{checked ? "free" : name_of(checked.error())};
}

std::string Scenario::explain(std::string_view clock_shown) const {
    const auto name = [](ResourceId resource) {
        if (resource.value > first_equipment) return "Equipment " + std::to_string(resource.value - first_equipment);
        if (resource.value > first_room) return "Room " + std::to_string(resource.value - first_room);
        return "Person " + std::to_string(resource.value);
    };
    std::string text;
    for (const Obstacle& obstacle : explain_start(snapshot, query, at(clock_shown)).obstacles)
        text += (text.empty() ? "" : " ") + describe(obstacle, *snapshot.zone, name);
    return text;
}

}  // namespace loggia::scheduling
