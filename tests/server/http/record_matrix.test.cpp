#include "core/api/error_status.h"
#include "core/base/civil.h"
#include "server/http/answered_records.h"
#include "server/http/requests_about_changes.h"
#include "server/http/requests_about_roles.h"
#include "server/http/requests_about_series.h"

#include "support/world.h"

#include <catch2/catch_test_macros.hpp>

#include <set>
#include <type_traits>

using namespace loggia;
using testing::Account;
using testing::RawResponse;
using testing::RecordedDemo;
using testing::Whose;

namespace {

RawResponse send(const RecordedDemo& demo, const api::WireRequest& wire, const std::string& cookie) {
    return wire.method == api::Method::GET ? demo.served().get(wire.path, cookie)
                                           : demo.served().post(wire.path, wire.body, cookie);
}

void check_error(const RawResponse& response, ErrorCode code) {
    CHECK(response.status == api::status_of(code).status);
    CHECK(testing::body_of<api::ErrorView>(response).code == api::status_of(code).name);
}

/// Everything that could tell an answer from another but the time.
std::string all_of(const RawResponse& response) {
    std::string all = std::to_string(response.status) + "\n";
    for (const auto& [name, value] : response.headers)
        if (name != "date") all += name + ": " + value + "\n";
    return all + response.body;
}

/// Every booking that an answer shows is shown as the policy lets this account see it; every person is itself.
template <class Row>
void check_body(RecordedDemo& demo, const Account& account, const RawResponse& response) {
    using Response = typename Row::Response;
    const auto answer = testing::body_of<Response>(response);
    CHECK(response.body == api::encode(answer));
    testing::AnsweredRecords records;
    records.read(answer);
    for (const auto& shown : records.bookings()) {
        const auto stored = demo.find(shown.id);
        REQUIRE(stored);
        REQUIRE(stored->client);
        if (!(shown == demo.expected(*stored, account.actor)))
            FAIL_CHECK("not " << api::encode(demo.expected(*stored, account.actor)));
    }
    for (const auto& person : records.people()) {
        CHECK(person.id == account.actor.person);
        for (const auto& dependent : person.dependents)
            CHECK(std::ranges::find(account.actor.dependents, dependent.id) != account.actor.dependents.end());
    }
}

template <class Row>
void check_answer(RecordedDemo& demo, const Account& account, const RawResponse& response,
                  const testing::Expected& expected) {
    const auto admission = policy::decide_any(account.actor, Row::needs);
    if (!admission) {
        const bool helps = admission.reason.kind == policy::ReasonKind::sign_in_first;
        check_error(response, helps ? ErrorCode::unauthenticated : ErrorCode::forbidden);
        CHECK(testing::body_of<api::ErrorView>(response).message == policy::explain(admission, account.actor));
    } else if (!expected.is_there) {
        check_error(response, ErrorCode::not_found);
    } else if (!expected.decision) {
        check_error(response, ErrorCode::forbidden);
        CHECK(testing::body_of<api::ErrorView>(response).message ==
              policy::explain(expected.decision, account.actor));
    } else if (expected.is_in_conflict || (expected.may_be_in_conflict && response.status != 200)) {
        check_error(response, ErrorCode::conflict);
    } else {
        CHECK(response.status == 200);
        if (response.status == 200) check_body<Row>(demo, account, response);
    }
}

/// Asks about one record of each kind; what is not there for the account is answered as what does not exist.
template <class Row>
void check_row(RecordedDemo& demo, const Account& account) {
    using Request = typename Row::Request;
    const auto requests = testing::requests_about<Row>(demo, account);
    for (const std::string_view field : testing::record_fields<Request>()) {
        std::string missing;
        std::set<Whose> asked;
        for (const auto& about : requests) {
            if (about.field != field) continue;
            INFO(account.name << " asks " << Row::name << " for " << testing::name_of(about.whose) << " " << field);
            const auto wire = testing::wire_of<Row>(about.request);
            const auto response = send(demo, wire, account.cookie);
            CAPTURE(response.status, response.body);
            check_answer<Row>(demo, account, response, about.expected);
            asked.insert(about.whose);
            if (about.whose == Whose::missing) missing = all_of(response);
        }
        INFO(Row::name << " names a record by " << field << ": requests_about.h says how each kind is made");
        CHECK((asked.contains(Whose::own) || !account.actor.person));
        // Services are everybody's.
        CHECK((asked.contains(Whose::anothers) || field == "service_id"));
        CHECK(asked.contains(Whose::other_business));
        REQUIRE(asked.contains(Whose::missing));
        for (const auto& about : requests) {
            if (about.field != field || about.expected.is_there) continue;
            INFO(account.name << " asks " << Row::name << " for " << testing::name_of(about.whose) << " " << field);
            const auto wire = testing::wire_of<Row>(about.request);
            CHECK(all_of(send(demo, wire, account.cookie)) == missing);
        }
    }
}

}  // namespace

TEST_CASE("Each role is answered about each kind of record as the policy decides, to the field") {
    testing::each_recorded_demo([](RecordedDemo& demo) {
        for (const Account& account : demo.accounts())
            api::Endpoints::each([&]<class Row>() { check_row<Row>(demo, account); });
    });
}

TEST_CASE("The lists of each role hold exactly the bookings and the fields that the policy decides for") {
    testing::each_recorded_demo([](RecordedDemo& demo) {
        for (const Account& account : demo.accounts())
            for (const Whose whose : testing::all_whose) (void)demo.booking(whose, account);
        const auto bookings = demo.bookings();
        for (const Account& account : demo.accounts()) {
            const auto check_list = [&]<class Row>(std::string_view path, policy::Permission permission,
                                                   auto concerns) {
                INFO(account.name << " asks for " << path);
                const auto response = demo.served().get(path, account.cookie);
                if (!policy::decide_any(account.actor, Row::needs)) {
                    CHECK((response.status == 401 || response.status == 403));
                    return;
                }
                std::set<BookingId> expected;
                for (const auto& booking : bookings)
                    if (concerns(booking) &&
                        policy::decide(account.actor, permission, demo.subject_of(booking, account.actor)))
                        expected.insert(booking.id);
                testing::AnsweredRecords records;
                records.read(testing::body_of<typename Row::Response>(response));
                std::set<BookingId> listed;
                for (const auto& booking : records.bookings()) listed.insert(booking.id);
                CHECK(listed == expected);
                check_body<Row>(demo, account, response);
            };
            const Date today = demo.catalog().today(demo.now());
            const auto range =
                TimeRange{demo.catalog().zone->day(today).from, demo.catalog().zone->day(plus_days(today, 60)).to};
            check_list.template operator()<testing::Row<"list_calendar">>(
                "/api/calendar?from=" + to_text(today) + "&to=" + to_text(plus_days(today, 60)),
                policy::Permission::view_calendar, [&](const storage::StoredBooking& booking) {
                    return booking.status != domain::BookingStatus::cancelled && booking.visit.from >= range.from &&
                           booking.visit.from < range.to;
                });
            check_list.template operator()<testing::Row<"list_my_bookings">>(
                "/api/my/bookings", policy::Permission::view_own_bookings,
                [&](const storage::StoredBooking& booking) {
                    return account.actor.person && (booking.client->id == account.actor.person ||
                                                    booking.client->account_manager == account.actor.person);
                });
            check_list.template operator()<testing::Row<"sync">>(
                "/api/sync?since=0", policy::Permission::view_booking, [](const auto&) { return true; });
        }
    });
}

TEST_CASE("A session of another business is nobody's here") {
    RecordedDemo demo(storage::demo_businesses().front(), {});
    const auto cookie = demo.sign_in(world::helena, testing::other_business);
    CHECK_FALSE(testing::body_of<api::SessionView>(demo.served().get("/api/session", cookie)).person);
    CHECK(demo.served().get("/api/calendar?from=2026-10-24&to=2026-10-24", cookie).status == 401);
}
