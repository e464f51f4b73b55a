#include "server/storage/database.h"

#include "core/base/text.h"

#include <algorithm>

namespace loggia::storage {

namespace {

/// What engines disagree about: PostgreSQL keeps neither NUL nor what is not UTF-8.
bool is_kept_by_all(const Value& value) {
    const auto* text = std::get_if<std::string_view>(&value);
    return !text || (text->find('\0') == std::string_view::npos && text::is_utf8(*text));
}

/// Lets those who run the transaction know, even if the caller makes something else of the failure.
void note(std::optional<DatabaseError>& trouble, const DatabaseError& error) {
    const bool concerns_all = error.kind == FailureKind::retry || error.kind == FailureKind::lost;
    if (concerns_all && !trouble) trouble = error;
}

}  // namespace

// ---- Query
// ------------------------------------------------------------------------------------------------------

Query::~Query() {
    if (!m_cached) return;
    m_cached->statement->reset();
    m_cached->in_use = false;
}

Outcome<bool> Query::next() {
    auto row = m_cached->statement->next();
    if (!row) note(*m_cached->trouble, row.error());
    return row;
}

// ---- Connection
// -------------------------------------------------------------------------------------------------

Outcome<Connection> Connection::open(std::string_view connection_string, Access access) {
    return open(TRY(opener_of(connection_string, access)));
}

Outcome<Connection> Connection::open(Opener opener) {
    auto session = std::make_unique<Session>();
    session->driver = TRY(opener());
    session->open = std::move(opener);
    return Connection{std::move(session)};
}

Outcome<void> Connection::reconnect() {
    auto driver = TRY(m_session->open());
    m_session->statements.clear();
    m_session->driver = std::move(driver);
    m_session->trouble.reset();
    ++m_session->reconnections;
    return {};
}

Outcome<CachedStatement*> Connection::cached(std::string_view sql, std::span<const Value> values) {
    if (const auto found = m_session->statements.find(sql); found != m_session->statements.end())
        return &found->second;
    auto prepared = m_session->driver->prepare(sql, values);
    if (!prepared) {
        note(m_session->trouble, prepared.error());
        return std::unexpected(prepared.error());
    }
    return &m_session->statements
                .try_emplace(std::string{sql}, CachedStatement{*std::move(prepared), &m_session->trouble})
                .first->second;
}

Outcome<Query> Connection::prepare(std::string_view sql, std::span<const Value> values) {
    if (!std::ranges::all_of(values, is_kept_by_all))
        return failed(FailureKind::text, "no engine keeps a text that was bound to " + std::string{sql});
    CachedStatement& statement = *TRY(cached(sql, values));
    if (statement.in_use) return failed(FailureKind::bug, "the statement is still in use: " + std::string{sql});
    Query query{statement};
    TRY(statement.statement->bind(values));
    return query;
}

Outcome<std::int64_t> Connection::finish(Query& query) {
    for (;;) {
        auto row = query.next();
        if (!row) return std::unexpected(row.error());
        if (!*row) return query.m_cached->statement->changed_rows();
    }
}

Outcome<void> Connection::run_script(const std::string& sql) {
    auto ran = m_session->driver->run_script(sql);
    if (!ran) note(m_session->trouble, ran.error());
    return ran;
}

// ---- Transaction and Savepoint
// ----------------------------------------------------------------------------------

Outcome<Transaction> Transaction::begin(Connection& connection, Kind kind) {
    connection.m_session->trouble.reset();
    if (connection.m_session->owes_rollback && connection.in_transaction()) TRY(connection.run("ROLLBACK"));
    connection.m_session->owes_rollback = false;
    const Dialect& dialect = connection.dialect();
    TRY(connection.run(kind == Kind::write ? dialect.begin_write : dialect.begin_read));
    return Transaction{connection};
}

Transaction::~Transaction() {
    if (m_connection && m_connection->in_transaction())
        m_connection->m_session->owes_rollback = !m_connection->run("ROLLBACK");
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
    (void)m_connection->run("ROLLBACK TO SAVEPOINT job");
    (void)m_connection->run("RELEASE SAVEPOINT job");
}

Outcome<void> Savepoint::keep() {
    TRY(m_connection->run("RELEASE SAVEPOINT job"));
    m_connection = nullptr;
    return {};
}

}  // namespace loggia::storage
