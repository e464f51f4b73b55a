#include "portal/screens/roles/cell_options.h"
#include "portal/stage.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace loggia;
using namespace loggia::portal;
using stage::ok;
using stage::Stage;
using ui::Role;

namespace {

Stage& editor(Stage& stage, policy::Role reader = policy::Role::owner) {
    stage.serve_world(stage::session_with(reader));
    stage.serve("/api/team", ok(stage::team()));
    stage.start();
    stage.settle();
    return stage;
}

api::CustomRoleDraft sent_draft(const Stage& stage) {
    const auto sent = stage.sent("/api/roles");
    REQUIRE(sent.size() == 1);
    const auto draft = api::decode<api::CustomRoleDraft>(sent[0].body);
    REQUIRE(draft.has_value());
    return *draft;
}

}  // namespace

TEST_CASE("of a new role only what differs from the role it is made from is sent") {
    Stage stage("/staff/roles/custom?from=limited_staff&add=take_attendance");
    editor(stage);
    CHECK(stage.value_of("Made from") == "limited_staff");
    stage.write("Name of the role", " Attendance ");
    stage.write("Reason", "For the recital");
    stage.submit();
    const auto draft = sent_draft(stage);
    CHECK_FALSE(draft.role_id.has_value());
    CHECK(draft.name == "Attendance");
    CHECK(draft.made_from == policy::Role::limited_staff);
    CHECK(draft.reason == "For the recital");
    CHECK(draft.adjustments ==
          std::vector{
              api::GrantView{policy::Permission::take_attendance, policy::Reach::all, policy::Switch::none, {}}
    });
    stage.serve("/api/roles", ok(api::CustomRoleView{CustomRoleId{777}, 1, "Attendance", policy::Role::limited_staff,
                                                     draft.adjustments}));
    stage.settle_once();
    stage.build();
    CHECK(stage.url() == "/staff/roles");
    CHECK(stage.shows(Role::column_header, "Attendance"));
}

TEST_CASE("a role is changed from the version that was seen") {
    Stage stage("/staff/roles/custom?role=501");
    editor(stage);
    CHECK(stage.value_of("Name of the role") == "Front desk");
    stage.press(Role::button, "Bookings");
    const auto& author = actor_of(stage::session_with(policy::Role::owner));
    const auto options = cells_to_give(author, policy::Permission::take_attendance);
    CHECK(stage.value_of("Take attendance") ==
          std::to_string(std::ranges::find(options, policy::Cell{policy::Reach::all}) - options.begin()));
    stage.write("Take attendance", "0");
    stage.write("Reason", "Not any more");
    stage.submit();
    const auto draft = sent_draft(stage);
    CHECK(draft.role_id == stage::front_desk);
    CHECK(draft.version == 2);
    CHECK(draft.adjustments ==
          std::vector{
              api::GrantView{policy::Permission::take_attendance, policy::Reach::none, policy::Switch::none, {}}
    });
}

TEST_CASE("nobody is offered to give more than they may") {
    for (const auto role : world::roles) {
        const auto author = actor_of(stage::session_with(role));
        for (std::size_t i = 0; i < policy::permission_count; ++i) {
            const auto permission = static_cast<policy::Permission>(i);
            for (const auto& cell : cells_to_give(author, permission)) {
                policy::CustomRole wanted;
                wanted.cells[i] = cell;
                INFO(policy::name_of(role) << " gives " << policy::name_of(permission));
                CHECK(policy::check_author(author, wanted).has_value());
            }
        }
    }
}

TEST_CASE("a role without a name or a reason is not sent") {
    Stage stage("/staff/roles/custom");
    editor(stage);
    stage.submit();
    CHECK(stage.says("Please name the role."));
    CHECK(stage.says("Please say why."));
    CHECK(stage.sent("/api/roles").empty());
}

TEST_CASE("a name that is taken is said at the name") {
    Stage stage("/staff/roles/custom");
    editor(stage);
    stage.write("Name of the role", "Front desk");
    stage.write("Reason", "Again");
    stage.serve("/api/roles", stage::refused(ErrorCode::conflict, "Another role has this name.", "name"));
    stage.submit();
    stage.settle();
    CHECK(stage.says("Another role has this name."));
    CHECK(stage.url() == "/staff/roles/custom");
}

TEST_CASE("removing a role says how many have it, and asks why") {
    Stage stage("/staff/roles/custom?role=501");
    editor(stage);
    stage.press(Role::button, "Remove role");
    CHECK(stage.says("1 person has this role and loses it."));
    CHECK(stage.sent("/api/roles/501/remove").empty());
    stage.press_in_dialog("Keep it");
    CHECK_FALSE(stage.says("1 person has this role and loses it."));
}

TEST_CASE("roles of the business stand beside those of the model, with how many have them") {
    Stage stage("/staff/roles");
    editor(stage);
    for (const auto* head : {"Limited staff 3 people", "Owner 1 person", "Front desk 1 person"})
        CHECK(stage.shows(Role::column_header, head));
    CHECK(stage.shows(Role::link, "New custom role"));
    stage.press(Role::button, "Front desk");
    CHECK_FALSE(stage.shows(Role::column_header, "Front desk"));
    stage.press(Role::button, "Custom roles");
    stage.follow("Edit: Front desk");
    CHECK(stage.url() == "/staff/roles/custom?role=501");

    Stage other("/staff/roles");
    editor(other, policy::Role::manager);
    CHECK(other.shows(Role::column_header, "Front desk"));
    other.press(Role::button, "Custom roles");
    CHECK(other.says("Made from Limited staff · 1 person"));
    CHECK_FALSE(other.shows(Role::link, "New custom role"));
    CHECK_FALSE(other.shows(Role::link, "Edit: Front desk"));
}
