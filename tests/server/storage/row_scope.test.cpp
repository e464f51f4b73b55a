#include "server/storage/row_scope.h"

#include "core/policy/recent_clients.h"
#include "server/storage/stored_world.h"

#include <catch2/catch_test_macros.hpp>

#include <random>
#include <set>

namespace loggia::storage {

namespace {

using domain::BookingStatus;
using policy::Permission;

const std::vector<PersonId> everyone{world::helena, world::petra, world::mia,  world::ana, world::ben,
                                     world::clara,  world::mara,  world::luka, world::jon};

/// Bookings at random around now, of everybody with everybody, many of them near the ends of the window.
std::vector<StoredBooking> random_bookings(StoredWorld& world, std::mt19937& random) {
    const auto any = [&](int from, int to) { return std::uniform_int_distribution{from, to}(random); };
    const std::vector performers{world::ana, world::ben, world::clara, world::mia};
    const std::vector statuses{BookingStatus::confirmed, BookingStatus::completed, BookingStatus::cancelled,
                               BookingStatus::no_show};
    const Date today = world::zone().date_at(world::now());
    for (int i = 0; i < 60; ++i) {
        const int distance = any(0, 2) == 0 ? any(-40, 40) : (any(0, 1) * 2 - 1) * any(13, 18);
        const Instant start = world::zone().day(plus_days(today, distance)).from + minutes{5 * any(0, 270)};
        auto made =
            booking(BookingId{i + 1}, world::trial_lesson(), start, performers[static_cast<std::size_t>(any(0, 3))],
                    everyone[static_cast<std::size_t>(any(0, 8))]);
        made.status = statuses[static_cast<std::size_t>(any(0, 3))];
        (void)world.try_write([&](BusinessWriter& business) -> Result<int> {
            TRY(insert_booking(business, made, world::now()));
            return 0;
        });
    }
    RowScope all;
    all.all = true;
    return world.read([&](const BusinessReader& business) -> Result<std::vector<StoredBooking>> {
        return bookings_between(business, {world::now() - days{60}, world::now() + days{60}}, all);
    });
}

policy::Subject subject_of(const StoredBooking& booking, const std::vector<StoredBooking>& all,
                           std::optional<PersonId> asker) {
    policy::Subject subject{.client = booking.client->id,
                            .account_manager = booking.client->account_manager,
                            .assigned_staff = booking.staff};
    std::vector<Date> service_days;
    for (const auto& other : all)
        if (other.staff == asker && other.client->id == booking.client->id)
            service_days.push_back(world::zone().date_at(other.visit.from));
    subject.days_to_nearest_service =
        policy::days_to_nearest_service(service_days, world::zone().date_at(world::now()));
    return subject;
}

std::set<std::int64_t> ids_of(const std::vector<StoredBooking>& bookings) {
    std::set<std::int64_t> ids;
    for (const auto& booking : bookings) ids.insert(booking.id.value);
    return ids;
}

}  // namespace

TEST_CASE("rows by SQL are the rows that the policy decides for") {
    std::mt19937 random{20261021};
    std::size_t compared = 0;
    for (int round = 0; round < 8; ++round) {
        StoredWorld world;
        const auto all = random_bookings(world, random);
        std::vector<policy::Actor> actors{world::visitor()};
        for (const PersonId person : everyone) {
            actors.push_back(world::actor(person));
            actors.push_back(world::actor(person));
            actors.back().switches.turn_on(policy::Switch::limited_staff_cancellation);
            actors.push_back(world::actor(person));
            actors.back().roles = {policy::Role::limited_staff};
        }
        for (const auto& actor : actors)
            for (const auto permission :
                 {Permission::view_booking, Permission::view_calendar, Permission::view_client_name,
                  Permission::cancel_booking, Permission::view_client_contact, Permission::view_revenue}) {
                std::set<std::int64_t> decided;
                for (const auto& booking : all)
                    if (policy::decide(actor, permission, subject_of(booking, all, actor.person)))
                        decided.insert(booking.id.value);
                const auto rows =
                    world.read([&](const BusinessReader& business) -> Result<std::vector<StoredBooking>> {
                        return bookings_between(business, {world::now() - days{60}, world::now() + days{60}},
                                                row_scope(actor, permission, world::zone(), world::now()));
                    });
                INFO(policy::name_of(permission) << " of " << actor.person.value_or(PersonId{}).value);
                CHECK(ids_of(rows) == decided);
                compared += decided.size();
            }
    }
    CHECK(compared > 1000);
}

}  // namespace loggia::storage
