#pragma once

#include "server/storage/driver.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

/// A thin layer over the engines (driver.h): connections, prepared statements, savepoints, failures as values.
/// Nothing here knows a table, and nothing throws. A connection and all that comes from it belong to one
/// thread at a time.
namespace loggia::storage {

/// A statement, prepared once per connection.
struct CachedStatement {
    std::unique_ptr<Statement> statement;
    std::optional<DatabaseError>* trouble = nullptr;  ///< of its connection
    bool in_use = false;
};

/// One run of a prepared statement. Gives the statement back when it goes out of scope.
class Query {
public:
    Query(Query&& other) noexcept : m_cached(std::exchange(other.m_cached, nullptr)) {}
    Query& operator=(Query&&) = delete;
    ~Query();

    /// Moves to the next row; false after the last.
    [[nodiscard]] Outcome<bool> next();

    [[nodiscard]] bool is_null(int column) const { return m_cached->statement->is_null(column); }
    [[nodiscard]] std::int64_t integer(int column) const { return m_cached->statement->integer(column); }
    /// Valid until the next row.
    [[nodiscard]] std::string_view text(int column) const { return m_cached->statement->text(column); }

    /// Typed: Id<…>, Instant, Date, minutes, std::int64_t, int, bool, std::string, and std::optional of
    /// these.
    template <class T>
    [[nodiscard]] T get(int column) const;

private:
    friend class Connection;
    explicit Query(CachedStatement& cached) : m_cached(&cached) { cached.in_use = true; }
    CachedStatement* m_cached;
};

/// One open database.
class Connection {
public:
    /// See `opener_of`.
    [[nodiscard]] static Outcome<Connection> open(std::string_view connection_string, Access access);
    [[nodiscard]] static Outcome<Connection> open(Opener opener);

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
    [[nodiscard]] bool in_transaction() const { return m_session->driver->in_transaction(); }

    /// The failure since the last BEGIN that concerns the whole transaction, whatever became of it on its way
    /// through the callers: it has to be run again, or the connection broke.
    [[nodiscard]] const std::optional<DatabaseError>& trouble() const { return m_session->trouble; }

    /// A new connection in place of one that broke. No query of the old one may be left.
    Outcome<void> reconnect();
    /// How often that was done.
    [[nodiscard]] int reconnections() const { return m_session->reconnections; }

    [[nodiscard]] const Dialect& dialect() const { return m_session->driver->dialect(); }
    [[nodiscard]] Driver& driver() { return *m_session->driver; }

private:
    friend class Transaction;
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Statements = std::unordered_map<std::string, CachedStatement, TextHash, std::equal_to<>>;
    struct Session {
        Opener open;
        std::unique_ptr<Driver> driver;
        Statements statements;
        std::optional<DatabaseError> trouble;
        bool owes_rollback = false;  ///< one failed
        int reconnections = 0;
    };

    explicit Connection(std::unique_ptr<Session> session) : m_session(std::move(session)) {}
    Outcome<Query> prepare(std::string_view sql, std::span<const Value> values);
    Outcome<CachedStatement*> cached(std::string_view sql, std::span<const Value> values);
    Outcome<std::int64_t> finish(Query& query);

    std::unique_ptr<Session> m_session;
};

/// BEGIN … COMMIT; rolled back unless committed.
class Transaction {
public:
    enum class Kind { read, write };
    [[nodiscard]] static Outcome<Transaction> begin(Connection& connection, Kind kind);
    Transaction(Transaction&& other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    /// Durable when it returns without a failure. After a failure nothing of the transaction is there, unless it is
    /// FailureKind::lost: then all of it may be there or nothing.
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
