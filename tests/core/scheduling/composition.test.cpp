#include "core/domain/person.h"
#include "scheduling/lifted.h"
#include "scheduling/minute_scan.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>

using namespace loggia;
using namespace loggia::scheduling;

namespace {

/// Books as the storage does: claims for whoever and whatever serves, and what limits count.
void book(Case& made, const FreeTime& time) {
    const auto terms = domain::terms_of(made.service, time.person);
    const auto cells = claimed_cells(terms, time.starts_at);
    const TimeRange claim{instant_of(cells.from * 300), instant_of(cells.to * 300)};
    const Visit visit{time.starts_at, terms.duration};
    const auto take = [&](std::vector<Calendar>& calendars, ResourceId resource, int units) -> Calendar& {
        auto& calendar = *std::ranges::find(calendars, resource, &Calendar::resource);
        calendar.busy.insert(calendar.busy.end(), static_cast<std::size_t>(units), claim);
        return calendar;
    };
    take(made.snapshot.people, domain::resource_of(time.person), 1).visits.push_back(visit);
    if (time.room) take(made.snapshot.rooms, *time.room, 1);
    for (const auto& need : made.service.equipment) take(made.snapshot.equipment, need.resource, need.units);
    if (made.snapshot.client) made.snapshot.client->push_back(visit);
}

/// The most units of it that are taken at any moment.
int most_taken(const Calendar& calendar) {
    std::map<Instant, int> steps;
    for (const TimeRange& busy : calendar.busy) {
        ++steps[busy.from];
        --steps[busy.to];
    }
    int most = 0;
    int taken = 0;
    for (const auto& [moment, step] : steps) most = std::max(most, taken += step);
    return most;
}

/// Books times of the listing, one after another, until there is none or many are booked. Empty if all is well.
std::string wrong_after_booking(Case made, const Choose& choose) {
    for (int booked = 0; booked < 12; ++booked) {
        const auto listed = free_times(made.snapshot, made.asked());
        if (listed.empty()) return {};
        const FreeTime time = listed[static_cast<std::size_t>(choose(0, static_cast<int>(listed.size()) - 1))];
        if (check_start(made.snapshot, made.asked(), time.starts_at) != time) return "listed but not bookable";
        book(made, time);
        for (const auto* calendars : {&made.snapshot.people, &made.snapshot.rooms, &made.snapshot.equipment})
            for (const Calendar& calendar : *calendars)
                if (most_taken(calendar) > calendar.capacity) return "over capacity";
        const Case alone = asking_for(made, time.person);
        if (check_start(alone.snapshot, alone.asked(), time.starts_at)) return "somebody is booked twice";
    }
    return {};
}

void check_together(Features features, unsigned seed) {
    const Choose choose = numbers_from(seed);
    Case made = make_case(choose, features);
    made.query.from = made.query.to;
    const std::string difference = disagreement(made, choose);
    if (!difference.empty()) FAIL(difference);
    const std::string unexplained = unexplained_start(made, choose);
    if (!unexplained.empty()) FAIL(unexplained);
    features.remove(Feature::claims);  // made-up claims may be over capacity from the start
    const Case empty = make_case(numbers_from(seed), features);
    const std::string wrong = wrong_after_booking(empty, choose);
    if (!wrong.empty()) FAIL(wrong);
}

}  // namespace

TEST_CASE("any two rules together: listed is bookable and nothing else, capacity is kept, refusals are explained") {
    for (int first = 0; first < feature_count; ++first)
        for (int second = first + 1; second < feature_count; ++second) {
            const auto one = static_cast<Feature>(first);
            const auto other = static_cast<Feature>(second);
            CAPTURE(name_of(one), name_of(other));
            check_together({one, other}, static_cast<unsigned>(first * feature_count + second));
        }
}

TEST_CASE("any three rules together: listed is bookable and nothing else, capacity is kept, refusals are explained") {
    const Choose choose = numbers_from(2037);
    const auto any = [&] { return static_cast<Feature>(choose(0, feature_count - 1)); };
    for (unsigned round = 0; round < 150; ++round) {
        const Feature one = any();
        const Feature other = any();
        const Feature third = any();
        CAPTURE(round, name_of(one), name_of(other), name_of(third));
        check_together({one, other, third}, 5000 + round);
    }
}
