#include "server/storage/sqlite_driver.h"

#include <sqlite3.h>

#include <array>

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
    return failed(kind_of(code), std::string{doing} + ": " + sqlite3_errmsg(database));
}

/// Counting allocations takes a lock that all threads share, at every one of them.
void stop_counting_allocations() {
    static const int configured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    (void)configured;
}

// SQLite checks types only if asked, and knows INTEGER.
constexpr std::array spellings{
    Spelling{"BIGINT",              "INTEGER"              },
    Spelling{"/*table*/",           "STRICT"               },
    Spelling{"/*clustered table*/", "STRICT, WITHOUT ROWID"},
};
// A transaction that begins by reading and then writes would fail at once, without waiting, if another wrote.
constexpr Dialect dialect_of_sqlite{.begin_read = "BEGIN", .begin_write = "BEGIN IMMEDIATE", .spellings = spellings};

class SqliteStatement : public Statement {
public:
    explicit SqliteStatement(sqlite3_stmt* statement) : m_statement(statement) {}

    Outcome<void> bind(std::span<const Value> values) override {
        for (std::size_t i = 0; i < values.size(); ++i)
            if (bind(static_cast<int>(i) + 1, values[i]) != SQLITE_OK)
                return failure(sqlite3_db_handle(m_statement.get()), sqlite3_sql(m_statement.get()));
        return {};
    }
    Outcome<bool> next() override {
        switch (sqlite3_step(m_statement.get())) {
        case SQLITE_ROW: return true;
        case SQLITE_DONE: return false;
        default: return failure(sqlite3_db_handle(m_statement.get()), sqlite3_sql(m_statement.get()));
        }
    }
    void reset() override {
        sqlite3_reset(m_statement.get());
        sqlite3_clear_bindings(m_statement.get());
    }

    [[nodiscard]] bool is_null(int column) const override {
        return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
    }
    [[nodiscard]] std::int64_t integer(int column) const override {
        return sqlite3_column_int64(m_statement.get(), column);
    }
    [[nodiscard]] std::string_view text(int column) const override {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
        if (!text) return {};
        return {text, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
    }
    [[nodiscard]] std::int64_t changed_rows() const override {
        return sqlite3_changes64(sqlite3_db_handle(m_statement.get()));
    }

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };

    int bind(int index, const Value& value) {
        if (const auto* number = std::get_if<std::int64_t>(&value))
            return sqlite3_bind_int64(m_statement.get(), index, *number);
        if (const auto* text = std::get_if<std::string_view>(&value))
            return sqlite3_bind_text64(m_statement.get(), index, text->data() ? text->data() : "", text->size(),
                                       SQLITE_TRANSIENT, SQLITE_UTF8);
        return sqlite3_bind_null(m_statement.get(), index);
    }

    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

class SqliteDriver : public Driver {
public:
    explicit SqliteDriver(sqlite3* database) : m_database(database) {}

    [[nodiscard]] const Dialect& dialect() const override { return dialect_of_sqlite; }

    Outcome<std::unique_ptr<Statement>> prepare(std::string_view sql, std::span<const Value>) override {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v3(m_database.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                               &statement, nullptr) != SQLITE_OK)
            return failure(m_database.get(), sql);
        return std::make_unique<SqliteStatement>(statement);
    }
    Outcome<void> run_script(const std::string& sql) override {
        if (sqlite3_exec(m_database.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            return failure(m_database.get(), sql);
        return {};
    }
    [[nodiscard]] bool in_transaction() const override { return sqlite3_get_autocommit(m_database.get()) == 0; }

    [[nodiscard]] sqlite3* native() const { return m_database.get(); }

private:
    struct Close {
        void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
    };
    std::unique_ptr<sqlite3, Close> m_database;
};

}  // namespace

sqlite3* sqlite_of(Driver& driver) {
    const auto* sqlite = dynamic_cast<SqliteDriver*>(&driver);
    return sqlite ? sqlite->native() : nullptr;
}

Outcome<std::unique_ptr<Driver>> open_sqlite(std::string_view connection_string, Access access) {
    if (sqlite3_libversion_number() < oldest_sqlite)
        return failed(FailureKind::bug,
                      std::string{"SQLite 3.51.3 or newer is needed, this is "} + sqlite3_libversion());

    stop_counting_allocations();
    const std::string path{connection_string.substr(connection_string.find(':') + 1)};
    const bool writes = access == Access::read_write;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (writes ? SQLITE_OPEN_CREATE : 0);
    sqlite3* database = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &database, flags, nullptr);
    if (!database) return failed(FailureKind::bug, "no memory for a connection");
    auto driver = std::make_unique<SqliteDriver>(database);
    if (code != SQLITE_OK) return failure(database, "open " + path);
    sqlite3_extended_result_codes(database, 1);
    // Otherwise a statement is compiled anew for other parameters, in case another plan should suit them better.
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
    TRY(driver->run_script(shared_pragmas));
    TRY(driver->run_script(writes ? writer_pragmas : reader_pragmas));
    return driver;
}

}  // namespace loggia::storage
