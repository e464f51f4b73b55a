#include "scheduling/lifted.h"

#include "core/base/civil.h"
#include "core/domain/person.h"
#include "scheduling/minute_scan.h"

#include <algorithm>
#include <set>

namespace loggia::scheduling {
namespace {

Calendar* find(Case& made, ResourceId resource) {
    for (auto* calendars : {&made.snapshot.people, &made.snapshot.rooms, &made.snapshot.equipment})
        for (Calendar& calendar : *calendars)
            if (calendar.resource == resource) return &calendar;
    return nullptr;
}

void lift_rule_of_business(Case& made, const Obstacle& obstacle) {
    auto& rules = made.snapshot.rules;
    auto& service = made.service;
    switch (obstacle.rule) {
    case Refusal::too_soon:
        rules.minimum_notice = minutes{0};
        service.minimum_notice.reset();
        break;
    case Refusal::too_far:
        rules.horizon = days{1000};
        service.horizon.reset();
        break;
    case Refusal::cut_off:
        rules.cut_off.reset();
        service.cut_off.reset();
        break;
    case Refusal::off_grid: made.query.waived.add(Refusal::off_grid); break;
    case Refusal::client_open_limit: rules.client_limits.open_bookings.reset(); break;
    case Refusal::client_day_limit: rules.client_limits.bookings_a_day.reset(); break;
    case Refusal::client_week_limit: rules.client_limits.bookings_a_week.reset(); break;
    case Refusal::not_open: made.snapshot.opening.clear(); break;
    case Refusal::closure:
        std::erase_if(made.snapshot.closures, [&](const auto& closure) { return closure.id == obstacle.closure; });
        break;
    default: break;
    }
}

void lift_rule_of_resource(Calendar& calendar, const Obstacle& obstacle) {
    switch (obstacle.rule) {
    case Refusal::not_working:
        calendar.other_hours.clear();
        calendar.hours.clear();
        for (unsigned weekday = 0; weekday < 7; ++weekday)
            calendar.hours.push_back({std::chrono::weekday{weekday}, minutes{0}, hours{24}});
        break;
    case Refusal::on_leave:
        std::erase_if(calendar.leave, [&](const auto& leave) { return leave.id == obstacle.leave; });
        break;
    case Refusal::person_day_limit: calendar.limits.bookings_a_day.reset(); break;
    case Refusal::person_week_limit: calendar.limits.bookings_a_week.reset(); break;
    case Refusal::person_day_work: calendar.limits.work_a_day.reset(); break;
    case Refusal::person_week_work: calendar.limits.work_a_week.reset(); break;
    case Refusal::room_not_open: calendar.hours.clear(); break;
    case Refusal::person_busy:
    case Refusal::room_busy:
    case Refusal::equipment_busy:
        if (!obstacle.since) calendar.capacity = 100;
        std::erase_if(calendar.busy, [&](const TimeRange& busy) {
            return obstacle.since && busy.overlaps({*obstacle.since, *obstacle.until});
        });
        break;
    default: break;
    }
}

bool can_be_lifted(const Case& made, const Obstacle& obstacle, Instant start) {
    if (obstacle.rule == Refusal::past || obstacle.rule == Refusal::no_room) return false;
    if (obstacle.rule == Refusal::off_grid) return unix_seconds(start) % 300 == 0;
    Case copy = made;
    return !obstacle.resource || find(copy, *obstacle.resource) != nullptr;
}

std::vector<Obstacle> all_but(const std::vector<Obstacle>& obstacles, Refusal kept) {
    std::vector<Obstacle> others;
    std::ranges::copy_if(obstacles, std::back_inserter(others),
                         [&](const Obstacle& obstacle) { return obstacle.rule != kept; });
    return others;
}

bool can_start(const Case& made, Instant start) {
    return check_start(made.snapshot, made.asked(), start).has_value();
}

/// Once all that is named is lifted the start can be booked; while one of it stands it cannot.
std::string wrong_with(const Case& made, const std::vector<Obstacle>& obstacles, Instant start) {
    if (!std::ranges::all_of(obstacles, [&](const auto& each) { return can_be_lifted(made, each, start); }))
        return {};
    if (!can_start(without(made, obstacles), start)) return "more stands against it than is named";
    RefusalSet named;
    bool are_all_waived = true;
    for (const Obstacle& obstacle : obstacles) {
        if (can_start(without(made, all_but(obstacles, obstacle.rule)), start))
            return std::string{name_of(obstacle.rule)} + " is named and does not stand against it";
        named.add(obstacle.rule);
        are_all_waived = are_all_waived && may_be_waived(obstacle.rule);
    }
    Case waiving = made;
    for (int number = 0; number < refusal_count; ++number) {
        const auto refusal = static_cast<Refusal>(number);
        if (named.has(refusal)) waiving.query.waived.add(refusal);
    }
    if (are_all_waived && !can_start(waiving, start)) return "waiving what is named is not enough";
    return {};
}

}  // namespace

Case without(Case made, const std::vector<Obstacle>& obstacles) {
    for (const Obstacle& obstacle : obstacles) {
        lift_rule_of_business(made, obstacle);
        if (obstacle.resource) lift_rule_of_resource(*find(made, *obstacle.resource), obstacle);
    }
    return made;
}

Case asking_for(Case made, PersonId person) {
    made.query.person = person;
    return made;
}

std::string unexplained_start(const Case& made, const Choose& choose) {
    for (int tries = 0; tries < 12; ++tries) {
        const Instant start = some_moment(made, choose);
        const std::string when = to_text(made.snapshot.zone->date_at(start)) + ' ' +
                                 clock_text(made.snapshot.zone->to_civil(start)) + ": ";
        const auto explanation = explain_start(made.snapshot, made.asked(), start);
        const auto looked = scan_start(made.snapshot, made.asked(), start);
        const auto refusal = main_refusal(explanation);
        if (looked ? refusal.has_value() : refusal != looked.error()) return when + "another refusal than the scan's";
        for (const PersonId performer : explanation.performers) {
            const auto obstacles = in_the_way_of(explanation, performer);
            const std::string wrong = wrong_with(asking_for(made, performer), obstacles, start);
            if (!wrong.empty()) return when + wrong;
        }
    }
    return {};
}

}  // namespace loggia::scheduling
