#include "server/pages/page_visitor.h"
#include "ui/html/checked_html.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <thread>

using namespace loggia;
using testing::fault_of;
using testing::PageVisitor;
using testing::ServedDemo;

namespace {

std::size_t bookings_of(const ServedDemo& demo, const PageVisitor& visitor) {
    const auto list =
        testing::body_of<api::BookingList>(demo.get("/api/my/bookings", "Cookie: " + visitor.cookies() + "\r\n"));
    return static_cast<std::size_t>(
        std::ranges::count(list.bookings, domain::BookingStatus::confirmed, &api::BookingView::status));
}

/// At the details of the first free time, with everything typed in.
void fill_in_details(const ServedDemo& demo, PageVisitor& visitor, std::string_view email) {
    const auto time = testing::free_time(demo);
    visitor.open("/book/" + std::to_string(time.service_id.value) +
                 "/details?at=" + std::to_string(unix_seconds(time.starts_at)));
    visitor.type("name", "Vida Zorman");
    visitor.type("email", email);
    visitor.type("phone", "+386 40 111 222");
    visitor.type("password", "seven quiet pianos");
    visitor.tick("I agree");
}

}  // namespace

TEST_CASE("Every screen is whole HTML before any script runs, for whoever may see it") {
    const ServedDemo demo(testing::options_with_pages());
    struct Row {
        policy::Role role;
        std::string_view path, says;
        int status;
    };
    using enum policy::Role;
    const Row rows[]{
        {visitor,       "/",            "Piano lesson", 200},
        {visitor,       "/sign-in",     "Password",     200},
        {visitor,       "/register",    "Create",       200},
        {visitor,       "/my",          "Sign in",      403},
        {visitor,       "/staff",       "Sign in",      403},
        {visitor,       "/no/such",     "no such page", 404},
        {visitor,       "/book/999999", "not offered",  200},
        {client,        "/my",          "Coming up",    200},
        {client,        "/staff",       "cannot open",  403},
        {limited_staff, "/staff",       "Calendar",     200},
        {staff,         "/staff",       "Calendar",     200},
        {manager,       "/staff",       "Calendar",     200},
        {owner,         "/staff",       "Calendar",     200},
    };
    for (const auto& row : rows) {
        INFO(row.path << " as " << policy::name_of(row.role));
        const auto response = demo.get(row.path, demo.cookie_of(row.role));
        CHECK(response.status == row.status);
        CHECK(response.body.find(row.says) != std::string::npos);
        const std::string_view from_form = std::string_view(response.body).substr(response.body.find("<form"));
        CHECK(fault_of(from_form.substr(0, from_form.rfind("</form>") + 7)) == "");
        CHECK(response.header("cache-control") == (row.role == visitor ? "private, no-cache" : "private, no-store"));
    }
}

TEST_CASE("A visitor books, sees the booking, and cancels it, all by forms") {
    const ServedDemo demo(testing::options_with_pages());
    PageVisitor visitor(demo);
    fill_in_details(demo, visitor, "vida@example.org");
    visitor.press("My child");
    CHECK(visitor.value_of("name") == "Vida Zorman");
    CHECK(visitor.value_of("email") == "vida@example.org");
    CHECK(visitor.says("Held for you"));
    visitor.type("dependent-name", "Neža");
    visitor.type("dependent-born", "2016-05-03");
    visitor.type("password", "seven quiet pianos");
    visitor.press("Book ");
    CHECK(visitor.path().starts_with("/booked/"));
    CHECK(visitor.says("You are booked"));
    CHECK(visitor.says("Neža"));
    CHECK(bookings_of(demo, visitor) == 1);

    visitor.open("/my");
    visitor.press("Cancel");
    CHECK(visitor.says("<dialog"));
    CHECK(bookings_of(demo, visitor) == 1);
    visitor.press("Cancel booking");
    CHECK(bookings_of(demo, visitor) == 0);
    CHECK_FALSE(visitor.says("<dialog"));
}

TEST_CASE("What is wrong is said beside what was typed, and nothing is booked") {
    const ServedDemo demo(testing::options_with_pages());
    PageVisitor visitor(demo);
    fill_in_details(demo, visitor, "nobody");
    visitor.press("Book ");
    CHECK(visitor.says("aria-invalid=true"));
    CHECK(visitor.value_of("name") == "Vida Zorman");
    CHECK(visitor.value_of("email") == "nobody");
    CHECK_FALSE(visitor.says("seven quiet pianos"));
    CHECK(visitor.says(" autofocus"));
    CHECK_FALSE(visitor.says("/app.js"));
}

TEST_CASE("The same form sent twice, one after the other or at once, books once") {
    const ServedDemo demo(testing::options_with_pages());
    PageVisitor visitor(demo);
    fill_in_details(demo, visitor, "twice@example.org");
    const std::string body = visitor.body_of_press("Book ");
    testing::RawResponse first, second;
    std::thread other([&] { first = visitor.send(body); });
    second = visitor.send(body);
    other.join();
    CHECK(first.status == 303);
    CHECK(second.status == 303);
    CHECK(first.header("location") == second.header("location"));
    CHECK(visitor.send(body).header("location") == first.header("location"));
}

TEST_CASE("Signing in and out works by forms, and a wrong password says so") {
    const ServedDemo demo(testing::options_with_pages());
    PageVisitor visitor(demo);
    visitor.open("/sign-in?next=%2Fmy");
    visitor.type("email", "mara@example.org");
    visitor.type("password", "wrong");
    visitor.press("Sign in");
    CHECK(visitor.says("wrong"));
    CHECK(visitor.value_of("email") == "mara@example.org");
    visitor.type("password", storage::demo_password);
    visitor.press("Sign in");
    CHECK(visitor.path() == "/my");
    CHECK(visitor.says("Mara"));
    visitor.press("Sign out");
    visitor.open("/my");
    CHECK(visitor.page().status == 403);
}

TEST_CASE("Whoever stands before a demo comes in as anybody of it, without script too") {
    for (const auto& business : storage::demo_businesses()) {
        const ServedDemo demo(testing::options_with_pages(), business);
        for (const auto& account : business.accounts) {
            INFO(account.email);
            PageVisitor visitor(demo);
            visitor.open("/sign-in");
            visitor.press(account.name);
            CHECK(visitor.page().status == 200);
            CHECK(visitor.path() != "/sign-in");
            CHECK(demo.get("/api/session", "Cookie: " + visitor.cookies() + "\r\n").body.contains(account.email));
        }
    }
}

TEST_CASE("A press acts only on what the page shows and this visitor may press") {
    const ServedDemo demo(testing::options_with_pages());
    PageVisitor visitor(demo);
    visitor.open("/sign-in");
    const std::string seed = "~seed=" + visitor.value_of("~seed");
    const std::int64_t seq = demo.seq();
    for (const char* press : {"&:4242=", "&:2=", "&~trail=77+88&:99="}) {
        const auto response = visitor.send(seed + press);
        CHECK(response.status == 409);
        CHECK(response.body.find("role=alert") != std::string::npos);
    }
    CHECK(visitor.send(seed).status == 200);
    visitor.open("/");
    const auto disabled = visitor.page().body.find("aria-disabled=true");
    REQUIRE(disabled != std::string::npos);
    const auto id = visitor.page().body.rfind("id=h", disabled);
    const std::string number = visitor.page().body.substr(id + 4, visitor.page().body.find(' ', id) - id - 4);
    CHECK(visitor.send(seed + "&:" + number + "=").status == 409);
    CHECK(demo.seq() == seq);
}

TEST_CASE("A form that is broken, of another type, from elsewhere or too long changes nothing") {
    const ServedDemo demo(testing::options_with_pages());
    PageVisitor visitor(demo);
    fill_in_details(demo, visitor, "hostile@example.org");
    const std::string body = visitor.body_of_press("Book ");
    const std::int64_t seq = demo.seq();
    CHECK(visitor.send("").status == 400);
    CHECK(visitor.send("~seed=x").status == 400);
    CHECK(visitor.send(body + "&a=%ff").status == 400);
    CHECK(visitor.send(body + "&a=%").status == 400);
    CHECK(visitor.send(body + "&a=" + std::string(70'000, 'x')).status == 413);
    for (const char* fields : {"Sec-Fetch-Site: cross-site\r\nContent-Type: application/x-www-form-urlencoded\r\n",
                               "Sec-Fetch-Site: same-site\r\nContent-Type: application/x-www-form-urlencoded\r\n",
                               "Origin: https://evil.example\r\nContent-Type: application/x-www-form-urlencoded\r\n",
                               "Content-Type: application/x-www-form-urlencoded\r\n"}) {
        testing::RawClient client(demo.port());
        CHECK(client
                  .exchange("POST " + visitor.path() + " HTTP/1.1\r\nHost: localhost\r\n" + fields +
                            "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body)
                  .status == 403);
    }
    for (const char* type : {"application/json", "text/plain", "multipart/form-data; boundary=x"}) {
        testing::RawClient client(demo.port());
        CHECK(client
                  .exchange("POST " + visitor.path() +
                            " HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Type: " + type +
                            "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body)
                  .status == 415);
    }
    CHECK(demo.seq() == seq);
}

TEST_CASE("Looking at a page changes nothing, not even where the canvas would hold a time") {
    const ServedDemo demo(testing::options_with_pages());
    const std::int64_t seq = demo.seq();
    const auto time = testing::free_time(demo);
    const std::string path = "/book/" + std::to_string(time.service_id.value) +
                             "/details?at=" + std::to_string(unix_seconds(time.starts_at));
    for (int i = 0; i < 3; ++i) CHECK(demo.get(path).status == 200);
    CHECK(demo.seq() == seq);
    CHECK(demo.post("/api/holds", api::encode(time)).status == 200);
}

TEST_CASE("Two visitors never get the same seed, and nobody else may keep their pages") {
    const ServedDemo demo(testing::options_with_pages());
    PageVisitor one(demo), other(demo);
    one.open("/");
    other.open("/");
    CHECK(one.value_of("~seed").size() == 64);
    CHECK(one.value_of("~seed") != other.value_of("~seed"));
    CHECK(one.page().header("cache-control").starts_with("private"));
}

TEST_CASE("Search engines and previews are told what every visitor may see, under one address a page") {
    const ServedDemo demo(testing::options_with_pages());
    const auto home = demo.get("/?utm=1").body;
    for (const std::string_view part :
         {"<link rel=\"canonical\" href=\"http://localhost/\">", "<meta name=\"description\"", "og:title", "og:type",
          "application/ld+json", "LocalBusiness", "ReserveAction", "priceCurrency", "Piano lesson"}) {
        CAPTURE(part);
        CHECK(home.find(part) != home.npos);
    }
    CHECK(demo.get("/sign-in").body.find("noindex") != std::string::npos);
    CHECK(demo.get("/my", demo.cookie_of(policy::Role::client)).body.find("ld+json") == std::string::npos);
}

TEST_CASE("A page is in the language its visitor reads, and names the others") {
    const ServedDemo demo(testing::options_with_pages());
    const auto german = demo.get("/", "Accept-Language: de-AT,en;q=0.5\r\n").body;
    CHECK(german.find("<html lang=\"de\" dir=\"ltr\"") != german.npos);
    CHECK(german.find("hreflang=\"sl\" href=\"http://localhost/?lang=sl\"") != german.npos);
    const auto arabic = demo.get("/?lang=ar", "Accept-Language: de\r\n").body;
    CHECK(arabic.find("<html lang=\"ar\" dir=\"rtl\"") != arabic.npos);
    CHECK(demo.get("/", "Accept-Language: xx\r\nCookie: loggia-kept=language=fr\r\n").body.find("lang=\"fr\"") !=
          std::string::npos);
}

TEST_CASE("The page carries the answers it was made from, unless another site led to it") {
    const ServedDemo demo(testing::options_with_pages());
    const auto own = demo.get("/").body;
    CHECK(own.find("<script type=\"application/json\" id=\"said\">[{\"path\":\"/api/session\"") != own.npos);
    CHECK(own.find("/api/free-times") != own.npos);
    CHECK(demo.get("/", "Sec-Fetch-Site: cross-site\r\n").body.find("id=\"said\"") == std::string::npos);
}

TEST_CASE("The style sheet of the pages may be kept for ever, in the colour of the business") {
    const ServedDemo demo(testing::options_with_pages());
    const auto body = demo.get("/").body;
    const auto at = body.find("/page.");
    REQUIRE(at != body.npos);
    const auto sheet = demo.get(body.substr(at, body.find('"', at) - at));
    CHECK(sheet.status == 200);
    CHECK(sheet.header("content-type") == "text/css; charset=utf-8");
    CHECK(sheet.header("cache-control").find("immutable") != std::string::npos);
    CHECK(demo.get("/page.00000000.css").status == 404);
}

TEST_CASE("A hostile address is shown as a page that is not there") {
    const ServedDemo demo(testing::options_with_pages());
    for (const char* path : {"/%ff", "/book/%3Cscript%3Ealert(1)%3C/script%3E", "/sign-in?next=%22%3E%3Cscript%3E",
                             "/?lang=%22%3E%3Cb%3E"}) {
        INFO(path);
        const auto body = demo.get(path).body;
        CHECK(body.find("<script>") == body.npos);
        CHECK(body.find("<b>") == body.npos);
    }
}

TEST_CASE("A page is packed for a stranger whose browser unpacks it, and never for whoever is signed in") {
    const ServedDemo demo(testing::options_with_pages());
    struct Row {
        std::string_view accepts;
        policy::Role role;
        bool is_packed;
    };
    const Row rows[]{
        {"",                                       policy::Role::visitor, false},
        {"Accept-Encoding: gzip, deflate, br\r\n", policy::Role::visitor, true },
        {"Accept-Encoding: gzip;q=0\r\n",          policy::Role::visitor, false},
        {"Accept-Encoding: gzip, deflate, br\r\n", policy::Role::client,  false},
    };
    for (const auto& row : rows) {
        INFO(row.accepts << " as " << policy::name_of(row.role));
        const auto page = demo.get("/", demo.cookie_of(row.role) + std::string(row.accepts));
        CHECK(page.status == 200);
        CHECK((page.header("content-encoding") == "gzip") == row.is_packed);
        CHECK(page.body.starts_with(row.is_packed ? "\x1f\x8b" : "<!doctype html>"));
        CHECK(page.header("vary").starts_with("Accept-Encoding, "));
    }
}

TEST_CASE("The style sheet of the pages is packed too") {
    const ServedDemo demo(testing::options_with_pages());
    const std::string page = demo.get("/").body;
    const std::size_t at = page.find("/page.");
    REQUIRE(at != page.npos);
    const std::string path = page.substr(at, page.find('"', at) - at);
    const auto plain = demo.get(path), packed = demo.get(path, "Accept-Encoding: gzip\r\n");
    CHECK(plain.header("content-encoding").empty());
    CHECK(packed.header("content-encoding") == "gzip");
    CHECK(packed.header("vary") == "Accept-Encoding");
    CHECK(packed.body.size() * 4 < plain.body.size());
}
