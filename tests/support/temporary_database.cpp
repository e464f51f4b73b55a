#include "support/temporary_database.h"

#include "support/postgres_server.h"

#include <cstdlib>
#include <stdexcept>
#include <string_view>

namespace loggia::testing {

Engine engine_under_test() {
    const char* named = std::getenv("LOGGIA_TEST_ENGINE");
    const std::string_view name = named ? named : "sqlite";
    if (name == "postgres") return Engine::postgres;
    if (name == "sqlite") return Engine::sqlite;
    throw std::runtime_error{"LOGGIA_TEST_ENGINE is sqlite or postgres"};
}

TemporaryDatabase::TemporaryDatabase()
    : m_address(engine_under_test() == Engine::postgres ? PostgresServer::running().new_database()
                                                        : m_folder.database()) {}

}  // namespace loggia::testing
