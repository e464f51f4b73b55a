#include "server/storage/database.h"

#include <sqlite3.h>

#include <cstdlib>

namespace loggia::storage {

namespace {

constexpr int oldest_sqlite = 3'051'003;

constexpr const char* shared_pragmas = "PRAGMA journal_mode=WAL;"
                                       "PRAGMA synchronous=FULL;"
                                       "PRAGMA foreign_keys=ON;"
                                       "PRAGMA busy_timeout=5000;"
                                       "PRAGMA trusted_schema=OFF;"
                                       "PRAGMA cell_size_check=ON;"
                                       "PRAGMA temp_store=MEMORY;"
                                       "PRAGMA mmap_size=0;";

// One connection in the whole system writes and checkpoints: two at once is what the WAL-reset defect needed.
constexpr const char* writer_pragmas = "PRAGMA cache_size=-16000;"
                                       "PRAGMA wal_autocheckpoint=2000;";
constexpr const char* reader_pragmas = "PRAGMA query_only=1;"
                                       "PRAGMA wal_autocheckpoint=0;";

FailureKind kind_of(int extended_code) {
    switch (extended_code) {
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_ROWID: return FailureKind::unique;
    case SQLITE_BUSY_SNAPSHOT: return FailureKind::retry;
    default: break;
    }
    switch (extended_code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return FailureKind::busy;
    case SQLITE_FULL: return FailureKind::full;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_PROTOCOL:
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT: return FailureKind::io;
    default: return FailureKind::bug;
    }
}

std::unexpected<DatabaseError> failure(sqlite3* database, std::string_view doing) {
    const int code = sqlite3_extended_errcode(database);
    return std::unexpected(DatabaseError{kind_of(code), std::string{doing} + ": " + sqlite3_errmsg(database)});
}

/// Counting allocations takes a lock that all threads share, at every one of them.
void stop_counting_allocations() {
    static const int configured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    (void)configured;
}

std::unexpected<DatabaseError> bug(std::string message) {
    return std::unexpected(DatabaseError{FailureKind::bug, std::move(message)});
}

int bind(sqlite3_stmt* statement, int index, const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return sqlite3_bind_int64(statement, index, *number);
    if (const auto* text = std::get_if<std::string_view>(&value))
        return sqlite3_bind_text64(statement, index, text->data() ? text->data() : "", text->size(), SQLITE_TRANSIENT,
                                   SQLITE_UTF8);
    return sqlite3_bind_null(statement, index);
}

}  // namespace

DatabaseError::operator Error() const {
    switch (kind) {
    case FailureKind::unique:
        return {ErrorCode::conflict, "Somebody else changed that a moment ago. Please try again.", {}, 0};
    case FailureKind::retry:
    case FailureKind::busy: return {ErrorCode::unavailable, "The server is busy. Please try again.", {}, 1};
    case FailureKind::full:
        return {ErrorCode::unavailable, "The server cannot save anything right now. Please try later.", {}, 60};
    case FailureKind::io:
    case FailureKind::bug: break;
    }
    return {ErrorCode::internal, "Something went wrong on our side. Nothing was changed.", {}, 0};
}

// ---- Query
// ------------------------------------------------------------------------------------------------------

Query::~Query() {
    if (!m_statement) return;
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

Outcome<bool> Query::next() {
    switch (sqlite3_step(m_statement)) {
    case SQLITE_ROW: return true;
    case SQLITE_DONE: return false;
    default: return failure(sqlite3_db_handle(m_statement), sqlite3_sql(m_statement));
    }
}

bool Query::is_null(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }

std::int64_t Query::integer(int column) const { return sqlite3_column_int64(m_statement, column); }

std::string_view Query::text(int column) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    if (!text) return {};
    return {text, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

// ---- Connection
// -------------------------------------------------------------------------------------------------

void Connection::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }
void Connection::Close::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Connection::Connection(sqlite3* database) : m_database(database) {}
Connection::Connection(Connection&&) noexcept = default;
Connection& Connection::operator=(Connection&&) noexcept = default;
Connection::~Connection() = default;

Outcome<Connection> Connection::open(std::string_view connection_string, Access access) {
    constexpr std::string_view scheme = "sqlite:";
    if (!connection_string.starts_with(scheme) || connection_string.size() == scheme.size())
        return bug("a database is named as sqlite:PATH");
    if (sqlite3_libversion_number() < oldest_sqlite)
        return bug(std::string{"SQLite 3.51.3 or newer is needed, this is "} + sqlite3_libversion());

    stop_counting_allocations();
    const std::string path{connection_string.substr(scheme.size())};
    const int flags =
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (access == Access::read_write ? SQLITE_OPEN_CREATE : 0);
    sqlite3* database = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &database, flags, nullptr);
    if (!database) return bug("no memory for a connection");
    Connection connection{database};
    if (code != SQLITE_OK) return failure(database, "open " + path);
    sqlite3_extended_result_codes(database, 1);
    // Otherwise a statement is compiled anew for other parameters, in case another plan should suit them better.
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
    if (auto set = connection.run_script(shared_pragmas); !set) return std::unexpected(set.error());
    const bool writes = access == Access::read_write;
    if (auto set = connection.run_script(writes ? writer_pragmas : reader_pragmas); !set)
        return std::unexpected(set.error());
    return connection;
}

Outcome<Query> Connection::prepare(std::string_view sql, std::span<const Value> values) {
    auto found = m_statements.find(sql);
    if (found == m_statements.end()) {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v3(m_database.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                               &statement, nullptr) != SQLITE_OK)
            return failure(m_database.get(), sql);
        found = m_statements.try_emplace(std::string{sql}, statement).first;
    }
    sqlite3_stmt* statement = found->second.get();
    if (sqlite3_stmt_busy(statement)) return bug("the statement is still in use: " + std::string{sql});
    Query query{statement};
    for (std::size_t i = 0; i < values.size(); ++i)
        if (bind(statement, static_cast<int>(i) + 1, values[i]) != SQLITE_OK) return failure(m_database.get(), sql);
    return query;
}

Outcome<std::int64_t> Connection::finish(Query& query) {
    for (;;) {
        auto row = query.next();
        if (!row) return std::unexpected(row.error());
        if (!*row) return sqlite3_changes64(m_database.get());
    }
}

Outcome<void> Connection::run_script(const std::string& sql) {
    if (sqlite3_exec(m_database.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return failure(m_database.get(), sql);
    return {};
}

bool Connection::in_transaction() const { return sqlite3_get_autocommit(m_database.get()) == 0; }

// ---- Transaction and Savepoint
// ----------------------------------------------------------------------------------

Outcome<Transaction> Transaction::begin(Connection& connection, Kind kind) {
    // A transaction that begins by reading and then writes would fail at once, without waiting, if another
    // wrote.
    TRY(connection.run(kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN"));
    return Transaction{connection};
}

Transaction::~Transaction() {
    if (m_connection && m_connection->in_transaction()) (void)m_connection->run("ROLLBACK");
}

Outcome<void> Transaction::commit() {
    TRY(m_connection->run("COMMIT"));
    m_connection = nullptr;
    return {};
}

Outcome<Savepoint> Savepoint::begin(Connection& connection) {
    TRY(connection.run("SAVEPOINT job"));
    return Savepoint{connection};
}

Savepoint::~Savepoint() {
    if (!m_connection || !m_connection->in_transaction()) return;
    (void)m_connection->run("ROLLBACK TO job");
    (void)m_connection->run("RELEASE job");
}

Outcome<void> Savepoint::keep() {
    TRY(m_connection->run("RELEASE job"));
    m_connection = nullptr;
    return {};
}

}  // namespace loggia::storage
