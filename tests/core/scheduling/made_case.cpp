#include "scheduling/made_case.h"

#include "core/base/civil.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <random>

namespace loggia::scheduling {
namespace {

constexpr std::array<std::string_view, feature_count> feature_names{
    "claims",        "rooms",  "capacity", "equipment", "opening",   "closures",
    "other_hours",   "nights", "leave",    "own_terms", "buffers",   "work_limits",
    "client_limits", "notice", "horizon",  "cut_off",   "own_rules", "waivers"};

struct Place {
    const char* zone;
    const char* date;  ///< the clocks change on it, or nothing happens
};

constexpr Place places[]{
    {"Europe/Ljubljana",    "2026-11-04"},
    {"Europe/Ljubljana",    "2026-10-25"},
    {"Europe/Ljubljana",    "2026-03-29"},
    {"America/New_York",    "2026-11-01"},
    {"America/New_York",    "2026-03-08"},
    {"Africa/Cairo",        "2026-04-24"},
    {"Africa/Cairo",        "2026-10-29"},
    {"Australia/Lord_Howe", "2026-04-05"},
    {"Australia/Lord_Howe", "2026-10-04"},
    {"Antarctica/Troll",    "2026-03-29"},
    {"Antarctica/Troll",    "2026-10-25"},
    {"America/Nuuk",        "2026-03-28"},
    {"America/Nuuk",        "2026-10-24"},
    {"America/Santiago",    "2026-09-06"},
    {"Asia/Kathmandu",      "2026-06-01"},
    {"Pacific/Apia",        "2026-06-01"},
};

minutes uneven(const Choose& choose, int most) {
    const int length = choose(0, most);
    return minutes{choose(0, 4) == 0 ? length : length / 5 * 5};
}

template <class T>
std::optional<T> perhaps(const Choose& choose, T value) {
    return choose(0, 1) == 0 ? std::nullopt : std::optional{value};
}

/// Makes what a business has, as far as the features go.
class Maker {
public:
    Maker(const Choose& choose, Features features) : m_choose(choose), m_features(features) {}

    Case make() {
        constexpr int grids[]{5, 10, 15, 20, 30, 45, 60, 25};
        const Place& place = places[m_choose(0, static_cast<int>(std::size(places)) - 1)];
        m_date = *parse_date(place.date);
        m_made.snapshot.zone = Zone::find(place.zone);
        m_made.snapshot.rules.start_grid = minutes{grids[m_choose(0, static_cast<int>(std::size(grids)) - 1)]};
        m_midnight = m_made.snapshot.zone->day(m_date).from;
        make_query();
        make_service();
        make_people();
        make_things();
        make_location();
        make_rules();
        return std::move(m_made);
    }

private:
    [[nodiscard]] bool has(Feature feature) const { return m_features.has(feature); }

    domain::DayHours make_stretch() {
        const minutes from = uneven(m_choose, 24 * 60 - 1);
        // Often over a change of clocks, which is at night.
        const minutes begin = m_choose(0, 1) == 0 ? from / 6 : from;
        const minutes end = begin + uneven(m_choose, 600);
        if (!has(Feature::nights)) return {begin, std::min<minutes>(end, hours{24})};
        return {begin, m_choose(0, 2) == 0 ? std::max<minutes>(end, hours{24}) : end};
    }

    std::vector<domain::WeeklyHours> make_week() {
        std::vector<domain::WeeklyHours> week;
        for (unsigned weekday = 0; weekday < 7; ++weekday)
            for (int stretches = m_choose(0, 3); stretches > 0; --stretches) {
                const auto [from, to] = make_stretch();
                week.push_back({std::chrono::weekday{weekday}, from, to});
            }
        return week;
    }

    TimeRange make_range(int longest) {
        const Instant from = m_midnight + minutes{m_choose(-36 * 60, 60 * 60)};
        return {from, from + uneven(m_choose, longest)};
    }

    std::vector<TimeRange> make_busy() {
        std::vector<TimeRange> busy;
        if (!has(Feature::claims)) return busy;
        for (int claims = m_choose(0, 12); claims > 0; --claims)
            busy.push_back(make_range(m_choose(0, 5) == 0 ? 30 * 60 : 120));
        return busy;
    }

    void make_query() {
        auto& query = m_made.query;
        query.from = plus_days(m_date, m_choose(-1, 0));
        query.to = plus_days(m_date, m_choose(0, 1));
        query.now = m_midnight + minutes{has(Feature::notice) ? m_choose(-3 * 24 * 60, 36 * 60) : -3 * 24 * 60};
        if (m_choose(0, 3) == 0) query.person = PersonId{m_choose(1, 5)};
        if (has(Feature::waivers))
            for (int count = m_choose(0, 4); count > 0; --count) {
                const auto refusal = static_cast<Refusal>(m_choose(0, refusal_count - 1));
                if (may_be_waived(refusal)) query.waived.add(refusal);
            }
    }

    void make_service() {
        auto& service = m_made.service;
        service.duration =
            std::max(minutes{1}, uneven(m_choose, has(Feature::nights) && m_choose(0, 3) == 0 ? 30 * 60 : 180));
        if (has(Feature::buffers)) {
            service.buffer_before = uneven(m_choose, 40) * m_choose(0, 1);
            service.buffer_after = uneven(m_choose, 40) * m_choose(0, 1);
        }
        service.needs_room = has(Feature::rooms) || has(Feature::capacity);
    }

    void make_people() {
        auto& snapshot = m_made.snapshot;
        for (int person = 1, people = m_choose(1, 4); person <= people; ++person) {
            m_made.service.performers.insert(m_made.service.performers.begin(), PersonId{person});
            if (m_choose(0, 9) == 0) continue;
            Calendar calendar{ResourceId{person}, make_week(), make_busy()};
            if (has(Feature::other_hours)) make_other_hours(calendar);
            if (has(Feature::leave))
                for (int count = m_choose(0, 2); count > 0; --count)
                    calendar.leave.push_back({LeaveId{++m_last_record}, make_range(m_choose(0, 1) == 0 ? 300 : 2000),
                                              static_cast<domain::LeaveStatus>(m_choose(0, 2))});
            if (has(Feature::work_limits)) make_limits(calendar);
            snapshot.people.push_back(std::move(calendar));
        }
        if (has(Feature::own_terms))
            for (const PersonId person : m_made.service.performers)
                if (m_choose(0, 1) == 0)
                    m_made.service.own_terms.push_back(
                        {person, perhaps(m_choose, std::max(minutes{1}, uneven(m_choose, 240))),
                         perhaps(m_choose, uneven(m_choose, 30)), perhaps(m_choose, uneven(m_choose, 30))});
    }

    void make_other_hours(Calendar& calendar) {
        for (int offset = -2; offset <= 2; ++offset) {
            if (m_choose(0, 2) > 0) continue;
            domain::DateHours date{plus_days(m_date, offset), {}};
            for (int stretches = m_choose(0, 2); stretches > 0; --stretches) date.hours.push_back(make_stretch());
            calendar.other_hours.push_back(std::move(date));
        }
    }

    std::vector<Visit> make_visits() {
        std::vector<Visit> visits;
        for (int count = m_choose(0, 6); count > 0; --count)
            visits.push_back({m_midnight + minutes{m_choose(-8 * 24 * 60, 8 * 24 * 60)}, minutes{m_choose(5, 120)}});
        return visits;
    }

    void make_limits(Calendar& calendar) {
        calendar.limits = {perhaps(m_choose, m_choose(0, 3)), perhaps(m_choose, m_choose(0, 8)),
                           perhaps(m_choose, minutes{m_choose(0, 400)}),
                           perhaps(m_choose, minutes{m_choose(0, 900)})};
        calendar.visits = make_visits();
    }

    void make_things() {
        auto& snapshot = m_made.snapshot;
        if (m_made.service.needs_room)
            for (int room = 101, last = 100 + m_choose(0, 3); room <= last; ++room) {
                m_made.service.rooms.push_back(ResourceId{room});
                snapshot.rooms.push_back({ResourceId{room}, {}, make_busy()});
                if (m_choose(0, 3) == 0) snapshot.rooms.back().hours = make_week();
                if (has(Feature::capacity)) snapshot.rooms.back().capacity = m_choose(1, 4);
            }
        if (has(Feature::equipment))
            for (int kind = 201, last = 200 + m_choose(1, 2); kind <= last; ++kind) {
                m_made.service.equipment.push_back({ResourceId{kind}, m_choose(1, 3)});
                if (m_choose(0, 9) == 0) continue;
                snapshot.equipment.push_back({ResourceId{kind}, {}, make_busy()});
                snapshot.equipment.back().capacity = m_choose(2, 6);
            }
    }

    void make_location() {
        auto& snapshot = m_made.snapshot;
        if (has(Feature::opening)) snapshot.opening = make_week();
        if (has(Feature::closures))
            for (int count = m_choose(0, 2); count > 0; --count) {
                const Date from = plus_days(m_date, m_choose(-2, 1));
                snapshot.closures.push_back(
                    {ClosureId{++m_last_record}, {}, "a holiday", from, plus_days(from, m_choose(0, 1))});
                if (m_choose(0, 1) == 0) snapshot.closures.back().part = make_stretch();
            }
    }

    void make_rules() {
        auto& rules = m_made.snapshot.rules;
        rules.minimum_notice = has(Feature::notice) ? uneven(m_choose, 600) : minutes{0};
        if (has(Feature::horizon)) rules.horizon = days{m_choose(0, 5)};
        if (has(Feature::cut_off)) rules.cut_off = domain::CutOff{m_choose(0, 4), uneven(m_choose, 24 * 60 - 1)};
        if (has(Feature::own_rules)) {
            auto& service = m_made.service;
            service.minimum_notice = perhaps(m_choose, uneven(m_choose, 3000));
            service.horizon = perhaps(m_choose, days{m_choose(0, 5)});
            service.cut_off = perhaps(m_choose, domain::CutOff{m_choose(0, 4), uneven(m_choose, 24 * 60 - 1)});
        }
        if (has(Feature::client_limits)) {
            rules.client_limits = {perhaps(m_choose, m_choose(0, 6)), perhaps(m_choose, m_choose(0, 2)),
                                   perhaps(m_choose, m_choose(0, 5))};
            if (m_choose(0, 3) > 0) m_made.snapshot.client = make_visits();
        }
    }

    const Choose& m_choose;
    Features m_features;
    Case m_made;
    Date m_date;
    Instant m_midnight;
    std::int64_t m_last_record = 0;
};

}  // namespace

Choose numbers_from(unsigned seed) {
    // Not std::uniform_int_distribution: the same numbers on every platform.
    return [random = std::mt19937{seed}](int least, int most) mutable {
        return least + static_cast<int>(random() % static_cast<unsigned>(most - least + 1));
    };
}

std::string_view name_of(Feature feature) { return feature_names[static_cast<std::size_t>(feature)]; }

Features some_features(const Choose& choose) {
    Features features{Feature::claims};
    for (int count = choose(0, 3) == 0 ? choose(0, feature_count) : choose(0, 4); count > 0; --count)
        features.add(static_cast<Feature>(choose(0, feature_count - 1)));
    return features;
}

Case make_case(const Choose& choose, Features features) { return Maker{choose, features}.make(); }

Instant some_moment(const Case& made, const Choose& choose) {
    const int from_midnight = choose(0, 3 * 24 * 60);
    return made.snapshot.zone->day(made.query.from).from +
           minutes{choose(0, 2) == 0 ? from_midnight : from_midnight / 5 * 5};
}

}  // namespace loggia::scheduling
