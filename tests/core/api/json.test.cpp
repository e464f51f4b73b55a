#include "core/api/json.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

using namespace loggia;
using namespace loggia::api;

namespace {

Registration mara() {
    return {"Mara Kovač",
            "mara@example.org",
            "+386 40 123 456",
            "correct horse",
            {{"Luka", Date{std::chrono::year{2017} / 5 / 3}}}};
}

BookingView luka_with_everything() {
    BookingView view;
    view.id = BookingId{9'007'199'254'740'993};  // not a JavaScript number: ids travel as text
    view.service_id = ServiceId{2};
    view.person_id = PersonId{3};
    view.room_name = "Room \"2\" \\ čšž";
    view.starts_at = instant_of(1'792'000'000);
    view.ends_at = instant_of(1'792'002'700);
    view.status = domain::BookingStatus::cancelled;
    view.client_name = "Luka";
    view.client_age = 9;
    view.client_is_dependent = true;
    view.price = Money{4200, "EUR"};
    return view;
}

template <class Message> void require_round_trip(const Message& message) {
    const auto text = encode(message);
    INFO(text);
    const auto back = decode<Message>(text);
    REQUIRE(back.has_value());
    CHECK(*back == message);
}

}  // namespace

TEST_CASE("what one side writes the other reads back unchanged") {
    require_round_trip(Nothing{});
    require_round_trip(mara());
    require_round_trip(luka_with_everything());
    require_round_trip(BookingList{
        17,
        {luka_with_everything(),
          BookingView{.id = BookingId{1}, .service_id = ServiceId{1}, .person_id = PersonId{1}}}
    });
    require_round_trip(SessionView{
        PersonView{PersonId{5}, "Ben", "b@example.org", "", {policy::Role::client, policy::Role::limited_staff}, {}},
        "petcare", 2, 40
    });
    BusinessView business{.slug = "harbour", .name = "Harbour", .horizon_days = 60};
    require_round_trip(business);
    business.demo = DemoView{"harbour-demo-2026", {{"b@example.org", "Ben", policy::Role::limited_staff}}};
    require_round_trip(business);
    require_round_trip(SyncView{3, false, {ChangeView{3, Date{std::chrono::year{2026} / 10 / 25}, std::nullopt}}});
    require_round_trip(ErrorView{"conflict", "Taken.", ""});
}

TEST_CASE("an absent optional is absent in the JSON, not null") {
    const auto text = encode(BookingView{.id = BookingId{1}, .service_id = ServiceId{1}, .person_id = PersonId{1}});
    CHECK_FALSE(text.contains("client"));
    CHECK_FALSE(text.contains("null"));
    CHECK_FALSE(text.contains("price"));
}

TEST_CASE("a body that is not exactly the message is refused and the fault is named") {
    struct Row {
        const char* body;
        const char* field;
    };
    const std::vector<Row> rows{
        {"",                                                   ""        },
        {"[]",                                                 ""        },
        {"\xEF\xBB\xBF{\"email\":\"a\",\"password\":\"x\"}",   ""        },
        {"7",                                                  ""        },
        {"{",                                                  ""        },
        {"{\"email\":\"a\"} x",                                ""        },
        {R"({"email":"a@b.c","password":"\ud800"})",           ""        },
        {"{\"email\":\"a\xff\",\"password\":\"x\"}",           ""        },
        {R"({"email":"a@b.c"})",                               "password"},
        {R"({"email":"a@b.c","password":null})",               "password"},
        {R"({"email":"a@b.c","password":7})",                  "password"},
        {R"({"email":["a"],"password":"x"})",                  "email"   },
        {R"({"email":"a@b.c","password":"x","role":"owner"})", "role"    },
        {R"({"email":"a@b.c","password":"x","password":"y"})", "password"},
        {R"({"email":"a\u0000","password":"x"})",              "email"   },
    };
    for (const auto& row : rows) {
        INFO(row.body);
        const auto message = decode<SignIn>(row.body);
        REQUIRE_FALSE(message.has_value());
        CHECK(message.error().code == ErrorCode::invalid_input);
        CHECK(message.error().field == row.field);
        CHECK_FALSE(message.error().message.empty());
    }
}

TEST_CASE("a fault inside a list is named with its place") {
    auto text = encode(mara());
    text.replace(text.find("2017-05-03"), 10, "2017-02-30");
    const auto message = decode<Registration>(text);
    REQUIRE_FALSE(message.has_value());
    CHECK(message.error().field == "dependents.0.born");
}

TEST_CASE("nesting and length are bounded before anything is built") {
    std::string deep = R"({"email":)";
    for (int i = 0; i < 100'000; ++i) deep += '[';
    CHECK_FALSE(decode<SignIn>(deep).has_value());
    const std::string long_text = R"({"email":")" + std::string(longest_text + 1, 'a') + R"(","password":"x"})";
    CHECK(decode<SignIn>(long_text).error().field == "email");
    CHECK_FALSE(decode_request<SignIn>(std::string(longest_body + 1, ' '), {}).has_value());
}

TEST_CASE("numbers, ids, times and names outside their range are refused") {
    const std::vector<std::pair<const char*, const char*>> rows{
        {R"({"service_id":"0","starts_at":1})",                    "service_id"},
        {R"({"service_id":"-1","starts_at":1})",                   "service_id"},
        {R"({"service_id":"01","starts_at":1})",                   "service_id"},
        {R"({"service_id":1,"starts_at":1})",                      "service_id"},
        {R"({"service_id":"99999999999999999999","starts_at":1})", "service_id"},
        {R"({"service_id":"1","starts_at":1.5})",                  "starts_at" },
        {R"({"service_id":"1","starts_at":-1})",                   "starts_at" },
        {R"({"service_id":"1","starts_at":18446744073709551615})", "starts_at" },
        {R"({"service_id":"1","starts_at":9223372036854775807})",  "starts_at" },
        {R"({"service_id":"1","starts_at":"1"})",                  "starts_at" },
        {R"({"service_id":"1","starts_at":1e400})",                ""          },
    };
    for (const auto& [body, field] : rows) {
        INFO(body);
        const auto message = decode<HoldRequest>(body);
        REQUIRE_FALSE(message.has_value());
        CHECK(message.error().field == field);
    }
}

TEST_CASE("a request travels by path, query and body and arrives whole") {
    const FreeTimesRequest query{ServiceId{7}, PersonId{8}, Date{std::chrono::year{2026} / 10 / 1},
                                 Date{std::chrono::year{2026} / 10 / 31}};
    const auto get = wire_request<"list_free_times">(query);
    CHECK(get.method == Method::GET);
    CHECK(get.path == "/api/free-times?service_id=7&person_id=8&from=2026-10-01&to=2026-10-31");
    CHECK(get.body.empty());

    const auto post = wire_request<"release_hold">({BookingId{12}, "s\"e"});
    CHECK(post.path == "/api/holds/12/release");
    CHECK(post.body == R"({"secret":"s\"e"})");

    const std::vector<Parameter> path{
        {"hold_id", "12"}
    };
    const auto back = decode_request<HoldRelease>(post.body, path);
    REQUIRE(back.has_value());
    CHECK(*back == HoldRelease{BookingId{12}, "s\"e"});
}

TEST_CASE("a parameter that is unknown, given twice or of the wrong form is refused by name") {
    using Parameters = std::vector<Parameter>;
    const std::vector<std::pair<Parameters, std::string>> rows{
        {{{"since", "1"}, {"colour", "red"}}, "colour"},
        {{{"since", "1"}, {"since", "2"}},    "since" },
        {{{"since", "one"}},                  "since" },
        {{{"since", ""}},                     "since" },
        {{{"since", "1 "}},                   "since" },
        {{},                                  "since" },
    };
    for (const auto& [parameters, field] : rows) {
        const auto message = decode_request<SyncRequest>("", parameters);
        REQUIRE_FALSE(message.has_value());
        CHECK(message.error().field == field);
    }
    CHECK(decode_request<SyncRequest>(R"({"since":1})",
                                      Parameters{
                                          {"since", "1"}
    })
              .error()
              .field == "since");
}
