#include "server/storage/postgres_driver.h"

#include "server/storage/postgres_statement.h"

#include <libpq-fe.h>

#include <array>

namespace loggia::storage {

namespace {

constexpr int oldest_postgres = 120'000;

// BIGINT and TEXT, and a primary key for every table, need no other spelling here.
constexpr Dialect dialect_of_postgres{
    .begin_read = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    .begin_write = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE",
    .lock_business = "SELECT seq FROM business_head WHERE business_id = ?1 FOR UPDATE",
    .listen = "LISTEN loggia",
    .notify = "NOTIFY loggia",
    .spellings = {},
};

constexpr const char* settings = "SET lock_timeout = 5000;"
                                 "SET statement_timeout = 60000;"
                                 "SET idle_in_transaction_session_timeout = 60000";
constexpr const char* reader_settings = "SET default_transaction_read_only = on";

struct FinishConnection {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
using NativeConnection = std::unique_ptr<PGconn, FinishConnection>;

class PostgresDriver : public Driver {
public:
    explicit PostgresDriver(NativeConnection connection) : m_connection(std::move(connection)) {}

    [[nodiscard]] const Dialect& dialect() const override { return dialect_of_postgres; }

    Outcome<std::unique_ptr<Statement>> prepare(std::string_view sql, std::span<const Value> values) override {
        return prepare_postgres(m_connection.get(), "s" + std::to_string(++m_prepared), sql, values);
    }
    Outcome<void> run_script(const std::string& sql) override {
        const PostgresResult result{PQexec(m_connection.get(), sql.c_str())};
        return check(m_connection.get(), result.get(), sql);
    }
    [[nodiscard]] bool in_transaction() const override {
        const auto status = PQtransactionStatus(m_connection.get());
        return status == PQTRANS_INTRANS || status == PQTRANS_INERROR || status == PQTRANS_ACTIVE;
    }

    [[nodiscard]] bool may_lose_answers() const override { return true; }
    [[nodiscard]] int socket() const override { return PQsocket(m_connection.get()); }
    bool hear() override {
        // That the connection broke is for the next statement to find.
        (void)PQconsumeInput(m_connection.get());
        bool heard = false;
        for (; PGnotify* said = PQnotifies(m_connection.get()); heard = true) PQfreemem(said);
        return heard;
    }

private:
    NativeConnection m_connection;
    int m_prepared = 0;
};

NativeConnection connect(std::string_view connection_string) {
    const std::string name{connection_string};
    // What stands before "dbname" holds unless the connection string says otherwise, what stands after it in any
    // case.
    constexpr std::array keywords{"connect_timeout",  "keepalives_idle",  "keepalives_interval",
                                  "keepalives_count", "tcp_user_timeout", "fallback_application_name",
                                  "dbname",           "client_encoding",  static_cast<const char*>(nullptr)};
    const std::array values{
        "5", "30", "10", "3", "20000", "loggia", name.c_str(), "UTF8", static_cast<const char*>(nullptr)};
    static_assert(keywords.size() == std::tuple_size_v<decltype(values)>);
    return NativeConnection{PQconnectdbParams(keywords.data(), values.data(), 1)};
}

/// The value of a session's setting.
Outcome<std::string> setting(PGconn* connection, const std::string& name) {
    const std::string sql = "SHOW " + name;
    const PostgresResult result{PQexec(connection, sql.c_str())};
    TRY(check(connection, result.get(), sql));
    return std::string{PQgetvalue(result.get(), 0, 0)};
}

Outcome<void> refuse_unsuitable(PGconn* connection) {
    if (PQserverVersion(connection) < oldest_postgres)
        return failed(FailureKind::bug, "PostgreSQL 12 or newer is needed");
    const char* encoding = PQparameterStatus(connection, "server_encoding");
    if (!encoding || std::string_view{encoding} != "UTF8")
        return failed(FailureKind::bug, "the database has to be created with ENCODING 'UTF8'");
    return {};
}

}  // namespace

Outcome<std::unique_ptr<Driver>> open_postgres(std::string_view connection_string, Access access) {
    NativeConnection connection = connect(connection_string);
    if (!connection) return failed(FailureKind::bug, "no memory for a connection");
    if (PQstatus(connection.get()) != CONNECTION_OK)
        return failed(FailureKind::lost, "cannot connect to " + shown(connection_string) + ": " +
                                             message_of(PQerrorMessage(connection.get())));
    PQsetNoticeProcessor(connection.get(), [](void*, const char*) {}, nullptr);
    TRY(refuse_unsuitable(connection.get()));
    const bool loses_what_it_answered = TRY(setting(connection.get(), "synchronous_commit")) == "off";
    auto driver = std::make_unique<PostgresDriver>(std::move(connection));
    TRY(driver->run_script(settings));
    if (loses_what_it_answered) TRY(driver->run_script("SET synchronous_commit = on"));
    if (access == Access::read_only) TRY(driver->run_script(reader_settings));
    return driver;
}

}  // namespace loggia::storage
