#pragma once

#include "server/storage/driver.h"

#include <atomic>
#include <functional>
#include <string>
#include <utility>

/// A driver around another one that does what networks and clusters do: it stands in for CockroachDB, YugabyteDB and
/// Citus, and for the bad days of PostgreSQL.
namespace loggia::storage {

enum class Fault {
    none,
    retry,        ///< 40001: the statement is not run
    lost_before,  ///< the connection breaks, the statement has not arrived
    lost_after,   ///< the statement is run, its answer gets lost
};

/// Shared by all connections of one store.
struct Faults {
    /// What becomes of the call of that number. Each statement that is run is one.
    std::function<Fault(int call, std::string_view sql)> decide = [](int, std::string_view) { return Fault::none; };
    std::atomic<bool> is_out_of_reach = false;  ///< no new connection can be made
    std::atomic<int> calls = 0;
    std::atomic<int> faults = 0;
};

class FaultyDriver : public Driver {
public:
    FaultyDriver(std::unique_ptr<Driver> inner, Faults& faults) : m_inner(std::move(inner)), m_faults(faults) {}

    [[nodiscard]] const Dialect& dialect() const override { return m_inner->dialect(); }
    [[nodiscard]] Outcome<std::unique_ptr<Statement>> prepare(std::string_view sql,
                                                              std::span<const Value> values) override;
    [[nodiscard]] Outcome<void> run_script(const std::string& sql) override {
        return meddle(sql, [&] { return m_inner->run_script(sql); });
    }
    [[nodiscard]] bool in_transaction() const override { return !m_is_broken && m_inner->in_transaction(); }
    [[nodiscard]] bool may_lose_answers() const override { return true; }

    template <class Run>
    std::invoke_result_t<Run> meddle(std::string_view sql, Run&& run) {
        if (m_is_broken) return broken();
        const Fault fault = m_faults.decide(++m_faults.calls, sql);
        if (fault == Fault::none) return std::forward<Run>(run)();
        ++m_faults.faults;
        if (fault == Fault::retry) return failed(FailureKind::retry, "40001, made up");
        if (fault == Fault::lost_after) (void)std::forward<Run>(run)();
        m_is_broken = true;
        if (m_inner->in_transaction()) (void)m_inner->run_script("ROLLBACK");
        return broken();
    }

private:
    static std::unexpected<DatabaseError> broken() { return failed(FailureKind::lost, "a made up loss"); }

    std::unique_ptr<Driver> m_inner;
    Faults& m_faults;
    bool m_is_broken = false;
};

class FaultyStatement : public Statement {
public:
    FaultyStatement(std::unique_ptr<Statement> inner, std::string_view sql, FaultyDriver& driver)
        : m_inner(std::move(inner)), m_sql(sql), m_driver(driver) {}

    Outcome<void> bind(std::span<const Value> values) override { return m_inner->bind(values); }
    Outcome<bool> next() override {
        if (std::exchange(m_is_running, true)) return m_inner->next();
        return m_driver.meddle(m_sql, [&] { return m_inner->next(); });
    }
    void reset() override {
        m_inner->reset();
        m_is_running = false;
    }
    [[nodiscard]] bool is_null(int column) const override { return m_inner->is_null(column); }
    [[nodiscard]] std::int64_t integer(int column) const override { return m_inner->integer(column); }
    [[nodiscard]] std::string_view text(int column) const override { return m_inner->text(column); }
    [[nodiscard]] std::int64_t changed_rows() const override { return m_inner->changed_rows(); }

private:
    std::unique_ptr<Statement> m_inner;
    std::string m_sql;
    FaultyDriver& m_driver;
    bool m_is_running = false;
};

inline Outcome<std::unique_ptr<Statement>> FaultyDriver::prepare(std::string_view sql,
                                                                 std::span<const Value> values) {
    if (m_is_broken) return broken();
    return std::make_unique<FaultyStatement>(TRY(m_inner->prepare(sql, values)), sql, *this);
}

inline Opener faulty(Opener opener, Faults& faults) {
    return [opener = std::move(opener), &faults]() -> Outcome<std::unique_ptr<Driver>> {
        if (faults.is_out_of_reach) return failed(FailureKind::lost, "no connection, made up");
        return std::make_unique<FaultyDriver>(TRY(opener()), faults);
    };
}

}  // namespace loggia::storage
