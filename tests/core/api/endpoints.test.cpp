#include "core/api/endpoints.h"
#include "core/api/error_status.h"
#include "core/api/field_mask.h"
#include "core/api/json.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia;
using namespace loggia::api;

TEST_CASE("every endpoint lies under /api and only a POST changes anything") {
    Endpoints::each([]<class Row>() {
        INFO(Row::name);
        CHECK(Row::path.starts_with("/api/"));
        CHECK_FALSE(policy::name_of(Row::needs).empty());
    });
}

TEST_CASE("every placeholder of a path is a field of its request") {
    Endpoints::each([]<class Row>() {
        INFO(Row::name);
        const auto wire = encode_request(Row::method, Row::path, typename Row::Request{});
        CHECK_FALSE(wire.path.contains('{'));
    });
}

TEST_CASE("every error code has one status and one name") {
    for (const auto& row : error_statuses) {
        CHECK(status_of(row.code).status == row.status);
        int twins = 0;
        for (const auto& other : error_statuses)
            twins += other.status == row.status || other.name == row.name ? 1 : 0;
        CHECK(twins == 1);
    }
}

TEST_CASE("limited staff are shown a recent client's name, age and dependence and nothing else") {
    const PersonId ben{10};
    const policy::Actor actor{
        .person = ben, .roles = {policy::Role::client, policy::Role::limited_staff}
    };
    BookingView whole{.id = BookingId{1}, .service_id = ServiceId{2}, .person_id = ben, .room_name = "Room 1"};
    whole.client_name = "Luka";
    whole.client_age = 9;
    whole.client_is_dependent = true;
    whole.client_id = PersonId{20};
    whole.client_email = "mara@example.org";
    whole.client_phone = "+386";
    whole.account_manager_name = "Mara";
    whole.price = Money{4200, "EUR"};

    for (int days : {-16, -15, 0, 15, 16}) {
        INFO(days);
        const policy::Subject subject{PersonId{20}, PersonId{21}, ben, days, {}};
        const auto shown = projected(whole, actor, subject);
        const bool is_recent = days >= -15 && days <= 15;
        CHECK(shown.client_name.has_value() == is_recent);
        CHECK(shown.client_age.has_value() == is_recent);
        CHECK(shown.client_is_dependent.has_value() == is_recent);
        CHECK_FALSE(shown.client_id.has_value());
        CHECK_FALSE(shown.client_email.has_value());
        CHECK_FALSE(shown.client_phone.has_value());
        CHECK_FALSE(shown.account_manager_name.has_value());
        CHECK_FALSE(shown.price.has_value());
    }
}
