#include "server/storage/migrations.h"

#include "embedded/migration_0001_business.h"
#include "embedded/migration_0002_people.h"
#include "embedded/migration_0003_services.h"
#include "embedded/migration_0004_bookings.h"
#include "embedded/migration_0005_following.h"
#include "embedded/migration_0006_role_model.h"
#include "embedded/migration_0007_demo.h"
#include "embedded/migration_0008_team.h"
#include "embedded/migration_0009_supply.h"
#include "embedded/migration_0010_booking_versions.h"

#include <array>

namespace loggia::storage {

namespace {

constexpr std::array migrations{embedded::migration_0001_business,  embedded::migration_0002_people,
                                embedded::migration_0003_services,  embedded::migration_0004_bookings,
                                embedded::migration_0005_following, embedded::migration_0006_role_model,
                                embedded::migration_0007_demo,      embedded::migration_0008_team,
                                embedded::migration_0009_supply,    embedded::migration_0010_booking_versions};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// The files are written in the subset every engine has; SQLite checks types only if asked, and knows
/// INTEGER.
std::string for_sqlite(std::string_view sql) {
    std::string text{sql};
    replace_all(text, "BIGINT", "INTEGER");
    replace_all(text, "/*table*/", "STRICT");
    replace_all(text, "/*clustered table*/", "STRICT, WITHOUT ROWID");
    return text;
}

Outcome<int> version_of(Connection& connection) {
    auto query = TRY(connection.query("SELECT MAX(version) FROM schema_version"));
    TRY(query.next());
    return query.get<int>(0);
}

}  // namespace

int newest_schema_version() { return static_cast<int>(migrations.size()); }

Outcome<void> bring_schema_up_to_date(Connection& connection) {
    auto transaction = TRY(Transaction::begin(connection, Transaction::Kind::write));
    TRY(connection.run("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL PRIMARY KEY)"));
    const int version = TRY(version_of(connection));
    if (version > newest_schema_version())
        return std::unexpected(DatabaseError{FailureKind::bug, "the database was made by a newer version of Loggia"});
    for (int next = version + 1; next <= newest_schema_version(); ++next) {
        TRY(connection.run_script(for_sqlite(migrations[static_cast<std::size_t>(next) - 1])));
        TRY(connection.run("INSERT INTO schema_version (version) VALUES (?1)", next));
    }
    return transaction.commit();
}

}  // namespace loggia::storage
