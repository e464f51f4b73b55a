#include "server/http/requests_about_changes.h"
#include "server/http/requests_about_roles.h"
#include "server/http/requests_about_series.h"
#include "server/http/sample_requests.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace loggia;
using testing::Account;
using testing::RawResponse;
using testing::RecordedDemo;

namespace {

struct ExtraField {
    std::string_view name;
    std::string_view json;
};

/// What an attacker would like to have believed, and some that nobody ever heard of.
constexpr ExtraField extra_fields[]{
    {"role",              "\"owner\""                                  },
    {"roles",             "[\"owner\"]"                                },
    {"is_admin",          "true"                                       },
    {"acting_as",         "\"owner\""                                  },
    {"business_id",       "\"2\""                                      },
    {"client_id",         "\"2000000000\""                             },
    {"account_manager",   "\"2000000000\""                             },
    {"status",            "\"confirmed\""                              },
    {"price",             "{\"minor_units\": 0, \"currency\": \"EUR\"}"},
    {"switches",          "1023"                                       },
    {"__proto__",         "{\"role\": \"owner\"}"                      },
    {"something unknown", "null"                                       },
};

std::string with_query(const std::string& path, std::string_view name) {
    std::string encoded(name);
    std::ranges::replace(encoded, ' ', '+');
    return path + (path.contains('?') ? "&" : "?") + encoded + "=owner";
}

std::string with_field(const std::string& body, const ExtraField& extra) {
    const std::string field = "\"" + std::string(extra.name) + "\":" + std::string(extra.json);
    return "{" + field + (body == "{}" ? "" : ",") + body.substr(1);
}

RawResponse send(const RecordedDemo& demo, const api::WireRequest& wire, const std::string& cookie) {
    return wire.method == api::Method::GET ? demo.served().get(wire.path, cookie)
                                           : demo.served().post(wire.path, wire.body, cookie);
}

/// Ways to send the extra field along.
std::vector<api::WireRequest> with_extra(const api::WireRequest& sound, const ExtraField& extra) {
    std::vector<api::WireRequest> requests;
    auto in_query = sound;
    in_query.path = with_query(sound.path, extra.name);
    requests.push_back(in_query);
    if (sound.method == api::Method::GET) return requests;
    auto in_body = sound;
    in_body.body = with_field(sound.body, extra);
    requests.push_back(in_body);
    return requests;
}

template <class Request>
bool has_field(std::string_view wanted) {
    bool is_there = false;
    Request request{};
    auto visit = [&](std::string_view name, const auto&) { is_there = is_there || name == wanted; };
    api::each_field(visit, request);
    return is_there;
}

/// A request that succeeds for the account, if there is one.
template <class Row>
std::optional<api::WireRequest> fruitful_request(RecordedDemo& demo, const Account& account) {
    const auto requests = testing::requests_about<Row>(demo, account);
    for (const auto& about : requests)
        if (about.expected.is_there && about.expected.decision && !about.expected.is_in_conflict)
            return testing::wire_of<Row>(about.request);
    if (requests.empty()) return testing::sample_of<Row>();
    return std::nullopt;
}

}  // namespace

TEST_CASE("A field that a request does not have is refused by name, and nothing changes") {
    RecordedDemo demo(storage::demo_businesses().front(), {});
    std::size_t changed = 0;
    for (const Account& account : demo.accounts())
        api::Endpoints::each([&]<class Row>() {
            if (!policy::decide_any(account.actor, Row::needs)) return;
            const auto sound = fruitful_request<Row>(demo, account);
            if (!sound) return;
            const std::string cookie = demo.sign_in(account);
            const std::string before = demo.contents();
            for (const ExtraField& extra : extra_fields) {
                if (has_field<typename Row::Request>(extra.name)) continue;
                for (const auto& wire : with_extra(*sound, extra)) {
                    INFO(account.name << " sends " << wire.path << " " << wire.body);
                    const auto response = send(demo, wire, cookie);
                    CHECK(response.status == 400);
                    const auto refusal = testing::body_of<api::ErrorView>(response);
                    CHECK(refusal.code == "invalid_input");
                    CHECK(refusal.field == extra.name);
                }
            }
            INFO(account.name << " with " << Row::name);
            CHECK((demo.contents() == before));
            // It was the extra field alone: without it the request does what it is for.
            const auto response = send(demo, *sound, cookie);
            CAPTURE(response.status, response.body);
            if (Row::name == "sign_in" || Row::name == "register_client" || Row::name == "add_dependent") return;
            CHECK(response.status == 200);
            if (Row::method == api::Method::POST && demo.contents() != before) ++changed;
        });
    CHECK(changed > demo.accounts().size());
}

TEST_CASE("What a role may not use is refused with its reason whatever is sent, and nothing changes") {
    RecordedDemo demo(storage::demo_businesses().front(), {});
    for (const Account& account : demo.accounts()) {
        const std::string before = demo.contents();
        api::Endpoints::each([&]<class Row>() {
            const auto decision = policy::decide_any(account.actor, Row::needs);
            if (decision) return;
            for (const auto& wire : with_extra(testing::sample_of<Row>(), extra_fields[0])) {
                INFO(account.name << " sends " << wire.path << " " << wire.body);
                const auto response = send(demo, wire, account.cookie);
                CHECK((response.status == 401 || response.status == 403));
                CHECK(testing::body_of<api::ErrorView>(response).message == policy::explain(decision, account.actor));
            }
        });
        INFO(account.name);
        CHECK((demo.contents() == before));
    }
}
