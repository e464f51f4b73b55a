#include "portal/stage.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia;
using namespace loggia::portal;
using stage::ok;
using stage::Stage;
using ui::Role;

namespace {

constexpr auto attendance = policy::Switch::limited_staff_attendance;

Stage& asked_by(Stage& stage, policy::Role reader, policy::SwitchSet switches = {}) {
    auto session = stage::session_with(reader);
    session.switches = static_cast<std::int64_t>(switches.bits());
    stage.serve_world(session);
    stage.serve("/api/team", ok(stage::team()));
    stage.start();
    stage.settle();
    return stage;
}

}  // namespace

TEST_CASE("why somebody cannot is said role by role, with who can and the ways to allow it") {
    Stage stage("/staff/roles/people?person=11&why=reschedule_booking");
    asked_by(stage, policy::Role::owner);
    for (const auto* words :
         {"Why can’t Ana move a booking?", "Limited staff does not include: Move a booking.",
          "Client does not include it either.", "Included for: staff, managers and owners.", "Ways to allow it",
          "Copy Limited staff and add: Move a booking (All).", "Promote to Staff"})
        CHECK(stage.says(words));
    CHECK_FALSE(stage.shows(Role::link, "Switch on"));
    const policy::RoleChange change{
        {{policy::Role::limited_staff},                      {}},
        {{policy::Role::limited_staff, policy::Role::staff}, {}}
    };
    const auto added = policy::permissions_added(policy::studio_model(), change).size();
    CHECK(stage.says("Adds " + std::to_string(added) + " permissions, among them: refund a payment"));
    stage.follow("Create role");
    CHECK(stage.url() == "/staff/roles/custom?from=limited_staff&add=reschedule_booking");
}

TEST_CASE("a promotion that is offered stands in the form already") {
    Stage stage("/staff/roles/people?person=11&why=reschedule_booking");
    asked_by(stage, policy::Role::manager);
    CHECK_FALSE(stage.shows(Role::link, "Create role"));
    stage.follow("Change roles");
    CHECK(stage.url() == "/staff/roles/people?person=11&part=roles&add=staff");
    const auto* box = stage.find(Role::checkbox, "Staff");
    REQUIRE(box != nullptr);
    CHECK(has(box->flags, ui::Flag::checked));
}

TEST_CASE("a switch that is off is a way for those who may turn it") {
    Stage stage("/staff/roles/people?person=11&why=take_attendance");
    asked_by(stage, policy::Role::manager);
    CHECK(stage.says("“attendance by limited staff” is switched off."));
    stage.follow("Switch on");
    CHECK(stage.url() == "/staff/roles?switch=limited_staff_attendance");

    policy::SwitchSet on;
    on.turn_on(attendance);
    Stage other("/staff/roles/people?person=11&why=take_attendance");
    asked_by(other, policy::Role::manager, on);
    CHECK(other.says("Ana can take attendance"));
    CHECK_FALSE(other.says("Ways to allow it"));
}

TEST_CASE("where the reader can do nothing about it, it is said who can") {
    Stage stage("/staff/roles/people?person=2&why=modify_services");
    asked_by(stage, policy::Role::manager);
    CHECK(stage.says("This can be changed by owners."));
    CHECK_FALSE(stage.shows(Role::link, "Change roles"));
}

TEST_CASE("who can do a thing is decided for each of the team, by all their roles and the switches") {
    Stage stage("/staff/roles/who-can?permission=take_attendance");
    asked_by(stage, policy::Role::owner);
    for (const auto* words :
         {"Helena Roth All · Owner", "Mia Hart All · Staff", "Clara Ito All · Front desk", "These cannot"})
        CHECK(stage.says(words));
    const auto all = stage.everything();
    CHECK(all.find("These cannot") < all.find("Ana Novak"));
    CHECK(all.find("These cannot") > all.find("Clara Ito"));
    CHECK(stage.says("Ana Novak “attendance by limited staff” is switched off."));
    stage.follow("Ana Novak");
    CHECK(stage.url() == "/staff/roles/people?person=11&why=take_attendance");
}

TEST_CASE("what is asked is an address, and what is no permission asks nothing") {
    Stage stage("/staff/roles/who-can");
    asked_by(stage, policy::Role::owner);
    CHECK_FALSE(stage.says("Ana Novak"));
    stage.write("Who can …?", "view_calendar");
    CHECK(stage.url() == "/staff/roles/who-can?permission=view_calendar");
    CHECK(stage.says("Ana Novak Assigned · Limited staff"));
    Stage wrong("/staff/roles/who-can?permission=%3Cscript%3E");
    asked_by(wrong, policy::Role::owner);
    CHECK_FALSE(wrong.says("Ana Novak"));
}
