#include "portal/screens/roles/access_change_words.h"
#include "portal/stage.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia;
using namespace loggia::portal;
using stage::ok;
using stage::Stage;
using ui::Role;

namespace {

api::AccessChangeView of_switch() {
    auto change = stage::some_change();
    change.person_id.reset();
    change.person_name.reset();
    change.which = policy::Switch::messaging;
    change.before = {"off"};
    change.after = {"on"};
    return change;
}

api::AccessChangeView of_custom_role(std::vector<std::string> before, std::vector<std::string> after) {
    auto change = stage::some_change();
    change.person_id.reset();
    change.person_name.reset();
    change.custom_role_name = "Front desk";
    change.before = std::move(before);
    change.after = std::move(after);
    return change;
}

Stage& history(Stage& stage, const api::AccessHistory& answer) {
    stage.serve_world(stage::session_with(policy::Role::owner));
    stage.serve("/api/team", ok(stage::team()));
    stage.serve("/api/access-changes", ok(answer));
    stage.start();
    stage.settle();
    return stage;
}

}  // namespace

TEST_CASE("a change of access reads as what it was about, and what became of it") {
    const auto words = english_words();
    struct Row {
        api::AccessChangeView change;
        std::string subject, change_words;
    };
    for (const auto& [change, subject, change_words] : {
             Row{stage::some_change(), "Ana Novak", "Limited staff → Staff, Front desk"},
             Row{of_switch(), "Switch: messages", "off → on"},
             Row{of_custom_role({}, {"take_attendance: all"}), "Custom role “Front desk”",
                 "nothing → Take attendance: All"},
             Row{of_custom_role({"take_attendance: all", "view_help: none"}, {"view_help: none"}),
                 "Custom role “Front desk”", "Take attendance: All → nothing"},
             Row{of_custom_role({"take_attendance: all"}, {"take_attendance: all, if messaging"}),
                 "Custom role “Front desk”", "Take attendance: All → Take attendance: All, if “messages” is on"},
             Row{of_custom_role({"assign_roles: all, of limited_staff"},
                 {"assign_roles: all, of limited_staff staff"}),
                 "Custom role “Front desk”", "Give and take roles: limited staff → "
                 "Give and take roles: limited staff and staff"},
             Row{of_custom_role({"Front", "view_help: all"}, {"Front desk", "view_help: all"}),
                 "Custom role “Front desk”", "Front → Front desk"},
             Row{of_custom_role({}, {"no_such_permission: all"}), "Custom role “Front desk”",
                 "nothing → no_such_permission: all"},
    }) {
        CHECK(subject_in_words(*words, change) == subject);
        CHECK(change_in_words(*words, policy::studio_model(), change) == change_words);
    }
}

TEST_CASE("the history says who changed what, when, why and by which right") {
    Stage stage("/staff/roles/history");
    history(stage, {{stage::some_change()}, false});
    for (const auto* words : {"Ana Novak", "Limited staff → Staff, Front desk", "“Runs the recital”",
                              "Helena Roth, as Owner · Tue 20 Oct, 09:15"})
        CHECK(stage.says(words));
    CHECK_FALSE(stage.shows(Role::button, "Earlier changes"));
}

TEST_CASE("earlier changes are asked for from the last one on, and follow it") {
    Stage stage("/staff/roles/history");
    history(stage, {{stage::some_change()}, true});
    auto earlier = of_switch();
    earlier.id = 4;
    stage.serve("/api/access-changes", ok(api::AccessHistory{{earlier}, false}));
    stage.press(Role::button, "Earlier changes");
    CHECK(stage.sent("/api/access-changes").back().path == "/api/access-changes?before=9");
    stage.settle();
    const auto all = stage.everything();
    CHECK(all.find("Limited staff → Staff") < all.find("off → on"));
    CHECK_FALSE(stage.shows(Role::button, "Earlier changes"));
}

TEST_CASE("the history of one person is an address, from which all of it can be reached") {
    Stage stage("/staff/roles/history?person=11");
    history(stage, {{stage::some_change()}, false});
    CHECK(stage.sent("/api/access-changes")[0].path == "/api/access-changes?person_id=11");
    stage.follow("Of everybody");
    CHECK(stage.url() == "/staff/roles/history");
    CHECK(stage.sent("/api/access-changes").back().path == "/api/access-changes");
}
