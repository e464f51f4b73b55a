#include "scheduling/minute_scan.h"

#include "core/base/civil.h"
#include "core/domain/person.h"

#include <algorithm>
#include <string>

namespace loggia::scheduling {
namespace {

constexpr std::int64_t five_minutes = 300;

std::int64_t down(Instant moment) { return unix_seconds(moment) / five_minutes * five_minutes; }
std::int64_t up(Instant moment) { return down(moment + seconds{five_minutes - 1}); }

bool is_empty(const TimeRange& busy) { return busy.from >= busy.to; }

bool is_working(const Zone& zone, const Calendar& calendar, Instant moment) {
    const Date date = zone.date_at(moment);
    for (const auto& stretch : calendar.hours) {
        if (std::chrono::weekday{day_of(date)} != stretch.weekday) continue;
        const minutes from{(stretch.from.count() + 4) / 5 * 5};
        const minutes to{stretch.to.count() / 5 * 5};
        if (moment >= zone.to_instant(day_of(date) + from) && moment < zone.to_instant(day_of(date) + to))
            return true;
    }
    return false;
}

/// Hours begin and end on five minutes, so looking every five and at the last minute misses nothing.
bool works_throughout(const Zone& zone, const Calendar& calendar, const domain::Service& service, Instant start) {
    const auto works_at = [&](Instant moment) {
        return zone.date_at(moment) == zone.date_at(start) && is_working(zone, calendar, moment);
    };
    for (minutes passed{0}; passed < service.duration; passed += minutes{5})
        if (!works_at(start + passed)) return false;
    return works_at(start + service.duration - minutes{1});
}

bool is_taken(const Calendar& calendar, const domain::Service& service, Instant start) {
    const std::int64_t from = down(start - service.buffer_before);
    const std::int64_t to = up(start + service.duration + service.buffer_after);
    for (const TimeRange& busy : calendar.busy)
        for (std::int64_t minute = from; minute < to; minute += 60)
            if (!is_empty(busy) && minute >= down(busy.from) && minute < up(busy.to)) return true;
    return false;
}

bool is_second_showing(const Zone& zone, Instant moment) {
    for (minutes earlier{5}; earlier <= hours{3}; earlier += minutes{5})
        if (zone.to_civil(moment - earlier) == zone.to_civil(moment)) return true;
    return false;
}

std::size_t claims_on(const Zone& zone, const Calendar& calendar, Date date) {
    const TimeRange day = zone.day(date);
    return static_cast<std::size_t>(std::ranges::count_if(
        calendar.busy, [&](const TimeRange& busy) { return !is_empty(busy) && busy.overlaps(day); }));
}

const Calendar* calendar_of(const std::vector<Calendar>& calendars, ResourceId resource) {
    for (const Calendar& calendar : calendars)
        if (calendar.resource == resource) return &calendar;
    return nullptr;
}

}  // namespace

std::expected<FreeTime, Refusal> scan_start(const Snapshot& snapshot, const FreeTimesQuery& query,
                                            Instant starts_at) {
    const Zone& zone = *snapshot.zone;
    const domain::Service& service = *query.service;
    const Date date = zone.date_at(starts_at);
    if (starts_at < query.now + snapshot.rules.minimum_notice) return std::unexpected(Refusal::too_soon);
    if (day_of(date) > day_of(zone.date_at(query.now)) + snapshot.rules.horizon)
        return std::unexpected(Refusal::too_far);
    const auto since_midnight = zone.to_civil(starts_at) - CivilTime{day_of(date)};
    if (since_midnight % snapshot.rules.start_grid != seconds{0} || is_second_showing(zone, starts_at))
        return std::unexpected(Refusal::off_grid);

    const Calendar* best = nullptr;
    bool performs = false;
    bool somebody_works = false;
    for (PersonId performer : service.performers) {
        if (query.person && *query.person != performer) continue;
        performs = true;
        const Calendar* calendar = calendar_of(snapshot.people, domain::resource_of(performer));
        if (calendar == nullptr || !works_throughout(zone, *calendar, service, starts_at)) continue;
        somebody_works = true;
        if (is_taken(*calendar, service, starts_at)) continue;
        if (best == nullptr || claims_on(zone, *calendar, date) < claims_on(zone, *best, date)) best = calendar;
    }
    if (!performs) return std::unexpected(Refusal::does_not_perform);
    if (!somebody_works) return std::unexpected(Refusal::not_working);
    if (best == nullptr) return std::unexpected(Refusal::person_busy);

    FreeTime time{starts_at, PersonId{best->resource.value}, {}};
    if (!service.needs_room) return time;
    for (ResourceId room : service.rooms) {
        const Calendar* calendar = calendar_of(snapshot.rooms, room);
        if (calendar == nullptr || is_taken(*calendar, service, starts_at)) continue;
        if (!calendar->hours.empty() && !works_throughout(zone, *calendar, service, starts_at)) continue;
        time.room = room;
        return time;
    }
    return std::unexpected(Refusal::no_room);
}

std::vector<FreeTime> scan_free_times(const Snapshot& snapshot, const FreeTimesQuery& query) {
    std::vector<FreeTime> times;
    for (Date date = query.from; date <= query.to; date = plus_days(date, 1)) {
        const TimeRange day = snapshot.zone->day(date);
        for (Instant moment = day.from; moment < day.to; moment += minutes{1})
            if (const auto time = scan_start(snapshot, query, moment)) times.push_back(*time);
    }
    return times;
}

namespace {

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

std::vector<domain::WorkingHours> make_hours(const Choose& choose) {
    std::vector<domain::WorkingHours> week;
    for (unsigned weekday = 0; weekday < 7; ++weekday)
        for (int stretches = choose(0, 3); stretches > 0; --stretches) {
            const minutes from = uneven(choose, 24 * 60 - 1);
            // Often over a change of clocks, which is at night.
            const minutes begin = choose(0, 1) == 0 ? from / 6 : from;
            week.push_back(
                {std::chrono::weekday{weekday}, begin, std::min<minutes>(begin + uneven(choose, 600), hours{24})});
        }
    return week;
}

std::vector<TimeRange> make_busy(const Choose& choose, Instant around) {
    std::vector<TimeRange> busy;
    for (int claims = choose(0, 12); claims > 0; --claims) {
        const Instant from = around + minutes{choose(-36 * 60, 60 * 60)};
        busy.push_back({from, from + uneven(choose, choose(0, 5) == 0 ? 30 * 60 : 120)});
    }
    return busy;
}

}  // namespace

Case make_case(const Choose& choose) {
    constexpr int grids[]{5, 10, 15, 20, 30, 45, 60, 25};
    const Place& place = places[choose(0, static_cast<int>(std::size(places)) - 1)];
    const Date date = *parse_date(place.date);
    Case made;
    made.snapshot.zone = Zone::find(place.zone);
    made.snapshot.rules.start_grid = minutes{grids[choose(0, static_cast<int>(std::size(grids)) - 1)]};
    const Instant midnight = made.snapshot.zone->day(date).from;

    made.service.duration = std::max(minutes{1}, uneven(choose, 180));
    made.service.buffer_before = uneven(choose, 40) * choose(0, 1);
    made.service.buffer_after = uneven(choose, 40) * choose(0, 1);
    made.service.needs_room = choose(0, 1) == 1;
    const int people = choose(1, 4);
    for (int person = 1; person <= people; ++person) {
        made.service.performers.insert(made.service.performers.begin(), PersonId{person});
        made.snapshot.people.push_back({ResourceId{person}, make_hours(choose), make_busy(choose, midnight)});
    }
    const int last_room = 100 + choose(0, 3);
    for (int room = 101; room <= last_room; ++room) {
        made.service.rooms.push_back(ResourceId{room});
        made.snapshot.rooms.push_back({ResourceId{room}, {}, make_busy(choose, midnight)});
        if (choose(0, 3) == 0) made.snapshot.rooms.back().hours = make_hours(choose);
    }

    made.query.from = plus_days(date, choose(-1, 0));
    made.query.to = plus_days(date, choose(0, 1));
    made.query.now = midnight + minutes{choose(-3 * 24 * 60, 36 * 60)};
    made.snapshot.rules.minimum_notice = uneven(choose, 600);
    made.snapshot.rules.horizon = days{choose(0, 5)};
    if (choose(0, 2) == 0) made.query.person = PersonId{choose(1, 5)};
    return made;
}

std::string disagreement(const Case& made, const Choose& choose) {
    const FreeTimesQuery query = made.asked();
    const auto wall = [&](Instant moment) {
        return to_text(made.snapshot.zone->date_at(moment)) + ' ' + clock_text(made.snapshot.zone->to_civil(moment));
    };
    const auto listed = free_times(made.snapshot, query);
    const auto scanned = scan_free_times(made.snapshot, query);
    const auto [one, other] = std::ranges::mismatch(listed, scanned);
    if (one != listed.end() || other != scanned.end())
        return "listed and scanned differ from " + wall((one != listed.end() ? one : other)->starts_at) + " on";

    const TimeRange first_day = made.snapshot.zone->day(query.from);
    for (int tries = 0; tries < 40; ++tries) {
        const int from_midnight = choose(0, 3 * 24 * 60);
        const Instant moment = first_day.from + minutes{choose(0, 2) == 0 ? from_midnight : from_midnight / 5 * 5};
        const auto checked = check_start(made.snapshot, query, moment);
        if (checked != scan_start(made.snapshot, query, moment))
            return "checked and scanned differ at " + wall(moment);
    }
    for (const FreeTime& time : listed)
        if (check_start(made.snapshot, query, time.starts_at) != time)
            return "listed but not bookable: " + wall(time.starts_at);
    return {};
}

}  // namespace loggia::scheduling
