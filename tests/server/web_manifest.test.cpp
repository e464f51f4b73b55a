#include "server/web_manifest.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia;

namespace {

constexpr std::string_view built = R"({
  "name": "Loggia",
  "short_name": "Loggia",
  "theme_color": "#2f5bea",
  "icons": [
    { "src": "/a.png", "name": "Loggia" }
  ]
})";

domain::Business business(std::string name, std::string short_name, std::string colour) {
    domain::Business business;
    business.name = std::move(name);
    business.short_name = std::move(short_name);
    business.brand_color = std::move(colour);
    return business;
}

}  // namespace

TEST_CASE("the manifest bears the business's name and colour") {
    const auto manifest = server::web_manifest(built, business("Harbour Music School", "Harbour", "#aa3300"));
    CHECK(manifest.find(R"(  "name": "Harbour Music School",)") != std::string::npos);
    CHECK(manifest.find(R"(  "short_name": "Harbour",)") != std::string::npos);
    CHECK(manifest.find(R"(  "theme_color": "#aa3300",)") != std::string::npos);
    CHECK(manifest.find(R"("src": "/a.png", "name": "Loggia")") != std::string::npos);
}

TEST_CASE("a name that looks like JSON stays a name, and a colour that is none is not taken") {
    const auto manifest = server::web_manifest(built, business("A \"B\", \\ \n", "", "red\","));
    CHECK(manifest.find(R"(  "name": "A \"B\", \\ ",)") != std::string::npos);
    CHECK(manifest.find(R"(  "short_name": "A \"B\", \\ ",)") != std::string::npos);
    CHECK(manifest.find(R"(  "theme_color": "#2f5bea",)") != std::string::npos);
}

TEST_CASE("a manifest without these members stays as it is") {
    CHECK(server::web_manifest("{}", business("A", "B", "#000000")) == "{}");
    CHECK(server::web_manifest("", business("A", "B", "#000000")).empty());
}
