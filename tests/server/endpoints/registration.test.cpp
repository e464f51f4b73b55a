#include "server/endpoints/asking.h"
#include "server/endpoints/registration_rules.h"

#include <catch2/catch_test_macros.hpp>

namespace loggia::endpoints {

namespace {

const api::Registration zala{"Zala Furlan", "Zala@Example.org", "+386 40 611 505", "a quiet green bicycle", {}};

Result<api::SessionView> register_as(World& world, const api::Registration& registration) {
    const auto call = Call<api::Registration>{registration, world::visitor(), world.now, world.random, {}};
    return world.store().write(harbour, [&](BusinessWriter& business) {
        return register_client(call, storage::PasswordHash{"argon2 of hers"}, business);
    });
}

Error refusal(World& world, const api::Registration& registration) {
    const auto checked = world.ask(check_registration, world::visitor(), registration);
    const auto registered = register_as(world, registration);
    REQUIRE_FALSE(checked);
    REQUIRE_FALSE(registered);
    CHECK(checked.error() == registered.error());
    return checked.error();
}

}  // namespace

TEST_CASE("a visitor becomes a client with dependents") {
    World world;
    auto registration = zala;
    registration.dependents = {
        {"Tia Furlan", std::chrono::year{2018} / 2 / 3}
    };
    CHECK(world.ask(check_registration, world::visitor(), registration));
    const auto session = must(register_as(world, registration));
    REQUIRE(session.person);
    CHECK(session.person->email == "zala@example.org");
    CHECK(session.person->roles == std::vector{policy::Role::client});
    REQUIRE(session.person->dependents.size() == 1);
    CHECK(session.person->dependents[0].name == "Tia Furlan");

    const auto actor = world.read([&](const BusinessReader& business) -> Result<policy::Actor> {
        const auto credentials = TRY(storage::find_credentials(business, "zala@example.org"));
        CHECK(credentials->password.text == "argon2 of hers");
        return storage::actor_of(business, credentials->person);
    });
    CHECK(must(world.ask(show_session, actor)).person == session.person);
    CHECK_FALSE(must(world.ask(show_session, world::visitor())).person);
}

TEST_CASE("an e-mail address registers once, however it is written") {
    World world;
    must(register_as(world, zala));
    auto again = zala;
    again.email = " ZALA@example.ORG ";
    const auto error = refusal(world, again);
    CHECK(error.code == ErrorCode::conflict);
    CHECK(error.field == "email");
}

TEST_CASE("a registration is refused with the field at fault") {
    World world;
    const auto refuses = [&](std::string_view field, auto spoil) {
        auto registration = zala;
        spoil(registration);
        const auto error = refusal(world, registration);
        CHECK(error.code == ErrorCode::invalid_input);
        CHECK(error.field == field);
        CHECK_FALSE(error.message.empty());
    };
    using std::chrono::year;
    const auto one = [](std::string name, Date born) {
        return [=](auto& r) {
            r.dependents = {
                {name, born}
            };
        };
    };
    refuses("name", [](auto& r) { r.name = " "; });
    refuses("name", [](auto& r) { r.name = std::string(101, 'x'); });
    refuses("name", [](auto& r) { r.name = "two\nlines"; });
    refuses("email", [](auto& r) { r.email = "zala"; });
    refuses("email", [](auto& r) { r.email = "zala@example"; });
    refuses("email", [](auto& r) { r.email = "za la@example.org"; });
    refuses("email", [](auto& r) { r.email = "zala@@example.org"; });
    refuses("email", [](auto& r) { r.email = "@example.org"; });
    refuses("email", [](auto& r) { r.email = "zala@example..org"; });
    refuses("email", [](auto& r) { r.email = std::string(250, 'z') + "@example.org"; });
    refuses("phone", [](auto& r) { r.phone = "12345"; });
    refuses("phone", [](auto& r) { r.phone = "call me"; });
    refuses("phone", [](auto& r) { r.phone = "386+40611505"; });
    refuses("phone", [](auto& r) { r.phone = std::string(33, '1'); });
    refuses("password", [](auto& r) {
        r.password = "short pass";
        r.password.pop_back();
    });
    refuses("password", [](auto& r) { r.password = std::string(129, 'x'); });
    refuses("password", [](auto& r) { r.password = "Password123"; });
    refuses("password", [](auto& r) { r.password = "i am zala indeed"; });
    refuses("password", [](auto& r) { r.password = "my harbour password"; });
    refuses("dependents", [](auto& r) { r.dependents.resize(11, {"Tia", std::chrono::year{2018} / 2 / 3}); });
    refuses("dependents.0.name", one("", year{2018} / 2 / 3));
    refuses("dependents.0.born", one("Tia", year{2026} / 10 / 22));
    refuses("dependents.0.born", one("Tia", year{1905} / 10 / 20));
    refuses("dependents.0.born", one("Tia", year{2018} / 2 / 30));
    CHECK(world.count("person") == static_cast<std::int64_t>(world::people().size()));
}

TEST_CASE("names are of any script and passwords of any length that can be typed") {
    CHECK(checked_name("  Žiga Šöµ 山田 ", "name").value() == "Žiga Šöµ 山田");
    CHECK(checked_phone(" +386 (40) 123-456 ").value() == "+386 (40) 123-456");
    CHECK(check_password("山田山田山田山田山田", "z@example.org", "Harbour Music School"));
    CHECK(check_password(std::string(128, 'q'), "z@example.org", "Harbour Music School"));
    CHECK(check_password("ends in zzz 1", "zzz@example.org", "Bo"));
}

TEST_CASE("a client adds dependents, up to ten") {
    World world;
    const auto add = [&](const policy::Actor& actor, const char* name) {
        return world.ask(add_dependent, actor, {name, std::chrono::year{2019} / 1 / 1});
    };
    for (int i = 0; i < 9; ++i) CHECK(add(world::actor(world::mara), "Tia"));
    CHECK(code_of(add(world::actor(world::mara), "Tia")) == ErrorCode::conflict);
    CHECK(code_of(add(world::visitor(), "Tia")) == ErrorCode::forbidden);
    CHECK(code_of(add(world::actor(world::jon), " ")) == ErrorCode::invalid_input);
    CHECK(world.ask(add_dependent, world::actor(world::jon), {" Tia", world::zone().date_at(world.now)})->name ==
          "Tia");
}

TEST_CASE("signing in opens a session and signing out ends it") {
    World world;
    const storage::TokenHash token{"hash"};
    const Call<api::Nothing> call{{}, world::visitor(), world.now, {}, {}};
    const auto session = must(world.store().write(
        harbour, [&](BusinessWriter& business) { return sign_in(call, world::mara, token, business); }));
    CHECK(session.person->id == world::mara);
    const auto is_signed_in = [&] {
        return world.read([&](const BusinessReader& business) -> Result<bool> {
            return TRY(storage::find_session(business, token, world.now)).has_value();
        });
    };
    CHECK(is_signed_in());
    const auto visitor =
        must(world.store().write(harbour, [&](BusinessWriter& business) { return sign_out(call, token, business); }));
    CHECK_FALSE(visitor.person);
    CHECK_FALSE(is_signed_in());
}

}  // namespace loggia::endpoints
