#include "server/http/sample_requests.h"
#include "server/http/served_demo.h"
#include "server/storage/catalog.h"
#include "server/storage/people.h"

#include "support/world.h"

#include <catch2/catch_test_macros.hpp>

#include <functional>

using namespace loggia;
using testing::ServedDemo;

namespace {

/// What the policy is told of the role's demo account, read past the server.
policy::Actor actor_of(storage::Store& store, const storage::DemoBusiness& demo, policy::Role role) {
    const auto business = store.businesses()->front().id;
    auto actor = store.read(business, [&](const storage::BusinessReader& reader) -> Result<policy::Actor> {
        for (const auto& account : demo.accounts) {
            if (account.role != role) continue;
            const auto credentials = TRY(storage::find_credentials(reader, account.email));
            return storage::actor_of(reader, credentials->person);
        }
        return storage::visitor_of(*TRY(reader.catalog()));
    });
    REQUIRE(actor);
    return *actor;
}

/// Each role of each model, with its business served and read past the server.
void each_role(const std::function<void(const ServedDemo&, const policy::Actor&, policy::Role)>& check) {
    for (const storage::DemoBusiness& business : storage::demo_businesses()) {
        const ServedDemo demo(testing::options_without_brakes(), business);
        auto store = storage::Store::open(demo.database(), storage::Access::read_only);
        REQUIRE(store);
        for (const policy::Column& column : policy::model_named(business.name)->columns()) {
            INFO(business.name << ": " << policy::name_of(column.role));
            check(demo, actor_of(*store, business, column.role), column.role);
        }
    }
}

testing::RawResponse send(const ServedDemo& demo, const api::WireRequest& wire, const std::string& cookie) {
    return wire.method == api::Method::GET ? demo.get(wire.path, cookie) : demo.post(wire.path, wire.body, cookie);
}

}  // namespace

TEST_CASE("Every endpoint lets in exactly the roles the policy names, and tells the others why") {
    each_role([](const ServedDemo& demo, const policy::Actor& actor, policy::Role role) {
        api::Endpoints::each([&]<class Row>() {
            // A cookie each: signing out would end it for the others.
            const std::string cookie = demo.cookie_of(role);
            INFO(policy::name_of(role) << " asks for " << Row::name);
            const auto response = send(demo, testing::sample_of<Row>(), cookie);
            CAPTURE(response.status, response.body);
            const auto decision = policy::decide_any(actor, Row::needs);
            if (decision) {
                // The samples name nothing that exists; only signing in can still be refused for who asks.
                const bool is_past_the_router = Row::name == "sign_in"
                                                    ? response.status == 401
                                                    : response.status != 401 && response.status != 403;
                CHECK(is_past_the_router);
                CHECK(response.status < 500);
            } else {
                const bool helps = decision.reason.kind == policy::ReasonKind::sign_in_first;
                CHECK(response.status == (helps ? 401 : 403));
                const auto refusal = testing::body_of<api::ErrorView>(response);
                CHECK(refusal.message == policy::explain(decision, actor));
            }
        });
    });
}

TEST_CASE("The event stream is open to exactly the roles that may follow changes") {
    each_role([](const ServedDemo& demo, const policy::Actor& actor, policy::Role role) {
        const auto decision = policy::decide_any(actor, policy::Permission::follow_changes);
        testing::RawClient client(demo.port());
        client.send(testing::get_request("/api/events", demo.cookie_of(role)));
        CHECK((client.receive(false).status == 200) == decision.allowed);
    });
}

TEST_CASE("A booking is found by those within whose reach it is, and by nobody else, whatever the model") {
    each_role([](const ServedDemo& demo, const policy::Actor& actor, policy::Role role) {
        if (!policy::decide_any(actor, policy::Permission::view_booking)) return;
        const auto booking = testing::book(demo, demo.cookie_of(policy::Role::client));
        policy::Subject subject;
        subject.client = booking.client_id;
        subject.assigned_staff = booking.person_id;
        const auto response = demo.get("/api/bookings/" + std::to_string(booking.id.value), demo.cookie_of(role));
        CHECK(response.status == (policy::decide(actor, policy::Permission::view_booking, subject) ? 200 : 404));
    });
}

TEST_CASE("Another client can neither see nor cancel a booking, and cannot tell it from one that does not exist") {
    const ServedDemo demo;
    const std::string mara = demo.sign_in("mara@example.org");
    const auto booking = testing::book(demo, mara);
    const std::string path = "/api/bookings/" + std::to_string(booking.id.value);
    const std::string nina = demo.sign_in("nina@example.org");
    const auto others = demo.get(path, nina);
    const auto missing = demo.get("/api/bookings/" + std::to_string(testing::no_booking.value), nina);
    CHECK(others.status == 404);
    CHECK(others.body == missing.body);
    CHECK(demo.post(path + "/cancel", "{}", nina).status == 404);
    CHECK(testing::body_of<api::BookingView>(demo.get(path, mara)).status == domain::BookingStatus::confirmed);
}
