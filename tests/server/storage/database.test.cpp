#include "server/storage/database.h"

#include "server/storage/migrations.h"
#include "server/storage/stored_world.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <thread>

namespace loggia::storage {

namespace {

using testing::TemporaryDatabase;

Connection open(const TemporaryDatabase& database) {
    auto connection = must(Connection::open(database.address(), Access::read_write));
    must(connection.run_script("CREATE TABLE thing (id BIGINT NOT NULL PRIMARY KEY, name TEXT UNIQUE, born BIGINT)"));
    return connection;
}

std::int64_t things(Connection& connection) {
    auto query = must(connection.query("SELECT COUNT(*) FROM thing"));
    must(query.next());
    return query.integer(0);
}

}  // namespace

TEST_CASE("a database is named by its engine and its place") {
    for (const char* wrong : {"test.db", "sqlite:", "postgres://", "oracle:somewhere", ""}) {
        const auto refused = Connection::open(wrong, Access::read_write);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().message.find("sqlite:PATH or postgres://") != std::string::npos);
    }
}

TEST_CASE("people never read the password in the name of a database") {
    constexpr std::array rows{
        std::pair{"sqlite:/srv/loggia.db",                       "sqlite:/srv/loggia.db"                   },
        std::pair{"postgres://loggia@host/name",                 "postgres://loggia@host/name"             },
        std::pair{"postgres://loggia:secret@host:5433/name",     "postgres://loggia:…@host:5433/name"      },
        std::pair{"postgres://loggia:p@ss@host/name",            "postgres://loggia:…@host/name"           },
        std::pair{"postgresql://host/name?password=a&user=b",    "postgresql://host/name?password=…&user=b"},
        std::pair{"postgres://host/name?user=b&password=secret", "postgres://host/name?user=b&password=…"  },
    };
    for (const auto& [name, read] : rows) CHECK(shown(name) == read);
}

TEST_CASE("a reading connection can only read") {
    const TemporaryDatabase database;
    auto writer = open(database);
    auto reader = must(Connection::open(database.address(), Access::read_only));
    CHECK(things(reader) == 0);
    CHECK_FALSE(reader.run("INSERT INTO thing (id) VALUES (1)"));
    CHECK(things(writer) == 0);
}

TEST_CASE("what is bound comes back") {
    const TemporaryDatabase database;
    auto connection = open(database);
    const std::string odd = "M\xc3\xa1ra's \"quotes\", $1 ?2 \\ and a \n line";
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

TEST_CASE("a text that one engine would not keep is refused by all") {
    const TemporaryDatabase database;
    auto connection = open(database);
    using namespace std::string_view_literals;
    for (const std::string_view text : {"a\0b"sv, "\0"sv, "\xff"sv, "\xc3"sv, "\xed\xa0\x80"sv}) {
        const auto refused = connection.run("INSERT INTO thing (id, name) VALUES (1, ?1)", text);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == FailureKind::text);
        CHECK(static_cast<Error>(refused.error()).code == ErrorCode::invalid_input);
        CHECK(connection.query("SELECT id FROM thing WHERE name = ?1", text).error().kind == FailureKind::text);
    }
    CHECK(things(connection) == 0);
}

TEST_CASE("a parameter may stand in several places, and be nothing wherever it stands") {
    const TemporaryDatabase database;
    auto connection = open(database);
    must(connection.run("INSERT INTO thing (id, name, born) VALUES (?1, ?2, ?1), (?3, ?2 || ?2, ?3)", 5, "a", 6));
    const auto found = [&](std::optional<std::int64_t> least, std::optional<std::string> name) {
        auto query = must(connection.query("SELECT id FROM thing WHERE (?1 IS NULL OR id >= ?1) AND "
                                           "(?2 IS NULL OR name = ?2) ORDER BY id LIMIT ?3",
                                           least, name, 9));
        std::vector<std::int64_t> ids;
        while (must(query.next())) ids.push_back(query.integer(0));
        return ids;
    };
    CHECK(found({}, {}) == std::vector<std::int64_t>{5, 6});
    CHECK(found(6, {}) == std::vector<std::int64_t>{6});
    CHECK(found({}, "a") == std::vector<std::int64_t>{5});
    CHECK(found(6, "a").empty());
    CHECK(found({}, {}).size() == 2);
}

TEST_CASE("a statement says how many rows it changed, and returns what it made of them") {
    const TemporaryDatabase database;
    auto connection = open(database);
    must(connection.run("INSERT INTO thing (id, born) VALUES (1, 10), (2, 20), (3, 30)"));
    CHECK(must(connection.run("UPDATE thing SET born = born + 1 WHERE id > ?1", 1)) == 2);
    CHECK(must(connection.run("UPDATE thing SET born = 0 WHERE id > ?1", 9)) == 0);
    CHECK(must(connection.run("DELETE FROM thing WHERE id = ?1", 3)) == 1);
    auto query = must(connection.query("UPDATE thing SET born = born + 1 WHERE id = ?1 RETURNING born", 2));
    REQUIRE(must(query.next()));
    CHECK(query.integer(0) == 22);
    CHECK_FALSE(must(query.next()));
    must(connection.run("INSERT INTO thing (id, born) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET born = ?2", 2,
                        7));
    CHECK(things(connection) == 2);
}

TEST_CASE("numbers come back whole, from the least to the greatest") {
    const TemporaryDatabase database;
    auto connection = open(database);
    using Limits = std::numeric_limits<std::int64_t>;
    std::int64_t id = 0;
    for (const std::int64_t number : {Limits::min(), Limits::min() + 1, std::int64_t{-256}, std::int64_t{-1},
                                      std::int64_t{0}, std::int64_t{255}, std::int64_t{65'536}, Limits::max()}) {
        must(connection.run("INSERT INTO thing (id, born) VALUES (?1, ?2)", ++id, number));
        auto query = must(connection.query("SELECT born FROM thing WHERE id = ?1 AND born = ?2", id, number));
        REQUIRE(must(query.next()));
        CHECK(query.integer(0) == number);
    }
}

TEST_CASE("failures say their kind") {
    const TemporaryDatabase database;
    auto connection = open(database);
    must(connection.run("INSERT INTO thing (id, name) VALUES (1, 'a')"));
    CHECK(connection.run("INSERT INTO thing (id, name) VALUES (1, 'b')").error().kind == FailureKind::unique);
    CHECK(connection.run("INSERT INTO thing (id, name) VALUES (2, 'a')").error().kind == FailureKind::unique);
    CHECK(connection.run("INSERT INTO thing (id) VALUES (?1)", std::optional<PersonId>{}).error().kind ==
          FailureKind::bug);
    CHECK(connection.run("INSERT INTO no_table (id) VALUES (1)").error().kind == FailureKind::bug);
    CHECK(connection.run("SELEKT").error().kind == FailureKind::bug);
    CHECK(things(connection) == 1);
}

TEST_CASE("no caller hears of the database") {
    for (const auto kind : {FailureKind::unique, FailureKind::retry, FailureKind::busy, FailureKind::lost,
                            FailureKind::full, FailureKind::io, FailureKind::text, FailureKind::bug}) {
        const Error error = DatabaseError{kind, "SELECT secret FROM person"};
        CHECK(error.message.find("SELECT") == std::string::npos);
        CHECK_FALSE(error.message.empty());
    }
}

TEST_CASE("a transaction is undone unless committed, a savepoint unless kept") {
    const TemporaryDatabase database;
    auto connection = open(database);
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
    const TemporaryDatabase database;
    auto connection = open(database);
    must(connection.run("INSERT INTO thing (id) VALUES (1)"));
    auto first = must(connection.query("SELECT id FROM thing"));
    REQUIRE(must(first.next()));
    CHECK_FALSE(connection.query("SELECT id FROM thing"));
}

TEST_CASE("the schema is brought up to date once, and a newer one is refused") {
    const TemporaryDatabase database;
    auto connection = must(Connection::open(database.address(), Access::read_write));
    must(bring_schema_up_to_date(connection));
    must(bring_schema_up_to_date(connection));
    auto query = must(connection.query("SELECT COUNT(*) FROM schema_version"));
    must(query.next());
    CHECK(query.integer(0) == newest_schema_version());

    must(connection.run("INSERT INTO schema_version (version) VALUES (?1)", newest_schema_version() + 1));
    CHECK_FALSE(bring_schema_up_to_date(connection));
    CHECK_FALSE(Store::open(database.address(), Access::read_write));
}

TEST_CASE("what failed in a savepoint is undone with it, and the transaction goes on") {
    const TemporaryDatabase database;
    auto connection = open(database);
    auto transaction = must(Transaction::begin(connection, Transaction::Kind::write));
    for (int round = 0; round < 3; ++round) {
        auto savepoint = must(Savepoint::begin(connection));
        must(connection.run("INSERT INTO thing (id) VALUES (?1)", 2));
        CHECK(connection.run("INSERT INTO thing (id) VALUES (?1)", 2).error().kind == FailureKind::unique);
    }
    must(connection.run("INSERT INTO thing (id) VALUES (?1)", 1));
    CHECK_FALSE(connection.trouble());
    must(transaction.commit());
    CHECK(things(connection) == 1);
}

TEST_CASE("a reading transaction sees one moment, whatever is written meanwhile") {
    const TemporaryDatabase database;
    auto writer = open(database);
    must(writer.run("INSERT INTO thing (id) VALUES (1)"));
    auto reader = must(Connection::open(database.address(), Access::read_only));
    {
        auto transaction = must(Transaction::begin(reader, Transaction::Kind::read));
        CHECK(things(reader) == 1);
        must(writer.run("INSERT INTO thing (id) VALUES (2)"));
        CHECK(things(reader) == 1);
    }
    CHECK(things(reader) == 2);
}

TEST_CASE("a schema that was dropped is gone, and can be made again") {
    const TemporaryDatabase database;
    auto connection = open(database);
    must(bring_schema_up_to_date(connection));
    CHECK(table_names().size() > 20);
    must(drop_everything(connection));
    CHECK_FALSE(connection.run("SELECT version FROM schema_version"));
    CHECK(things(connection) == 0);
    must(bring_schema_up_to_date(connection));
}

TEST_CASE("several processes that start at once bring the schema up to date once", "[postgres]") {
    const TemporaryDatabase database;
    std::vector<std::thread> starting;
    std::atomic<int> done = 0;
    for (int i = 0; i < 4; ++i)
        starting.emplace_back([&] {
            auto connection = Connection::open(database.address(), Access::read_write);
            if (connection && bring_schema_up_to_date(*connection)) ++done;
        });
    for (auto& each : starting) each.join();
    CHECK(done == 4);
    auto connection = must(Connection::open(database.address(), Access::read_write));
    auto query = must(connection.query("SELECT COUNT(*) FROM schema_version"));
    must(query.next());
    CHECK(query.integer(0) == newest_schema_version());
}

}  // namespace loggia::storage
