#include "core/base/civil.h"
#include "core/domain/person.h"
#include "core/scheduling/period.h"
#include "core/scheduling/series.h"
#include "scheduling/made_case.h"
#include "scheduling/minute_scan.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace loggia;
using namespace loggia::scheduling;

// Whatever the business: a plan of a series says what booking its visits one by one would say, and all that it
// proposes can be booked together. What is booked is added to the snapshot here once more and by other means.

namespace {

void take(std::vector<Calendar>& calendars, ResourceId resource, int units, TimeRange claimed) {
    for (Calendar& calendar : calendars)
        if (calendar.resource == resource)
            for (int unit = 0; unit < units; ++unit) calendar.busy.push_back(claimed);
}

void book(Case& made, const FreeTime& time) {
    const auto terms = domain::terms_of(made.service, time.person);
    const CellRange cells = claimed_cells(terms, time.starts_at);
    const TimeRange claimed{instant_of(cells.from * 300), instant_of(cells.to * 300)};
    const Visit visit{time.starts_at, terms.duration};
    for (Calendar& person : made.snapshot.people)
        if (person.resource == domain::resource_of(time.person)) {
            person.busy.push_back(claimed);
            person.visits.push_back(visit);
        }
    if (time.room) take(made.snapshot.rooms, *time.room, 1, claimed);
    for (const auto& need : made.service.equipment) take(made.snapshot.equipment, need.resource, need.units, claimed);
    if (made.snapshot.client) made.snapshot.client->push_back(visit);
}

/// By the scan of every minute, which shares nothing with the rules: with exactly this person and room.
bool can_book(Case made, const FreeTime& time) {
    if (time.room) made.service.rooms = {*time.room};
    made.query.person = time.person;
    const auto scanned = scan_start(made.snapshot, made.asked(), time.starts_at);
    return scanned && scanned->room == time.room;
}

std::vector<Instant> some_starts(const Case& made, const Choose& choose) {
    std::vector<Instant> starts;
    for (int count = choose(1, 6); count > 0; --count) starts.push_back(some_moment(made, choose));
    // On the grid more often than chance would have it.
    const auto free = free_times(made.snapshot, made.asked());
    if (!free.empty())
        for (int count = choose(1, 4); count > 0; --count)
            starts.push_back(free[static_cast<std::size_t>(choose(0, static_cast<int>(free.size()) - 1))].starts_at);
    std::ranges::sort(starts);
    const auto [repeated, end] = std::ranges::unique(starts);
    starts.erase(repeated, end);
    return starts;
}

struct Planned {
    Case made;
    std::vector<Instant> starts;
    SeriesPlan plan;
};

Planned planned(unsigned seed) {
    const Choose choose = numbers_from(seed);
    Planned it{make_case(choose, some_features(choose)), {}, {}};
    if (choose(0, 2) > 0) it.made.snapshot.rules.horizon = days{60};
    it.starts = some_starts(it.made, choose);
    it.plan = plan_series(it.made.snapshot,
                          {.service = &it.made.service,
                           .person = it.made.query.person,
                           .now = it.made.query.now,
                           .waived = it.made.query.waived,
                           .alternatives = choose(0, 4)},
                          it.starts);
    return it;
}

constexpr unsigned rounds = 400;

}  // namespace

TEST_CASE("a plan says of each visit what a check says once those before it are booked") {
    std::size_t possible = 0;
    std::size_t refused = 0;
    for (unsigned seed = 1; seed <= rounds; ++seed) {
        CAPTURE(seed);
        auto [made, starts, plan] = planned(seed);
        REQUIRE(plan.visits.size() == starts.size());
        for (std::size_t i = 0; i < starts.size(); ++i) {
            CAPTURE(i);
            const PlannedVisit& visit = plan.visits[i];
            const auto expected = scan_start(made.snapshot, made.asked(), starts[i]);
            CHECK(visit.starts_at == starts[i]);
            REQUIRE(visit.is_possible() == expected.has_value());
            if (!expected) {
                ++refused;
                CHECK(visit.refusal == expected.error());
                CHECK(main_refusal(visit.explanation) == expected.error());
                continue;
            }
            ++possible;
            REQUIRE(visit.proposed);
            CHECK(visit.proposed->starts_at == starts[i]);
            CHECK(visit.alternatives.empty());
            CHECK(can_book(made, *visit.proposed));
            // With the person who is kept, wherever they can.
            auto kept = made.asked();
            kept.person = plan.person;
            if (plan.person && scan_start(made.snapshot, kept, starts[i]))
                CHECK(visit.proposed->person == plan.person);
            book(made, *visit.proposed);
        }
    }
    CHECK(possible > 300);
    CHECK(refused > 500);
}

TEST_CASE("all that a plan proposes can be booked together, and any alternative in place of what is proposed") {
    std::size_t alternatives = 0;
    for (unsigned seed = 1; seed <= rounds; ++seed) {
        CAPTURE(seed);
        const auto [made, starts, plan] = planned(seed);
        for (std::size_t i = 0; i < starts.size(); ++i) {
            const PlannedVisit& visit = plan.visits[i];
            if (!visit.proposed) {
                CHECK(visit.alternatives.empty());
                continue;
            }
            CAPTURE(i);
            Case others = made;
            for (const PlannedVisit& other : plan.visits)
                if (&other != &visit && other.proposed) book(others, *other.proposed);
            CHECK(can_book(others, *visit.proposed));
            for (const FreeTime& alternative : visit.alternatives) CHECK(can_book(others, alternative));
            if (visit.is_possible()) continue;
            REQUIRE_FALSE(visit.alternatives.empty());
            CHECK(visit.alternatives.front() == visit.proposed);
            alternatives += visit.alternatives.size();
        }
    }
    CHECK(alternatives > 500);
}

TEST_CASE("alternatives are the nearest of all times that can be booked besides what is proposed") {
    std::size_t compared = 0;
    for (unsigned seed = 1; seed <= rounds / 4; ++seed) {
        CAPTURE(seed);
        const auto [made, starts, plan] = planned(seed);
        const Zone& zone = *made.snapshot.zone;
        for (const PlannedVisit& visit : plan.visits) {
            if (visit.alternatives.empty()) continue;
            Case others = made;
            for (const PlannedVisit& other : plan.visits)
                if (&other != &visit && other.proposed) book(others, *other.proposed);
            const auto far = [&](Instant start) {
                const auto clock = [&](Instant at) {
                    return zone.to_civil(at) - std::chrono::floor<days>(zone.to_civil(at));
                };
                return std::tuple{std::abs(days_between(zone.date_at(visit.starts_at), zone.date_at(start))),
                                  std::chrono::abs(clock(start) - clock(visit.starts_at)), start};
            };
            auto question = others.asked();
            question.from = plus_days(zone.date_at(visit.starts_at), -7);
            question.to = plus_days(zone.date_at(visit.starts_at), 7);
            auto all = free_times(others.snapshot, question);
            std::ranges::sort(all, {}, [&](const FreeTime& time) { return far(time.starts_at); });
            REQUIRE(all.size() >= visit.alternatives.size());
            for (std::size_t i = 0; i < visit.alternatives.size(); ++i)
                CHECK(visit.alternatives[i].starts_at == all[i].starts_at);
            ++compared;
        }
    }
    CHECK(compared > 50);
}
