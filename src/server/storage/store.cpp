#include "server/storage/store.h"

#include "server/storage/busy_days.h"
#include "server/storage/catalog.h"
#include "server/storage/migrations.h"

#include <sodium.h>

#include <filesystem>

namespace loggia::storage {

Connection& BusinessReader::connection() const { return m_store->m_connection; }

Outcome<std::shared_ptr<const Catalog>> BusinessReader::catalog() const {
    std::int64_t version = 0;
    {
        auto head = TRY(query("SELECT catalog_version FROM business_head WHERE business_id = ?1"));
        if (!TRY(head.next())) return std::unexpected(DatabaseError{FailureKind::bug, "there is no such business"});
        version = head.integer(0);
    }
    auto& kept = m_store->m_catalogs[m_business];
    if (!kept || kept->version != version) kept = std::make_shared<const Catalog>(TRY(load_catalog(*this)));
    return kept;
}

Outcome<std::int64_t> BusinessReader::seq() const {
    auto head = TRY(query("SELECT seq FROM business_head WHERE business_id = ?1"));
    if (!TRY(head.next())) return std::unexpected(DatabaseError{FailureKind::bug, "there is no such business"});
    return head.integer(0);
}

BusinessWriter::~BusinessWriter() {
    // What was read after the change is not to outlive it: the job may yet be undone.
    if (m_catalog_changed) store().m_catalogs.erase(business());
}

Outcome<std::int64_t> BusinessWriter::take_seq() {
    auto head = TRY(query("UPDATE business_head SET seq = seq + 1 WHERE business_id = ?1 RETURNING seq"));
    if (!TRY(head.next())) return std::unexpected(DatabaseError{FailureKind::bug, "there is no such business"});
    m_taken_seq = head.integer(0);
    TRY(head.next());
    return m_taken_seq;
}

Outcome<void> BusinessWriter::catalog_changed() {
    m_catalog_changed = true;
    TRY(run("UPDATE business_head SET catalog_version = catalog_version + 1 WHERE business_id = ?1"));
    return {};
}

Store::Store(Connection connection) : m_connection(std::move(connection)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(std::string_view connection_string, Access access) {
    auto opener = opener_of(connection_string, access);
    if (!opener) return fail(ErrorCode::internal, opener.error().message);
    return open(*std::move(opener), access);
}

Result<Store> Store::open(Opener opener, Access access) {
    if (sodium_init() < 0) return fail(ErrorCode::internal, "libsodium does not start");
    auto connection = Connection::open(std::move(opener));
    if (!connection) return fail(ErrorCode::internal, connection.error().message);
    if (access == Access::read_write)
        if (auto migrated = bring_schema_up_to_date(*connection); !migrated)
            return fail(ErrorCode::internal, migrated.error().message);
    return Store{std::move(*connection)};
}

Result<void> empty_database(std::string_view connection_string) {
    constexpr std::string_view sqlite = "sqlite:";
    if (connection_string.starts_with(sqlite)) {
        // The files, so that one that is broken is no hindrance.
        const std::string path(connection_string.substr(sqlite.size()));
        std::error_code ignored;
        for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(path + suffix, ignored);
        return {};
    }
    auto connection = Connection::open(connection_string, Access::read_write);
    if (!connection) return fail(ErrorCode::internal, connection.error().message);
    if (auto dropped = drop_everything(*connection); !dropped)
        return fail(ErrorCode::internal, dropped.error().message);
    return {};
}

Outcome<Transaction> Store::begin_read() {
    auto transaction = Transaction::begin(m_connection, Transaction::Kind::read);
    if (transaction || transaction.error().kind != FailureKind::lost) return transaction;
    TRY(m_connection.reconnect());
    return Transaction::begin(m_connection, Transaction::Kind::read);
}

Outcome<void> Store::lock(BusinessId business) {
    const std::string_view sql = m_connection.dialect().lock_business;
    if (sql.empty()) return {};
    auto query = TRY(m_connection.query(sql, business));
    TRY(query.next());  // none for a business that is only now being made
    return {};
}

void Store::forget() {
    m_catalogs.clear();
    m_busy_days.clear();
}

Outcome<std::vector<BusinessAddress>> Store::businesses() {
    auto query = TRY(m_connection.query("SELECT business_id, slug, name FROM business ORDER BY business_id"));
    std::vector<BusinessAddress> found;
    while (TRY(query.next()))
        found.push_back({query.get<BusinessId>(0), query.get<std::string>(1), query.get<std::string>(2)});
    return found;
}

}  // namespace loggia::storage
