#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/base/time.h"

#include <chrono>
#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>

struct sqlite3;
struct sqlite3_stmt;

/// A thin layer over the SQLite C API: connections, prepared statements, savepoints, failures as values.
/// Nothing here knows a table, and nothing throws. A connection and all that comes from it belong to one
/// thread at a time.
namespace loggia::storage {

enum class FailureKind {
    unique,  ///< a key was already there
    retry,   ///< the transaction lost against another; run it again
    busy,    ///< another connection held the lock for too long
    full,    ///< no space left
    io,      ///< the disk or the file is broken
    bug,     ///< wrong SQL, wrong use, no memory
};

struct DatabaseError {
    FailureKind kind = FailureKind::bug;
    std::string message;  ///< for the log; never shown to a caller

    /// What the caller of an endpoint hears of it: nothing about the database.
    operator Error() const;
    bool operator==(const DatabaseError&) const = default;
};

template <class T>
using Outcome = std::expected<T, DatabaseError>;

/// What a parameter or a column can be. Texts are copied when they are bound.
using Value = std::variant<std::monostate, std::int64_t, std::string_view>;

[[nodiscard]] inline Value value_of(std::int64_t number) { return number; }
[[nodiscard]] inline Value value_of(int number) { return std::int64_t{number}; }
[[nodiscard]] inline Value value_of(bool flag) { return std::int64_t{flag ? 1 : 0}; }
[[nodiscard]] inline Value value_of(std::string_view text) { return text; }
[[nodiscard]] inline Value value_of(const std::string& text) { return std::string_view{text}; }
[[nodiscard]] inline Value value_of(const char* text) { return std::string_view{text}; }
template <class Kind>
[[nodiscard]] Value value_of(Id<Kind> id) {
    return id.value;
}
[[nodiscard]] inline Value value_of(Instant moment) { return unix_seconds(moment); }
[[nodiscard]] inline Value value_of(Date date) { return std::int64_t{day_of(date).time_since_epoch().count()}; }
[[nodiscard]] inline Value value_of(minutes length) { return std::int64_t{length.count()}; }
template <class T>
[[nodiscard]] Value value_of(const std::optional<T>& value) {
    return value ? value_of(*value) : Value{};
}

/// One run of a prepared statement. Gives the statement back when it goes out of scope.
class Query {
public:
    Query(Query&& other) noexcept : m_statement(std::exchange(other.m_statement, nullptr)) {}
    Query& operator=(Query&&) = delete;
    ~Query();

    /// Moves to the next row; false after the last.
    [[nodiscard]] Outcome<bool> next();

    [[nodiscard]] bool is_null(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::string_view text(int column) const;  ///< valid until the next row

    /// Typed: Id<…>, Instant, Date, minutes, std::int64_t, int, bool, std::string, and std::optional of
    /// these.
    template <class T>
    [[nodiscard]] T get(int column) const;

private:
    friend class Connection;
    explicit Query(sqlite3_stmt* statement) : m_statement(statement) {}
    sqlite3_stmt* m_statement;
};

enum class Access { read_write, read_only };

/// One open database.
class Connection {
public:
    /// "sqlite:PATH". Creates the file if it is to be written; refuses an SQLite older than 3.51.3, which can
    /// corrupt a database in WAL mode.
    [[nodiscard]] static Outcome<Connection> open(std::string_view connection_string, Access access);

    Connection(Connection&&) noexcept;
    Connection& operator=(Connection&&) noexcept;
    ~Connection();

    /// A statement with its parameters ?1, ?2 … bound. It is prepared once per connection.
    template <class... Values>
    [[nodiscard]] Outcome<Query> query(std::string_view sql, const Values&... values) {
        const Value bound[]{value_of(values)..., Value{}};
        return prepare(sql, std::span{bound, sizeof...(values)});
    }

    /// Runs a statement for its effect; the number of rows it changed.
    template <class... Values>
    Outcome<std::int64_t> run(std::string_view sql, const Values&... values) {
        auto query = this->query(sql, values...);
        if (!query) return std::unexpected(query.error());
        return finish(*query);
    }

    /// Several statements without parameters.
    Outcome<void> run_script(const std::string& sql);

    /// Whether a transaction is open. Some failures (a full disk, say) end it by themselves.
    [[nodiscard]] bool in_transaction() const;

    /// For backups and fault injection.
    [[nodiscard]] sqlite3* native() const { return m_database.get(); }

private:
    struct Close {
        void operator()(sqlite3* database) const;
        void operator()(sqlite3_stmt* statement) const;
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Statements =
        std::unordered_map<std::string, std::unique_ptr<sqlite3_stmt, Close>, TextHash, std::equal_to<>>;

    explicit Connection(sqlite3* database);
    Outcome<Query> prepare(std::string_view sql, std::span<const Value> values);
    Outcome<std::int64_t> finish(Query& query);

    std::unique_ptr<sqlite3, Close> m_database;
    Statements m_statements;
};

/// BEGIN … COMMIT; rolled back unless committed.
class Transaction {
public:
    enum class Kind { read, write };
    [[nodiscard]] static Outcome<Transaction> begin(Connection& connection, Kind kind);
    Transaction(Transaction&& other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    /// Durable when it returns without a failure. After a failure nothing of the transaction is there.
    Outcome<void> commit();

private:
    explicit Transaction(Connection& connection) : m_connection(&connection) {}
    Connection* m_connection;
};

/// A part of a transaction that can be undone alone; undone unless kept.
class Savepoint {
public:
    [[nodiscard]] static Outcome<Savepoint> begin(Connection& connection);
    Savepoint(Savepoint&& other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) {}
    Savepoint& operator=(Savepoint&&) = delete;
    ~Savepoint();

    Outcome<void> keep();

private:
    explicit Savepoint(Connection& connection) : m_connection(&connection) {}
    Connection* m_connection;
};

// ---- typed columns
// ----------------------------------------------------------------------------------------------

template <class T>
struct Column;

template <>
struct Column<std::int64_t> {
    static std::int64_t get(const Query& query, int column) { return query.integer(column); }
};
template <>
struct Column<int> {
    static int get(const Query& query, int column) { return static_cast<int>(query.integer(column)); }
};
template <>
struct Column<bool> {
    static bool get(const Query& query, int column) { return query.integer(column) != 0; }
};
template <>
struct Column<std::string> {
    static std::string get(const Query& query, int column) { return std::string{query.text(column)}; }
};
template <>
struct Column<Instant> {
    static Instant get(const Query& query, int column) { return instant_of(query.integer(column)); }
};
template <>
struct Column<Date> {
    static Date get(const Query& query, int column) {
        return date_of(std::chrono::local_days{days{static_cast<int>(query.integer(column))}});
    }
};
template <>
struct Column<minutes> {
    static minutes get(const Query& query, int column) { return minutes{query.integer(column)}; }
};
template <class Kind>
struct Column<Id<Kind>> {
    static Id<Kind> get(const Query& query, int column) { return {query.integer(column)}; }
};
template <class T>
struct Column<std::optional<T>> {
    static std::optional<T> get(const Query& query, int column) {
        if (query.is_null(column)) return std::nullopt;
        return Column<T>::get(query, column);
    }
};

template <class T>
T Query::get(int column) const {
    return Column<T>::get(*this, column);
}

}  // namespace loggia::storage
