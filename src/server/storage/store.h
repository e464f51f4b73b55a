#pragma once

#include "server/storage/database.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

/// One thread's door to the stored businesses. Every query below this line is of one business.
namespace loggia::storage {

struct Catalog;
class BusyDays;
class Store;

/// The text of a statement that names the business it is about: `business_id` and its parameter ?1. Any other
/// text does not compile, so that a query across businesses cannot be written.
class BusinessSql {
public:
    consteval BusinessSql(const char* text) : m_text(text) {
        if (m_text.find("business_id") == std::string_view::npos || m_text.find("?1") == std::string_view::npos)
            throw "a statement names its business: business_id = ?1";
    }
    [[nodiscard]] constexpr std::string_view text() const { return m_text; }

private:
    std::string_view m_text;
};

/// Reads one business. Cheap to make; valid inside the transaction it was made for.
class BusinessReader {
public:
    BusinessReader(Store& store, BusinessId business) : m_store(&store), m_business(business) {}

    [[nodiscard]] BusinessId business() const { return m_business; }

    /// The parameters after ?1, which is the business.
    template <class... Values>
    [[nodiscard]] Outcome<Query> query(BusinessSql sql, const Values&... values) const {
        return connection().query(sql.text(), m_business, values...);
    }

    /// What changes seldom: services, people at work, hours, rooms, rules. Kept in memory until its version
    /// changes.
    [[nodiscard]] Outcome<std::shared_ptr<const Catalog>> catalog() const;

    /// The number of the last change.
    [[nodiscard]] Outcome<std::int64_t> seq() const;

protected:
    [[nodiscard]] Store& store() const { return *m_store; }
    [[nodiscard]] Connection& connection() const;

private:
    friend class BusyDays;
    Store* m_store;
    BusinessId m_business;
};

/// Reads and changes one business, inside a job of the writer (writer.h).
class BusinessWriter : public BusinessReader {
public:
    using BusinessReader::BusinessReader;
    ~BusinessWriter();
    BusinessWriter(const BusinessWriter&) = delete;
    BusinessWriter& operator=(const BusinessWriter&) = delete;

    template <class... Values>
    Outcome<std::int64_t> run(BusinessSql sql, const Values&... values) {
        return connection().run(sql.text(), business(), values...);
    }

    /// Takes the next number of the business. It becomes visible with the commit.
    [[nodiscard]] Outcome<std::int64_t> take_seq();
    /// The last number taken through this writer; 0 if none.
    [[nodiscard]] std::int64_t taken_seq() const { return m_taken_seq; }

    /// To be called by whatever changes something the catalog holds.
    Outcome<void> catalog_changed();

private:
    std::int64_t m_taken_seq = 0;
    bool m_catalog_changed = false;
};

/// Which business an address names.
struct BusinessAddress {
    BusinessId id;
    std::string slug;
    std::string name;
};

/// Whatever the named database held of ours is gone.
Result<void> empty_database(std::string_view connection_string);

class Store {
public:
    /// See `opener_of`. With read_write the schema is brought up to date first.
    [[nodiscard]] static Result<Store> open(std::string_view connection_string, Access access);
    [[nodiscard]] static Result<Store> open(Opener opener, Access access);

    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    /// Runs `work(const BusinessReader&) -> Result<T>` in one read transaction: all it sees is of one moment.
    template <class Work>
    std::invoke_result_t<Work, const BusinessReader&> read(BusinessId business, Work&& work) {
        auto transaction = TRY(begin_read());
        return std::forward<Work>(work)(BusinessReader{*this, business});
    }

    /// Runs `work(BusinessWriter&) -> Result<T>` in a transaction of its own. For setting up and for tests; a
    /// server that is running writes through the Writer.
    template <class Work>
    std::invoke_result_t<Work, BusinessWriter&> write(BusinessId business, Work&& work) {
        auto transaction = TRY(Transaction::begin(m_connection, Transaction::Kind::write));
        TRY(lock(business));
        BusinessWriter writer{*this, business};
        auto result = std::forward<Work>(work)(writer);
        if (!result) return result;
        TRY(transaction.commit());
        return result;
    }

    /// The businesses this database holds, by id. The one thing that is known without entering a business.
    [[nodiscard]] Outcome<std::vector<BusinessAddress>> businesses();

    [[nodiscard]] Connection& connection() { return m_connection; }

    /// In a transaction that writes, before anything else: until it ends nobody else changes the business, in
    /// whichever process. What is read then is what is written upon.
    Outcome<void> lock(BusinessId business);

    /// To be called when a transaction that writes did not take effect: what was read in it is not remembered.
    void forget();

private:
    friend class BusinessReader;
    friend class BusinessWriter;
    friend class BusyDays;
    explicit Store(Connection connection);
    /// On a connection that broke since the last read, on a new one.
    Outcome<Transaction> begin_read();

    Connection m_connection;
    std::map<BusinessId, std::shared_ptr<const Catalog>> m_catalogs;
    std::map<BusinessId, BusyDays> m_busy_days;
};

}  // namespace loggia::storage
