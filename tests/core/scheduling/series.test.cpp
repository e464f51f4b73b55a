#include "core/scheduling/series.h"

#include "core/base/civil.h"
#include "core/scheduling/recurrence_text.h"
#include "support/world.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

using namespace loggia;
using namespace loggia::scheduling;

namespace {

const auto piano = world::piano_lesson();  // Ana or Clara, 45 minutes, one of two rooms

Calendar& calendar_of(std::vector<Calendar>& calendars, ResourceId resource) {
    return *std::ranges::find(calendars, resource, &Calendar::resource);
}

void take(Snapshot& snapshot, PersonId person, std::string_view from, int length = 45) {
    calendar_of(snapshot.people, domain::resource_of(person))
        .busy.push_back({world::at(from), world::at(from) + minutes{length}});
}

/// Tuesdays at ten, from 27 October 2026 on.
std::vector<Instant> tuesdays(int count) {
    const Recurrence weekly{.count = count};
    return instants_of(occurrences(weekly, world::wall_time("2026-10-27 10:00")).times, world::zone());
}

SeriesPlan plan(const Snapshot& snapshot, const std::vector<Instant>& starts, SeriesQuery query = {}) {
    if (query.service == nullptr) query.service = &piano;
    query.now = world::now();
    return plan_series(snapshot, query, starts);
}

/// "27 10:00 Ana"
std::string text(const FreeTime& time) {
    const Zone& zone = world::zone();
    const std::string& name = world::person(time.person).name;
    return short_date_text(zone.date_at(time.starts_at)) + ' ' + clock_text(zone.to_civil(time.starts_at)) + ' ' +
           name.substr(0, name.find(' '));
}

std::vector<std::string> text(const std::vector<FreeTime>& times) {
    std::vector<std::string> all;
    for (const FreeTime& time : times) all.push_back(text(time));
    return all;
}

std::vector<std::string> proposed(const SeriesPlan& plan) {
    std::vector<std::string> all;
    for (const PlannedVisit& visit : plan.visits) all.push_back(visit.proposed ? text(*visit.proposed) : "nothing");
    return all;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a series of which every visit is possible is proposed as it was asked for, with one person and a room") {
    const auto found = plan(world::snapshot(), tuesdays(4));
    CHECK(found.person == world::ana);
    CHECK(proposed(found) ==
          Texts{"Tue 27 Oct 10:00 Ana", "Tue 3 Nov 10:00 Ana", "Tue 10 Nov 10:00 Ana", "Tue 17 Nov 10:00 Ana"});
    for (const PlannedVisit& visit : found.visits) {
        CHECK(visit.is_possible());
        CHECK(visit.proposed->room == world::room_1);
        CHECK(visit.alternatives.empty());
        CHECK(visit.explanation.obstacles.empty());
    }
}

TEST_CASE("one conflicting occurrence of a recurring series is told from the rest, with why and what else there is") {
    auto snapshot = world::snapshot();
    take(snapshot, world::ana, "2026-11-03 10:15", 30);
    const auto found = plan(snapshot, tuesdays(3), {.person = world::ana});
    CHECK(proposed(found) == Texts{"Tue 27 Oct 10:00 Ana", "Tue 3 Nov 09:30 Ana", "Tue 10 Nov 10:00 Ana"});
    const PlannedVisit& taken = found.visits[1];
    CHECK(taken.refusal == Refusal::person_busy);
    REQUIRE(taken.explanation.obstacles.size() == 1);
    CHECK(taken.explanation.obstacles[0].since == world::at("2026-11-03 10:15"));
    CHECK(text(taken.alternatives) == Texts{"Tue 3 Nov 09:30 Ana", "Tue 3 Nov 09:15 Ana", "Tue 3 Nov 10:45 Ana"});
}

TEST_CASE("alternatives are on the same day, nearest first and ties to the earlier, then on the days around it") {
    auto snapshot = world::snapshot();
    take(snapshot, world::ana, "2026-11-03 09:45", 75);  // leaves 9:00 on, and 11:00 and 11:15 before noon
    SECTION("of the same day") {
        const auto found = plan(snapshot, {world::at("2026-11-03 10:00")}, {.person = world::ana, .alternatives = 6});
        CHECK(text(found.visits[0].alternatives) == Texts{"Tue 3 Nov 09:00 Ana", "Tue 3 Nov 11:00 Ana",
                                                          "Tue 3 Nov 11:15 Ana", "Tue 3 Nov 13:00 Ana",
                                                          "Tue 3 Nov 13:15 Ana", "Tue 3 Nov 13:30 Ana"});
    }
    SECTION("of the days around it") {
        take(snapshot, world::ana, "2026-11-03 09:00", 600);
        const auto found = plan(snapshot, {world::at("2026-11-03 10:00")}, {.person = world::ana, .alternatives = 4});
        CHECK(text(found.visits[0].alternatives) ==
              Texts{"Mon 2 Nov 10:00 Ana", "Wed 4 Nov 10:00 Ana", "Mon 2 Nov 09:45 Ana", "Mon 2 Nov 10:15 Ana"});
    }
    SECTION("none later than a week away") {
        for (auto& person : snapshot.people)
            person.leave.push_back({
                LeaveId{1},
                {world::at("2026-10-27 00:00"), world::at("2026-11-11 00:00")}
            });
        const auto found = plan(snapshot, {world::at("2026-11-03 10:00")}, {.person = world::ana});
        CHECK(found.visits[0].refusal == Refusal::on_leave);
        CHECK(found.visits[0].alternatives.empty());
        CHECK_FALSE(found.visits[0].proposed);
    }
    SECTION("none where none are wanted") {
        const auto found = plan(snapshot, {world::at("2026-11-03 10:00")}, {.person = world::ana, .alternatives = 0});
        CHECK(found.visits[0].alternatives.empty());
        CHECK_FALSE(found.visits[0].proposed);
    }
}

TEST_CASE("of any staff the series keeps the one who is free at all of it, though another is free at the first") {
    auto snapshot = world::snapshot();
    take(snapshot, world::ana, "2026-11-10 10:00");
    const auto found = plan(snapshot, tuesdays(3));
    CHECK(found.person == world::clara);
    CHECK(proposed(found) == Texts{"Tue 27 Oct 10:00 Clara", "Tue 3 Nov 10:00 Clara", "Tue 10 Nov 10:00 Clara"});
}

TEST_CASE("where nobody is free at all of it the series keeps who is free at most, and another serves the rest") {
    auto snapshot = world::snapshot();
    take(snapshot, world::ana, "2026-10-27 10:00");
    take(snapshot, world::ana, "2026-11-10 10:00");
    take(snapshot, world::clara, "2026-11-03 10:00");
    const auto found = plan(snapshot, tuesdays(3));
    CHECK(found.person == world::clara);
    CHECK(proposed(found) == Texts{"Tue 27 Oct 10:00 Clara", "Tue 3 Nov 10:00 Ana", "Tue 10 Nov 10:00 Clara"});
    for (const PlannedVisit& visit : found.visits) CHECK(visit.is_possible());
}

TEST_CASE("of several who are free at all of it the series keeps the one with the fewest claims on its days") {
    auto snapshot = world::snapshot();
    take(snapshot, world::ana, "2026-11-03 16:00");
    CHECK(plan(snapshot, tuesdays(3)).person == world::clara);
    take(snapshot, world::clara, "2026-11-10 16:00");
    CHECK(plan(snapshot, tuesdays(3)).person == world::ana);
    take(snapshot, world::clara, "2026-11-11 16:00");  // no day of the series
    take(snapshot, world::ana, "2026-11-10 17:00");
    CHECK(plan(snapshot, tuesdays(3)).person == world::clara);
}

TEST_CASE("an alternative is with the person of the series where they are free, otherwise with another") {
    auto snapshot = world::snapshot();
    for (const PersonId person : {world::ana, world::clara}) take(snapshot, person, "2026-11-03 10:00");
    take(snapshot, world::ana, "2026-11-03 09:00", 60);
    const auto found = plan(snapshot, tuesdays(3));
    CHECK(found.person == world::clara);
    const auto& alternatives = found.visits[1].alternatives;
    CHECK(text(alternatives) == Texts{"Tue 3 Nov 09:15 Clara", "Tue 3 Nov 10:45 Clara", "Tue 3 Nov 09:00 Clara"});
    take(snapshot, world::clara, "2026-11-03 10:45");
    take(snapshot, world::ana, "2026-10-27 16:00");
    const auto with_another = plan(snapshot, tuesdays(3), {.alternatives = 2});
    CHECK(with_another.person == world::clara);
    CHECK(text(with_another.visits[1].alternatives) == Texts{"Tue 3 Nov 09:15 Clara", "Tue 3 Nov 10:45 Ana"});
}

TEST_CASE("nobody else serves what is asked of one person, and who does not perform the service serves none of it") {
    auto snapshot = world::snapshot();
    take(snapshot, world::ana, "2026-10-27 10:00");
    CHECK(plan(snapshot, tuesdays(1), {.person = world::ana}).visits[0].proposed->person == world::ana);
    const auto found = plan(snapshot, tuesdays(2), {.person = world::ben});
    for (const PlannedVisit& visit : found.visits) {
        CHECK(visit.refusal == Refusal::does_not_perform);
        CHECK_FALSE(visit.proposed);
    }
}

TEST_CASE("visits of a series do not take from each other what they need") {
    const std::vector<Instant> starts{world::at("2026-10-27 10:00"), world::at("2026-10-27 10:30"),
                                      world::at("2026-10-27 11:00")};
    SECTION("the person") {
        const auto found = plan(world::snapshot(), starts, {.person = world::ana});
        CHECK(found.visits[0].is_possible());
        CHECK(found.visits[1].refusal == Refusal::person_busy);
        CHECK(found.visits[2].is_possible());  // is not given up for the alternative of the second
        CHECK(proposed(found) == Texts{"Tue 27 Oct 10:00 Ana", "Tue 27 Oct 09:15 Ana", "Tue 27 Oct 11:00 Ana"});
    }
    SECTION("another person and room where there are some") {
        const auto found = plan(world::snapshot(), starts);
        for (const PlannedVisit& visit : found.visits) CHECK(visit.is_possible());
        CHECK(found.visits[1].proposed->person != found.visits[0].proposed->person);
        CHECK(found.visits[1].proposed->room == world::room_2);
    }
    SECTION("the room") {
        auto lesson = piano;
        lesson.rooms = {world::room_1};
        const auto found = plan(world::snapshot(), starts, {.service = &lesson});
        CHECK(found.visits[1].refusal == Refusal::room_busy);
    }
    SECTION("the equipment") {
        auto lesson = piano;
        lesson.equipment = {
            {ResourceId{301}, 2}
        };
        auto snapshot = world::snapshot();
        snapshot.equipment.push_back({.resource = ResourceId{301}, .hours = {}, .busy = {}, .capacity = 3});
        CHECK(plan(snapshot, starts, {.service = &lesson}).visits[1].refusal == Refusal::equipment_busy);
        snapshot.equipment.back().capacity = 4;
        CHECK(plan(snapshot, starts, {.service = &lesson}).visits[1].is_possible());
    }
}

TEST_CASE("limits count what the series itself adds") {
    const std::vector<Instant> days_of_a_week{world::at("2026-10-26 10:00"), world::at("2026-10-27 10:00"),
                                              world::at("2026-10-28 10:00"), world::at("2026-11-02 10:00")};
    auto snapshot = world::snapshot();
    snapshot.client.emplace();
    const auto refusals = [&](const SeriesQuery& query = {}) {
        std::vector<std::optional<Refusal>> all;
        for (const PlannedVisit& visit : plan(snapshot, days_of_a_week, query).visits) all.push_back(visit.refusal);
        return all;
    };
    using Refusals = std::vector<std::optional<Refusal>>;
    SECTION("of the client, in a week") {
        snapshot.rules.client_limits.bookings_a_week = 2;
        CHECK(refusals() == Refusals{{}, {}, Refusal::client_week_limit, {}});
        snapshot.client->push_back({world::at("2026-11-04 09:00"), minutes{30}});
        snapshot.client->push_back({world::at("2026-11-05 09:00"), minutes{30}});
        CHECK(refusals() == Refusals{{}, {}, Refusal::client_week_limit, Refusal::client_week_limit});
        CHECK(refusals({.waived = {Refusal::client_week_limit}}) == Refusals{{}, {}, {}, {}});
    }
    SECTION("of the client, open ones") {
        snapshot.rules.client_limits.open_bookings = 3;
        CHECK(refusals() == Refusals{{}, {}, {}, Refusal::client_open_limit});
    }
    SECTION("of a person, so that another serves the rest") {
        calendar_of(snapshot.people, domain::resource_of(world::ana)).limits.bookings_a_week = 1;
        calendar_of(snapshot.people, domain::resource_of(world::clara)).limits.work_a_week = minutes{89};
        CHECK(refusals() == Refusals{{}, {}, Refusal::person_week_work, {}});
        CHECK(refusals({.person = world::clara}) ==
              Refusals{{}, Refusal::person_week_work, Refusal::person_week_work, {}});
    }
    SECTION("alternatives too: there is room for one more visit in the week, and two are looking for it") {
        snapshot.rules.client_limits.bookings_a_week = 3;
        for (auto& calendar : snapshot.people)
            for (const char* day : {"2026-10-26 09:00", "2026-10-27 09:00"})
                calendar.busy.push_back({world::at(day), world::at(day) + hours{9}});
        const std::vector<Instant> starts{world::at("2026-10-26 10:00"), world::at("2026-10-27 10:00"),
                                          world::at("2026-10-28 10:00"), world::at("2026-10-29 10:00")};
        const auto found = plan(snapshot, starts);
        CHECK(text(*found.visits[0].proposed).starts_with("Sat 24 Oct"));
        CHECK(text(*found.visits[1].proposed).starts_with("Wed 28 Oct"));
    }
}

TEST_CASE("what lies beyond the horizon is refused, and by staff who may be waived") {
    const auto found = plan(world::snapshot(), tuesdays(20));
    for (const PlannedVisit& visit : found.visits)
        CHECK(visit.refusal ==
              (visit.starts_at < world::at("2026-12-21 00:00") ? std::nullopt : std::optional{Refusal::too_far}));
    for (const PlannedVisit& visit : plan(world::snapshot(), tuesdays(20), {.waived = {Refusal::too_far}}).visits)
        CHECK(visit.is_possible());
}

TEST_CASE("what has passed is refused, and a series of nothing is nothing") {
    const auto found = plan(world::snapshot(), {world::at("2026-10-20 10:00"), world::at("2026-10-27 10:00")});
    CHECK(found.visits[0].refusal == Refusal::past);
    CHECK(found.visits[1].is_possible());
    CHECK(plan(world::snapshot(), {}).visits.empty());
}

TEST_CASE("a weekly lesson is planned at its time on the wall over the change of clocks") {
    auto snapshot = world::snapshot();
    for (auto& person : snapshot.people) person.hours.push_back({std::chrono::Sunday, minutes{0}, hours{24}});
    const Recurrence weekly{.count = 3};
    const auto starts = instants_of(occurrences(weekly, world::wall_time("2026-10-22 10:00")).times, world::zone());
    CHECK(proposed(plan(snapshot, starts)) ==
          Texts{"Thu 22 Oct 10:00 Ana", "Thu 29 Oct 10:00 Ana", "Thu 5 Nov 10:00 Ana"});
    // At night: of the hour that is shown twice the first.
    const auto nights = instants_of(std::vector{world::wall_time("2026-10-25 02:30")}, world::zone());
    const auto found = plan(snapshot, nights);
    REQUIRE(found.visits[0].is_possible());
    CHECK(found.visits[0].proposed->starts_at == instant_of(1'792'888'200));  // 00:30 UTC
}
