#include "portal/stage.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia;
using namespace loggia::portal;
using stage::ok;
using stage::Stage;
using ui::Role;

namespace {

void sign_in(Stage& stage, const api::SessionView& session) {
    stage.serve("/api/sessions", ok(session));
    stage.write("Email", " mara@example.org ");
    stage.write("Password", "correct horse");
    stage.submit();
    stage.settle();
}

Stage& opened(Stage& stage, const api::SessionView& session) {
    stage.serve_world(session);
    stage.serve("/api/my/bookings", ok(api::BookingList{7, {}}));
    stage.serve("/api/calendar", ok(api::BookingList{7, {}}));
    stage.start();
    stage.settle();
    return stage;
}

}  // namespace

TEST_CASE("signing in sends what was typed and leads to where it was asked for") {
    Stage stage("/staff/week/2026-10-24");
    opened(stage, stage::visitor());
    stage.follow("Sign in");
    CHECK(stage.url() == "/sign-in?next=%2Fstaff%2Fweek%2F2026-10-24");
    sign_in(stage, stage::session_of(world::mia));
    CHECK(stage.sent("/api/sessions")[0].body == R"({"email":"mara@example.org","password":"correct horse"})");
    CHECK(stage.url() == "/staff/week/2026-10-24");
    CHECK(stage.navigations().back().step == ui::Step::replace);
}

TEST_CASE("without a wish, each lands in their own place") {
    for (const auto role : {policy::Role::client, policy::Role::limited_staff, policy::Role::staff,
                            policy::Role::manager, policy::Role::owner}) {
        Stage stage("/sign-in");
        opened(stage, stage::visitor());
        sign_in(stage, stage::session_with(role));
        CHECK(stage.url() == (role == policy::Role::client ? "/my" : "/staff"));
    }
}

TEST_CASE("in every model, each role lands on a screen that they may open") {
    for (const policy::Model* model : policy::all_models()) {
        for (const policy::Column& column : model->columns().subspan(1)) {
            INFO(model->name() << " " << column.title);
            auto session = stage::session_of(world::mara);
            session.role_model = model->name();
            session.person->roles = {policy::Role::client};
            if (column.role != policy::Role::client) session.person->roles.push_back(column.role);
            Stage stage("/sign-in");
            opened(stage, stage::visitor());
            sign_in(stage, session);
            CHECK(stage.url() != "/sign-in");
            CHECK_FALSE(stage.says("You cannot open this page"));
        }
    }
}

TEST_CASE("a sign-in link that somebody else wrote leads nowhere but into the portal") {
    for (const std::string next :
         {"https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "%2Fsign-in", "%2Fapi%2Fsession"}) {
        Stage stage("/sign-in?next=" + next);
        opened(stage, stage::visitor());
        sign_in(stage, stage::session_of(world::mara));
        CHECK(stage.url() == "/my");
    }
}

TEST_CASE("who is in already does not see the way in") {
    for (const std::string url : {"/sign-in?next=%2F", "/register?next=%2F"}) {
        Stage stage(url);
        opened(stage, stage::session_of(world::mara));
        CHECK(stage.url() == "/");
    }
}

TEST_CASE("a refused sign-in says why and keeps the address") {
    Stage stage("/sign-in");
    opened(stage, stage::visitor());
    stage.serve("/api/sessions", stage::refused(ErrorCode::unauthenticated, "Email or password is wrong."));
    stage.write("Email", "mara@example.org");
    stage.write("Password", "wrong horse");
    stage.submit();
    stage.settle();
    CHECK(stage.says("Email or password is wrong."));
    CHECK(stage.value_of("Email") == "mara@example.org");
    CHECK(stage.sent("/api/session").size() == 2);  // the session itself was asked for once, sign-in is the other
}

TEST_CASE("whoever stands before a demo comes in as anybody of it, by one press") {
    const api::DemoView demo{
        "harbour-demo-2026",
        {{"helena@harbour.example", "Helena Roth", policy::Role::owner},
          {"mara@example.org", "Mara Kovač", policy::Role::client}}
    };
    auto business = stage::business();
    business.demo = demo;
    for (const auto& viewport : {stage::phone, stage::desktop}) {
        for (const auto& account : demo.accounts) {
            Stage stage("/sign-in?next=%2Fmy", viewport);
            opened(stage, stage::visitor());
            CHECK_FALSE(stage.says("This is a demo"));
            CHECK_FALSE(stage.says(account.name));
            stage.serve("/api/business", ok(business));
            stage.store().business.refresh();
            stage.settle();
            CHECK(stage.shows(Role::heading, "This is a demo"));
            stage.submit();  // what was missing in the form does not stand in the way
            stage.serve("/api/sessions", ok(stage::session_with(account.role)));
            stage.press(Role::button, account.name);
            stage.press(Role::button, account.name);  // again, before there is an answer
            stage.settle();
            REQUIRE(stage.sent("/api/sessions").size() == 1);
            CHECK(stage.sent("/api/sessions")[0].body == api::encode(api::SignIn{account.email, demo.password}));
            CHECK(stage.url() == "/my");
        }
    }
}

TEST_CASE("the next to come into a demo is not led where only the one before could go") {
    auto business = stage::business();
    business.demo = api::DemoView{
        "harbour-demo-2026",
        {{"mia@harbour.example", "Mia Hart", policy::Role::staff},
          {"mara@example.org", "Mara Kovač", policy::Role::client}}
    };
    for (const auto& account : business.demo->accounts) {
        Stage stage("/staff/week/2026-10-24");
        opened(stage, stage::visitor());
        stage.serve("/api/business", ok(business));
        stage.store().business.refresh();
        stage.settle();
        stage.follow("Sign in");
        stage.serve("/api/sessions", ok(stage::session_with(account.role)));
        stage.press(Role::button, account.name);
        stage.settle();
        CHECK(stage.url() == (account.role == policy::Role::client ? "/my" : "/staff/week/2026-10-24"));
    }
}

TEST_CASE("a demo's account that cannot be come in as any more says why") {
    auto business = stage::business();
    business.demo = api::DemoView{"harbour-demo-2026", {{"mia@harbour.example", "Mia Hart", policy::Role::staff}}};
    Stage stage("/sign-in");
    stage.serve_world(stage::visitor());
    stage.serve("/api/business", ok(business));
    stage.start();
    stage.settle();
    CHECK(stage.shows(Role::button, "Mia Hart Staff"));
    stage.serve("/api/sessions", stage::refused(ErrorCode::unauthenticated, "Email or password is wrong."));
    stage.submit();
    stage.press(Role::button, "Mia Hart");
    stage.settle();
    CHECK(stage.says("Email or password is wrong."));
}

TEST_CASE("an empty sign-in is not sent") {
    Stage stage("/sign-in");
    opened(stage, stage::visitor());
    stage.submit();
    CHECK(stage.sent("/api/sessions").empty());
    CHECK(stage.page().focus_wanted() == "email");
}

TEST_CASE("passwords are fields that password managers know") {
    Stage in("/sign-in");
    opened(in, stage::visitor());
    CHECK(in.attribute(*in.find(Role::field, "Password"), ui::Attribute::autocomplete) == "current-password");
    CHECK(in.attribute(*in.find(Role::field, "Email"), ui::Attribute::autocomplete) == "username");
    Stage anew("/register");
    opened(anew, stage::visitor());
    CHECK(anew.attribute(*anew.find(Role::field, "Choose a password"), ui::Attribute::autocomplete) ==
          "new-password");
}

TEST_CASE("registering makes a client, who lands at home") {
    Stage stage("/register");
    opened(stage, stage::visitor());
    stage.write("Full name", "Mara Kovač");
    stage.write("Email", "mara@example.org");
    stage.write("Phone", "+386 40 123 456");
    stage.write("Choose a password", "correct horse");
    stage.serve("/api/clients", ok(stage::session_of(world::mara)));
    stage.submit();
    stage.settle();
    CHECK(stage.sent("/api/clients")[0].body ==
          R"({"name":"Mara Kovač","email":"mara@example.org","phone":"+386 40 123 456","password":"correct horse",)"
          R"("dependents":[]})");
    CHECK(stage.url() == "/my");
}

TEST_CASE("signing out leaves nothing of one person to the next") {
    Stage stage("/my");
    stage.serve_world(stage::session_of(world::mara));
    stage.serve("/api/my/bookings", ok(api::BookingList{7, {stage::lesson(31, "2026-10-24 10:30")}}));
    stage.start();
    stage.settle();
    CHECK(stage.says("Luka Kovač"));
    stage.serve("/api/sessions/end", ok(stage::visitor()));
    stage.press(Role::button, "Sign out");
    stage.settle();
    CHECK_FALSE(stage.says("Luka Kovač"));
    CHECK(stage.shows(Role::heading, "You cannot open this page"));

    stage.serve_silence("/api/my/bookings");
    stage.follow("Sign in");
    sign_in(stage, stage::session_of(world::jon));
    CHECK(stage.url() == "/my");
    CHECK_FALSE(stage.says("Luka Kovač"));
}

TEST_CASE("a session that ended on the server ends here too") {
    Stage stage("/my");
    opened(stage, stage::session_of(world::mara));
    stage.serve("/api/session", ok(stage::visitor()));
    stage.serve("/api/dependents", stage::refused(ErrorCode::unauthenticated, "Sign in first."));
    stage.press(Role::button, "Add a family member");
    stage.write("Their name", "Nika");
    stage.write("Date of birth", "2015-02-03");
    stage.submit();
    stage.settle();
    CHECK(stage.shows(Role::heading, "You cannot open this page"));
    CHECK(stage.shows(Role::link, "Sign in"));
}
