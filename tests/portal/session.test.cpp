#include "portal/session.h"

#include "portal/stage.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia;
using namespace loggia::portal;

TEST_CASE("a session without a person is a visitor, with the switches of the business") {
    auto view = stage::visitor();
    view.switches = 0b10;
    const auto actor = actor_of(view);
    CHECK_FALSE(actor.person);
    CHECK(actor.roles == policy::RoleSet{policy::Role::visitor});
    CHECK(actor.switches == policy::SwitchSet::from_bits(0b10));
}

TEST_CASE("a session becomes the actor that the server would make of the same person") {
    for (const auto& person : world::people()) {
        if (person.account_manager) continue;
        INFO(person.name);
        const auto expected = world::actor(person.id);
        const auto actor = actor_of(stage::session_of(person.id));
        CHECK(actor.person == expected.person);
        CHECK(actor.roles == expected.roles);
        CHECK(actor.dependents == expected.dependents);
    }
}

TEST_CASE("until the server has said who is here, nobody is") {
    const Session session;
    CHECK_FALSE(session.is_signed_in());
    CHECK_FALSE(session.may_any(policy::Permission::view_calendar));
    CHECK(session.may_any(policy::Permission::browse_services));
}

TEST_CASE("a parent may cancel the booking of a child, and a stranger may not") {
    const auto booking = stage::lesson(1, "2026-10-24 10:30");
    const Session mara(stage::session_of(world::mara));
    const Session jon(stage::session_of(world::jon));
    CHECK(mara.may(policy::Permission::cancel_booking, mara.own_subject_of(booking)));
    CHECK_FALSE(jon.may(policy::Permission::cancel_booking, jon.subject_of(booking)));
}

TEST_CASE("the leading role of somebody with several is the greatest") {
    CHECK(Session(stage::session_of(world::helena)).leading_role() == policy::Role::owner);
    CHECK(Session(stage::session_of(world::mara)).leading_role() == policy::Role::client);
    CHECK(Session().leading_role() == policy::Role::visitor);
}
