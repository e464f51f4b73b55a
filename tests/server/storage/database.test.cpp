#include "server/storage/database.h"

#include "server/storage/migrations.h"
#include "server/storage/stored_world.h"

#include <catch2/catch_test_macros.hpp>
#include <sqlite3.h>

namespace loggia::storage {

namespace {

Connection open(const TemporaryFolder& folder) {
    auto connection = must(Connection::open(folder.database(), Access::read_write));
    must(connection.run_script("CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT UNIQUE, born INTEGER) STRICT"));
    return connection;
}

std::int64_t things(Connection& connection) {
    auto query = must(connection.query("SELECT COUNT(*) FROM thing"));
    must(query.next());
    return query.integer(0);
}

std::string pragma(Connection& connection, const std::string& name) {
    auto query = must(connection.query("PRAGMA " + name));
    must(query.next());
    return std::string{query.text(0)};
}

}  // namespace

TEST_CASE("a database is named by its engine and its path") {
    CHECK_FALSE(Connection::open("test.db", Access::read_write));
    CHECK_FALSE(Connection::open("sqlite:", Access::read_write));
    CHECK_FALSE(Connection::open("sqlite:/no/such/folder/test.db", Access::read_write));
    const TemporaryFolder folder;
    const auto missing = Connection::open(folder.database(), Access::read_only);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().kind == FailureKind::io);
}

TEST_CASE("a connection is durable, and a reading one can only read") {
    const TemporaryFolder folder;
    auto writer = open(folder);
    CHECK(pragma(writer, "journal_mode") == "wal");
    CHECK(pragma(writer, "synchronous") == "2");
    CHECK(pragma(writer, "foreign_keys") == "1");
    auto reader = must(Connection::open(folder.database(), Access::read_only));
    CHECK(things(reader) == 0);
    CHECK_FALSE(reader.run("INSERT INTO thing (id) VALUES (1)"));
    CHECK(pragma(reader, "wal_autocheckpoint") == "0");
}

TEST_CASE("what is bound comes back") {
    const TemporaryFolder folder;
    auto connection = open(folder);
    const std::string odd{"M\xc3\xa1ra's \"quotes\"\0 and a nul", 25};
    must(connection.run("INSERT INTO thing (id, name, born) VALUES (?1, ?2, ?3)", PersonId{7}, odd,
                        std::optional<Date>{std::chrono::year{2017} / 5 / 3}));
    must(connection.run("INSERT INTO thing (id, name, born) VALUES (?1, ?2, ?3)", 8, "", std::optional<Date>{}));
    auto query = must(connection.query("SELECT id, name, born FROM thing ORDER BY id"));
    REQUIRE(must(query.next()));
    CHECK(query.get<PersonId>(0) == PersonId{7});
    CHECK(query.get<std::string>(1) == odd);
    CHECK(query.get<std::optional<Date>>(2) == std::chrono::year{2017} / 5 / 3);
    REQUIRE(must(query.next()));
    CHECK(query.get<std::string>(1).empty());
    CHECK_FALSE(query.is_null(1));
    CHECK(query.get<std::optional<Date>>(2) == std::nullopt);
    CHECK_FALSE(must(query.next()));
}

TEST_CASE("failures say their kind") {
    const TemporaryFolder folder;
    auto connection = open(folder);
    must(connection.run("INSERT INTO thing (id, name) VALUES (1, 'a')"));
    CHECK(connection.run("INSERT INTO thing (id, name) VALUES (1, 'b')").error().kind == FailureKind::unique);
    CHECK(connection.run("INSERT INTO thing (id, name) VALUES (2, 'a')").error().kind == FailureKind::unique);
    CHECK(connection.run("INSERT INTO no_table (id) VALUES (1)").error().kind == FailureKind::bug);
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

TEST_CASE("no caller hears of the database") {
    for (const auto kind : {FailureKind::unique, FailureKind::retry, FailureKind::busy, FailureKind::full,
                            FailureKind::io, FailureKind::bug}) {
        const Error error = DatabaseError{kind, "SELECT secret FROM person"};
        CHECK(error.message.find("SELECT") == std::string::npos);
        CHECK_FALSE(error.message.empty());
    }
}

TEST_CASE("a transaction is undone unless committed, a savepoint unless kept") {
    const TemporaryFolder folder;
    auto connection = open(folder);
    {
        auto transaction = must(Transaction::begin(connection, Transaction::Kind::write));
        must(connection.run("INSERT INTO thing (id) VALUES (1)"));
    }
    CHECK(things(connection) == 0);

    auto transaction = must(Transaction::begin(connection, Transaction::Kind::write));
    {
        auto kept = must(Savepoint::begin(connection));
        must(connection.run("INSERT INTO thing (id) VALUES (1)"));
        must(kept.keep());
    }
    {
        auto undone = must(Savepoint::begin(connection));
        must(connection.run("INSERT INTO thing (id) VALUES (2)"));
    }
    must(transaction.commit());
    CHECK(things(connection) == 1);
    CHECK_FALSE(connection.in_transaction());
}

TEST_CASE("a statement that is in use is not run twice at once") {
    const TemporaryFolder folder;
    auto connection = open(folder);
    must(connection.run("INSERT INTO thing (id) VALUES (1)"));
    auto first = must(connection.query("SELECT id FROM thing"));
    REQUIRE(must(first.next()));
    CHECK_FALSE(connection.query("SELECT id FROM thing"));
}

TEST_CASE("the schema is brought up to date once, and a newer one is refused") {
    const TemporaryFolder folder;
    auto connection = must(Connection::open(folder.database(), Access::read_write));
    must(bring_schema_up_to_date(connection));
    must(bring_schema_up_to_date(connection));
    auto query = must(connection.query("SELECT COUNT(*) FROM schema_version"));
    must(query.next());
    CHECK(query.integer(0) == newest_schema_version());

    must(connection.run("INSERT INTO schema_version (version) VALUES (?1)", newest_schema_version() + 1));
    CHECK_FALSE(bring_schema_up_to_date(connection));
    CHECK_FALSE(Store::open(folder.database(), Access::read_write));
}

TEST_CASE("every key begins with the business") {
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
