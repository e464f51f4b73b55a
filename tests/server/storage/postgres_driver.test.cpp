#include "server/storage/postgres_driver.h"

#include "server/storage/migrations.h"
#include "server/storage/sql_state.h"
#include "server/storage/stored_world.h"
#include "server/storage/writer.h"
#include "support/postgres_server.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <future>

namespace loggia::storage {

namespace {

using testing::PostgresServer;

Connection open(const std::string& address) { return must(Connection::open(address, Access::read_write)); }

std::string shown_setting(Connection& connection, const std::string& name) {
    auto query = must(connection.query("SHOW " + name));
    must(query.next());
    return std::string{query.text(0)};
}

Result<int> booked(Writer& writer, BookingId id, Instant start) {
    std::promise<Result<int>> answered;
    writer.submit(
        harbour,
        [=](BusinessWriter& business) -> Result<int> {
            TRY(insert_booking(business, booking(id, world::trial_lesson(), start, world::ana, world::mara),
                               world::now()));
            return 0;
        },
        [&](Result<int> answer) { answered.set_value(std::move(answer)); });
    return answered.get_future().get();
}

}  // namespace

TEST_CASE("PostgreSQL: parameters are numbered as it wants them", "[postgres]") {
    constexpr std::array rows{
        std::pair{"SELECT ?1, ?12 FROM a WHERE b = ?2", "SELECT $1, $12 FROM a WHERE b = $2"},
        std::pair{"SELECT 'why?' FROM a WHERE b = ?1",  "SELECT 'why?' FROM a WHERE b = $1" },
        std::pair{"SELECT 'it''s ?' || ?1",             "SELECT 'it''s ?' || $1"            },
        std::pair{"SELECT \"?\" FROM a",                "SELECT \"?\" FROM a"               },
    };
    for (const auto& [ours, its] : rows) CHECK(with_dollar_parameters(ours) == its);
}

TEST_CASE("PostgreSQL: what a failure means is read from its state", "[postgres]") {
    constexpr std::array rows{
        std::pair{"23505", FailureKind::unique},
        std::pair{"40001", FailureKind::retry },
        std::pair{"40P01", FailureKind::retry },
        std::pair{"55P03", FailureKind::retry },
        std::pair{"40003", FailureKind::lost  },
        std::pair{"57P01", FailureKind::lost  },
        std::pair{"57P02", FailureKind::lost  },
        std::pair{"08006", FailureKind::lost  },
        std::pair{"53300", FailureKind::lost  },
        std::pair{"25P03", FailureKind::lost  },
        std::pair{"57014", FailureKind::busy  },
        std::pair{"53200", FailureKind::busy  },
        std::pair{"53100", FailureKind::full  },
        std::pair{"58030", FailureKind::io    },
        std::pair{"XX001", FailureKind::io    },
        std::pair{"22021", FailureKind::text  },
        std::pair{"42601", FailureKind::bug   },
        std::pair{"23502", FailureKind::bug   },
        std::pair{"25P02", FailureKind::bug   },
        std::pair{"",      FailureKind::bug   },
    };
    for (const auto& [state, kind] : rows) {
        INFO(state);
        CHECK(kind_of_sql_state(state) == kind);
    }
}

TEST_CASE("PostgreSQL: who cannot connect hears why, without the password", "[postgres]") {
    const auto refused =
        Connection::open("postgres://loggia:secret@/loggia?host=/no/such/folder", Access::read_write);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == FailureKind::lost);
    CHECK(refused.error().message.find("cannot connect to postgres://loggia:…@/loggia") != std::string::npos);
    CHECK(refused.error().message.find("No such file or directory") != std::string::npos);
    CHECK(refused.error().message.find("secret") == std::string::npos);
    CHECK(refused.error().message.find('\n') == std::string::npos);
}

TEST_CASE("PostgreSQL: what is committed is durable, whatever the database is set to", "[postgres]") {
    const std::string address = PostgresServer::running().new_database();
    auto careless = open(address + "%20-csynchronous_commit%3Doff");
    CHECK(shown_setting(careless, "synchronous_commit") == "on");
    auto careful = open(address + "%20-csynchronous_commit%3Dremote_apply");
    CHECK(shown_setting(careful, "synchronous_commit") == "remote_apply");
    CHECK(shown_setting(careful, "lock_timeout") == "5s");
    CHECK(shown_setting(careful, "idle_in_transaction_session_timeout") == "1min");
}

TEST_CASE("PostgreSQL: a transaction that had failed is not committed", "[postgres]") {
    auto connection = open(PostgresServer::running().new_database());
    must(connection.run_script("CREATE TABLE thing (id BIGINT NOT NULL PRIMARY KEY)"));
    auto transaction = must(Transaction::begin(connection, Transaction::Kind::write));
    must(connection.run("INSERT INTO thing (id) VALUES (1)"));
    CHECK_FALSE(connection.run("INSERT INTO thing (id) VALUES (1)"));
    CHECK_FALSE(transaction.commit());
}

TEST_CASE("PostgreSQL: a statement is bound to what it was bound to before, or refused", "[postgres]") {
    auto connection = open(PostgresServer::running().new_database());
    must(connection.run_script("CREATE TABLE thing (id BIGINT NOT NULL PRIMARY KEY, name TEXT)"));
    must(connection.run("INSERT INTO thing (id, name) VALUES (?1, ?2)", 1, "a"));
    must(connection.run("INSERT INTO thing (id, name) VALUES (?1, ?2)", 2, std::optional<std::string>{}));
    CHECK(connection.run("INSERT INTO thing (id, name) VALUES (?1, ?2)", 3, 4).error().kind == FailureKind::bug);
    CHECK(connection.run("INSERT INTO thing (id, name) VALUES (?1, ?2)", 3).error().kind == FailureKind::bug);
}

TEST_CASE("PostgreSQL: who waits for a lock too long hears that it is to try again", "[postgres]") {
    const std::string address = PostgresServer::running().new_database();
    auto one = open(address);
    auto other = open(address);
    must(one.run_script("CREATE TABLE thing (id BIGINT NOT NULL PRIMARY KEY, born BIGINT)"));
    must(one.run("INSERT INTO thing (id, born) VALUES (1, 1)"));
    must(other.run_script("SET lock_timeout = 20"));
    auto held = must(Transaction::begin(one, Transaction::Kind::write));
    must(one.run("UPDATE thing SET born = 2 WHERE id = 1"));
    auto waiting = must(Transaction::begin(other, Transaction::Kind::write));
    const auto refused = other.run("UPDATE thing SET born = 3 WHERE id = 1");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == FailureKind::retry);
    CHECK(other.trouble()->kind == FailureKind::retry);
}

TEST_CASE("PostgreSQL: two who wait for each other: one hears that it is to try again", "[postgres]") {
    const std::string address = PostgresServer::running().new_database();
    auto one = open(address);
    auto other = open(address);
    must(one.run_script("CREATE TABLE thing (id BIGINT NOT NULL PRIMARY KEY, born BIGINT)"));
    must(one.run("INSERT INTO thing (id, born) VALUES (1, 1), (2, 2)"));
    const auto change = [](Connection& connection, int id) {
        return connection.run("UPDATE thing SET born = born + 1 WHERE id = ?1", id);
    };
    std::optional<Transaction> first{must(Transaction::begin(one, Transaction::Kind::write))};
    std::optional<Transaction> second{must(Transaction::begin(other, Transaction::Kind::write))};
    must(change(one, 1));
    must(change(other, 2));
    auto crossing = std::async(std::launch::async, [&] {
        auto changed = change(one, 2);
        first.reset();
        return changed;
    });
    const auto changed = change(other, 1);
    second.reset();
    const auto crossed = crossing.get();
    CHECK(changed.has_value() != crossed.has_value());
    CHECK((changed ? crossed : changed).error().kind == FailureKind::retry);
}

TEST_CASE("PostgreSQL: a store whose connection broke reads on over a new one", "[postgres]") {
    StoredWorld world;
    auto reader = world.open_reader();
    const auto seq = [&] {
        return reader.read(harbour,
                           [](const BusinessReader& business) -> Result<std::int64_t> { return business.seq(); });
    };
    CHECK(seq());
    PostgresServer::running().break_connections();
    CHECK(seq());
    CHECK(reader.connection().reconnections() == 1);
}

TEST_CASE("PostgreSQL: a writer goes on after a crash of the server, and what it had answered is there",
          "[postgres]") {
    StoredWorld world;
    Writer writer{must(Store::open(world.database(), Access::read_write)),
                  {.first_pause = std::chrono::milliseconds{1}}};
    const Instant morning = world::at("2026-10-27 09:00");
    CHECK(booked(writer, BookingId{1}, morning));
    PostgresServer::running().crash_and_restart();
    must(booked(writer, BookingId{2}, morning + hours{1}));
    PostgresServer::running().break_connections();
    CHECK(booked(writer, BookingId{3}, morning + hours{2}));
    writer.stop();
    auto reader = world.open_reader();
    CHECK(must(reader.read(harbour, [&](const BusinessReader& business) -> Result<int> {
              int found = 0;
              for (int id = 1; id <= 3; ++id) found += TRY(find_booking(business, BookingId{id})) ? 1 : 0;
              return found;
          })) == 3);
}

TEST_CASE("PostgreSQL: every key begins with the business", "[postgres]") {
    const std::string address = PostgresServer::running().new_database();
    auto connection = open(address);
    must(bring_schema_up_to_date(connection));
    auto query = must(connection.query(
        "SELECT t.relname, i.relname, a.attname FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid "
        "JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = "
        "x.indkey[0] "
        "WHERE t.relnamespace = current_schema()::regnamespace"));
    int keys = 0;
    while (must(query.next())) {
        if (query.text(2) == "slug" || query.text(0) == "schema_version") continue;
        INFO(query.text(0) << " " << query.text(1));
        CHECK(query.text(2) == "business_id");
        ++keys;
    }
    CHECK(keys > 15);
}

}  // namespace loggia::storage
