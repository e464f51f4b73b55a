#include "portal/routes.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia;
using namespace loggia::portal;

namespace {

/// Some value for each placeholder of a pattern.
std::vector<UrlParameter> values_for(std::string_view pattern) {
    std::vector<UrlParameter> values;
    for (auto from = pattern.find('{'); from != std::string_view::npos; from = pattern.find('{', from + 1)) {
        const auto name = pattern.substr(from + 1, pattern.find('}', from) - from - 1);
        values.push_back({std::string(name), name == "date" ? "2026-10-24" : "9007199254740993"});
    }
    return values;
}

}  // namespace

TEST_CASE("every route leads to an address that leads back to it") {
    for (const auto& route : routes) {
        INFO(route.pattern);
        auto values = values_for(route.pattern);
        values.push_back({"next", "/my?a=1&b=č /"});
        const auto url = url_of(route.place, values);
        const auto address = route_of(url);
        REQUIRE(address);
        CHECK(address->place() == route.place);
        for (const auto& value : values) CHECK(address->text(value.name) == value.value);
        CHECK(address->url() == url);
    }
}

TEST_CASE("a place is known by its position in the table") {
    for (std::size_t i = 0; i < routes.size(); ++i) CHECK(static_cast<std::size_t>(routes[i].place) == i);
}

TEST_CASE("what is not in the table is no address") {
    for (const std::string_view url : {"", "my", "//evil.example/my", "/my/secrets", "/book/", "/book//details",
                                       "/staff/week", "https://evil.example/", "/api/session", "/My"}) {
        INFO(url);
        CHECK_FALSE(route_of(url));
    }
}

TEST_CASE("values are read as what they are, and what is not one is absent") {
    const auto address = route_of("/book/42/details?person=0&date=2026-02-30&at=12x&next=%2Fmy%zz");
    REQUIRE(address);
    CHECK(address->id<ServiceId>("service") == ServiceId{42});
    CHECK_FALSE(address->id<PersonId>("person"));
    CHECK_FALSE(address->date("date"));
    CHECK_FALSE(address->instant("at"));
    CHECK_FALSE(address->instant("nowhere"));
    CHECK(address->text("next") == "/my%zz");
    CHECK(route_of("/book/1?at=99999999999999")->instant("at") == std::nullopt);
}

TEST_CASE("a query cannot override what stands in the path") {
    CHECK(route_of("/book/42?service=7")->id<ServiceId>("service") == ServiceId{42});
}

TEST_CASE("some values of an address can be changed and an empty one is left out") {
    const auto address = route_of("/book/42?person=3&date=2026-10-24");
    CHECK(address->url_with({
              {"date", "2026-10-26"}
    }) == "/book/42?person=3&date=2026-10-26");
    CHECK(address->url_with({
              {"person", "" },
              {"at",     "5"}
    }) == "/book/42?date=2026-10-24&at=5");
    CHECK(route_of("/?x=1#part")->url() == "/?x=1");
}

TEST_CASE("only an address of this portal may be followed when somebody else wrote it") {
    CHECK(own_address("/my") == "/my");
    CHECK(own_address("/book/1?date=2026-10-24") == "/book/1?date=2026-10-24");
    for (const std::string_view url :
         {"//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", ""})
        CHECK_FALSE(own_address(url));
}
