#pragma once

#include "core/policy/recent_clients.h"
#include "server/storage/stored_world.h"

#include <array>
#include <random>
#include <vector>

/// Bookings at random, and what the policy is to know of each, without asking the product.
namespace loggia::storage {

inline constexpr std::array everyone{world::helena, world::petra, world::mia,  world::ana, world::ben,
                                     world::clara,  world::mara,  world::luka, world::jon};
inline constexpr days random_bookings_reach{60};

/// Around now, of everybody with everybody, many of them near the ends of the window of recent clients; with their
/// changes. What is free of them is stored.
inline std::vector<StoredBooking> random_bookings(StoredWorld& world, std::mt19937& random, int count) {
    using enum domain::BookingStatus;
    const auto any = [&](int from, int to) { return std::uniform_int_distribution{from, to}(random); };
    const std::array performers{world::ana, world::ben, world::clara, world::mia};
    const std::array statuses{confirmed, completed, cancelled, no_show};
    const Date today = world::zone().date_at(world::now());
    for (int i = 0; i < count; ++i) {
        const int distance = any(0, 2) == 0 ? any(-40, 40) : (any(0, 1) * 2 - 1) * any(13, 18);
        const Instant start = world::zone().day(plus_days(today, distance)).from + minutes{5 * any(0, 270)};
        auto made =
            booking(BookingId{i + 1}, world::trial_lesson(), start, performers[static_cast<std::size_t>(any(0, 3))],
                    everyone[static_cast<std::size_t>(any(0, 8))]);
        made.status = statuses[static_cast<std::size_t>(any(0, 3))];
        (void)world.try_write([&](BusinessWriter& business) -> Result<int> {
            TRY(insert_booking(business, made, world::now()));
            TRY(record_change(business, world::zone(), made.id, made.claimed()));
            return 0;
        });
    }
    return world.read([&](const BusinessReader& business) -> Result<std::vector<StoredBooking>> {
        std::vector<StoredBooking> stored;
        for (int i = 0; i < count; ++i)
            if (auto found = TRY(find_booking(business, BookingId{i + 1}))) stored.push_back(*std::move(found));
        return stored;
    });
}

/// What is known of the booking when `asker` asks for it, among `all` that there are.
inline policy::Subject subject_of(const StoredBooking& booking, const std::vector<StoredBooking>& all,
                                  std::optional<PersonId> asker) {
    policy::Subject subject{.client = booking.client->id,
                            .account_manager = booking.client->account_manager,
                            .assigned_staff = booking.staff};
    std::vector<Date> service_days;
    for (const auto& other : all)
        if (other.staff == asker && other.client->id == booking.client->id &&
            other.status != domain::BookingStatus::cancelled)
            service_days.push_back(world::zone().date_at(other.visit.from));
    subject.days_to_nearest_service =
        policy::days_to_nearest_service(service_days, world::zone().date_at(world::now()));
    return subject;
}

}  // namespace loggia::storage
