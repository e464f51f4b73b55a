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
#include "embedded/migration_0011_commit_mark.h"
#include "embedded/migration_0012_requests_and_series.h"

#include <array>

namespace loggia::storage {

namespace {

constexpr std::array migrations{embedded::migration_0001_business,    embedded::migration_0002_people,
                                embedded::migration_0003_services,    embedded::migration_0004_bookings,
                                embedded::migration_0005_following,   embedded::migration_0006_role_model,
                                embedded::migration_0007_demo,        embedded::migration_0008_team,
                                embedded::migration_0009_supply,      embedded::migration_0010_booking_versions,
                                embedded::migration_0011_commit_mark, embedded::migration_0012_requests_and_series};

constexpr const char* versions_table =
    "CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL PRIMARY KEY)";

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// The files are written in the subset every engine has, and where one knows a word otherwise, its dialect says so.
std::string spelt(std::string_view sql, const Dialect& dialect) {
    std::string text{sql};
    for (const auto& [common, own] : dialect.spellings) replace_all(text, common, own);
    return text;
}

Outcome<int> version_of(Connection& connection) {
    auto query = TRY(connection.query("SELECT MAX(version) FROM schema_version"));
    TRY(query.next());
    return query.get<int>(0);
}

}  // namespace

int newest_schema_version() { return static_cast<int>(migrations.size()); }

namespace {

/// FailureKind::unique: another process was about to do the same and has done so meanwhile.
Outcome<void> migrate(Connection& connection) {
    auto transaction = TRY(Transaction::begin(connection, Transaction::Kind::write));
    TRY(connection.run_script(spelt(versions_table, connection.dialect())));
    const int version = TRY(version_of(connection));
    if (version > newest_schema_version())
        return failed(FailureKind::bug, "the database was made by a newer version of Loggia");
    for (int next = version + 1; next <= newest_schema_version(); ++next) {
        // The number is taken first: who else takes it waits here, and then finds it taken.
        TRY(connection.run("INSERT INTO schema_version (version) VALUES (?1)", next));
        TRY(connection.run_script(spelt(migrations[static_cast<std::size_t>(next) - 1], connection.dialect())));
    }
    return transaction.commit();
}

}  // namespace

Outcome<void> bring_schema_up_to_date(Connection& connection) {
    constexpr int attempts = 5;
    Outcome<void> migrated;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        migrated = migrate(connection);
        const bool lost_a_race = !migrated && (migrated.error().kind == FailureKind::unique ||
                                               migrated.error().kind == FailureKind::retry);
        if (!lost_a_race) break;
    }
    return migrated;
}

std::vector<std::string> table_names() {
    constexpr std::string_view create = "\nCREATE TABLE ";
    std::vector<std::string> names{"schema_version"};
    for (const std::string_view migration : migrations)
        for (auto at = migration.find(create); at != std::string_view::npos; at = migration.find(create, at + 1)) {
            const auto name = migration.substr(at + create.size());
            names.emplace_back(name.substr(0, name.find(' ')));
        }
    return names;
}

Outcome<void> drop_everything(Connection& connection) {
    auto transaction = TRY(Transaction::begin(connection, Transaction::Kind::write));
    for (const auto& table : table_names()) TRY(connection.run_script("DROP TABLE IF EXISTS " + table));
    return transaction.commit();
}

}  // namespace loggia::storage
