#include "core/policy/topic.h"
#include "portal/stage.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia;
using namespace loggia::portal;
using stage::Stage;
using ui::Role;

namespace {

Stage& roles_of(Stage& stage, policy::Role role) {
    stage.serve_world(stage::session_with(role));
    stage.start();
    stage.settle();
    return stage;
}

}  // namespace

TEST_CASE("the matrix shows every permission with what each role may, under the heads of their topics") {
    Stage stage("/staff/roles");
    roles_of(stage, policy::Role::owner);
    CHECK(stage.shows(Role::heading, "Roles and access"));
    const auto english = english_words();
    for (std::size_t i = 0; i < policy::topics().size(); ++i)
        CHECK(stage.shows(Role::row_header, english->permission_topics(i)));
    std::size_t links = 0;
    for (std::size_t i = 0; i < policy::permission_count; ++i) {
        const std::string phrase{policy::phrase_of(static_cast<policy::Permission>(i))};
        links += stage.everything().find(phrase.substr(1)) != std::string::npos ? 1 : 0;
    }
    CHECK(links == policy::permission_count);
    for (const auto* words : {"All", "Own", "Clients ±15 days", "limited staff and staff",
                              "Assigned, if “attendance by limited staff” is on"})
        CHECK(stage.says(words));
}

TEST_CASE("what is looked for is found, and what does not exist is said to be none") {
    Stage stage("/staff/roles");
    roles_of(stage, policy::Role::owner);
    stage.write("Find a permission", "attendance");
    CHECK(stage.shows(Role::link, "Take attendance"));
    CHECK_FALSE(stage.shows(Role::link, "Cancel a booking"));
    stage.write("Find a permission", "no such thing");
    CHECK(stage.says("No permission fits."));
}

TEST_CASE("roles side by side show only in what they differ") {
    Stage stage("/staff/roles");
    roles_of(stage, policy::Role::owner);
    for (const auto* role : {"Visitor", "Client", "Limited staff", "Manager"}) stage.press(Role::button, role);
    stage.press(Role::button, "Only differences");
    CHECK(stage.shows(Role::link, "Bring back a cancelled booking"));
    CHECK_FALSE(stage.shows(Role::link, "Take attendance"));
    CHECK_FALSE(stage.shows(Role::column_header, "Manager"));
}

TEST_CASE("an opened permission is an address that says who may, under which switch, and who can change it") {
    Stage stage("/staff/roles");
    roles_of(stage, policy::Role::manager);
    stage.follow("Take attendance");
    CHECK(stage.url() == "/staff/roles?permission=take_attendance");
    for (const auto* words : {"You may do this.", "Client: may not", "Staff: All",
                              "Limited staff: Assigned, if “attendance by limited staff” is on",
                              "“attendance by limited staff” is switched off.", "This can be changed by"})
        CHECK(stage.says(words));
    stage.press(Role::button, "Close");
    CHECK(stage.url() == "/staff/roles");
    CHECK(stage.page().focus_wanted() == "take_attendance");
}

TEST_CASE("whoever may not see roles is told so, and an address of no permission opens none") {
    Stage limited("/staff/roles");
    roles_of(limited, policy::Role::staff);
    CHECK_FALSE(limited.shows(Role::heading, "Roles and access"));
    CHECK(limited.says("You cannot open this page"));
    Stage wrong("/staff/roles?permission=%3Cscript%3E");
    roles_of(wrong, policy::Role::owner);
    CHECK(wrong.shows(Role::heading, "Roles and access"));
    CHECK_FALSE(wrong.shows(Role::button, "Close"));
}
