#include "server/storage/sqlite_driver.h"

#include "server/storage/migrations.h"
#include "server/storage/stored_world.h"
#include "server/storage/writer.h"

#include <catch2/catch_test_macros.hpp>
#include <sqlite3.h>

#include <future>

namespace loggia::storage {

namespace {

Connection open(const TemporaryFolder& folder) {
    auto connection = must(Connection::open(folder.database(), Access::read_write));
    must(connection.run_script("CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT UNIQUE, born INTEGER) STRICT"));
    return connection;
}

std::string pragma(Connection& connection, const std::string& name) {
    auto query = must(connection.query("PRAGMA " + name));
    must(query.next());
    return std::string{query.text(0)};
}

auto booking_job(BookingId id, Instant start) {
    return [=](BusinessWriter& business) -> Result<int> {
        TRY(insert_booking(business, booking(id, world::piano_lesson(), start, world::ana, world::mara),
                           world::now()));
        return 2;
    };
}

}  // namespace

TEST_CASE("SQLite: a file that is to be read is there, and its folder in any case", "[sqlite]") {
    CHECK_FALSE(Connection::open("sqlite:/no/such/folder/test.db", Access::read_write));
    const TemporaryFolder folder;
    const auto missing = Connection::open(folder.database(), Access::read_only);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().kind == FailureKind::io);
}

TEST_CASE("SQLite: a connection is durable, and only one checkpoints", "[sqlite]") {
    const TemporaryFolder folder;
    auto writer = open(folder);
    CHECK(pragma(writer, "journal_mode") == "wal");
    CHECK(pragma(writer, "synchronous") == "2");
    CHECK(pragma(writer, "foreign_keys") == "1");
    auto reader = must(Connection::open(folder.database(), Access::read_only));
    CHECK(pragma(reader, "wal_autocheckpoint") == "0");
}

TEST_CASE("SQLite: failures say their kind", "[sqlite]") {
    const TemporaryFolder folder;
    auto connection = open(folder);
    must(connection.run("INSERT INTO thing (id, name) VALUES (1, 'a')"));
    CHECK(connection.run("INSERT INTO thing (id, born) VALUES (?1, ?2)", 3, "soon").error().kind == FailureKind::bug);

    SECTION("a lock held elsewhere") {
        auto other = must(Connection::open(folder.database(), Access::read_write));
        must(other.run_script("PRAGMA busy_timeout=10"));
        auto held = must(Transaction::begin(connection, Transaction::Kind::write));
        const auto refused = Transaction::begin(other, Transaction::Kind::write);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == FailureKind::busy);
        CHECK(static_cast<Error>(refused.error()).code == ErrorCode::unavailable);
    }
    SECTION("a full disk") {
        must(connection.run_script("PRAGMA max_page_count=8"));
        auto filled = connection.run("INSERT INTO thing (id, name) VALUES (2, 'x')");
        for (int i = 3; filled && i < 1000; ++i)
            filled = connection.run("INSERT INTO thing (id, name) VALUES (?1, ?2)", i,
                                    std::string(2000, 'x') + std::to_string(i));
        REQUIRE_FALSE(filled);
        CHECK(filled.error().kind == FailureKind::full);
    }
}

TEST_CASE("SQLite: a commit that the disk refuses fails every job of its group", "[sqlite]") {
    StoredWorld world;
    std::atomic<bool> refuse = true;
    auto store = must(Store::open(world.database(), Access::read_write));
    const auto refuses = [](void* flag) { return static_cast<std::atomic<bool>*>(flag)->load() ? 1 : 0; };
    sqlite3_commit_hook(sqlite_of(store.connection().driver()), refuses, &refuse);
    Writer writer{std::move(store)};
    std::promise<Result<int>> first;
    writer.submit(harbour, booking_job(BookingId{1}, world::now()),
                  [&](Result<int> answer) { first.set_value(std::move(answer)); });
    CHECK(first.get_future().get().error().code == ErrorCode::internal);
    refuse = false;
    std::promise<Result<int>> second;
    writer.submit(harbour, booking_job(BookingId{2}, world::now()),
                  [&](Result<int> answer) { second.set_value(std::move(answer)); });
    CHECK(second.get_future().get());
    writer.stop();
    CHECK(world.count("booking") == 1);
}

TEST_CASE("SQLite: a full disk fails what it hits, and the writer goes on when there is space again", "[sqlite]") {
    StoredWorld world;
    auto store = must(Store::open(world.database(), Access::read_write));
    sqlite3* database = sqlite_of(store.connection().driver());
    const Instant morning = world::at("2026-10-27 09:00");
    Writer writer{std::move(store)};
    std::promise<Result<int>> failed;
    writer.submit(
        harbour,
        [=](BusinessWriter& business) -> Result<int> {
            sqlite3_exec(database, "PRAGMA max_page_count=1", nullptr, nullptr, nullptr);
            for (int i = 0; i < 100; ++i) TRY(booking_job(BookingId{100 + i}, morning + days{i})(business));
            return 0;
        },
        [&](Result<int> answer) { failed.set_value(std::move(answer)); });
    CHECK(failed.get_future().get().error().code == ErrorCode::unavailable);
    std::promise<Result<int>> later;
    writer.submit(
        harbour,
        [=](BusinessWriter& business) {
            sqlite3_exec(database, "PRAGMA max_page_count=100000", nullptr, nullptr, nullptr);
            return booking_job(BookingId{2}, morning)(business);
        },
        [&](Result<int> answer) { later.set_value(std::move(answer)); });
    CHECK(later.get_future().get().value() == 2);
    writer.stop();
    CHECK(world.count("booking") == 1);
}

TEST_CASE("SQLite: every key begins with the business", "[sqlite]") {
    const TemporaryFolder folder;
    auto connection = must(Connection::open(folder.database(), Access::read_write));
    must(bring_schema_up_to_date(connection));
    auto query = must(
        connection.query("SELECT m.name, i.name, (SELECT c.name FROM pragma_index_info(i.name) c WHERE c.seqno = 0) "
                         "FROM sqlite_schema m, pragma_index_list(m.name) i WHERE m.type = 'table'"));
    int keys = 0;
    while (must(query.next())) {
        if (query.text(2) == "slug") continue;
        INFO(query.text(0) << " " << query.text(1));
        CHECK(query.text(2) == "business_id");
        ++keys;
    }
    CHECK(keys > 15);
}

}  // namespace loggia::storage
