#include "portal/stage.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia;
using namespace loggia::portal;
using stage::ok;
using stage::Stage;
using ui::Role;

namespace {

Stage& team_of(Stage& stage, policy::Role reader, const api::TeamView& team = stage::team()) {
    stage.serve_world(stage::session_with(reader));
    stage.serve("/api/team", ok(team));
    stage.start();
    stage.settle();
    return stage;
}

std::string form_of(PersonId person) { return "/staff/roles/people?person=" + url_text(person) + "&part=roles"; }

api::RoleChangeView made_of(PersonId person, std::vector<policy::Role> roles) {
    const auto team = stage::team();
    for (auto member : team.members) {
        if (member.id != person) continue;
        member.roles = std::move(roles);
        ++member.version;
        return {member, false, false};
    }
    return {};
}

bool is_ticked(const Stage& stage, std::string_view role) {
    const auto* box = stage.find(Role::checkbox, role);
    return box && has(box->flags, ui::Flag::checked);
}

bool can_be_ticked(const Stage& stage, std::string_view role) {
    const auto* box = stage.find(Role::checkbox, role);
    return box && !has(box->flags, ui::Flag::disabled);
}

/// Every set of the model's staff roles.
std::vector<policy::RoleSet> sets_of(const policy::Model& model) {
    std::vector<policy::RoleSet> sets{policy::RoleSet{}};
    for (const auto& column : model.columns()) {
        if (!model.staff_roles().has(column.role)) continue;
        const std::size_t count = sets.size();
        for (std::size_t i = 0; i < count; ++i) {
            sets.push_back(sets[i]);
            sets.back().add(column.role);
        }
    }
    return sets;
}

}  // namespace

TEST_CASE("the team is a list of who works here, by which roles, and with which rights unused") {
    Stage stage("/staff/roles/people");
    team_of(stage, policy::Role::owner);
    for (const auto* words : {"Helena Roth Owner · also a client", "Ana Novak Limited staff · also a client",
                              "Clara Ito Limited staff · also a client Front desk 2 unused"})
        CHECK(stage.says(words));
    stage.follow("Clara Ito");
    CHECK(stage.url() == "/staff/roles/people?person=13");
    for (const auto* words : {"Unused rights", "have not done it for 90 days", "Follow what changes", "Front desk"})
        CHECK(stage.says(words));
    stage.press(Role::button, "Close");
    CHECK(stage.url() == "/staff/roles/people");
    CHECK(stage.page().focus_wanted() == "13");
}

TEST_CASE("the roles that can be ticked are exactly those of some change the reader may make") {
    const auto& model = policy::studio_model();
    const Team team(stage::team(), model);
    const auto english = english_words();
    for (const auto reader : {policy::Role::manager, policy::Role::owner})
        for (const auto& member : team.members()) {
            Stage stage(form_of(member.id));
            team_of(stage, reader);
            const auto author = actor_of(stage::session_with(reader));
            for (const auto& column : model.columns()) {
                if (!model.staff_roles().has(column.role)) continue;
                const auto before = team.held_by(member);
                bool is_possible = false;
                for (const auto roles : sets_of(model)) {
                    const policy::RoleChange change{
                        before, {roles, before.custom_roles}
                    };
                    is_possible |= roles.has(column.role) != before.roles.has(column.role) &&
                                   policy::check_role_change(author, change, team.headcount()).has_value();
                }
                INFO(policy::name_of(reader) << " about " << policy::name_of(column.role) << " of " << member.name);
                CHECK(can_be_ticked(stage, english->roles(static_cast<std::size_t>(column.role))) == is_possible);
            }
        }
}

TEST_CASE("a change is sent whole, with its version and its reason, and what came of it is shown at once") {
    Stage stage(form_of(world::ana));
    team_of(stage, policy::Role::owner);
    stage.choose(Role::checkbox, "Staff");
    stage.write("Reason", "  Runs the front desk ");
    stage.serve("/api/team/11/roles", ok(made_of(world::ana, {policy::Role::limited_staff, policy::Role::staff})));
    stage.press(Role::button, "Close");
    stage.go_to(form_of(world::ana));
    CHECK(is_ticked(stage, "Staff"));
    CHECK(stage.value_of("Reason") == "  Runs the front desk ");
    stage.submit();
    const auto sent = stage.sent("/api/team/11/roles");
    REQUIRE(sent.size() == 1);
    CHECK(sent[0].method == "POST");
    for (const auto* part : {R"("version":3)", R"("roles":["limited_staff","staff"])", R"("custom_roles":[])",
                             R"("reason":"Runs the front desk")"})
        CHECK(sent[0].body.find(part) != std::string::npos);
    const auto sessions = stage.sent("/api/session").size();
    stage.settle_once();
    stage.build();
    CHECK(stage.says("The roles of Ana Novak are saved."));
    CHECK(stage.says("Limited staff, Staff · also a client"));
    CHECK(stage.url() == "/staff/roles/people?person=11");
    stage.settle();
    CHECK(stage.sent("/api/session").size() == sessions + 1);
    CHECK(stage.sent("/api/team?").size() + stage.sent("/api/team").size() >= 2);
}

TEST_CASE("nothing is sent without a reason, nor what is no change") {
    Stage stage(form_of(world::ana));
    team_of(stage, policy::Role::owner);
    stage.submit();
    CHECK(stage.says("Please say why."));
    CHECK(stage.says("These are the roles they have already."));
    stage.choose(Role::checkbox, "Staff");
    stage.submit();
    CHECK(stage.says("Please say why."));
    CHECK(stage.page().focus_wanted() == "reason");
    CHECK(stage.sent("/api/team/11/roles").empty());
}

TEST_CASE("the last owner cannot be demoted and is told why") {
    Stage stage(form_of(world::helena));
    team_of(stage, policy::Role::owner);
    CHECK(is_ticked(stage, "Owner"));
    CHECK_FALSE(can_be_ticked(stage, "Owner"));
    CHECK(stage.says("Nobody else has the role “Owner”. Give it to somebody else first"));
}

TEST_CASE("a manager changes nothing of an owner, and hears who does") {
    Stage stage("/staff/roles/people?person=1");
    team_of(stage, policy::Role::manager);
    const auto* button = stage.find(Role::button, "Change roles");
    REQUIRE(button != nullptr);
    CHECK(has(button->flags, ui::Flag::disabled));
    CHECK(stage.says("only where it concerns limited staff and staff"));
    CHECK_FALSE(stage.shows(Role::link, "Change roles"));
}

TEST_CASE("a change that cannot be made is told before it is sent") {
    auto team = stage::team();
    Stage stage(form_of(world::ana));
    team_of(stage, policy::Role::manager, team);
    CHECK_FALSE(stage.says("Only owners can remove people from the team"));
    stage.clear("Limited staff");
    CHECK(stage.says("Only owners can"));
    CHECK(stage.sent("/api/team/11/roles").empty());
}

TEST_CASE("a promotion and one owner too many are said before they are sent") {
    auto team = stage::team();
    team.members[1].roles = {policy::Role::owner};
    Stage stage(form_of(world::ana));
    team_of(stage, policy::Role::owner, team);
    CHECK_FALSE(stage.says("A promotion"));
    stage.choose(Role::checkbox, "Owner");
    const policy::RoleChange change{
        {{policy::Role::limited_staff},                      {}},
        {{policy::Role::limited_staff, policy::Role::owner}, {}}
    };
    const auto added = policy::permissions_added(policy::studio_model(), change).size();
    CHECK(stage.says("Adds " + std::to_string(added) + " permissions, among them: "));
    CHECK(stage.says("More than two people can do everything."));
}

TEST_CASE("roles that somebody else has changed are loaded anew, and the refusal is shown") {
    Stage stage(form_of(world::ana));
    team_of(stage, policy::Role::owner);
    stage.choose(Role::checkbox, "Staff");
    stage.write("Reason", "Helps out");
    stage.serve("/api/team/11/roles", stage::refused(ErrorCode::conflict, "Somebody has changed these roles."));
    auto team = stage::team();
    team.members[3].version = 4;
    team.members[3].roles = {policy::Role::manager};
    stage.serve("/api/team", ok(team));
    stage.submit();
    stage.settle();
    CHECK(stage.says("Somebody has changed these roles."));
    CHECK(is_ticked(stage, "Manager"));
    CHECK_FALSE(is_ticked(stage, "Staff"));
    CHECK(stage.value_of("Reason") == "Helps out");
}

TEST_CASE("somebody new begins with the lowest role unless another is chosen") {
    Stage stage("/staff/roles/people?part=new");
    team_of(stage, policy::Role::manager);
    CHECK(stage.value_of("Role") == "limited_staff");
    stage.write("Email", "jon@example.org");
    stage.write("Reason", "Teaches drums");
    stage.serve("/api/team", stage::refused(ErrorCode::not_found, "Nobody has registered.", "email"));
    stage.submit();
    CHECK(stage.sent("/api/team").back().body.find(R"("role":"limited_staff")") != std::string::npos);
    stage.settle();
    CHECK(stage.says("Nobody has registered with this email. They register first."));
}

TEST_CASE("who signs out leaves no team behind") {
    Stage stage("/staff/roles/people");
    team_of(stage, policy::Role::owner);
    stage.serve("/api/sessions/end", ok(stage::visitor()));
    stage.serve("/api/session", ok(stage::visitor()));
    stage.press(Role::button, "Sign out");
    stage.settle();
    CHECK_FALSE(stage.says("Ana Novak"));
    CHECK(is_not_asked(stage.store().team.changing()));
    stage.serve_silence("/api/team");
    CHECK(here(stage.store().team.want()) == nullptr);
}
