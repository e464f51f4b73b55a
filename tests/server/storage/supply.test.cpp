#include "server/storage/supply.h"

#include "core/scheduling/explain_start.h"
#include "server/storage/snapshot.h"
#include "server/storage/stored_world.h"
#include "server/storage/sweep.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace loggia::storage {

namespace {

using scheduling::FreeTime;
using scheduling::Refusal;

constexpr ResourceId violins{301};
constexpr ResourceId studio{302};
constexpr LocationId harbour_side{8};
constexpr ServiceId group{401};
constexpr Date monday = std::chrono::year{2026} / 10 / 26;

/// Three may be in the studio at once, each with one of two violins.
domain::Service group_lesson() {
    domain::Service service;
    service.id = group;
    service.name = "Group lesson";
    service.duration = minutes{60};
    service.price = {2000, "EUR"};
    service.performers = {world::ana, world::ben, world::clara};
    service.rooms = {studio};
    return service;
}

domain::Room room_for(int visits) { return {studio, world::old_town, "Studio", visits}; }

void add(StoredWorld& world, const domain::Service& service, int capacity = 3) {
    world.write([&](BusinessWriter& business) -> Result<int> {
        TRY(add_room(business, room_for(capacity), 9));
        TRY(add_equipment(business, {violins, world::old_town, "Violin", 2}, 0));
        TRY(add_service(business, service, 9));
        return 0;
    });
}

StoredBooking lesson(int id, PersonId staff, const char* clock, const domain::Service& service) {
    auto made = booking(BookingId{id}, service, world::at(std::string{"2026-10-26 "} + clock), staff, world::mara);
    made.equipment = service.equipment;
    return made;
}

Result<int> book(StoredWorld& world, const StoredBooking& made) {
    return world.try_write([&](BusinessWriter& business) -> Result<int> {
        TRY(insert_booking(business, made, world::now()));
        TRY(record_change(business, world::zone(), made.id, made.claimed()));
        return 0;
    });
}

void cancel(StoredWorld& world, int id) {
    world.write([&](BusinessWriter& business) -> Result<int> {
        const auto stored = TRY(find_booking(business, BookingId{id}));
        TRY(free_booking(business, *stored, domain::BookingStatus::cancelled));
        TRY(record_change(business, world::zone(), stored->id, stored->claimed()));
        return 0;
    });
}

scheduling::Snapshot listing(Store& store, Date day = monday, std::optional<LocationId> location = {}) {
    return must(store.read(harbour, [&](const BusinessReader& business) -> Result<scheduling::Snapshot> {
        const auto catalog = TRY(business.catalog());
        return TRY(read_snapshot(business, *catalog, day, day, world::now(), location));
    }));
}

/// The check of the writer; what the reader lists is the same.
std::expected<FreeTime, Refusal> check(StoredWorld& world, const domain::Service& service, const char* clock,
                                       std::optional<PersonId> person = {}) {
    const Instant start = world::at(std::string{"2026-10-26 "} + clock);
    const scheduling::FreeTimesQuery query{&service, person, monday, monday, world::now()};
    const auto checked = world.write([&](BusinessWriter& business) -> Result<std::expected<FreeTime, Refusal>> {
        const auto catalog = TRY(business.catalog());
        const auto snapshot = TRY(read_start_snapshot(business, *catalog, query, start));
        return scheduling::check_start(snapshot, query, start);
    });
    const auto listed = scheduling::free_times(listing(world.store()), query);
    const auto found = std::ranges::find(listed, start, &FreeTime::starts_at);
    CHECK((found == listed.end() ? std::nullopt : std::optional{*found}) ==
          (checked ? std::optional{*checked} : std::nullopt));
    return checked;
}

}  // namespace

TEST_CASE("a room with three units is full when three visits overlap, and not before") {
    StoredWorld world;
    const auto service = group_lesson();
    add(world, service);
    REQUIRE(book(world, lesson(1, world::ana, "10:00", service)));
    REQUIRE(book(world, lesson(2, world::ben, "10:30", service)));
    CHECK(check(world, service, "10:15", world::clara).has_value());
    REQUIRE(book(world, lesson(3, world::clara, "10:45", service)));
    CHECK(world.count("claim") == 3 * 2 * 12);

    // Four of them would be there between 10:45 and 11:00.
    CHECK(check(world, service, "15:00").has_value());
    CHECK(check(world, service, "11:00", world::ana).has_value());
    auto fourth = lesson(4, world::mia, "10:15", service);
    CHECK(book(world, fourth).error().code == ErrorCode::conflict);
    CHECK(world.count("booking") == 3);
    cancel(world, 2);
    CHECK(book(world, fourth));
    cancel(world, 1);
    cancel(world, 3);
    cancel(world, 4);
    CHECK(world.count("claim") == 0);
}

TEST_CASE("units are counted moment by moment: visits that follow each other leave room for a third beside them") {
    StoredWorld world;
    const auto service = group_lesson();
    add(world, service, 2);
    REQUIRE(book(world, lesson(1, world::ana, "09:00", service)));
    REQUIRE(book(world, lesson(2, world::ben, "09:30", service)));
    REQUIRE(book(world, lesson(3, world::ana, "10:00", service)));
    // 10:30 to 11:30 finds one of two units free, if not the same one all along.
    CHECK(check(world, service, "10:30", world::ben).has_value());
    REQUIRE(book(world, lesson(4, world::ben, "10:30", service)));
    CHECK(check(world, service, "10:15", world::clara).error() == Refusal::room_busy);
    CHECK_FALSE(book(world, lesson(5, world::clara, "10:15", service)));
}

TEST_CASE("equipment is claimed in as many units as are needed, and given back") {
    StoredWorld world;
    auto service = group_lesson();
    service.equipment = {
        {violins, 2}
    };
    add(world, service);
    REQUIRE(book(world, lesson(1, world::ana, "10:00", service)));
    CHECK(world.count("claim") == 12 + 12 + 2 * 12);
    CHECK(check(world, service, "10:30", world::ben).error() == Refusal::equipment_busy);
    CHECK_FALSE(book(world, lesson(2, world::ben, "10:30", service)));
    cancel(world, 1);
    CHECK(world.count("claim") == 0);
    CHECK(check(world, service, "10:30", world::ben).has_value());
    // What it took is known, should it be booked again, until it is swept away.
    CHECK(world.count("booking_equipment") == 1);
}

TEST_CASE("where there are fewer than there were, what was claimed of the others still takes its place") {
    StoredWorld world;
    const auto service = group_lesson();
    add(world, service);
    for (const auto& [id, staff] : {
             std::pair{1, world::ana  },
             {2, world::ben  },
             {3, world::clara}
    })
        REQUIRE(book(world, lesson(id, staff, "10:00", service)));
    cancel(world, 1);  // of the first unit
    world.write([&](BusinessWriter& business) -> Result<int> {
        TRY(business.run("UPDATE room SET capacity = 2 WHERE business_id = ?1 AND id = ?2", studio));
        TRY(business.catalog_changed());
        return 0;
    });
    CHECK(check(world, service, "10:00", world::ana).error() == Refusal::room_busy);
    CHECK_FALSE(book(world, lesson(4, world::ana, "10:00", service)));
    cancel(world, 3);
    CHECK(check(world, service, "10:00", world::ana).has_value());
    CHECK(book(world, lesson(5, world::ana, "10:00", service)));
}

TEST_CASE("hours, closures, exceptions, leave, limits and terms come back as they were stored") {
    StoredWorld world;
    auto service = group_lesson();
    service.equipment = {
        {violins, 1}
    };
    service.own_terms = {
        {world::ben, minutes{90}, {}, minutes{10}, 2500}
    };
    service.minimum_notice = minutes{30};
    service.horizon = days{90};
    service.cut_off = domain::CutOff{1, hours{18}};
    world.write([&](BusinessWriter& business) -> Result<int> {
        domain::Location location{harbour_side, "Harbour side", "Pier 1", "Asia/Kathmandu"};
        location.opening = {
            {std::chrono::Monday, hours{9}, hours{26}}
        };
        TRY(add_location(business, location));
        auto room = room_for(4);
        room.hours = {
            {std::chrono::Tuesday, hours{8}, hours{12}}
        };
        TRY(add_room(business, room, 9));
        TRY(add_equipment(business, {violins, world::old_town, "Violin", 6}, 0));
        TRY(add_service(business, service, 9));
        TRY(add_closure(business, {ClosureId{1}, {}, "New Year", monday, plus_days(monday, 1)}));
        TRY(add_closure(business,
                        {
                            ClosureId{2},
                            harbour_side, "Regatta", monday, monday, {hours{10}, hours{12}}
        }));
        TRY(add_working_hours(business, world::ana, harbour_side,
                              std::vector<domain::WeeklyHours>{
                                  {std::chrono::Sunday, hours{8}, hours{9}}
        }));
        TRY(add_working_date(business, world::ana, world::old_town, {monday, {{hours{10}, hours{11}}}}));
        TRY(add_working_date(business, world::ben, world::old_town, {monday, {}}));
        TRY(add_leave(
            business, world::ben,
            {
                LeaveId{3},
                {world::now(), world::now() + days{1}},
                domain::LeaveStatus::declined, "Fair"
        }));
        TRY(set_work_limits(business, world::ana, {4, 20, minutes{300}, {}}));
        return 0;
    });
    const auto catalog = world.read([](const BusinessReader& business) -> Result<std::shared_ptr<const Catalog>> {
        return TRY(business.catalog());
    });
    const auto* stored = catalog->find_service(group);
    REQUIRE(stored);
    CHECK(stored->equipment == service.equipment);
    CHECK(domain::terms_of(*stored, world::ben) == domain::Terms{
                                                       minutes{90},
                                                       {},
                                                       minutes{10},
                                                       {2500, "EUR"}
    });
    CHECK(domain::terms_of(*stored, world::ana) == domain::terms_of(*stored));
    CHECK(stored->minimum_notice == minutes{30});
    CHECK(stored->horizon == days{90});
    CHECK(stored->cut_off == domain::CutOff{1, hours{18}});
    CHECK(catalog->location(harbour_side).opening.size() == 1);
    CHECK(catalog->location({}).opening.empty());
    CHECK(catalog->find_room(studio)->capacity == 4);
    CHECK(catalog->find_room(studio)->hours.front().to == hours{12});
    CHECK(catalog->equipment.front().units == 6);
    REQUIRE(catalog->closures.size() == 2);
    CHECK_FALSE(catalog->closures[0].location);
    CHECK(catalog->closures[1].part == domain::DayHours{hours{10}, hours{12}});
    const auto* ana = catalog->find_staff(world::ana);
    CHECK(ana->limits == domain::WorkLimits{4, 20, minutes{300}, {}});
    CHECK(ana->other_hours.size() == 1);
    const auto* ben = catalog->find_staff(world::ben);
    REQUIRE(ben->other_hours.size() == 1);
    CHECK_FALSE(ben->other_hours.front().location);
    REQUIRE(ben->leave.size() == 1);
    CHECK(ben->leave.front().status == domain::LeaveStatus::declined);
}

TEST_CASE("a snapshot is of one location: its zone, hours, rooms and closures, and everybody's claims") {
    StoredWorld world;
    add(world, group_lesson());
    world.write([&](BusinessWriter& business) -> Result<int> {
        TRY(add_location(business, {harbour_side, "Harbour side", "Pier 1", "Asia/Kathmandu"}));
        TRY(add_working_hours(business, world::ana, harbour_side,
                              std::vector<domain::WeeklyHours>{
                                  {std::chrono::Monday, hours{20}, hours{22}}
        }));
        TRY(add_working_date(business, world::clara, harbour_side, {monday, {{hours{10}, hours{11}}}}));
        TRY(add_closure(business, {ClosureId{2}, harbour_side, "Regatta", monday, monday}));
        return 0;
    });
    REQUIRE(book(world, lesson(1, world::ana, "16:00", group_lesson())));
    const auto here = listing(world.store());
    const auto there = listing(world.store(), monday, harbour_side);
    CHECK(here.zone->name() == "Europe/Ljubljana");
    CHECK(there.zone->name() == "Asia/Kathmandu");
    CHECK(here.closures.empty());
    CHECK(there.closures.size() == 1);
    CHECK(here.rooms.size() == 4);
    CHECK(there.rooms.empty());
    const auto ana = [](const scheduling::Snapshot& snapshot) {
        return *std::ranges::find(snapshot.people, domain::resource_of(world::ana), &scheduling::Calendar::resource);
    };
    CHECK(ana(here).hours.size() == world::school_hours().size());
    CHECK(ana(there).hours.size() == 1);
    CHECK(ana(there).busy == ana(here).busy);
    // On that date Clara works there, and so not here.
    const auto& clara_here = here.people.back().other_hours;
    const auto& clara_there = there.people.back().other_hours;
    REQUIRE((clara_here.size() == 1 && clara_there.size() == 1));
    CHECK(clara_here.front().hours.empty());
    CHECK(clara_there.front().hours.size() == 1);
}

TEST_CASE(
    "limits count the bookings and living holds of the day and the whole week, for readers and the writer alike") {
    StoredWorld world;
    const auto service = group_lesson();
    add(world, service);
    world.write([&](BusinessWriter& business) -> Result<int> {
        TRY(set_work_limits(business, world::ana, {2, 3, {}, {}}));
        return 0;
    });
    REQUIRE(book(world, lesson(1, world::ana, "09:00", service)));
    CHECK(check(world, service, "14:00", world::ana).has_value());
    auto hold = lesson(2, world::ana, "10:00", service);
    hold.client.reset();
    hold.status = domain::BookingStatus::held;
    hold.expires_at = world::now() + minutes{10};
    REQUIRE(book(world, hold));
    CHECK(check(world, service, "14:00", world::ana).error() == Refusal::person_day_limit);
    world.write([](BusinessWriter& business) { return sweep(business, world::now() + minutes{10}); });
    CHECK(check(world, service, "14:00", world::ana).has_value());
    // Two more on the Sunday of that week.
    for (const int id : {3, 4}) {
        auto later = lesson(id, world::ana, id == 3 ? "10:00" : "12:00", service);
        later.visit = {later.visit.from + days{6}, later.visit.to + days{6}};
        later.cells = {later.cells.from + 6 * 288, later.cells.to + 6 * 288};
        REQUIRE(book(world, later));
    }
    CHECK(check(world, service, "14:00", world::ana).error() == Refusal::person_week_limit);
    CHECK(check(world, service, "14:00").has_value());
    cancel(world, 3);
    CHECK(check(world, service, "14:00", world::ana).has_value());
}

TEST_CASE("a client's limits count what is theirs: open bookings whenever they are, others of the week") {
    StoredWorld world;
    world.book(world::piano_lesson(), world::at("2026-10-19 10:00"), world::ana, world::mara);
    world.book(world::piano_lesson(), world::at("2026-10-12 10:00"), world::ana, world::mara);
    world.book(world::piano_lesson(), world::at("2026-12-24 10:00"), world::ana, world::mara);
    world.book(world::piano_lesson(), world::at("2026-10-22 10:00"), world::ana, world::mara,
               domain::BookingStatus::cancelled);
    world.book(world::piano_lesson(), world::at("2026-10-22 10:00"), world::ana, world::jon);
    const auto visits = world.read([](const BusinessReader& business) -> Result<std::vector<scheduling::Visit>> {
        const auto catalog = TRY(business.catalog());
        auto snapshot = TRY(read_snapshot(business, *catalog, monday, monday, world::now()));
        TRY(add_client(business, snapshot, world::mara, std::chrono::year{2026} / 10 / 21, world::now()));
        return *snapshot.client;
    });
    REQUIRE(visits.size() == 2);
    CHECK(visits[0].starts_at == world::at("2026-10-19 10:00"));
    CHECK(visits[1].starts_at == world::at("2026-12-24 10:00"));
}

TEST_CASE("the writer's snapshot says whose each claim is, so that staff may be told") {
    StoredWorld world;
    const auto service = group_lesson();
    add(world, service);
    REQUIRE(book(world, lesson(1, world::ana, "10:00", service)));
    const auto obstacles = world.write([&](BusinessWriter& business) -> Result<std::vector<scheduling::Obstacle>> {
        const Instant start = world::at("2026-10-26 10:30");
        const scheduling::FreeTimesQuery query{&service, world::ana, monday, monday, world::now()};
        const auto catalog = TRY(business.catalog());
        const auto snapshot = TRY(read_start_snapshot(business, *catalog, query, start));
        return scheduling::explain_start(snapshot, query, start).obstacles;
    });
    REQUIRE(obstacles.size() == 1);
    CHECK(obstacles.front().rule == Refusal::person_busy);
    CHECK(obstacles.front().booking == BookingId{1});
}

}  // namespace loggia::storage
