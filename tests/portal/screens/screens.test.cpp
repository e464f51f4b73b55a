#include "portal/stage.h"
#include "ui/lint.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia;
using namespace loggia::portal;
using stage::ok;
using stage::Stage;

namespace {

enum class Face { waiting, empty, full, refused };
constexpr Face faces[]{Face::waiting, Face::empty, Face::full, Face::refused};

constexpr std::string_view records[]{"/api/free-times",     "/api/holds",       "/api/my/bookings",
                                     "/api/calendar",       "/api/bookings/",   "/api/team",
                                     "/api/access-changes", "/api/series/plan", "/api/calendar-feed"};

std::string address_of(Place place) {
    std::vector<UrlParameter> values;
    for (const UrlParameter& value : {
             UrlParameter{"service", "201"       },
             {"booking", "31"        },
             {"date",    "2026-10-24"}
    })
        if (route_to(place).pattern.find("{" + value.name + "}") != std::string_view::npos) values.push_back(value);
    if (place == Place::details || place == Place::series)
        values.push_back({"at", url_text(world::at("2026-10-24 10:30"))});
    return url_of(place, values);
}

void serve_records(Stage& stage, Face face) {
    if (face == Face::waiting) return;
    if (face == Face::refused) {
        for (const auto path : records)
            stage.serve(std::string(path), stage::refused(ErrorCode::internal, "The disk is on fire."));
        return;
    }
    const auto lesson = stage::lesson(31, "2026-10-24 10:30");
    const bool is_full = face == Face::full;
    stage.serve("/api/free-times", ok(is_full ? stage::some_free_times() : api::FreeTimesView{7, {}}));
    stage.serve("/api/holds", ok(stage::hold_at("2026-10-24 10:30")));
    const api::BookingList list{7, is_full ? std::vector{lesson} : std::vector<api::BookingView>{}};
    stage.serve("/api/my/bookings", ok(list));
    stage.serve("/api/calendar", ok(list));
    stage.serve("/api/series/plan", ok(is_full ? stage::some_plan() : api::SeriesPlanView{}));
    stage.serve("/api/team", ok(is_full ? stage::team() : api::TeamView{}));
    stage.serve("/api/access-changes",
                ok(is_full ? api::AccessHistory{{stage::some_change()}, true} : api::AccessHistory{}));
    stage.serve("/api/bookings/",
                is_full ? ok(lesson) : stage::refused(ErrorCode::not_found, "There is no such booking."));
}

/// What holds for every page whatever it shows.
void require_sound(const Stage& stage) {
    int headings = 0;
    for (const auto& node : stage.page().nodes()) {
        if (node.role == ui::Role::heading && stage.attribute(node, ui::Attribute::level) == "1") ++headings;
        INFO(stage.name_of(node) << " with the key " << node.key);
        if (node.role == ui::Role::link) CHECK_FALSE(stage.attribute(node, ui::Attribute::href).empty());
    }
    CHECK(ui::Lint{stage.page()}.faults() == std::vector<std::string>{});
    CHECK(headings <= 1);
    CHECK_FALSE(stage.page().document_title().empty());
}

}  // namespace

TEST_CASE("every screen shows every face to every role on every size without a fault") {
    for (const auto& entry : screens())
        for (const auto role : world::roles)
            for (const auto face : faces)
                for (const auto& viewport : {stage::desktop, stage::tablet, stage::phone}) {
                    INFO(address_of(entry.place) << " as " << policy::name_of(role) << ", face "
                                                 << static_cast<int>(face) << ", " << viewport.width << " wide");
                    Stage stage(address_of(entry.place), viewport);
                    stage.serve_world(stage::session_with(role));
                    serve_records(stage, face);
                    stage.start();
                    stage.settle();
                    require_sound(stage);
                    CHECK(stage.says("Loading") <= (face == Face::waiting));
                }
}

TEST_CASE("a screen is shown to those who have its permission, and the others hear why not") {
    for (const auto& route : routes)
        for (const auto role : world::roles) {
            if (route.place == Place::sign_in || route.place == Place::registration) continue;
            INFO(route.pattern << " as " << policy::name_of(role));
            const auto session = stage::session_with(role);
            Stage stage(address_of(route.place));
            stage.serve_world(session);
            serve_records(stage, Face::full);
            stage.start();
            stage.settle();
            const auto decision = policy::decide_any(actor_of(session), route.needs);
            CHECK(stage.shows(ui::Role::heading, "You cannot open this page") == !decision.allowed);
            if (decision.allowed) continue;
            CHECK(stage.says(policy::explain(decision, actor_of(session))));
            CHECK(stage.shows(ui::Role::link, "Sign in") == (role == policy::Role::visitor));
        }
}

TEST_CASE("until the session is here, nothing is shown as if nobody were") {
    for (const auto& entry : screens()) {
        Stage stage(address_of(entry.place));
        stage.start();
        CHECK(stage.says("Loading"));
        CHECK_FALSE(stage.shows(ui::Role::heading, "You cannot open this page"));
    }
}

TEST_CASE("a server out of reach is said to be, and can be tried again") {
    Stage stage("/");
    for (const std::string path : {"/api/session", "/api/business", "/api/services", "/api/staff"})
        stage.serve(path, stage::refused(ErrorCode::internal, "The disk is on fire."));
    stage.start();
    stage.settle();
    CHECK(stage.says("The disk is on fire."));
    stage.serve_world(stage::visitor());
    serve_records(stage, Face::full);
    stage.press(ui::Role::button, "Try again");
    stage.settle();
    CHECK(stage.shows(ui::Role::heading, "Book a visit"));
    CHECK(stage.shows(ui::Role::button, "10:30"));
}

TEST_CASE("records that could not be loaded can be tried again where they are missing") {
    for (const auto& [url, path, role, then] : {
             std::tuple{"/book/201",              "/api/free-times",  policy::Role::visitor, "10:30"       },
             std::tuple{"/my",                    "/api/my/bookings", policy::Role::client,  "Piano lesson"},
             std::tuple{"/staff/week/2026-10-24", "/api/calendar",    policy::Role::staff,   "Luka Kovač"  },
             std::tuple{"/booked/31",             "/api/bookings/",   policy::Role::client,  "Piano lesson"}
    }) {
        INFO(url);
        Stage stage(url);
        stage.serve_world(stage::session_with(role));
        serve_records(stage, Face::full);
        stage.serve(path, stage::refused(ErrorCode::internal, "The disk is on fire."));
        stage.start();
        stage.settle();
        CHECK(stage.says("The disk is on fire."));
        serve_records(stage, Face::full);
        stage.press(ui::Role::button, "Try again");
        stage.settle();
        CHECK_FALSE(stage.says("The disk is on fire."));
        CHECK(stage.says(then));
    }
}

TEST_CASE("an address that leads nowhere says so") {
    Stage stage("/no/such/place");
    stage.serve_world(stage::visitor());
    stage.start();
    stage.settle();
    CHECK(stage.shows(ui::Role::heading, "There is no such page"));
    CHECK(stage.shows(ui::Role::link, "Go to the start"));
}

TEST_CASE("the sections in the navigation are those that open") {
    for (const auto role : world::roles)
        for (const auto& viewport : {stage::desktop, stage::phone}) {
            INFO(policy::name_of(role) << ", " << viewport.width << " wide");
            const bool is_client = role != policy::Role::visitor;
            Stage stage("/", viewport);
            stage.serve_world(stage::session_with(role));
            stage.start();
            stage.settle();
            CHECK(stage.shows(ui::Role::link, "My bookings") == is_client);
            CHECK(stage.shows(ui::Role::link, "Calendar") ==
                  policy::is_staff(actor_of(stage::session_with(role)).roles));
            CHECK(stage.shows(ui::Role::button, "Sign out") == is_client);
            CHECK(stage.shows(ui::Role::link, "Sign in") == !is_client);
        }
}

TEST_CASE("the colours that were chosen are kept") {
    Stage stage("/");
    stage.serve_world(stage::visitor());
    stage.start();
    stage.settle();
    stage.press(ui::Role::button, "Use dark colours");
    CHECK(stage.last_host().theme == ui::ThemeChoice::dark);
    CHECK(stage.stored("theme") == "dark");
    stage.press(ui::Role::button, "Use light colours");
    CHECK(stage.last_host().theme == ui::ThemeChoice::light);
    stage.press(ui::Role::button, "Use high contrast");
    CHECK(stage.last_host().theme == ui::ThemeChoice::contrast);
    CHECK(stage.stored("theme") == "contrast");
    stage.press(ui::Role::button, "Use the system’s colours");
    CHECK(stage.last_host().theme == ui::ThemeChoice::automatic);
    CHECK(stage.stored("theme") == "");
    CHECK(stage.shows(ui::Role::button, "Use dark colours"));
}

TEST_CASE("a page at rest asks to be woken for nothing but the minute that changes it") {
    for (const auto& entry : screens()) {
        if (entry.place == Place::sign_in || entry.place == Place::registration) continue;  // lead on
        const bool shows_time = entry.place == Place::details || entry.place == Place::calendar ||
                                entry.place == Place::calendar_week || entry.place == Place::calendar_booking;
        Stage stage(address_of(entry.place));
        stage.serve_world(stage::session_with(policy::Role::owner));
        serve_records(stage, Face::full);
        stage.start();
        stage.settle();
        INFO(address_of(entry.place));
        if (!shows_time) CHECK(stage.page().wake_time() == 0);
        if (shows_time) CHECK(stage.page().wake_time() > stage.now);
    }
}
