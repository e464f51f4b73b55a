// Free times of a month for 50 staff, by bit sets (core/scheduling) and by sweeping sorted intervals, and the
// time of one policy decision. Prints; asserts nothing.

#include "core/domain/person.h"
#include "core/scheduling/explain_start.h"
#include "core/scheduling/free_times.h"
#include "support/world.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <limits>
#include <random>

using namespace loggia;
using namespace loggia::scheduling;

namespace {

constexpr int staff_count = 50;
constexpr int claims_a_day = 8;
constexpr int month = 31;

template <class Work>
double microseconds(int rounds, Work work) {
    using clock = std::chrono::steady_clock;
    double best = std::numeric_limits<double>::max();
    for (int round = 0; round < rounds; ++round) {
        const auto start = clock::now();
        work();
        best = std::min(best, std::chrono::duration<double, std::micro>(clock::now() - start).count());
    }
    return best;
}

struct School {
    domain::Service service;
    Snapshot snapshot;
    FreeTimesQuery query;
};

void fill(School& school) {
    school.service = world::piano_lesson();
    school.service.buffer_after = minutes{10};
    school.service.needs_room = false;
    school.service.performers.clear();
    school.snapshot.zone = &world::zone();
    school.snapshot.rules = world::business().rules;
    const Date first = std::chrono::year{2026} / 11 / 1;

    std::mt19937 random{1};
    for (int number = 1; number <= staff_count; ++number) {
        Calendar calendar{ResourceId{number}, world::school_hours(), {}};
        for (int day = 0; day < month; ++day)
            for (int claim = 0; claim < claims_a_day; ++claim) {
                const Instant from = school.snapshot.zone->day(plus_days(first, day)).from +
                                     minutes{9 * 60 + 5 * static_cast<int>(random() % 96)};
                calendar.busy.push_back({from, from + minutes{55}});
            }
        school.service.performers.push_back(PersonId{number});
        school.snapshot.people.push_back(std::move(calendar));
    }
    school.query = {&school.service, {}, first, plus_days(first, month - 1), world::now()};
}

/// The alternative: walk the day's claims in order and offer the starts between them.
class Sweep {
public:
    explicit Sweep(const School& school) : m_school(school) {}

    /// Claims come in any order, so sorting them is part of the work.
    std::vector<FreeTime> free_times() {
        m_busy.clear();
        for (const auto& calendar : m_school.snapshot.people) {
            m_busy.push_back(calendar.busy);
            std::ranges::sort(m_busy.back(), {}, &TimeRange::from);
        }
        std::vector<FreeTime> times;
        for (int day = 0; day < month; ++day) {
            const Date date = plus_days(m_school.query.from, day);
            const TimeRange range = m_school.snapshot.zone->day(date);
            m_taker.fill(-1);
            order_people(range);
            for (const auto& [load, person] : m_order) offer(person, date, range.from);
            for (std::size_t start = 0; start < m_taker.size(); ++start)
                if (m_taker[start] >= 0)
                    times.push_back({range.from + start * grid, PersonId{m_taker[start] + 1}, {}});
        }
        return times;
    }

private:
    static constexpr minutes grid{15};

    void order_people(const TimeRange& range) {
        m_order.clear();
        for (std::size_t person = 0; person < m_busy.size(); ++person) {
            const auto& busy = m_busy[person];
            const auto first = std::ranges::lower_bound(busy, range.from, {}, &TimeRange::from);
            const auto last = std::ranges::lower_bound(busy, range.to, {}, &TimeRange::from);
            m_order.emplace_back(last - first, person);
        }
        std::ranges::sort(m_order);
    }

    void offer(std::size_t person, Date date, Instant midnight) {
        const auto& service = m_school.service;
        const auto& busy = m_busy[person];
        const std::chrono::weekday weekday{day_of(date)};
        for (const auto& hours : m_school.snapshot.people[person].hours) {
            if (hours.weekday != weekday) continue;
            Instant cursor = midnight + hours.from;
            const Instant latest = midnight + hours.to - service.duration;
            auto claim =
                std::ranges::lower_bound(busy, cursor - seconds{std::chrono::hours{2}}, {}, &TimeRange::from);
            while (cursor <= latest) {
                while (claim != busy.end() && claim->to <= cursor) ++claim;
                const Instant clear_until =
                    claim == busy.end() ? latest : claim->from - service.duration - service.buffer_after;
                take(person, midnight, cursor, std::min(latest, clear_until));
                if (claim == busy.end()) break;
                cursor = std::max(cursor, claim->to);
                ++claim;
            }
        }
    }

    void take(std::size_t person, Instant midnight, Instant from, Instant to) {
        for (auto start = (from - midnight + grid - seconds{1}) / grid; midnight + start * grid <= to; ++start) {
            auto& taker = m_taker[static_cast<std::size_t>(start)];
            if (taker < 0) taker = static_cast<int>(person);
        }
    }

    const School& m_school;
    std::vector<std::vector<TimeRange>> m_busy;
    std::vector<std::pair<std::ptrdiff_t, std::size_t>> m_order;
    std::array<int, 96> m_taker{};
};

void bench_free_times() {
    School school;
    fill(school);
    std::vector<FreeTime> by_sets;
    std::vector<FreeTime> by_sweep;
    Sweep sweep{school};
    const double sets = microseconds(300, [&] { by_sets = free_times(school.snapshot, school.query); });
    const double swept = microseconds(300, [&] { by_sweep = sweep.free_times(); });
    const Instant start = by_sets[by_sets.size() / 2].starts_at;
    const double one = microseconds(300, [&] {
        if (!check_start(school.snapshot, school.query, start)) std::puts("refused");
    });
    std::printf("free times, a month for %d staff, %zu starts: bit sets %.1f us, interval sweep %.1f us (%s)\n",
                staff_count, by_sets.size(), sets, swept, by_sets == by_sweep ? "equal" : "they differ");
    std::printf("check of one start, %d staff with a month of claims each: %.1f us\n", staff_count, one);
}

/// Fifty staff in twenty rooms, some of them for several, ten thousand appointments, and every rule there is.
void bench_every_rule() {
    School school;
    fill(school);
    auto& [service, snapshot, query] = school;
    service.needs_room = true;
    service.rooms.clear();
    std::mt19937 random{2};
    for (int number = 0; number < 20; ++number) {
        Calendar room{ResourceId{1000 + number}, {}, {}};
        room.capacity = 1 + number % 3;
        service.rooms.push_back(room.resource);
        snapshot.rooms.push_back(std::move(room));
    }
    for (auto& person : snapshot.people) {
        person.limits = {12, 50, hours{9}, hours{40}};
        person.leave.push_back({
            LeaveId{1},
            {world::at("2026-11-09 00:00"), world::at("2026-11-11 00:00")}
        });
        person.other_hours.push_back({query.from, {{hours{10}, hours{12}}}});
        while (person.busy.size() > 200) person.busy.pop_back();
        for (const TimeRange& busy : person.busy) {
            person.visits.push_back({busy.from, minutes{45}});
            snapshot.rooms[random() % snapshot.rooms.size()].busy.push_back(busy);
        }
        if (person.resource.value % 5 == 0)
            service.own_terms.push_back({PersonId{person.resource.value}, minutes{60}});
    }
    snapshot.opening = world::school_hours();
    snapshot.closures.push_back({ClosureId{1}, {}, "All Saints", query.from, query.from});
    snapshot.rules.cut_off = domain::CutOff{1, hours{18}};
    snapshot.client.emplace();
    std::size_t starts = 0;
    const double month_of_all = microseconds(100, [&] { starts = free_times(snapshot, query).size(); });
    std::printf(
        "free times, a month for %d staff in %zu rooms with every rule, 10000 appointments, %zu starts: %.1f us\n",
        staff_count, snapshot.rooms.size(), starts, month_of_all);
    const Instant refused = world::at("2026-11-10 10:00");
    std::size_t obstacles = 0;
    const double why =
        microseconds(100, [&] { obstacles = explain_start(snapshot, query, refused).obstacles.size(); });
    std::printf("why a start is not free, %zu obstacles: %.1f us\n", obstacles, why);
}

void bench_decide() {
    const policy::Actor actors[]{world::visitor(), world::actor(world::mara), world::actor(world::ana),
                                 world::actor(world::helena)};
    const policy::Subject subject = world::booking_of(world::luka, world::ana);
    constexpr int rounds = 10'000;
    std::size_t allowed = 0;
    const double all = microseconds(20, [&] {
        for (int round = 0; round < rounds; ++round)
            for (const auto& actor : actors)
                allowed += policy::decide(actor, static_cast<policy::Permission>(round % 32), subject) ? 1 : 0;
    });
    std::printf("one policy decision: %.1f ns (%zu allowed)\n", all * 1000 / (rounds * std::size(actors)), allowed);
}

}  // namespace

int main() {
    bench_free_times();
    bench_every_rule();
    bench_decide();
}
