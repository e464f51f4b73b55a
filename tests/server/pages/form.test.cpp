#include "server/pages/form.h"

#include "server/pages/cookies.h"
#include "server/pages/languages.h"
#include "server/pages/page_frame.h"
#include "server/pages/structured_data.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia;
using namespace loggia::server;

namespace {
const std::string seed(64, 'a');
const std::string sound = "~seed=" + seed;
}  // namespace

TEST_CASE("A form says what was pressed, what before, and what was typed") {
    const auto form = parse_form(sound + "&~trail=12+4000000000&name=Nina+%C5%A0&%3A77=&note=a%0D%0Ab&name=2");
    REQUIRE(form);
    CHECK(to_hex(form->seed) == seed);
    CHECK(form->trail == std::vector<ui::NodeId>{12, 4000000000});
    CHECK(form->press == 77);
    REQUIRE(form->fields.size() == 3);
    CHECK(form->fields[0].value == "Nina Š");
    CHECK(form->fields[1].value == "a\nb");
    CHECK(to_text(form->trail) == "12 4000000000");
}

TEST_CASE("What no page of ours posts is refused") {
    using namespace std::string_literals;
    std::string many = sound, trail = sound + "&~trail=";
    for (int i = 0; i < 500; ++i) many += "&a=b", trail += "99+";
    for (const std::string& body :
         {""s, "a=b"s, "~seed=12"s, "~seed="s + std::string(64, 'g'), sound + "&a=%"s, sound + "&a=%zz"s,
          sound + "&a=%ff"s, sound + "&a=%00"s, sound + "&a=%c2%85"s, sound + "&%ff=a"s, sound + "&:x="s,
          sound + "&:-1="s, sound + "&:99999999999="s, sound + "&:0="s, sound + "&~trail=x"s, trail, many}) {
        CAPTURE(body.substr(0, 120));
        CHECK_FALSE(parse_form(body));
    }
}

TEST_CASE("A cookie that is set is sent from then on, and one that ends is not") {
    CHECK(cookies_after("", "loggia=a; Path=/") == "loggia=a");
    CHECK(cookies_after("x=1; loggia=a", "loggia=b; HttpOnly") == "x=1; loggia=b");
    CHECK(cookies_after("loggia=a; x=1", "loggia=; Max-Age=0") == "x=1");
}

TEST_CASE("What the portal keeps travels in a cookie and comes back, but only what is text and fits") {
    const std::vector<ui::Stored> stored{
        {.key = "theme", .value = "dark"                },
        {.key = "hold",  .value = "3 {\"a\":\"b;c, d\"}"}
    };
    const std::string cookie = kept_cookie(stored, auth::Transport::local);
    CHECK(cookie.find("SameSite=Strict") != cookie.npos);
    CHECK(kept_cookie(stored, auth::Transport::tls).starts_with("__Host-"));
    const auto kept = kept_in("x=1; " + cookie.substr(0, cookie.find(';')), auth::Transport::local);
    REQUIRE(kept.size() == 2);
    CHECK(kept[1].value == stored[1].value);
    CHECK(kept_cookie(
              {
                  {.key = "a", .value = std::string(3000, 'x')}
    },
              auth::Transport::local)
              .empty());
    CHECK(kept_in("loggia-kept=a=%ff&b=%00", auth::Transport::local).empty());
    CHECK(kept_in("loggia-kept=" + std::string(5000, 'x'), auth::Transport::local).empty());
}

TEST_CASE("The languages a browser wishes for come best first") {
    CHECK(languages_in("de-AT,de;q=0.9, en;q=0.8,*;q=0.1,fr;q=0") == std::vector<std::string>{"de-AT", "de", "en"});
    CHECK(languages_in("en;q=0.2,sl;q=0.85") == std::vector<std::string>{"sl", "en"});
    CHECK(languages_in("<script>,,;q=1").empty());
    CHECK(languages_in(std::string(10'000, ',')).empty());
}

TEST_CASE("A built page without a place for pages is served as it is") {
    CHECK_FALSE(PageFrame::parse("<!doctype html>"));
    CHECK_FALSE(PageFrame::parse("<html lang=\"en\" data-theme=\"auto\"><!--head-->"));
}

TEST_CASE("Nothing in structured data can end its script") {
    CHECK(for_script(R"({"a":"</script><!--"})").find('<') == std::string::npos);
}
