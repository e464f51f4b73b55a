#include "portal/net/known.h"

#include "portal/stage.h"

#include <catch2/catch_test_macros.hpp>

using namespace loggia;
using namespace loggia::portal;

namespace {

constexpr ui::Milliseconds noon = 1'790'000'000'000;
constexpr std::string_view mine = "/api/my/bookings";

/// A browser's database, as it is after these changes.
std::vector<ui::Stored> disk_after(Known& known) {
    std::map<std::string, std::string> disk;
    for (const auto& change : known.take_changes()) {
        if (change.text.empty()) {
            disk.erase(change.key);
        } else {
            disk[change.key] = change.text;
        }
    }
    std::vector<ui::Stored> records;
    for (const auto& [key, text] : disk) records.push_back({key, text});
    return records;
}

void keep_session(Known& known, PersonId person) {
    known.belongs_to(person);
    known.keep("/api/session", person, noon, api::encode(stage::session_of(person)));
}

Known of_mara() {
    Known known;
    keep_session(known, world::mara);
    known.keep(mine, world::mara, noon, R"({"seq":7,"bookings":[]})");
    known.keep("/api/services", world::mara, noon, "{}");
    return known;
}

}  // namespace

TEST_CASE("what was known is there after a reload, with the time of its saying") {
    Known before = of_mara();
    Known after;
    after.restore(disk_after(before), noon + 1000);
    CHECK(after.owner() == world::mara);
    CHECK_FALSE(after.recalled_as_of());
    REQUIRE(after.recall(mine));
    CHECK(after.recall(mine)->body == R"({"seq":7,"bookings":[]})");
    CHECK(after.recalled_as_of() == noon);
}

TEST_CASE("what is personal is forgotten when somebody else or nobody is here, also on the disk") {
    for (const std::optional<PersonId> next : {std::optional(world::ben), std::optional<PersonId>{}}) {
        Known known = of_mara();
        known.belongs_to(next);
        CHECK_FALSE(known.recall(mine));
        CHECK_FALSE(known.recall("/api/session"));
        CHECK(known.recall("/api/services"));
        CHECK(disk_after(known).size() == 1);
    }
}

TEST_CASE("an answer that comes late is not kept for whoever is here by then") {
    Known known = of_mara();
    known.belongs_to(world::ben);
    known.keep(mine, world::mara, noon, R"({"seq":7,"bookings":[]})");
    CHECK_FALSE(known.recall(mine));
}

TEST_CASE("only what the table names is kept, and nothing huge") {
    Known known;
    for (const std::string_view path : {"/api/free-times?service_id=201", "/api/bookings/17", "/api/sync?since=3"})
        known.keep(path, {}, noon, "{}");
    known.keep("/api/services", {}, noon, std::string(500'000, 'x'));
    CHECK(known.take_changes().empty());
}

TEST_CASE("of the calendar the three weeks looked at last are kept") {
    Known known;
    keep_session(known, world::mia);
    for (int week = 1; week <= 5; ++week)
        known.keep("/api/calendar?from=" + std::to_string(week), world::mia, noon + week, "{}");
    int kept = 0;
    for (int week = 1; week <= 5; ++week)
        kept += known.recall("/api/calendar?from=" + std::to_string(week)) != nullptr;
    CHECK(kept == 3);
    CHECK(known.recall("/api/calendar?from=5"));
    CHECK_FALSE(known.recall("/api/calendar?from=1"));
}

TEST_CASE("whatever else lies in the database is removed and changes nothing") {
    const std::vector<ui::Stored> garbage{
        {"", ""},
        {"/api/session", "garbage"},
        {"/api/services", "17"},
        {"/api/services", "99999999999999999999 0 {}"},
        {"/api/staff", "-1 0 {}"},
        {"/api/my/bookings", "1790000000000 1 {}"},
        {"/api/business", "1990000000000 0 {}"},
        {"../../etc/passwd", "1790000000000 0 {}"},
        {std::string(9999, 'k'), std::string(9999, '\xff')},
    };
    Known known;
    known.restore(garbage, noon);
    for (const auto& stored : garbage) CHECK_FALSE(known.recall(stored.key));
    const auto changes = known.take_changes();
    CHECK(changes.size() == garbage.size());
    for (const auto& change : changes) CHECK(change.text.empty());
}
