#include "core/policy/decide.h"
#include "core/policy/wording.h"
#include "support/world.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia;
using namespace loggia::policy;
using enum Permission;

namespace {

std::string told(const Actor& actor, Permission permission, const Subject& subject = {}) {
    return explain(decide(actor, permission, subject), actor);
}

}  // namespace

TEST_CASE("refusals are worded for the one who asks") {
    const Actor visitor = world::visitor();
    const Actor jon = world::actor(world::jon);
    const Actor ana = world::actor(world::ana);
    const Actor ben = world::actor(world::ben);
    const Actor mia = world::actor(world::mia);
    const Actor helena = world::actor(world::helena);
    const Subject lukas = world::booking_of(world::luka, world::ana);
    struct Row {
        Actor actor;
        Permission permission;
        Subject subject;
        std::string text;
    };
    const Row rows[]{
        {visitor, create_booking,      {},    "Sign in to make a booking."                                   },
        {visitor, cancel_booking,      lukas, "Sign in to cancel a booking."                                 },
        {visitor, modify_services,     {},    "Sign in to change services."                                  },
        {jon,     cancel_booking,      lukas, "You can only cancel your own bookings."                       },
        {jon,     view_booking,        lukas, "You can only see your own bookings."                          },
        {jon,     reschedule_booking,  lukas, "Only the business can move a booking."                        },
        {jon,     modify_services,     {},    "Only the business can change services."                       },
        {jon,     register_client,     {},    "Sign out to register."                                        },
        {ben,     view_booking,        lukas,
         "You can only see the bookings assigned to you. For others, ask staff, managers or owners."         },
        {ana,     cancel_booking,      lukas,
         "You can cancel the bookings assigned to you only after a manager or an owner has switched that on."},
        {ana,     view_client_contact, lukas,
         "You can only see your own contact details. For others, ask staff, managers or owners."             },
        {mia,     modify_services,     {},    "Only owners can change services."                             },
        {mia,     reactivate_booking,  lukas, "Only managers and owners can bring back a cancelled booking." },
        {helena,  view_revenue,        {},    "You can see revenue."                                         },
        {helena,  add_dependent,       lukas, "You can only add family members to your own account."         },
    };
    for (const auto& row : rows) CHECK(told(row.actor, row.permission, row.subject) == row.text);
}

TEST_CASE("visitors and clients hear of no role, and nobody of a person") {
    for (PersonId asker : {PersonId{}, world::jon, world::mara, world::ana, world::mia, world::petra, world::helena})
        for (std::size_t i = 0; i < permission_count; ++i) {
            const Actor actor = asker.is_set() ? world::actor(asker) : world::visitor();
            const auto subject = world::booking_of(world::luka, world::ben);
            const std::string text = told(actor, static_cast<Permission>(i), subject);
            CAPTURE(text);
            for (const auto& person : world::people()) CHECK_FALSE(text.contains(person.name));
            if (is_staff(actor.roles)) continue;
            // A permission about roles cannot be named without the word.
            const std::string_view phrase = phrase_of(static_cast<Permission>(i));
            for (const auto* role : {"owner", "manager", "limited", "role"})
                CHECK((phrase.contains(role) || !text.contains(role)));
        }
}

TEST_CASE("whatever is refused, the sentence is whole") {
    for (PersonId asker : {PersonId{}, world::jon, world::ana, world::mia, world::petra, world::helena})
        for (std::size_t i = 0; i < permission_count; ++i)
            for (PersonId client : {world::luka, world::jon}) {
                const Actor actor = asker.is_set() ? world::actor(asker) : world::visitor();
                const std::string text =
                    told(actor, static_cast<Permission>(i), world::booking_of(client, world::ben));
                CAPTURE(text);
                CHECK(text.ends_with('.'));
                CHECK_FALSE(text.contains("  "));
                CHECK_FALSE(text.contains(" ."));
            }
}

TEST_CASE("every reach short of all has its words") {
    for (const Model* model : all_models())
        for (const Grant& grant : grants_of(*model)) {
            CAPTURE(name_of(grant.permission));
            if (grant.cell.reach == Reach::own) CHECK_FALSE(wording_of(grant.permission).own.empty());
            if (grant.cell.reach != Reach::own && grant.cell.reach != Reach::all)
                CHECK_FALSE(wording_of(grant.permission).at_work.empty());
        }
}
