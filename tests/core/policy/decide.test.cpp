#include "core/policy/decide.h"

#include "support/world.h"

#include <catch2/catch_test_macros.hpp>

#include <utility>

using namespace loggia;
using namespace loggia::policy;
using enum Permission;

namespace {

Actor with(Actor actor, Switch which) {
    actor.switches.turn_on(which);
    return actor;
}

Subject served(PersonId client, PersonId performer, int days_to_nearest_service) {
    auto subject = world::booking_of(client, performer);
    subject.days_to_nearest_service = days_to_nearest_service;
    return subject;
}

}  // namespace

TEST_CASE("who may do what with a booking") {
    const Actor visitor = world::visitor();
    const Actor jon = world::actor(world::jon);
    const Actor mara = world::actor(world::mara);
    const Actor ana = world::actor(world::ana);
    const Actor mia = world::actor(world::mia);
    const Actor petra = world::actor(world::petra);
    const Actor helena = world::actor(world::helena);
    const Subject lukas = world::booking_of(world::luka, world::ana);
    const Subject jons = world::booking_of(world::jon, world::ben);
    const Subject anas_own = world::booking_of(world::ana, world::ben);
    const auto switched = [](const Actor& actor) {
        return with(with(actor, Switch::limited_staff_attendance), Switch::limited_staff_cancellation);
    };
    struct Row {
        const char* rule;
        Actor actor;
        Permission permission;
        Subject subject;
        bool allowed;
    };
    const Row rows[]{
        {"a visitor sees no booking",                      visitor,       view_booking,            lukas,    false},
        {"a visitor holds a time",                         visitor,       hold_time,               {},       true },
        {"a visitor does not confirm",                     visitor,       create_booking,          {},       false},
        {"a client sees their own",                        jon,           view_booking,            jons,     true },
        {"a client does not see another's",                jon,           view_booking,            lukas,    false},
        {"a client cancels their own",                     jon,           cancel_booking,          jons,     true },
        {"an account manager sees a dependent's",          mara,          view_booking,            lukas,    true },
        {"an account manager cancels a dependent's",       mara,          cancel_booking,          lukas,    true },
        {"a client books for themselves",                  jon,           create_booking,          jons,     true },
        {"an account manager books for a dependent",       mara,          create_booking,          lukas,    true },
        {"a client does not book for another",             jon,           create_booking,          lukas,    false},
        {"a client does not move a booking",               jon,           reschedule_booking,      jons,     false},
        {"a client sees the price of their own",           jon,           view_prices_of_bookings, jons,     true },
        {"limited staff see what they serve",              ana,           view_booking,            lukas,    true },
        {"limited staff do not see what others serve",     ana,           view_booking,            jons,     false},
        {"limited staff are clients too",                  ana,           view_booking,            anas_own, true },
        {"limited staff cancel their own as a client",     ana,           cancel_booking,          anas_own, true },
        {"limited staff do not cancel unless switched on", ana,           cancel_booking,          lukas,    false},
        {"limited staff cancel when switched on",          switched(ana), cancel_booking,          lukas,    true },
        {"the switch opens only what is assigned",         switched(ana), cancel_booking,          jons,     false},
        {"no attendance unless switched on",               ana,           take_attendance,         lukas,    false},
        {"attendance when switched on",                    switched(ana), take_attendance,         lukas,    true },
        {"a switch gives a client nothing",                switched(jon), take_attendance,         jons,     false},
        {"limited staff see no prices",                    ana,           view_prices_of_bookings, lukas,    false},
        {"staff see every booking",                        mia,           view_booking,            jons,     true },
        {"staff cancel every booking",                     mia,           cancel_booking,          jons,     true },
        {"staff take attendance without a switch",         mia,           take_attendance,         jons,     true },
        {"staff book for anyone",                          mia,           create_booking,          lukas,    true },
        {"staff do not bring back cancelled ones",         mia,           reactivate_booking,      jons,     false},
        {"managers do",                                    petra,         reactivate_booking,      jons,     true },
        {"managers do not change services",                petra,         modify_services,         {},       false},
        {"managers do not see revenue",                    petra,         view_revenue,            {},       false},
        {"owners do both",                                 helena,        modify_services,         {},       true },
        {"owners see revenue",                             helena,        view_revenue,            {},       true },
    };
    for (const auto& row : rows) {
        CAPTURE(row.rule);
        const Decision decision = decide(row.actor, row.permission, row.subject);
        CHECK(decision.allowed == row.allowed);
        CHECK(decision.grant.has_value() == row.allowed);
        CHECK((decision.reason.kind == ReasonKind::granted) == row.allowed);
        CHECK(decision.reason.permission == row.permission);
    }
}

TEST_CASE("limited staff know a client from 15 days before a service to 15 days after one") {
    const Actor ana = world::actor(world::ana);
    for (Permission field : {view_client_name, view_client_age, view_client_dependency}) {
        CHECK(decide(ana, field, served(world::jon, world::ana, 0)));
        CHECK(decide(ana, field, served(world::jon, world::ana, 15)));
        CHECK(decide(ana, field, served(world::jon, world::ana, -15)));
        CHECK_FALSE(decide(ana, field, served(world::jon, world::ana, 16)));
        CHECK_FALSE(decide(ana, field, served(world::jon, world::ana, -16)));
        CHECK_FALSE(decide(ana, field, world::booking_of(world::jon, world::ana)));
        CHECK(decide(ana, field, world::booking_of(world::ana, world::ben)));
    }
    CHECK_FALSE(decide(ana, view_client_contact, served(world::jon, world::ana, 0)));
    CHECK(decide(world::actor(world::mia), view_client_contact, served(world::jon, world::ana, 99)));
}

TEST_CASE("without a person it is a visitor, whatever roles are claimed") {
    Actor impostor = world::actor(world::helena);
    impostor.person.reset();
    for (std::size_t i = 0; i < permission_count; ++i) {
        const auto permission = static_cast<Permission>(i);
        CHECK(decide(impostor, permission, {}).allowed == decide(world::visitor(), permission, {}).allowed);
        CHECK(decide_any(impostor, permission).allowed == decide_any(world::visitor(), permission).allowed);
    }
}

TEST_CASE("a fact that is absent satisfies no reach that needs it") {
    for (PersonId person : {world::jon, world::mara, world::ana}) {
        CHECK_FALSE(decide(world::actor(person), view_booking, {}));
        CHECK_FALSE(decide(world::actor(person), view_client_name, {}));
        CHECK_FALSE(decide(world::visitor(), view_booking, {}));
    }
}

TEST_CASE("the grant with the widest reach is the one that allowed") {
    auto subject = world::booking_of(world::ana, world::ana);
    const Decision both = decide(world::actor(world::ana), view_booking, subject);
    CHECK(both.reach == Reach::assigned);
    CHECK(both.grant == Grant{view_booking, Role::limited_staff, Reach::assigned});
    CHECK(decide(world::actor(world::mia), view_booking, subject).grant->role == Role::staff);
}

TEST_CASE("a refusal says what kind it is and which roles would be enough") {
    const Actor visitor = world::visitor();
    const Actor jon = world::actor(world::jon);
    const Actor ana = world::actor(world::ana);
    const Actor ben = world::actor(world::ben);
    const Actor petra = world::actor(world::petra);
    const Subject lukas = world::booking_of(world::luka, world::ana);
    struct Row {
        Actor actor;
        Permission permission;
        Subject subject;
        Reason reason;
    };
    using enum ReasonKind;
    const RoleSet desk{Role::staff, Role::manager, Role::owner};
    const Row rows[]{
        {visitor, create_booking,       {},    {sign_in_first, create_booking, Reach::none, desk, {}}               },
        {visitor, modify_services,      {},    {sign_in_first, modify_services, Reach::none, {Role::owner}, {}}     },
        {jon,     cancel_booking,       lukas, {out_of_reach, cancel_booking, Reach::own, desk, {}}                 },
        {jon,     view_revenue,         {},    {role_lacks_it, view_revenue, Reach::none, {Role::owner}, {}}        },
        {ben,     view_booking,         lukas, {out_of_reach, view_booking, Reach::assigned, desk, {}}              },
        {ana,
         cancel_booking,                lukas,
         {switched_off, cancel_booking, Reach::own, desk, Switch::limited_staff_cancellation}                       },
        {ben,     cancel_booking,       lukas, {out_of_reach, cancel_booking, Reach::own, desk, {}}                 },
        {ben,     take_attendance,      lukas, {role_lacks_it, take_attendance, Reach::none, desk, {}}              },
        {petra,   modify_core_settings, {},    {role_lacks_it, modify_core_settings, Reach::none, {Role::owner}, {}}},
    };
    for (const auto& row : rows) {
        CAPTURE(name_of(row.permission), static_cast<int>(row.reason.kind));
        Reason reason = decide(row.actor, row.permission, row.subject).reason;
        // A manager gives roles up to staff; what only owners may, only an owner can give.
        const bool is_owners = row.reason.roles_with_it == RoleSet{Role::owner};
        const RoleSet givers = is_owners ? RoleSet{Role::owner} : RoleSet{Role::manager, Role::owner};
        CHECK(std::exchange(reason.roles_that_change_it, RoleSet{}) == givers);
        CHECK(reason == row.reason);
    }
}

TEST_CASE("asked about any record, a permission is there if some record could be within reach") {
    CHECK(decide_any(world::actor(world::jon), view_own_bookings).reach == Reach::own);
    CHECK(decide_any(world::actor(world::ana), view_calendar).reach == Reach::assigned);
    CHECK(decide_any(world::actor(world::ana), view_client_name).reach == Reach::recent_clients);
    CHECK(decide_any(world::actor(world::mia), view_calendar).reach == Reach::all);
    CHECK_FALSE(decide_any(world::actor(world::jon), view_calendar));
    CHECK_FALSE(decide_any(world::visitor(), view_own_bookings));
    CHECK_FALSE(decide_any(world::actor(world::ana), take_attendance));
    CHECK(decide_any(with(world::actor(world::ana), Switch::limited_staff_attendance), take_attendance));
}

TEST_CASE("what may be done with some record may be done somewhere, and nothing else") {
    for (PersonId person : {world::jon, world::mara, world::ana, world::mia, world::petra, world::helena})
        for (std::size_t i = 0; i < permission_count; ++i) {
            const auto permission = static_cast<Permission>(i);
            Actor actor = world::actor(person);
            actor.teams = {TeamId{1}};
            bool somewhere = false;
            for (PersonId client : {person, world::jon})
                for (PersonId performer : {person, world::ben})
                    for (Role target : all_roles) {
                        Subject subject = served(client, performer, 1);
                        subject.target_roles = {target};
                        subject.team = actor.teams.front();
                        somewhere = somewhere || decide(actor, permission, subject);
                    }
            CAPTURE(person.value, name_of(permission));
            CHECK(decide_any(actor, permission).allowed == somewhere);
        }
}

TEST_CASE("switches keep what was turned on") {
    SwitchSet switches;
    CHECK(switches.is_on(Switch::none));
    CHECK_FALSE(switches.is_on(Switch::messaging));
    switches.turn_on(Switch::messaging);
    CHECK(switches.is_on(Switch::messaging));
    CHECK_FALSE(switches.is_on(Switch::limited_staff_attendance));
    CHECK(SwitchSet::from_bits(switches.bits()) == switches);
}
