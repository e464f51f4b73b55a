#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace loggia::storage {

/// A folder for one test, gone with it.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "loggia-XXXXXX").string();
        m_path = mkdtemp(pattern.data());
    }
    ~TemporaryFolder() { std::filesystem::remove_all(m_path); }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] std::string database() const { return "sqlite:" + (m_path / "test.db").string(); }

private:
    std::filesystem::path m_path;
};

}  // namespace loggia::storage
