#include "portal/screens/roles/switches_card.h"
#include "portal/stage.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia;
using namespace loggia::portal;
using stage::ok;
using stage::Stage;
using ui::Role;

namespace {

constexpr std::string_view form = "/staff/roles?switch=limited_staff_attendance";

Stage& roles_of(Stage& stage, policy::Role reader) {
    stage.serve_world(stage::session_with(reader));
    stage.serve("/api/team", ok(stage::team()));
    stage.start();
    stage.settle();
    return stage;
}

}  // namespace

TEST_CASE("the switches of a business are those its model waits for, but for the plan") {
    for (const auto* model : policy::all_models()) {
        policy::SwitchSet waited_for, listed;
        for (const auto& grant : policy::grants_of(*model)) waited_for.turn_on(grant.cell.condition);
        for (const auto which : switches_of(*model)) listed.turn_on(which);
        for (std::size_t i = 1; i < policy::switch_count; ++i) {
            const auto which = static_cast<policy::Switch>(i);
            INFO(model->name() << ": " << policy::name_of(which));
            const bool is_listed = (listed.bits() >> i & 1U) != 0;
            CHECK(is_listed == (which != policy::Switch::plan_grow && (waited_for.bits() >> i & 1U) != 0));
        }
    }
}

TEST_CASE("a switch is turned with a reason, and the session follows") {
    Stage stage{std::string(form)};
    roles_of(stage, policy::Role::manager);
    CHECK(stage.says("Limited staff: Complete a booking, Take attendance"));
    stage.write("Reason", "They are ready");
    auto session = stage::session_with(policy::Role::manager);
    policy::SwitchSet on;
    on.turn_on(policy::Switch::limited_staff_attendance);
    session.switches = static_cast<std::int64_t>(on.bits());
    stage.serve("/api/switches", ok(api::SwitchesView{session.switches}));
    stage.serve("/api/session", ok(session));
    stage.submit("switch-form");
    const auto sent = stage.sent("/api/switches");
    REQUIRE(sent.size() == 1);
    CHECK(sent[0].body.find(R"("which":"limited_staff_attendance","is_on":true,"reason":"They are ready")") !=
          std::string::npos);
    stage.settle();
    CHECK(stage.url() == "/staff/roles");
    stage.press(Role::button, "Switches");
    CHECK(stage.says("“attendance by limited staff” is switched on."));
    CHECK(stage.shows(Role::link, "Switch off: attendance by limited staff"));
}

TEST_CASE("who may not turn switches sees how they stand, and who may") {
    auto session = stage::session_with(policy::Role::manager);
    session.role_model = "petcare";
    session.person->roles = {policy::Role::client, policy::Role::admin};
    Stage stage("/staff/roles?switch=messaging");
    stage.serve_world(session);
    stage.serve("/api/team", ok(api::TeamView{}));
    stage.start();
    stage.settle();
    CHECK_FALSE(stage.shows(Role::button, "Close"));
    stage.press(Role::button, "Switches");
    CHECK(stage.says("Only owner admins can"));
    CHECK_FALSE(stage.shows(Role::link, "Switch on: messages"));
    CHECK_FALSE(stage.shows(Role::button, "Switch on: messages"));
}

TEST_CASE("an address of no switch of this model opens nothing") {
    for (const auto* which : {"time_tracking", "plan_grow", "none", "%3Cb%3E"}) {
        INFO(which);
        Stage stage("/staff/roles?switch=" + std::string(which));
        roles_of(stage, policy::Role::owner);
        CHECK_FALSE(stage.shows(Role::button, "Close"));
    }
}
