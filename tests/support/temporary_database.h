#pragma once

#include "server/storage/temporary_folder.h"

#include <string>

namespace loggia::testing {

enum class Engine { sqlite, postgres };

/// The engine that the tests of this run are about: LOGGIA_TEST_ENGINE, or SQLite.
[[nodiscard]] Engine engine_under_test();

/// An empty database of the engine under test, for one test.
class TemporaryDatabase {
public:
    TemporaryDatabase();
    TemporaryDatabase(const TemporaryDatabase&) = delete;

    /// As `--database` takes it.
    [[nodiscard]] const std::string& address() const { return m_address; }

private:
    storage::TemporaryFolder m_folder;
    std::string m_address;
};

}  // namespace loggia::testing
