#include "core/scheduling/cover.h"

#include "support/world.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <vector>

using namespace loggia;
using namespace loggia::scheduling;

namespace {

const auto piano = world::piano_lesson();
const Instant ten = world::at("2026-10-27 10:00");

TimeRange claimed(const domain::Service& service, Instant starts_at) {
    const CellRange cells = claimed_cells(service, starts_at);
    return {instant_of(cells.from * 300), instant_of(cells.to * 300)};
}

OpenVisit visit(std::int64_t id, const domain::Service& service, ResourceId room, Instant starts_at) {
    return {BookingId{id}, &service, starts_at, {{room}}, claimed(service, starts_at)};
}

/// A snapshot in which the visits take their rooms and the time of the absent.
Snapshot with(const std::vector<OpenVisit>& visits, PersonId absent) {
    auto snapshot = world::snapshot();
    snapshot.rules.horizon = days{365};
    for (const auto& visit : visits) {
        for (auto& person : snapshot.people)
            if (person.resource == domain::resource_of(absent))
                person.busy.push_back(claimed(*visit.service, visit.starts_at));
        for (auto& room : snapshot.rooms)
            if (visit.things.front().resource == room.resource) room.busy.push_back(visit.claimed);
    }
    return snapshot;
}

void make_busy(Snapshot& snapshot, PersonId person, TimeRange range) {
    for (auto& calendar : snapshot.people)
        if (calendar.resource == domain::resource_of(person)) calendar.busy.push_back(range);
}

}  // namespace

TEST_CASE("a visit goes to a colleague who performs the service and is free, in the room it has") {
    const std::vector<OpenVisit> visits{visit(1, piano, world::room_1, ten)};
    const auto covers = plan_cover(with(visits, world::ana), world::ana, visits, world::now());
    REQUIRE(covers.size() == 1);
    CHECK(covers[0].colleagues == std::vector{world::clara});
    CHECK(covers[0].proposed == world::clara);
}

TEST_CASE("nobody is proposed who is busy, away or does not perform the service") {
    const std::vector<OpenVisit> visits{visit(1, piano, world::room_1, ten),
                                        visit(2, piano, world::room_1, world::at("2026-10-27 12:15"))};
    auto snapshot = with(visits, world::ana);
    make_busy(snapshot, world::clara, {ten + minutes{30}, ten + minutes{40}});
    for (const auto& cover : plan_cover(snapshot, world::ana, visits, world::now())) {
        CHECK(cover.colleagues.empty());
        CHECK_FALSE(cover.proposed);
    }
}

TEST_CASE("two visits at one time are not both given to the one colleague who is free") {
    const std::vector<OpenVisit> visits{visit(1, piano, world::room_1, ten),
                                        visit(2, piano, world::room_2, ten + minutes{30})};
    const auto covers = plan_cover(with(visits, world::ana), world::ana, visits, world::now());
    CHECK(covers[0].proposed == world::clara);
    CHECK(covers[1].colleagues == std::vector{world::clara});
    CHECK_FALSE(covers[1].proposed);
}

TEST_CASE("visits are shared out among those who are free") {
    auto lesson = piano;
    lesson.performers = {world::ana, world::ben, world::clara};
    std::vector<OpenVisit> visits;
    for (int i = 0; i < 4; ++i) visits.push_back(visit(i + 1, lesson, world::room_1, ten + hours{4} + i * hours{1}));
    std::map<PersonId, int> given;
    for (const auto& cover : plan_cover(with(visits, world::ana), world::ana, visits, world::now()))
        if (cover.proposed) ++given[*cover.proposed];
    CHECK(given[world::ben] == 2);
    CHECK(given[world::clara] == 2);
}

TEST_CASE("all that is proposed can be done together, whatever is booked") {
    std::mt19937 random{20261122};
    const auto any = [&](int to) { return static_cast<int>(random() % static_cast<unsigned>(to)); };
    for (int round = 0; round < 200; ++round) {
        auto lesson = piano;
        lesson.performers = {world::ana, world::ben, world::clara};
        std::vector<OpenVisit> visits;
        Instant start = world::at("2026-10-27 09:00");
        while (visits.size() < 6) {
            visits.push_back(visit(static_cast<std::int64_t>(visits.size()) + 1, lesson,
                                   any(2) == 0 ? world::room_1 : world::room_2, start));
            start += hours{1} + any(4) * minutes{15};
        }
        auto snapshot = with(visits, world::ana);
        for (const PersonId person : {world::ben, world::clara})
            for (int i = any(4); i > 0; --i) {
                const Instant from = world::at("2026-10-27 09:00") + any(32) * minutes{15};
                make_busy(snapshot, person, {from, from + minutes{30}});
            }
        std::map<PersonId, std::vector<TimeRange>> taken;
        for (const auto& calendar : snapshot.people) taken[PersonId{calendar.resource.value}] = calendar.busy;
        const auto covers = plan_cover(snapshot, world::ana, visits, world::now());
        for (std::size_t i = 0; i < covers.size(); ++i) {
            if (!covers[i].proposed) continue;
            CHECK(covers[i].proposed != world::ana);
            CHECK(std::ranges::find(covers[i].colleagues, *covers[i].proposed) != covers[i].colleagues.end());
            const TimeRange own = claimed(lesson, visits[i].starts_at);
            for (const TimeRange& other : taken[*covers[i].proposed])
                CHECK_FALSE((own.from < other.to && other.from < own.to));
            taken[*covers[i].proposed].push_back(own);
        }
    }
}
