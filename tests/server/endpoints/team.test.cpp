// Who gives roles to whom, what becomes of it at once, and what is kept of it. The rules themselves: tests/policy.
#include "server/storage/team.h"
#include "server/endpoints/asking.h"
#include "server/storage/audit.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace loggia::endpoints {

namespace {

using policy::Permission;
using policy::Role;

/// As the server knows them now.
policy::Actor actor(World& world, PersonId person) {
    return world.read([&](const BusinessReader& business) -> Result<policy::Actor> {
        return TRY(storage::actor_of(business, person));
    });
}

api::TeamMemberView member(World& world, PersonId person) {
    const auto team = must(world.ask(list_team, actor(world, world::helena)));
    const auto found = std::ranges::find(team.members, person, &api::TeamMemberView::id);
    if (found == team.members.end()) throw std::runtime_error{"does not work here"};
    return *found;
}

api::RoleChange change(World& world, PersonId person, std::vector<Role> roles) {
    return {person, member(world, person).version, std::move(roles), {}, "Helps at the front desk from now on."};
}

api::CustomRoleDraft attendance_draft() {
    return {{},
            0,
            "Taking attendance",
            Role::limited_staff,
            {{Permission::take_attendance, policy::Reach::assigned, policy::Switch::none, {}}},
            "Teachers take it themselves."};
}

std::vector<api::AccessChangeView> history(World& world) {
    return must(world.ask(list_access_changes, world::actor(world::helena))).changes;
}

}  // namespace

TEST_CASE("the team is everybody with a role of those who work here, and nobody else") {
    World world;
    const auto team = must(world.ask(list_team, world::actor(world::helena)));
    std::vector<std::string> names;
    for (const auto& each : team.members) names.push_back(each.name);
    CHECK(names ==
          std::vector<std::string>{"Ana Novak", "Ben Keller", "Clara Ito", "Helena Roth", "Mia Hart", "Petra Lang"});
    CHECK(member(world, world::ana).roles == std::vector{Role::limited_staff});
}

TEST_CASE("a role given counts at once, and who gave it by which right and why is kept") {
    World world;
    const auto sees_how_to_reach_jon = [&] {
        return policy::decide(actor(world, world::ana), Permission::view_client_contact, {.client = world::jon});
    };
    CHECK_FALSE(sees_how_to_reach_jon());
    const auto given =
        must(world.ask(change_roles, actor(world, world::petra), change(world, world::ana, {Role::staff})));
    CHECK(given.is_promotion);
    CHECK_FALSE(given.has_too_many_owners);
    CHECK(given.member.roles == std::vector{Role::staff});
    CHECK(sees_how_to_reach_jon());
    const auto kept = history(world);
    REQUIRE(kept.size() == 1);
    CHECK(kept[0].author_name == "Petra Lang");
    CHECK(kept[0].permission == Permission::assign_roles);
    CHECK(kept[0].granted_by == Role::manager);
    CHECK(kept[0].person_name == "Ana Novak");
    CHECK(kept[0].before == std::vector<std::string>{"limited_staff"});
    CHECK(kept[0].after == std::vector<std::string>{"staff"});
    CHECK(kept[0].reason == "Helps at the front desk from now on.");
    CHECK(kept[0].made_at == world.now);
}

TEST_CASE("each change of roles is told to those who follow changes") {
    World world;
    const auto before = must(world.ask(show_session, world::actor(world::ana)));
    must(world.ask(change_roles, actor(world, world::helena), change(world, world::ana, {Role::staff})));
    const auto sync = must(world.ask(endpoints::sync, world::actor(world::ana), {before.seq}));
    CHECK(sync.seq > before.seq);
    CHECK(sync.complete);
    CHECK(sync.catalog_version != before.catalog_version);
    CHECK_FALSE(sync.changes.at(0).booking);
}

TEST_CASE("a change of roles that is wrong changes nothing and says what is") {
    World world;
    struct Row {
        PersonId author, person;
        std::vector<Role> roles;
        std::string reason;
        ErrorCode code;
        std::string field;
    };
    using enum ErrorCode;
    const std::vector<Row> rows{
        {world::petra, world::helena, {Role::staff}, "Why not.", forbidden, ""},
        {world::petra, world::ana, {Role::manager}, "Why not.", forbidden, ""},
        {world::petra, world::petra, {Role::owner}, "Why not.", forbidden, ""},
        {world::mia, world::ana, {Role::staff}, "Why not.", forbidden, ""},
        {world::petra, world::ana, {}, "Why not.", forbidden, ""},
        {world::helena, world::helena, {Role::manager}, "Why not.", conflict, "roles"},
        {world::helena, world::ana, {Role::limited_staff}, "Why not.", invalid_input, "roles"},
        {world::helena, world::ana, {Role::admin}, "Why not.", invalid_input, "roles"},
        {world::helena, world::ana, {Role::staff}, "  ", invalid_input, "reason"},
        {world::helena, world::ana, {Role::staff}, std::string(301, 'x'), invalid_input, "reason"},
        {world::helena, world::ana, {Role::staff}, "a\x01", invalid_input, "reason"},
        {world::helena, world::mara, {Role::staff}, "Why not.", not_found, "person_id"},
        {world::helena, PersonId{999}, {Role::staff}, "Why not.", not_found, "person_id"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.author.value, row.person.value, row.reason);
        const auto answer =
            world.ask(change_roles, actor(world, row.author), {row.person, 0, row.roles, {}, row.reason});
        CHECK(code_of(answer) == row.code);
        CHECK(answer.error().field == row.field);
    }
    CHECK(history(world).empty());
    CHECK(member(world, world::ana).version == 0);
}

TEST_CASE("roles that somebody else changed meanwhile are not overwritten") {
    World world;
    const auto late = change(world, world::ana, {Role::manager});
    must(world.ask(change_roles, actor(world, world::helena), change(world, world::ana, {Role::staff})));
    CHECK(code_of(world.ask(change_roles, actor(world, world::helena), late)) == ErrorCode::conflict);
    CHECK(member(world, world::ana).roles == std::vector{Role::staff});
}

TEST_CASE("a third owner is taken in with a warning, and the second may leave") {
    World world;
    const auto make_owner = [&](PersonId person) {
        return must(world.ask(change_roles, actor(world, world::helena), change(world, person, {Role::owner})));
    };
    CHECK_FALSE(make_owner(world::petra).has_too_many_owners);
    CHECK(make_owner(world::mia).has_too_many_owners);
    const auto steps_down = change(world, world::helena, {Role::staff});
    CHECK_FALSE(must(world.ask(change_roles, actor(world, world::helena), steps_down)).is_promotion);
}

TEST_CASE("whoever has registered is taken into the team with the lowest role, and whoever has not is not") {
    World world;
    const auto added =
        must(world.ask(add_team_member, actor(world, world::petra), {" Jon@Example.org ", {}, "Teaches cello."}));
    CHECK(added.member.roles == std::vector{Role::limited_staff});
    CHECK(actor(world, world::jon).roles == policy::RoleSet{Role::client, Role::limited_staff});
    CHECK(history(world).at(0).permission == Permission::create_staff);
    const auto refused = [&](PersonId author, const api::NewTeamMember& request) {
        return code_of(world.ask(add_team_member, actor(world, author), request));
    };
    CHECK(refused(world::petra, {"jon@example.org", {}, "Teaches cello."}) == ErrorCode::conflict);
    CHECK(refused(world::petra, {"no@example.org", {}, "Teaches cello."}) == ErrorCode::not_found);
    CHECK(refused(world::petra, {"no", {}, "Teaches cello."}) == ErrorCode::invalid_input);
    CHECK(refused(world::petra, {"mara@example.org", Role::owner, "Runs it."}) == ErrorCode::forbidden);
    CHECK(refused(world::petra, {"mara@example.org", Role::client, "Runs it."}) == ErrorCode::invalid_input);
    CHECK(refused(world::petra, {"mara@example.org", {}, ""}) == ErrorCode::invalid_input);
    CHECK(refused(world::mia, {"mara@example.org", {}, "Teaches cello."}) == ErrorCode::forbidden);
}

TEST_CASE("a custom role is made, given, changed in versions and removed") {
    World world;
    const auto helena = actor(world, world::helena);
    auto draft = attendance_draft();
    const auto made = must(world.ask(save_custom_role, helena, draft));
    CHECK(made.version == 1);
    CHECK(made.adjustments == draft.adjustments);
    auto given = change(world, world::ana, {Role::limited_staff});
    given.custom_roles = {made.id};
    must(world.ask(change_roles, actor(world, world::helena), given));
    const auto may = [&](Permission permission) {
        return policy::decide(actor(world, world::ana), permission, {.assigned_staff = world::ana});
    };
    CHECK(may(Permission::take_attendance).custom_role == made.id);
    CHECK(must(world.ask(show_session, actor(world, world::ana))).person->custom_roles == std::vector{made});

    draft.role_id = made.id;
    draft.version = 1;
    draft.adjustments = {
        {Permission::cancel_booking, policy::Reach::assigned, policy::Switch::none, {}}
    };
    CHECK(must(world.ask(save_custom_role, helena, draft)).version == 2);
    CHECK_FALSE(may(Permission::take_attendance));
    CHECK(may(Permission::cancel_booking));
    CHECK(code_of(world.ask(save_custom_role, helena, draft)) == ErrorCode::conflict);

    CHECK(code_of(world.ask(remove_custom_role, helena, {made.id, 1, "Not needed."})) == ErrorCode::conflict);
    must(world.ask(remove_custom_role, helena, {made.id, 2, "Not needed."}));
    CHECK_FALSE(may(Permission::cancel_booking));
    CHECK(member(world, world::ana).custom_roles.empty());
    CHECK(code_of(world.ask(remove_custom_role, helena, {made.id, 3, "Not needed."})) == ErrorCode::not_found);
    const auto kept = history(world);
    REQUIRE(kept.size() == 4);
    CHECK(kept[0].custom_role_name == "Taking attendance");
    CHECK(kept[1].before == std::vector<std::string>{"Taking attendance", "take_attendance: assigned"});
    CHECK(kept[1].after == std::vector<std::string>{"Taking attendance", "cancel_booking: assigned"});
    CHECK(kept[2].after == std::vector<std::string>{"limited_staff", "Taking attendance"});
}

TEST_CASE("a custom role that is wrong is refused with the field, and nothing is kept of it") {
    World world;
    const auto helena = actor(world, world::helena);
    must(world.ask(save_custom_role, helena, attendance_draft()));
    using Draft = api::CustomRoleDraft;
    using enum ErrorCode;
    struct Row {
        PersonId author;
        std::function<void(Draft&)> spoil;
        ErrorCode code;
        std::string field;
    };
    const auto one = [](Permission permission, std::vector<Role> may_touch) {
        return [=](Draft& draft) {
            draft.adjustments = {
                {permission, policy::Reach::all, policy::Switch::none, may_touch}
            };
        };
    };
    const auto twice = [](Draft& draft) { draft.adjustments.push_back(draft.adjustments[0]); };
    const std::vector<Row> rows{
        {world::helena, [](Draft& draft) { draft.name = " "; }, invalid_input, "name"},
        {world::helena, [](Draft& draft) { draft.name = "OWNER"; }, conflict, "name"},
        {world::helena, [](Draft& draft) { draft.name = "taking ATTENDANCE"; }, conflict, "name"},
        {world::helena, [](Draft& draft) { draft.made_from = Role::client; }, invalid_input, "made_from"},
        {world::helena, [](Draft& draft) { draft.made_from = Role::admin; }, invalid_input, "made_from"},
        {world::helena, [](Draft& draft) { draft.reason = ""; }, invalid_input, "reason"},
        {world::helena, [](Draft& draft) { draft.version = 1; }, invalid_input, "role_id"},
        {world::helena, [](Draft& draft) { draft.role_id = CustomRoleId{4711}; }, not_found, "role_id"},
        {world::helena, twice, invalid_input, "adjustments.0"},
        {world::helena, one(Permission::take_attendance, {Role::staff}), invalid_input, "adjustments.0"},
        {world::helena, one(Permission::assign_roles, {}), invalid_input, "adjustments.0"},
        {world::helena, one(Permission::leave_roster, {Role::client}), invalid_input, "adjustments.0"},
        {world::petra, [](Draft&) {}, forbidden, ""},
    };
    for (const Row& row : rows) {
        auto draft = attendance_draft();
        draft.name = "Another";
        row.spoil(draft);
        CAPTURE(draft.name, row.field);
        const auto answer = world.ask(save_custom_role, actor(world, row.author), draft);
        CHECK(code_of(answer) == row.code);
        CHECK(answer.error().field == row.field);
    }
    CHECK(must(world.ask(list_team, helena)).custom_roles.size() == 1);
    CHECK(history(world).size() == 1);
}

TEST_CASE("a switch is flipped with a reason, counts at once and is kept") {
    World world;
    const auto petra = actor(world, world::petra);
    const auto of_ana = [&] {
        return policy::decide(actor(world, world::ana), Permission::cancel_booking, {.assigned_staff = world::ana});
    };
    CHECK(of_ana().reason.kind == policy::ReasonKind::switched_off);
    const auto which = policy::Switch::limited_staff_cancellation;
    const auto switches = must(world.ask(change_switch, petra, {which, true, "They know their clients."}));
    CHECK(policy::SwitchSet::from_bits(static_cast<std::uint32_t>(switches.switches)).is_on(which));
    CHECK(of_ana());
    CHECK(code_of(world.ask(change_switch, petra, {which, true, "Again."})) == ErrorCode::conflict);
    CHECK(history(world).at(0).which == which);
    CHECK(history(world).at(0).after == std::vector<std::string>{"on"});
    for (const auto unknown : {policy::Switch::none, policy::Switch::plan_grow, policy::Switch::accept_tips})
        CHECK(code_of(world.ask(change_switch, petra, {unknown, true, "Why not."})) == ErrorCode::not_found);
    CHECK(code_of(world.ask(change_switch, actor(world, world::mia), {which, false, "No."})) == ErrorCode::forbidden);
}

TEST_CASE("whoever acts as one of their roles may what that role may, until they are themselves again") {
    World world;
    const storage::TokenHash token{"hash"};
    world.write([&](BusinessWriter& business) -> Result<int> {
        TRY(storage::open_session(business, world::petra, token, world.now));
        return 0;
    });
    const auto acting = [&] {
        return world.read([&](const BusinessReader& business) -> Result<policy::Actor> {
            return TRY(storage::find_session(business, token, world.now))->actor;
        });
    };
    const auto act = [&](std::optional<Role> role) {
        const auto call = world.call(acting(), api::ActingAs{role});
        return world.try_write([&](BusinessWriter& business) { return endpoints::act_as(call, token, business); });
    };
    CHECK(must(act(Role::client)).acting_as == Role::client);
    CHECK_FALSE(policy::decide_any(acting(), Permission::view_calendar));
    CHECK_FALSE(policy::acts_as_staff(acting()));
    CHECK(policy::works_here(acting()));
    CHECK(code_of(act(Role::owner)) == ErrorCode::forbidden);
    CHECK_FALSE(must(act({})).acting_as);
    CHECK(policy::decide_any(acting(), Permission::view_calendar));
    must(act(Role::manager));
    must(world.ask(change_roles, actor(world, world::helena), change(world, world::petra, {Role::staff})));
    CHECK_FALSE(acting().acting_as);
}

TEST_CASE("bookings are made and cancelled by a right that is kept") {
    World world;
    const auto held = must(world.ask(create_hold, world::visitor(),
                                     {world::piano_lesson().id, world::ana, world::at("2026-10-27 10:00")}));
    const auto booked = must(world.ask(create_booking, world::actor(world::mia), {held.id, held.secret, world::jon}));
    must(world.ask(cancel_booking, world::actor(world::petra), {booked.id}));
    auto query = must(world.store().connection().query(
        "SELECT author_id, permission, granted_by FROM audit_entry WHERE booking_id = ?1 ORDER BY id", booked.id));
    std::vector<std::string> kept;
    while (must(query.next()))
        kept.push_back(std::to_string(query.integer(0)) + " " + std::string(query.text(1)) + " " +
                       std::string(query.text(2)));
    CHECK(kept == std::vector<std::string>{"3 create_booking staff", "2 cancel_booking manager"});
    CHECK(history(world).empty());
}

TEST_CASE("rights that somebody has and has not used for long are named, and those of every client are not") {
    World world;
    const auto unused = [&](PersonId person) { return member(world, person).unused; };
    CHECK(unused(world::ana) == std::vector{Permission::view_calendar});
    const auto use = [&](Date day) {
        world.write([&](BusinessWriter& business) -> Result<int> {
            TRY(storage::record_permission_use(business, world::ana, Permission::view_calendar, day));
            return 0;
        });
    };
    const Date today = world::zone().date_at(world.now);
    use(plus_days(today, -api::unused_after_days - 1));
    CHECK_FALSE(unused(world::ana).empty());
    use(plus_days(today, -api::unused_after_days));
    CHECK(unused(world::ana).empty());
}

TEST_CASE("what somebody may only since lately is not called unused") {
    World world;
    REQUIRE_FALSE(member(world, world::ana).unused.empty());
    const auto helena = actor(world, world::helena);
    SECTION("roles given today") {
        must(world.ask(change_roles, helena, change(world, world::ana, {Role::staff})));
        CHECK(member(world, world::ana).unused.empty());
        CHECK_FALSE(member(world, world::ben).unused.empty());
    }
    SECTION("a role of the business that was changed today") {
        const auto role = must(world.ask(save_custom_role, helena, attendance_draft()));
        world.write([&](BusinessWriter& business) -> Result<int> {
            TRY(business.run("INSERT INTO person_custom_role (business_id, person_id, role_id) VALUES (?1, ?2, ?3)",
                             world::ana, role.id));
            return 0;
        });
        CHECK(member(world, world::ana).unused.empty());
        CHECK_FALSE(member(world, world::ben).unused.empty());
    }
}

TEST_CASE("the history is read page by page, of everybody or of one person") {
    World world;
    const auto helena = actor(world, world::helena);
    for (int i = 0; i < 60; ++i)
        must(world.ask(change_roles, helena,
                       change(world, i % 2 == 0 ? world::ana : world::ben,
                              {i / 2 % 2 == 0 ? Role::staff : Role::limited_staff})));
    const auto first = must(world.ask(list_access_changes, helena));
    REQUIRE(first.changes.size() == 50);
    CHECK(first.has_more);
    const auto rest = must(world.ask(list_access_changes, helena, {{}, first.changes.back().id}));
    CHECK(rest.changes.size() == 10);
    CHECK_FALSE(rest.has_more);
    CHECK(rest.changes.back().id == 1);
    for (const auto& change : must(world.ask(list_access_changes, helena, {world::ben, {}})).changes)
        CHECK(change.person_name == "Ben Keller");
}

}  // namespace loggia::endpoints
