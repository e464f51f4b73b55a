#include "core/api/json.h"

#include "core/base/civil.h"
#include "server/endpoints/asking.h"
#include "server/storage/random_bookings.h"
#include "support/actors.h"

#include <catch2/catch_test_macros.hpp>

#include <functional>
#include <map>
#include <set>

namespace loggia::endpoints {

namespace {

using domain::BookingStatus;
using policy::Permission;
using Ids = std::set<std::int64_t>;

constexpr int bookings_in_a_world = 30;

/// Bookings as answers gave them.
using Shown = std::map<std::int64_t, api::BookingView>;

Ids ids_of(const Shown& shown) {
    Ids ids;
    for (const auto& [id, view] : shown) ids.insert(id);
    return ids;
}

Shown shown_of(const std::vector<api::BookingView>& views) {
    Shown shown;
    for (const auto& view : views) shown.emplace(view.id.value, view);
    return shown;
}

/// A world of bookings and all four ways to see them.
struct Seen : World {
    std::vector<storage::StoredBooking> bookings;

    explicit Seen(std::mt19937& random_numbers)
        : bookings(storage::random_bookings(*this, random_numbers, bookings_in_a_world)) {}

    Shown calendar_of(const policy::Actor& actor) {
        const Date today = world::zone().date_at(now);
        Shown shown;
        // Two stretches, because one answer spans at most 62 days.
        for (const auto& [from, to] : {
                 std::pair{-50, -1},
                 std::pair{0,   50}
        })
            shown.merge(
                shown_of(must(ask(list_calendar, actor, {plus_days(today, from), plus_days(today, to)})).bookings));
        return shown;
    }
    Shown mine_of(const policy::Actor& actor) { return shown_of(must(ask(list_my_bookings, actor)).bookings); }
    Shown singly_of(const policy::Actor& actor) {
        Shown shown;
        for (const auto& booking : bookings)
            if (const auto view = ask(show_booking, actor, {booking.id})) shown.emplace(booking.id.value, *view);
        return shown;
    }
    Shown synced_of(const policy::Actor& actor) {
        Shown shown;
        for (const auto& change : must(ask(sync, actor, {0})).changes)
            if (change.booking) shown.emplace(change.booking->id.value, *change.booking);
        return shown;
    }

    Ids decided(const policy::Actor& actor, Permission permission,
                const std::function<bool(const storage::StoredBooking&)>& concerns) const {
        Ids ids;
        for (const auto& booking : bookings) {
            const auto subject = storage::subject_of(booking, bookings, actor.person);
            // What may not be seen at all is in no list.
            if (concerns(booking) && policy::decide(actor, Permission::view_booking, subject) &&
                policy::decide(actor, permission, subject))
                ids.insert(booking.id.value);
        }
        return ids;
    }
};

/// Whether the actor is the client or manages the client's account, whatever their roles.
bool is_own(const storage::StoredBooking& booking, const policy::Actor& actor) {
    return actor.person && (booking.client->id == actor.person || booking.client->account_manager == actor.person);
}

void each_actor(std::mt19937& random, const std::function<void(const std::string&, const policy::Actor&)>& check) {
    std::size_t next = 0;
    constexpr std::array people{world::mara, world::ana, world::mia, world::jon};
    for (const policy::Model* model : policy::all_models())
        for (const auto& [name, actor] : world::actors_of(*model, people[next++ % people.size()], random))
            check(name, actor);
}

}  // namespace

TEST_CASE("calendar, own bookings, single reads and sync show exactly the bookings that the policy decides for") {
    std::mt19937 random{20261023};
    Seen seen{random};
    std::size_t hidden = 0;
    each_actor(random, [&](const std::string& name, const policy::Actor& actor) {
        INFO(name);
        const auto any = [](const auto&) { return true; };
        const auto visible = seen.decided(actor, Permission::view_booking, any);
        CHECK(ids_of(seen.singly_of(actor)) == visible);
        CHECK(ids_of(seen.synced_of(actor)) == visible);
        CHECK(ids_of(seen.calendar_of(actor)) ==
              seen.decided(actor, Permission::view_calendar,
                           [](const auto& booking) { return booking.status != BookingStatus::cancelled; }));
        CHECK(ids_of(seen.mine_of(actor)) ==
              seen.decided(actor, Permission::view_own_bookings,
                           [&](const auto& booking) { return is_own(booking, actor); }));
        hidden += seen.bookings.size() - visible.size();
    });
    CHECK(hidden > 0);
}

TEST_CASE("a booking looks the same in calendar, own bookings, single read and sync", "[sqlite]") {
    std::mt19937 random{20261024};
    Seen seen{random};
    std::size_t compared = 0;
    each_actor(random, [&](const std::string& name, const policy::Actor& actor) {
        INFO(name);
        const auto singly = seen.singly_of(actor);
        CHECK(seen.synced_of(actor) == singly);
        for (const Shown& list : {seen.calendar_of(actor), seen.mine_of(actor)})
            for (const auto& [id, view] : list) {
                const auto found = singly.find(id);
                REQUIRE(found != singly.end());
                if (!(found->second == view)) FAIL_CHECK("booking " << id << " looks different in a list");
                ++compared;
            }
    });
    CHECK(compared > 1000);
}

TEST_CASE("a booking shows exactly the fields whose permission the policy grants for it", "[sqlite]") {
    std::mt19937 random{20261025};
    Seen seen{random};
    const Date today = world::zone().date_at(seen.now);
    each_actor(random, [&](const std::string& name, const policy::Actor& actor) {
        INFO(name);
        for (const auto& [id, view] : seen.singly_of(actor)) {
            const auto stored = std::ranges::find(seen.bookings, BookingId{id}, &storage::StoredBooking::id);
            const auto subject = storage::subject_of(*stored, seen.bookings, actor.person);
            const auto grants = [&](Permission permission) {
                return policy::decide(actor, permission, subject).allowed;
            };
            const auto& client = *stored->client;
            const bool is_dependent = client.account_manager.has_value();
            api::BookingView expected = view;
            const bool shows_contact = grants(Permission::view_client_contact);
            const auto given = [](bool is_given, auto value) {
                return is_given ? std::optional(value) : std::nullopt;
            };
            expected.client_name = given(grants(Permission::view_client_name), client.name);
            expected.client_age = given(client.born && grants(Permission::view_client_age),
                                        std::int64_t{client.born ? age_on(*client.born, today) : 0});
            expected.client_is_dependent = given(grants(Permission::view_client_dependency), is_dependent);
            expected.client_id = given(shows_contact, client.id);
            expected.client_email = given(shows_contact, client.email);
            expected.client_phone = given(shows_contact, client.phone);
            expected.account_manager_name =
                given(is_dependent && grants(Permission::view_account_manager), client.account_manager_name);
            expected.price = given(grants(Permission::view_prices_of_bookings), stored->price);
            if (!(view == expected))
                FAIL_CHECK("booking " << id << " is " << api::encode(view) << ", not " << api::encode(expected));
        }
    });
}

}  // namespace loggia::endpoints
