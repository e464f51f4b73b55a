#include "portal/stage.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia;
using namespace loggia::portal;
using stage::ok;
using stage::Stage;
using ui::Role;

namespace {

Stage& portal_of(Stage& stage, const api::SessionView& session) {
    stage.serve_world(session);
    stage.serve("/api/team", ok(stage::team()));
    stage.serve("/api/my/bookings", ok(api::BookingList{}));
    stage.serve("/api/calendar", ok(api::BookingList{}));
    stage.start();
    stage.settle();
    return stage;
}

}  // namespace

TEST_CASE("who narrows to one role stands in front of that role's portal, and can take all of them again") {
    Stage stage("/my");
    auto session = stage::session_with(policy::Role::manager);
    portal_of(stage, session);
    CHECK(stage.shows(Role::link, "Roles and access"));
    session.acting_as = policy::Role::client;
    stage.serve("/api/session/acting-as", ok(session));
    stage.write("Acting as", "client");
    CHECK(stage.sent("/api/session/acting-as").back().body == R"({"role":"client"})");
    stage.settle();
    CHECK_FALSE(stage.shows(Role::link, "Roles and access"));
    CHECK_FALSE(stage.shows(Role::link, "Calendar"));
    CHECK(stage.value_of("Acting as") == "client");

    session.acting_as.reset();
    stage.serve("/api/session/acting-as", ok(session));
    stage.write("Acting as", "");
    CHECK(stage.sent("/api/session/acting-as").back().body == "{}");
    stage.settle();
    CHECK(stage.shows(Role::link, "Roles and access"));
}

TEST_CASE("a narrowing that is refused says why, until it is read") {
    Stage stage("/my");
    portal_of(stage, stage::session_with(policy::Role::manager));
    stage.serve("/api/session/acting-as", stage::refused(ErrorCode::forbidden, "You do not have this role."));
    stage.write("Acting as", "client");
    stage.settle();
    CHECK(stage.says("You do not have this role."));
    CHECK(stage.value_of("Acting as").empty());
    stage.press(Role::button, "OK");
    CHECK_FALSE(stage.says("You do not have this role."));
}

TEST_CASE("a client has one role and is not asked") {
    Stage stage("/my");
    portal_of(stage, stage::session_with(policy::Role::client));
    CHECK_FALSE(stage.shows(Role::select, "Acting as"));
}

TEST_CASE("who loses a role sees it at once, and who gains one too") {
    Stage stage("/staff/roles/people");
    auto session = stage::session_with(policy::Role::manager);
    session.catalog_version = 5;
    portal_of(stage, session);
    CHECK(stage.says("Ana Novak"));
    stage.serve("/api/sync", ok(api::SyncView{8, true, 5, {}}));
    stage.hear("8");
    stage.settle();
    CHECK(stage.sent("/api/session").size() == 1);

    auto less = session;
    less.catalog_version = 6;
    less.person->roles = {policy::Role::client, policy::Role::limited_staff};
    stage.serve("/api/session", ok(less));
    stage.serve("/api/sync", ok(api::SyncView{9, true, 6, {}}));
    stage.hear("9");
    stage.settle();
    CHECK(stage.shows(Role::heading, "You cannot open this page"));
    CHECK_FALSE(stage.says("Ana Novak"));

    session.catalog_version = 7;
    stage.serve("/api/session", ok(session));
    stage.serve("/api/sync", ok(api::SyncView{10, true, 7, {}}));
    stage.hear("10");
    stage.settle();
    CHECK(stage.says("Ana Novak"));
}
