#include "server/http/sample_requests.h"
#include "server/http/served_demo.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

using namespace loggia;
using testing::ServedDemo;
using Json = nlohmann::json;

namespace {

struct Broken {
    std::string what;
    std::string body;
    std::string field;  ///< that the refusal must name; empty: any
};

std::vector<Broken> broken_texts() {
    using namespace std::string_literals;
    return {
        {"nothing", "", {}},
        {"a blank", " ", {}},
        {"no JSON", "hello", {}},
        {"an array", "[]", {}},
        {"null", "null", {}},
        {"a number", "1", {}},
        {"half an object", "{", {}},
        {"two objects", "{}{}", {}},
        {"a trailing comma", R"({"a":1,})", {}},
        {"a comment", "{/**/}", {}},
        {"UTF-16", "{\0}\0"s, {}},
        {"malformed UTF-8", "{\"name\":\"\xff\"}", {}},
        {"an overlong slash", "{\"name\":\"\xc0\xaf\"}", {}},
        {"half a surrogate", R"({"name":"\ud800"})", {}},
        {"a deep array", std::string(30'000, '['), {}},
        {"a deep object",
         [] {
             std::string text;
             for (int depth = 0; depth < 5'000; ++depth) text += R"({"a":)";
             return text;
         }(),
         {}},
        {"64 KiB of blanks", std::string(65'536, ' '), {}},
        {"an unknown field", R"({"unheard_of":1})", {}},
    };
}

/// The sample with each field left out, given twice, or of every other kind.
std::vector<Broken> broken_versions_of(const Json& sample) {
    std::vector<Broken> versions;
    for (const auto& [name, value] : sample.items()) {
        Json without = sample;
        without.erase(name);
        versions.push_back({name + " left out", without.dump(), name});
        std::string twice = sample.dump();
        twice.insert(1, Json(name).dump() + ":" + value.dump() + ",");
        versions.push_back({name + " twice", twice, name});
        for (const Json& other : {
                 Json(nullptr), Json(true), Json(-1), Json(1.5), Json(1e300), Json(18446744073709551615ULL),
                 Json("\x01"), Json(std::string(2'001, 'a')), Json(Json::array({1       }
                    )),
                 Json(Json::object({{"a", 1}}
                    ))
        }) {
            Json changed = sample;
            changed[name] = other;
            versions.push_back({name + " is " + other.dump().substr(0, 20), changed.dump(), name});
        }
    }
    Json more = sample;
    more["unheard_of"] = 1;
    versions.push_back({"an unknown field more", more.dump(), "unheard_of"});
    return versions;
}

}  // namespace

TEST_CASE("No body, however broken, is a fault of ours or changes anything") {
    ServedDemo demo;
    const std::vector<std::string> cookies{"", demo.cookie_of(policy::Role::client),
                                           demo.cookie_of(policy::Role::owner)};
    const std::int64_t seq_before = demo.seq();
    int tried = 0;
    for (const std::string& cookie : cookies) {
        testing::RawClient client(demo.port());
        api::Endpoints::each([&]<class Row>() {
            if (Row::method != api::Method::POST) return;
            const auto wire = testing::sample_of<Row>();
            std::vector<Broken> bodies = broken_texts();
            for (auto& version : broken_versions_of(Json::parse(wire.body))) bodies.push_back(std::move(version));
            for (const Broken& broken : bodies) {
                // An empty body is an object without fields; where none are asked for, that is no fault.
                if (broken.body.empty() && wire.body == "{}") continue;
                INFO(Row::name << ": " << broken.what);
                const auto response = client.exchange(
                    testing::post_request(wire.path, broken.body, testing::fresh_key_line() + cookie));
                CAPTURE(response.body.substr(0, 300));
                CHECK(response.status >= 400);
                CHECK(response.status < 500);
                const auto refusal = testing::body_of<api::ErrorView>(response);
                CHECK_FALSE(refusal.message.empty());
                if (response.status == 400) CHECK(refusal.field.starts_with(broken.field));
                ++tried;
            }
        });
    }
    CHECK(tried > 500);
    CHECK(demo.seq() == seq_before);
}

TEST_CASE("A query or a path with wrong values names the field, and never breaks anything") {
    ServedDemo demo;
    const std::string owner = demo.cookie_of(policy::Role::owner);
    struct Row {
        const char* path;
        const char* field;
    };
    for (const auto& [path, field] : {
             Row{"/api/free-times",                                                             "service_id"},
             Row{"/api/free-times?service_id=x&from=2026-10-24&to=2026-10-24",                  "service_id"},
             Row{"/api/free-times?service_id=127&from=2026-02-30&to=2026-10-24",                "from"      },
             Row{"/api/free-times?service_id=127&from=2026-10-24&to=tomorrow",                  "to"        },
             Row{"/api/free-times?service_id=127&service_id=128&from=2026-10-24&to=2026-10-24", "service_id"},
             Row{"/api/free-times?service_id=127&from=2026-10-24&to=2026-10-24&sort=up",        "sort"      },
             Row{"/api/bookings/0",                                                             "booking_id"},
             Row{"/api/bookings/-1",                                                            "booking_id"},
             Row{"/api/bookings/99999999999999999999",                                          "booking_id"},
             Row{"/api/bookings/abc",                                                           "booking_id"},
             Row{"/api/bookings/127?booking_id=128",                                            "booking_id"},
             Row{"/api/sync",                                                                   "since"     },
             Row{"/api/sync?since=",                                                            "since"     },
             Row{"/api/sync?since=1e3",                                                         "since"     },
             Row{"/api/services?page=2",                                                        "page"      },
    }) {
        INFO(path);
        const auto response = demo.get(path, owner);
        CHECK(response.status == 400);
        CHECK(testing::body_of<api::ErrorView>(response).field == field);
    }
}

TEST_CASE("A path that is no endpoint is not found, and a wrong method says which is right") {
    ServedDemo demo;
    for (const char* path :
         {"/api", "/api/", "/api/nothing", "/api/bookings/1/2/3", "/api/services/", "/api/services/1"})
        CHECK(demo.get(path).status == 404);
    CHECK(demo.get("/apiary").status == 200);
    const auto wrong_get = demo.get("/api/holds");
    CHECK(wrong_get.status == 405);
    CHECK(wrong_get.header("allow") == "POST");
    const auto wrong_post = demo.post("/api/services", "{}");
    CHECK(wrong_post.status == 405);
    CHECK(wrong_post.header("allow") == "GET, HEAD");
    CHECK(demo.post("/healthz", "{}").status == 405);
}

TEST_CASE("A mutation without a usable key is refused, and a repeated one is answered alike and done once") {
    ServedDemo demo;
    const std::string body = api::encode(testing::free_time(demo));
    for (const std::string& line : {std::string{}, std::string("Idempotency-Key: short\r\n"),
                                    "Idempotency-Key: " + std::string(65, 'a') + "\r\n",
                                    std::string("Idempotency-Key: sixteen chars and blanks\r\n")}) {
        const auto response = demo.post_with_key("/api/holds", body, line);
        CHECK(response.status == 400);
        CHECK(testing::body_of<api::ErrorView>(response).field == "idempotency-key");
    }
    const std::string key = testing::fresh_key_line();
    const auto first = demo.post_with_key("/api/holds", body, key);
    CHECK(first.status == 200);
    const std::int64_t seq = demo.seq();
    const auto second = demo.post_with_key("/api/holds", body, key);
    CHECK(second.status == 200);
    CHECK(second.body == first.body);
    CHECK(demo.seq() == seq);
    const auto other_body = demo.post_with_key("/api/holds", api::encode(testing::free_time(demo, 3)), key);
    CHECK(other_body.status == 400);
    CHECK(demo.seq() == seq);
}
