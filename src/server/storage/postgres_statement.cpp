#include "server/storage/postgres_statement.h"

#include "server/storage/postgres_driver.h"
#include "server/storage/sql_state.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>
#include <vector>

namespace loggia::storage {

namespace {

constexpr Oid oid_of_bigint = 20;
constexpr Oid oid_of_text = 25;
constexpr int binary = 1;
constexpr int as_text = 0;

Oid oid_of(const Value& value) { return type_of(value) == ValueType::integer ? oid_of_bigint : oid_of_text; }

/// As PostgreSQL sends and receives numbers: the greatest byte first.
std::string big_endian(std::int64_t number) {
    auto bits = static_cast<std::uint64_t>(number);
    std::string bytes(sizeof bits, '\0');
    for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte, bits >>= 8) *byte = static_cast<char>(bits & 0xff);
    return bytes;
}

class PostgresStatement : public Statement {
public:
    PostgresStatement(PGconn* connection, std::string name, std::string_view sql, std::vector<Oid> types)
        : m_connection(connection),
          m_name(std::move(name)),
          m_sql(sql),
          m_types(std::move(types)),
          m_bytes(m_types.size()),
          m_pointers(m_types.size()),
          m_lengths(m_types.size()),
          m_formats(m_types.size(), binary) {}

    Outcome<void> bind(std::span<const Value> values) override {
        if (!std::ranges::equal(values, m_types, {}, oid_of))
            return failed(FailureKind::bug, "bound to other types than before: " + m_sql);
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (const auto* number = std::get_if<std::int64_t>(&values[i])) m_bytes[i] = big_endian(*number);
            if (const auto* text = std::get_if<std::string_view>(&values[i])) m_bytes[i] = *text;
            m_pointers[i] = std::holds_alternative<Null>(values[i]) ? nullptr : m_bytes[i].data();
            m_lengths[i] = static_cast<int>(m_bytes[i].size());
        }
        return {};
    }

    Outcome<bool> next() override {
        if (!m_result) TRY(run());
        return ++m_row < PQntuples(m_result.get());
    }
    void reset() override {
        m_result.reset();
        m_row = -1;
    }

    [[nodiscard]] bool is_null(int column) const override { return PQgetisnull(m_result.get(), m_row, column) != 0; }
    [[nodiscard]] std::int64_t integer(int column) const override {
        const auto digits = text(column);
        std::int64_t number = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
        return number;
    }
    [[nodiscard]] std::string_view text(int column) const override {
        return {PQgetvalue(m_result.get(), m_row, column),
                static_cast<std::size_t>(PQgetlength(m_result.get(), m_row, column))};
    }
    [[nodiscard]] std::int64_t changed_rows() const override {
        const std::string_view digits{PQcmdTuples(m_result.get())};
        std::int64_t number = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
        return number;
    }

private:
    Outcome<void> run() {
        m_result.reset(PQexecPrepared(m_connection, m_name.c_str(), static_cast<int>(m_types.size()),
                                      m_pointers.data(), m_lengths.data(), m_formats.data(), as_text));
        if (auto ran = check(m_connection, m_result.get(), m_sql); !ran) {
            m_result.reset();
            return ran;
        }
        // A COMMIT of a transaction that had failed succeeds, as a ROLLBACK.
        if (m_sql == "COMMIT" && std::strcmp(PQcmdStatus(m_result.get()), "COMMIT") != 0)
            return failed(FailureKind::bug, "a transaction that had failed was to be committed");
        return {};
    }

    PGconn* m_connection;
    std::string m_name;
    std::string m_sql;
    std::vector<Oid> m_types;
    std::vector<std::string> m_bytes;
    std::vector<const char*> m_pointers;
    std::vector<int> m_lengths;
    std::vector<int> m_formats;
    PostgresResult m_result;
    int m_row = -1;
};

}  // namespace

std::string with_dollar_parameters(std::string_view sql) {
    std::string text{sql};
    char quote = '\0';
    for (char& letter : text) {
        if (quote != '\0')
            quote = letter == quote ? '\0' : quote;
        else if (letter == '\'' || letter == '"')
            quote = letter;
        else if (letter == '?')
            letter = '$';
    }
    return text;
}

std::string message_of(std::string_view text) {
    std::string line{text.substr(0, text.find_last_not_of(" \n") + 1)};
    std::ranges::replace(line, '\n', ' ');
    return line;
}

Outcome<void> check(PGconn* connection, const PGresult* result, std::string_view doing) {
    const auto status = PQresultStatus(result);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return {};
    const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    // What has no state was not said by the server but by libpq: it did not reach it.
    const bool broken = !state || PQstatus(connection) != CONNECTION_OK;
    const auto kind = broken ? FailureKind::lost : kind_of_sql_state(state);
    return failed(kind, std::string{doing} + ": " + message_of(PQerrorMessage(connection)));
}

Outcome<std::unique_ptr<Statement>> prepare_postgres(PGconn* connection, std::string name, std::string_view sql,
                                                     std::span<const Value> values) {
    std::vector<Oid> types;
    std::ranges::transform(values, std::back_inserter(types), oid_of);
    const PostgresResult result{PQprepare(connection, name.c_str(), with_dollar_parameters(sql).c_str(),
                                          static_cast<int>(types.size()), types.data())};
    TRY(check(connection, result.get(), sql));
    return std::make_unique<PostgresStatement>(connection, std::move(name), sql, std::move(types));
}

}  // namespace loggia::storage
