#pragma once

#include "server/storage/failure.h"
#include "server/storage/value.h"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

/// What an engine does for a Connection (database.h). All else in this folder is the same on every engine.
namespace loggia::storage {

enum class Access { read_write, read_only };

/// How a word of the migrations is spelt by an engine that does not know it.
struct Spelling {
    std::string_view common;
    std::string_view own;
};

/// Everything in which the engines are spoken to differently.
struct Dialect {
    std::string_view begin_read;
    std::string_view begin_write;
    /// Keeps other writers of the business ?1 out until the transaction ends; empty where a transaction that writes
    /// is alone anyway.
    std::string_view lock_business;
    /// Empty where no other process writes, so that there is nothing to tell.
    std::string_view listen;
    std::string_view notify;
    std::span<const Spelling> spellings;
};

/// A prepared statement: bound, run by the first `next`, read row by row, reset.
class Statement {
public:
    virtual ~Statement() = default;

    /// Copies what is bound. As many as when it was prepared, of the same types.
    [[nodiscard]] virtual Outcome<void> bind(std::span<const Value> values) = 0;
    /// Moves to the next row; false after the last.
    [[nodiscard]] virtual Outcome<bool> next() = 0;
    virtual void reset() = 0;

    [[nodiscard]] virtual bool is_null(int column) const = 0;
    [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
    [[nodiscard]] virtual std::string_view text(int column) const = 0;  ///< valid until the next row
    [[nodiscard]] virtual std::int64_t changed_rows() const = 0;        ///< once `next` said false
};

/// One open connection of an engine. Its statements do not outlive it.
class Driver {
public:
    virtual ~Driver() = default;

    [[nodiscard]] virtual const Dialect& dialect() const = 0;
    /// `values` tell the types of the parameters.
    [[nodiscard]] virtual Outcome<std::unique_ptr<Statement>> prepare(std::string_view sql,
                                                                      std::span<const Value> values) = 0;
    [[nodiscard]] virtual Outcome<void> run_script(const std::string& sql) = 0;
    [[nodiscard]] virtual bool in_transaction() const = 0;

    /// Whether the answer to a COMMIT can get lost while the commit takes effect.
    [[nodiscard]] virtual bool may_lose_answers() const { return false; }
    /// What becomes readable when the server says something unasked; -1 where it never does.
    [[nodiscard]] virtual int socket() const { return -1; }
    /// Takes in what it said; whether that was anything.
    virtual bool hear() { return false; }
};

/// Opens a connection, each time anew.
using Opener = std::function<Outcome<std::unique_ptr<Driver>>()>;

inline constexpr std::string_view kinds_of_database = "sqlite:PATH|postgres://USER@HOST/NAME";

/// For "sqlite:PATH" and "postgres://…" (or "postgresql://…", as libpq reads it). Fails if it names no engine.
[[nodiscard]] Outcome<Opener> opener_of(std::string_view connection_string, Access access);

/// The connection string without the password in it, for people to read.
[[nodiscard]] std::string shown(std::string_view connection_string);

}  // namespace loggia::storage
