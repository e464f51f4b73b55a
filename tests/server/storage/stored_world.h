#pragma once

#include "server/storage/bookings.h"
#include "server/storage/catalog.h"
#include "server/storage/changes.h"
#include "server/storage/claims.h"
#include "server/storage/people.h"
#include "server/storage/setup.h"
#include "server/storage/supply.h"
#include "support/temporary_database.h"
#include "support/world.h"

#include <stdexcept>
#include <utility>

/// The world of support/world.h in a database of its own.
namespace loggia::storage {

inline constexpr BusinessId harbour{1};

/// The value, or the test ends with what went wrong.
template <class T>
T must(Result<T> result) {
    if (!result) throw std::runtime_error{result.error().message + " [" + result.error().field + "]"};
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}
template <class T>
T must(Outcome<T> outcome) {
    if (!outcome) throw std::runtime_error{outcome.error().message};
    if constexpr (!std::is_void_v<T>) return std::move(*outcome);
}

/// Everything of the world but bookings.
inline Result<int> fill_with_world(BusinessWriter& business, const std::string& slug = "harbour-music-school") {
    auto row = world::business();
    row.id = business.business();
    row.slug = slug;
    TRY(add_business(business, row, policy::studio_model(), {}));
    TRY(add_location(business, world::location()));
    int position = 0;
    for (const auto& room : world::rooms()) TRY(add_room(business, room, position++));
    for (const auto& person : world::people()) {
        const auto password =
            person.email.empty() ? std::nullopt : std::optional{PasswordHash{"argon2 of " + person.email}};
        const auto roles = person.account_manager ? policy::RoleSet{} : world::roles_of(person.id);
        TRY(add_person(business, person, roles, password, world::now() - days{100}));
    }
    for (const PersonId performer : {world::ana, world::ben, world::clara})
        TRY(add_working_hours(business, performer, world::old_town, world::school_hours()));
    position = 0;
    for (const auto& service :
         {world::piano_lesson(), world::violin_lesson(), world::voice_coaching(), world::trial_lesson()})
        TRY(add_service(business, service, position++));
    return 0;
}

inline StoredBooking booking(BookingId id, const domain::Service& service, Instant start, PersonId staff,
                             PersonId client) {
    StoredBooking made;
    made.id = id;
    made.status = domain::BookingStatus::confirmed;
    made.service = service.id;
    made.staff = staff;
    if (service.needs_room) made.room = service.rooms.front();
    made.visit = {start, start + service.duration};
    made.cells = scheduling::claimed_cells(service, start);
    made.price = service.price;
    made.client.emplace().id = client;
    return made;
}

class StoredWorld {
public:
    StoredWorld() : m_store(must(Store::open(m_database.address(), Access::read_write))) {
        must(m_store.write(harbour, [](BusinessWriter& business) { return fill_with_world(business); }));
    }

    [[nodiscard]] std::string database() const { return m_database.address(); }
    [[nodiscard]] Store& store() { return m_store; }
    [[nodiscard]] Store open_reader() const { return must(Store::open(m_database.address(), Access::read_only)); }

    /// `work(BusinessReader&)`; any failure ends the test.
    template <class Work>
    auto read(Work&& work) {
        return must(m_store.read(harbour, std::forward<Work>(work)));
    }
    template <class Work>
    auto write(Work&& work) {
        return must(m_store.write(harbour, std::forward<Work>(work)));
    }
    template <class Work>
    auto try_write(Work&& work) {
        return m_store.write(harbour, std::forward<Work>(work));
    }

    BookingId book(const domain::Service& service, Instant start, PersonId staff, PersonId client,
                   domain::BookingStatus status = domain::BookingStatus::confirmed,
                   std::optional<ResourceId> room = {}) {
        auto made = booking(BookingId{m_next++}, service, start, staff, client);
        made.status = status;
        if (room) made.room = room;
        write([&](BusinessWriter& business) -> Result<int> {
            TRY(insert_booking(business, made, world::now()));
            TRY(record_change(business, world::zone(), made.id, made.claimed()));
            return 0;
        });
        return made.id;
    }

    /// How many rows there are of the business in a table.
    std::int64_t count(const std::string& table) {
        auto query =
            must(m_store.connection().query("SELECT COUNT(*) FROM " + table + " WHERE business_id = ?1", harbour));
        must(query.next());
        return query.integer(0);
    }

private:
    testing::TemporaryDatabase m_database;
    Store m_store;
    std::int64_t m_next = 9001;
};

}  // namespace loggia::storage
